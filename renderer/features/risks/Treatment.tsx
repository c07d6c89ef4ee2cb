import { Plus, X } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import type { RiskView } from '../../../shared/contract/risks.ts'
import { type PartialDate, partialDate } from '../../../shared/model/partial-date.ts'
import type { Indicator, RiskAction } from '../../../shared/model/risk.ts'
import { indicator, riskAction } from '../../../shared/model/risk.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { Quotes } from '../../parts/Quotes.tsx'
import { perform } from '../../query.ts'
import { say } from '../../say.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'

const saveActions = (risk: RiskView, actions: (Omit<RiskAction, 'id'> & { id?: RiskAction['id'] })[]) =>
  perform('risks.update', { id: risk.id, patch: { actions } })

const saveIndicators = (risk: RiskView, indicators: (Omit<Indicator, 'id'> & { id?: Indicator['id'] })[]) =>
  perform('risks.update', { id: risk.id, patch: { indicators } })

/** A row that adds one more line to a list. */
const AddLine = ({
  label,
  extra,
  onAdd,
}: {
  label: string
  extra: string
  onAdd: (text: string, extra: string) => void
}) => {
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [more, setMore] = useState('')
  if (!open) return <Button label={label} icon={<Plus size={14} />} look="quiet" onClick={() => setOpen(true)} />
  const add = (event: FormEvent) => {
    event.preventDefault()
    onAdd(text, more)
    setText('')
    setMore('')
    setOpen(false)
  }
  return (
    <form className="risks-add" onSubmit={add}>
      {/* biome-ignore lint/a11y/noAutofocus: the analyst asked to add a line and is about to type it. */}
      <TextField label={label} required autoFocus value={text} onChange={event => setText(event.target.value)} />
      <TextField label={extra} value={more} onChange={event => setMore(event.target.value)} />
      <Button type="submit" label={say('shell.add')} />
      <Button label={say('shell.cancel')} look="quiet" onClick={() => setOpen(false)} />
    </form>
  )
}

const dateOrNull = (words: string): PartialDate | null => {
  const read = partialDate.safeParse(words.trim())
  return read.success ? read.data : null
}

/** What is being done, with owner, due date and state. */
export const Actions = ({ risk }: { risk: RiskView }) => (
  <section>
    <h3 className="label">{say('risks.actions')}</h3>
    <ul className="risks-lines">
      {risk.actions.map(action => (
        <li key={action.id}>
          <span>
            {action.text}{' '}
            <span className="small muted">
              {[action.owner, action.due === null ? '' : partialDateWords(action.due), action.effect]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
          <select
            className="input"
            aria-label={say('risks.actionStatus')}
            value={action.status}
            onChange={event => {
              const status = riskAction.shape.status.parse(event.target.value)
              void saveActions(
                risk,
                risk.actions.map(one => (one.id === action.id ? { ...one, status } : one)),
              )
            }}
          >
            {riskAction.shape.status.options.map(status => (
              <option key={status}>{status}</option>
            ))}
          </select>
          <Button
            label={say('shell.remove')}
            icon={<X size={14} />}
            iconOnly
            look="quiet"
            onClick={() =>
              void saveActions(
                risk,
                risk.actions.filter(one => one.id !== action.id),
              )
            }
          />
        </li>
      ))}
    </ul>
    <AddLine
      label={say('risks.addAction')}
      extra={say('risks.actionDue')}
      onAdd={(text, due) =>
        void saveActions(risk, [
          ...risk.actions,
          { text, owner: risk.owner, due: dateOrNull(due), status: 'planned', effect: '' },
        ])
      }
    />
  </section>
)

const tones = { seen: 'conflict', emerging: 'warning', 'not seen': 'plain' } as const

/** What to watch: each statement with its threshold, whether it was seen, and the passages that show it. */
export const Indicators = ({ risk }: { risk: RiskView }) => (
  <section>
    <h3 className="label">{say('risks.indicators')}</h3>
    <ul className="risks-lines">
      {risk.indicators.map(one => (
        <li key={one.id}>
          <span>
            {one.statement} {one.threshold === '' ? null : <span className="small muted">{one.threshold}</span>}{' '}
            <Badge tone={tones[one.state]}>{one.state}</Badge>
            <Quotes excerpts={one.excerpts.map(excerpt => ({ excerpt }))} />
          </span>
          <select
            className="input"
            aria-label={say('risks.state')}
            value={one.state}
            onChange={event => {
              const state = indicator.shape.state.parse(event.target.value)
              void saveIndicators(
                risk,
                risk.indicators.map(other => (other.id === one.id ? { ...other, state } : other)),
              )
            }}
          >
            {indicator.shape.state.options.map(state => (
              <option key={state}>{state}</option>
            ))}
          </select>
          <Button
            label={say('shell.remove')}
            icon={<X size={14} />}
            iconOnly
            look="quiet"
            onClick={() =>
              void saveIndicators(
                risk,
                risk.indicators.filter(other => other.id !== one.id),
              )
            }
          />
        </li>
      ))}
    </ul>
    <AddLine
      label={say('risks.addIndicator')}
      extra={say('risks.threshold')}
      onAdd={(statement, threshold) =>
        void saveIndicators(risk, [...risk.indicators, { statement, threshold, state: 'not seen', excerpts: [] }])
      }
    />
  </section>
)
