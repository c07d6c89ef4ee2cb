import { useState } from 'react'
import type { PartialDate } from '../../../shared/model/partial-date.ts'
import { readPartialDate } from '../../../shared/rules/read-date.ts'
import { say } from '../../say.ts'
import { SavedField } from './SavedField.tsx'

type DayFieldProps = {
  label: string
  hint?: string
  value: PartialDate | null
  onSave: (day: PartialDate | null) => void
}

/** A day that a filter begins, ends or stands at. What is no date stays in the field, is said to be none, and changes nothing. */
export const DayField = ({ label, hint, value, onSave }: DayFieldProps) => {
  const [wrong, setWrong] = useState<string | null>(null)
  return (
    <SavedField
      label={label}
      hint={hint}
      value={wrong ?? value ?? ''}
      error={wrong === null ? undefined : say('briefings.cutOffWrong')}
      onSave={words => {
        const read = readPartialDate(words)
        const isWrong = read === null && words.trim() !== ''
        setWrong(isWrong ? words : null)
        if (!isWrong) onSave(read)
      }}
    />
  )
}

type MostFieldProps = { value: number | null; onSave: (most: number | null) => void }

export const MostField = ({ value, onSave }: MostFieldProps) => {
  const [wrong, setWrong] = useState<string | null>(null)
  return (
    <SavedField
      label={say('briefings.most')}
      hint={say('briefings.mostHint')}
      value={wrong ?? value?.toString() ?? ''}
      error={wrong === null ? undefined : say('briefings.mostWrong')}
      onSave={words => {
        const asked = words.trim()
        const isWrong = asked !== '' && !/^[1-9]\d{0,8}$/.test(asked)
        setWrong(isWrong ? words : null)
        if (!isWrong) onSave(asked === '' ? null : Number(asked))
      }}
    />
  )
}
