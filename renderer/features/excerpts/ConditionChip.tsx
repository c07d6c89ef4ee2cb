import { X } from 'lucide-react'
import { evidenceRole } from '../../../shared/model/claim.ts'
import { sourceId } from '../../../shared/model/id.ts'
import { nameOf } from '../../../shared/rules/vocabulary.ts'
import { titleOf } from '../../parts/names.ts'
import { SourcePicker } from '../../parts/SourcePicker.tsx'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { PickerButton } from '../../ui/PickerButton.tsx'
import type { Choices } from './choices.ts'
import { type ConditionField, conditionFields, conditionOf, newCondition, type Part, valueIn } from './question.ts'

type ConditionPart = Extract<Part, { kind: 'condition' }>

type ConditionChipProps = {
  part: ConditionPart
  choices: Choices
  hasBelow: (tag: string) => boolean
  onChange: (part: Part) => void
  onRemove: () => void
}

/** How a condition is put, and denied: "is" and "is not", and for some fields in other words. */
const verbs = (field: ConditionField): [string, string] => {
  if (field === 'words') return [say('excerpts.contain'), say('excerpts.lack')]
  if (field === 'has' || field === 'relation') return [say('excerpts.includes'), say('excerpts.includesNot')]
  return [say('excerpts.is'), say('excerpts.isNot')]
}

/** One condition: a field, whether it is to hold, and the value asked for. */
export const ConditionChip = ({ part, choices, hasBelow, onChange, onRemove }: ConditionChipProps) => {
  const { field, condition, negated } = part
  const [is, isNot] = verbs(field)
  const value = valueIn(condition)
  const name = say('excerpts.fieldWords', { field })
  const choose = (words: string) => onChange({ ...part, condition: conditionOf(field, words) })
  const chooseField = (chosen: string) => {
    const next = conditionFields.find(one => one === chosen)
    if (next) onChange({ ...newCondition(next), negated })
  }
  return (
    <span className={`excerpts-chip ${condition === null ? 'open' : ''}`}>
      <select
        className="input"
        aria-label={say('excerpts.field')}
        value={field}
        onChange={event => chooseField(event.target.value)}
      >
        {conditionFields.map(one => (
          <option key={one} value={one}>
            {say('excerpts.fieldWords', { field: one })}
          </option>
        ))}
      </select>
      <select
        className="input"
        aria-label={say('excerpts.negation')}
        value={negated ? 'not' : ''}
        onChange={event => onChange({ ...part, negated: event.target.value === 'not' })}
      >
        <option value="">{is}</option>
        <option value="not">{isNot}</option>
      </select>
      {field === 'words' ? (
        <input
          className="input"
          aria-label={say('excerpts.value', { field: name })}
          value={value}
          onChange={event => choose(event.target.value)}
        />
      ) : field === 'source' ? (
        <SourceChoice label={say('excerpts.value', { field: name })} value={value} onChoose={choose} />
      ) : (
        <select
          className="input"
          aria-label={say('excerpts.value', { field: name })}
          value={value}
          onChange={event => choose(event.target.value)}
        >
          <option value="">{say('excerpts.choose')}</option>
          {choices[field].some(one => one.value === value) || value === '' ? null : (
            <option value={value}>{say('excerpts.gone')}</option>
          )}
          {choices[field].map(one => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </select>
      )}
      {condition?.field === 'tag' && hasBelow(condition.tag) ? (
        <label className="excerpts-below">
          <input
            type="checkbox"
            checked={condition.below}
            onChange={event => onChange({ ...part, condition: { ...condition, below: event.target.checked } })}
          />
          {say('excerpts.below')}
        </label>
      ) : null}
      {condition?.field === 'term' ? (
        <select
          className="input"
          aria-label={say('excerpts.role')}
          value={condition.role ?? ''}
          onChange={event =>
            onChange({
              ...part,
              condition: { ...condition, role: evidenceRole.safeParse(event.target.value).data ?? null },
            })
          }
        >
          <option value="">{say('excerpts.anyRole')}</option>
          {evidenceRole.options.map(role => (
            <option key={role} value={role}>
              {nameOf('role', role)}
            </option>
          ))}
        </select>
      ) : null}
      <Button
        look="quiet"
        iconOnly
        icon={<X size={14} />}
        label={say('excerpts.removeCondition', { field: name })}
        onClick={onRemove}
      />
    </span>
  )
}

type SourceChoiceProps = { label: string; value: string; onChoose: (id: string) => void }

/** The source that is asked for: looked for among thousands, while only its own title is known here. */
const SourceChoice = ({ label, value, onChoose }: SourceChoiceProps) => {
  const id = sourceId.safeParse(value).data
  const { value: known, refusal } = useRead('sources.describe', id === undefined ? null : { id })
  const title = known === undefined ? '' : titleOf(known.source)
  const words = id === undefined ? say('excerpts.choose') : refusal ? say('excerpts.gone') : title
  return (
    <PickerButton label={label} words={words}>
      {close => (
        <SourcePicker
          onPick={picked => {
            onChoose(picked)
            close()
          }}
          onCancel={close}
        />
      )}
    </PickerButton>
  )
}
