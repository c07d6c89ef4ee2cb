import { useState } from 'react'
import type { PartialDate } from '../../shared/model/partial-date.ts'
import { readPartialDate } from '../../shared/rules/read-date.ts'
import { say } from '../say.ts'
import { TextField } from '../ui/Field.tsx'

type DateFieldProps = {
  label: string
  value: PartialDate | null
  required?: boolean
  onChange: (date: PartialDate | null) => void
}

/**
 * A date as precise as it is known. What is no date yet is kept in the field and said to be none; it is not handed on,
 * and the form is not sent.
 */
export const DateField = ({ label, value, required = false, onChange }: DateFieldProps) => {
  const [words, setWords] = useState<string>(value ?? '')
  const [last, setLast] = useState(value)
  if (last !== value) {
    setLast(value)
    setWords(value ?? '')
  }
  const wrong = words.trim() !== '' && readPartialDate(words) === null
  return (
    <TextField
      label={label}
      value={words}
      placeholder={say('parts.notStated')}
      error={wrong ? say('parts.dateShape') : undefined}
      required={required}
      onChange={event => {
        const next = event.target.value
        setWords(next)
        const read = readPartialDate(next)
        if ((read === null && next.trim() !== '') || read === value) return
        setLast(read)
        onChange(read)
      }}
    />
  )
}
