import { type KeyboardEvent, useState } from 'react'
import type { Claim } from '../../shared/model/claim.ts'
import type { Term } from '../../shared/model/term.ts'
import type { StatedValue } from '../../shared/model/typed-value.ts'
import { valueWords, wordsBehind } from '../../shared/rules/words.ts'
import { say } from '../say.ts'
import { choicesOf, SelectField, TextArea, TextField } from '../ui/Field.tsx'
import { valueTypeWords } from './names.ts'
import { entryWords, readEntry } from './value-entry.ts'

type ValueFieldProps = {
  term: Term
  draft: StatedValue & { polarity?: Claim['polarity'] }
  onChange: (patch: Partial<StatedValue>) => void
}

/** The value of a claim by the type that its term asks for, and beneath it what it was read as. */
export const ValueField = ({ term, draft, onChange }: ValueFieldProps) => {
  const behind = wordsBehind(draft)
  return (
    <div className="claim-form-value">
      <Entry key={term.id} term={term} draft={draft} onChange={onChange} />
      <p className="claim-form-reads" role="status">
        {draft.value === null ? (
          draft.raw === '' ? null : (
            say('parts.notRead', { type: valueTypeWords(term.valueType) })
          )
        ) : (
          <Reads stated={draft} />
        )}
        {behind === '' ? null : <span className="claim-form-behind"> {say('claims.raw', { words: behind })}</span>}
      </p>
    </div>
  )
}

/** That a value is denied is said here too: words such as "without" set it by themselves (shared/rules/negation.ts). */
const Reads = ({ stated }: { stated: ValueFieldProps['draft'] }) => {
  const words = valueWords(stated)
  const sentence = stated.polarity === 'denies' ? 'parts.readsDenied' : 'parts.reads'
  const [before = '', after = ''] = say(sentence, { words: '\u0000' }).split('\u0000')
  return (
    <>
      {before}
      <b>{words}</b>
      {after}
    </>
  )
}

/** Enter saves the claim from here too; Shift+Enter is a new line. */
const submitOnEnter = (event: KeyboardEvent<HTMLElement>) => {
  if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  event.currentTarget.closest('form')?.requestSubmit()
}

const Entry = ({ term, draft, onChange }: ValueFieldProps) => {
  const [words, setWords] = useState(() => entryWords(draft))
  const label = say('parts.value')
  const { value } = draft
  const none = { value: '', label: say('parts.valueNone') }
  switch (term.valueType) {
    case 'boolean':
      return (
        <SelectField
          label={label}
          value={value?.type === 'boolean' ? (value.holds ? 'yes' : 'no') : ''}
          choices={[none, ...choicesOf(['yes', 'no'])]}
          onChoose={chosen => onChange({ value: chosen === '' ? null : { type: 'boolean', holds: chosen === 'yes' } })}
          onKeyDown={submitOnEnter}
          autoFocus
        />
      )
    case 'one-of':
      return (
        <SelectField
          label={label}
          value={value?.type === 'one-of' ? value.option : ''}
          choices={[none, ...choicesOf(term.options)]}
          onChoose={option => onChange({ value: option === '' ? null : { type: 'one-of', option } })}
          onKeyDown={submitOnEnter}
          autoFocus
        />
      )
    case 'many-of': {
      const chosen = value?.type === 'many-of' ? value.options : []
      const toggle = (option: string, on: boolean) => {
        const options = term.options.filter(one => (one === option ? on : chosen.includes(one)))
        onChange({ value: options.length === 0 ? null : { type: 'many-of', options } })
      }
      return (
        <fieldset className="claim-form-options">
          <legend className="small muted">{label}</legend>
          {term.options.map((option, index) => (
            <label key={option}>
              <input
                type="checkbox"
                checked={chosen.includes(option)}
                // biome-ignore lint/a11y/noAutofocus: the form opens by a key, to be filled in by keys.
                autoFocus={index === 0}
                onChange={event => toggle(option, event.target.checked)}
              />
              {option}
            </label>
          ))}
        </fieldset>
      )
    }
    case 'text':
    case 'clause':
      return (
        <TextArea
          label={label}
          rows={term.valueType === 'clause' ? 5 : 2}
          value={value?.type === term.valueType ? value.text : ''}
          onChange={event => {
            const text = event.target.value
            onChange({ value: text === '' ? null : { type: term.valueType as 'text', text } })
          }}
          onKeyDown={submitOnEnter}
          autoFocus
        />
      )
    default:
      return (
        <TextField
          label={label}
          value={words}
          placeholder={term.units.join(', ')}
          onChange={event => {
            setWords(event.target.value)
            const read = readEntry(event.target.value, term)
            const basis = draft.basis === '' && read.basis !== '' ? { basis: read.basis } : {}
            onChange({ value: read.value, qualifier: read.value === null ? draft.qualifier : read.qualifier, ...basis })
          }}
          autoFocus
        />
      )
  }
}
