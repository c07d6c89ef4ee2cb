import { useState } from 'react'
import { useWhyFixed } from '../../../ui/fixed.ts'

type NumberInputProps = {
  label: string
  /** Null shows an empty field, where `canBeEmpty` allows it. */
  value: number | null
  most: number
  whole?: boolean
  canBeEmpty?: boolean
  onChange: (value: number | null) => void
}

/** A number that counts as soon as it can be read as one; words that cannot are marked, and give way to the number when the field is left. */
export const NumberInput = ({ label, value, most, whole = false, canBeEmpty = false, onChange }: NumberInputProps) => {
  const isFixed = useWhyFixed() !== null
  const shown = value === null ? '' : String(value)
  const [words, setWords] = useState<string | null>(null)
  const read = (typed: string): number | null | undefined => {
    const plain = typed.trim().replace(',', '.')
    if (plain === '') return canBeEmpty ? null : undefined
    const number = Number(plain)
    const fits = Number.isFinite(number) && number <= most && number >= (whole ? 1 : 0)
    return fits && (!whole || Number.isInteger(number)) ? number : undefined
  }
  return (
    <input
      className="input criteria-number"
      inputMode="decimal"
      aria-label={label}
      aria-invalid={words !== null && read(words) === undefined}
      readOnly={isFixed}
      value={words ?? shown}
      onChange={event => {
        setWords(event.target.value)
        const number = read(event.target.value)
        if (number !== undefined) onChange(number)
      }}
      onBlur={() => setWords(null)}
    />
  )
}
