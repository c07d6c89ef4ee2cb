import { useState } from 'react'
import { TextField } from '../../ui/Field.tsx'

type SavedFieldProps = { label: string; value: string; error?: string | undefined; onSave: (value: string) => void }

/** A field that saves when the analyst leaves it. */
export const SavedField = ({ label, value, error, onSave }: SavedFieldProps) => {
  const [draft, setDraft] = useState<string | null>(null)
  return (
    <TextField
      writes
      label={label}
      error={error}
      value={draft ?? value}
      onChange={event => setDraft(event.target.value)}
      onBlur={() => {
        if (draft !== null && draft !== value) onSave(draft)
        setDraft(null)
      }}
    />
  )
}
