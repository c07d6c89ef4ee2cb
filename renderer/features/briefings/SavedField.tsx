import { useState } from 'react'
import { TextArea, TextField } from '../../ui/Field.tsx'

type SavedFieldProps = {
  label: string
  value: string
  hint?: string | undefined
  error?: string | undefined
  placeholder?: string
  long?: boolean
  onSave: (value: string) => void
}

/** A field that saves when the analyst leaves it. */
export const SavedField = ({ value, onSave, long = false, ...rest }: SavedFieldProps) => {
  const [draft, setDraft] = useState<string | null>(null)
  const leave = () => {
    if (draft !== null && draft !== value) onSave(draft)
    setDraft(null)
  }
  return long ? (
    <TextArea
      writes
      {...rest}
      rows={2}
      value={draft ?? value}
      onChange={event => setDraft(event.target.value)}
      onBlur={leave}
    />
  ) : (
    <TextField
      writes
      {...rest}
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
