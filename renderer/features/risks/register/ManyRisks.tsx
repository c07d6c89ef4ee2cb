import { Eraser } from 'lucide-react'
import { useState } from 'react'
import type { RegisterRow } from '../../../../shared/contract/risks.ts'
import { type Risk, risk as riskSchema, riskStrategy } from '../../../../shared/model/risk.ts'
import { readPartialDate } from '../../../../shared/rules/read-date.ts'
import { nameOf } from '../../../../shared/rules/vocabulary.ts'
import { partialDateWords } from '../../../../shared/rules/words.ts'
import { perform } from '../../../query.ts'
import { say } from '../../../say.ts'
import { Button } from '../../../ui/Button.tsx'
import { choicesOf, SelectField, TextField } from '../../../ui/Field.tsx'
import './register-forms.css'
import type { Doable } from './RiskMenu.tsx'

/** The fields of many risks that are edited as words. */
const lines = ['category', 'owner', 'proximity', 'velocity', 'strikesBy', 'nextReview', 'reviewDays'] as const
type Line = (typeof lines)[number]
const dates: readonly Line[] = ['strikesBy', 'nextReview']

/** What is to become of a line: other words, or nothing at all. A line that is not here stays as it is. */
type Lines = Partial<Record<Line, string>>
type Chosen = Partial<Pick<Risk, 'kind' | 'strategy'>>

const daysFrom = (words: string): number | null => (/^[1-9]\d{0,4}$/.test(words.trim()) ? Number(words) : null)

const faultIn = (field: Line, words = ''): string | undefined => {
  if (words.trim() === '') return undefined
  if (dates.includes(field)) return readPartialDate(words) === null ? say('parts.dateShape') : undefined
  return field === 'reviewDays' && daysFrom(words) === null ? say('register.daysShape') : undefined
}

const stated = (field: Line, words: string) => {
  if (dates.includes(field)) return readPartialDate(words)
  return field === 'reviewDays' ? daysFrom(words) : words.trim()
}

const patchOf = (edited: Lines) =>
  Object.fromEntries(
    lines.flatMap(field => (edited[field] === undefined ? [] : [[field, stated(field, edited[field])]])),
  )

/** What the risks say in a field where they all say the same, else how many different things they say. */
const common = (risks: readonly RegisterRow[], field: Line): string => {
  if (field === 'velocity' || field === 'nextReview') return say('register.leave')
  const values = new Set(
    risks.map(risk =>
      field === 'strikesBy' && risk.strikesBy ? partialDateWords(risk.strikesBy) : (risk[field] ?? ''),
    ),
  )
  const [value] = values
  return values.size > 1 ? say('register.differing', { count: values.size }) : String(value || say('parts.notStated'))
}

/** Changes several risks at once, in one step of undo: only what is filled in here. */
export const ManyRisks = ({ risks, items }: { risks: readonly RegisterRow[]; items: readonly Doable[] }) => {
  const [edited, setEdited] = useState<Lines>({})
  const [chosen, setChosen] = useState<Chosen>({})
  const patch = { ...patchOf(edited), ...chosen }
  const isFaulty = lines.some(field => faultIn(field, edited[field]) !== undefined)
  const edit = (field: Line, words: string | undefined) => {
    const { [field]: _, ...others } = edited
    setEdited(words === undefined ? others : { ...others, [field]: words })
  }
  const choose = <Key extends keyof Chosen>(key: Key, value: Chosen[Key] | undefined) => {
    const { [key]: _, ...others } = chosen
    setChosen(value === undefined ? others : { ...others, [key]: value })
  }
  const apply = async () => {
    const saved = await perform('risks.updateAll', { ids: risks.map(({ id }) => id), patch })
    if (!saved.ok) return
    setEdited({})
    setChosen({})
  }
  const leave = { value: '', label: say('register.leave') }
  return (
    <section className="register-many" aria-label={say('register.selected', { count: risks.length })}>
      <header>
        <h2>{say('register.selected', { count: risks.length })}</h2>
        <span className="register-end">
          {items.map(({ id, title, run }) => (
            <Button key={id} writes label={title} onClick={run} />
          ))}
        </span>
      </header>
      <p className="small muted register-refs">{risks.map(({ ref }) => ref).join(', ')}</p>
      <form
        className="register-many-fields"
        onSubmit={event => {
          event.preventDefault()
          void apply()
        }}
      >
        {lines.map(field => (
          <div key={field} className="register-edited">
            <TextField
              writes
              label={say(`register.${field}`)}
              value={edited[field] ?? ''}
              placeholder={edited[field] === '' ? say('register.willBeEmpty') : common(risks, field)}
              error={faultIn(field, edited[field])}
              onChange={event => edit(field, event.target.value === '' ? undefined : event.target.value)}
            />
            <Button
              writes
              look="quiet"
              iconOnly
              icon={<Eraser size={14} />}
              label={say('register.emptyAll', { field: say(`register.${field}`) })}
              aria-pressed={edited[field] === ''}
              onClick={() => edit(field, edited[field] === '' ? undefined : '')}
            />
          </div>
        ))}
        <SelectField<string>
          writes
          label={say('register.strategy')}
          value={chosen.strategy === null ? 'none' : (chosen.strategy ?? '')}
          choices={[
            leave,
            { value: 'none', label: say('register.noStrategy') },
            ...choicesOf(riskStrategy.options, one => nameOf('strategy', one)),
          ]}
          onChoose={value => choose('strategy', value === 'none' ? null : riskStrategy.safeParse(value).data)}
        />
        <SelectField<string>
          writes
          label={say('register.kind')}
          value={chosen.kind ?? ''}
          choices={[leave, ...choicesOf(riskSchema.shape.kind.options, one => nameOf('riskKind', one))]}
          onChoose={value => choose('kind', riskSchema.shape.kind.safeParse(value).data)}
        />
        <div className="register-apply">
          <Button
            writes
            type="submit"
            look="primary"
            label={say('register.apply', { count: risks.length })}
            disabled={Object.keys(patch).length === 0 || isFaulty}
          />
        </div>
      </form>
    </section>
  )
}
