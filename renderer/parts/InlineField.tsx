import { type KeyboardEvent, useState } from 'react'
import type { PartialDate } from '../../shared/model/partial-date.ts'
import { readPartialDate } from '../../shared/rules/read-date.ts'
import { say } from '../say.ts'
import { TextArea, TextField } from '../ui/Field.tsx'

type InlineFieldProps = {
  label: string
  value: string
  onSave: (value: string) => void
  /** A sentence when the words cannot be saved. */
  fault?: ((words: string) => string | undefined) | undefined
  long?: boolean
  placeholder?: string
}

/** A field that saves when it is left or Enter is pressed, as one step of undo. Escape gives back what was there. */
export const InlineField = (props: InlineFieldProps) => {
  const { label, value, onSave, fault, long = false, placeholder = say('parts.notStated') } = props
  const [words, setWords] = useState(value)
  const [kept, setKept] = useState(value)
  if (kept !== value) {
    setKept(value)
    setWords(value)
  }
  const error = words === value ? undefined : fault?.(words.trim())
  const save = () => {
    if (words.trim() !== value && error === undefined) onSave(words.trim())
  }
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') setWords(value)
    else if (event.key === 'Enter' && !(long && !event.ctrlKey && !event.metaKey)) event.currentTarget.blur()
    else return
    event.stopPropagation()
  }
  const shared = { label, error, value: words, placeholder, onBlur: save, onKeyDown: press }
  return long ? (
    <TextArea
      writes
      {...shared}
      rows={Math.min(8, Math.max(2, Math.ceil(words.length / 42)))}
      onChange={event => setWords(event.target.value)}
    />
  ) : (
    <TextField writes {...shared} onChange={event => setWords(event.target.value)} />
  )
}

type InlineDateProps = { label: string; value: PartialDate | null; onSave: (date: PartialDate | null) => void }

/** A date as precise as it is known, saved as the other fields are. */
export const InlineDate = ({ label, value, onSave }: InlineDateProps) => (
  <InlineField
    label={label}
    value={value ?? ''}
    fault={words => (words === '' || readPartialDate(words) !== null ? undefined : say('parts.dateShape'))}
    onSave={words => onSave(readPartialDate(words))}
  />
)
