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

/** A date as precise as it is known, or none. */
export const DayField = ({ label, hint, value, onSave }: DayFieldProps) => (
  <SavedField
    label={label}
    hint={hint}
    value={value ?? ''}
    fault={words => (words.trim() !== '' && readPartialDate(words) === null ? say('briefings.cutOffWrong') : undefined)}
    onSave={words => onSave(readPartialDate(words))}
  />
)

type MostFieldProps = { value: number | null; onSave: (most: number | null) => void }

export const MostField = ({ value, onSave }: MostFieldProps) => (
  <SavedField
    label={say('briefings.most')}
    hint={say('briefings.mostHint')}
    value={value?.toString() ?? ''}
    fault={words => (/^(|[1-9]\d{0,8})$/.test(words.trim()) ? undefined : say('briefings.mostWrong'))}
    onSave={words => onSave(words.trim() === '' ? null : Number(words))}
  />
)
