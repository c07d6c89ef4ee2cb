import { useState } from 'react'
import { TextArea, TextField } from '../../ui/Field.tsx'

type SavedFieldProps = {
  label: string
  value: string
  hint?: string | undefined
  /**
   * A sentence when the words cannot be saved. It is said when the field is left, and is gone as soon as they can be: not
   * only when the field is left again, since then what the analyst presses on would move away.
   */
  fault?: (words: string) => string | undefined
  placeholder?: string
  long?: boolean
  onSave: (value: string) => void
}

/** A field that saves when the analyst leaves it. Words that cannot be saved stay in it and change nothing. */
export const SavedField = ({ value, fault, onSave, long = false, ...rest }: SavedFieldProps) => {
  const [draft, setDraft] = useState<string | null>(null)
  const [isLeft, setLeft] = useState(false)
  const wrong = draft === null ? undefined : fault?.(draft)
  const leave = () => {
    setLeft(wrong !== undefined)
    if (wrong !== undefined) return
    if (draft !== null && draft !== value) onSave(draft)
    setDraft(null)
  }
  const error = isLeft ? wrong : undefined
  return long ? (
    <TextArea
      writes
      {...rest}
      error={error}
      rows={2}
      value={draft ?? value}
      onChange={event => setDraft(event.target.value)}
      onBlur={leave}
    />
  ) : (
    <TextField
      writes
      {...rest}
      error={error}
      value={draft ?? value}
      onChange={event => setDraft(event.target.value)}
      onBlur={leave}
    />
  )
}

type CheckFieldProps = { label: string; checked: boolean; disabled?: boolean; onChange: (checked: boolean) => void }

export const CheckField = ({ label, checked, disabled = false, onChange }: CheckFieldProps) => (
  <label className="briefings-tick">
    <input type="checkbox" checked={checked} disabled={disabled} onChange={event => onChange(event.target.checked)} />
    <span>{label}</span>
  </label>
)
