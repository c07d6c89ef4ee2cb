import { type Claim, type Stage, stage } from '../../model/claim.ts'
import type { SheetCell } from '../../model/sheet.ts'
import type { Term } from '../../model/term.ts'
import { type ValueType, valueType } from '../../model/typed-value.ts'
import { type CellEntry, longestEntry, readCell } from '../cell-entry.ts'
import { foldedName, sameName } from '../same-name.ts'
import { parseValue } from '../typed-entry.ts'
import { claimWords } from '../words.ts'
import { readableWords } from './cells.ts'

type Read = Pick<Term, 'valueType' | 'units' | 'bases' | 'options'>

/** One entry of a cell; `entry` is null for more words than a claim can hold. */
export type Entry = { words: string; entry: CellEntry | null }

/** How exports write a cell that no claim stands in. */
const unread = /^(?:unread|·|nothing attributed)$/i

const wholeText: readonly ValueType[] = ['text', 'clause']

/**
 * What a cell says of its term, each value an entry of its own. Lines are values; so are parts between semicolons where
 * the whole is not of the term's type and every part is. Words and clauses are never parted.
 */
export const entriesOf = (cell: SheetCell | undefined, term: Read): Entry[] => {
  const words = readableWords(cell)
  if (words === '' || unread.test(words)) return []
  const lines = wholeText.includes(term.valueType) ? [words] : words.split('\n').map(line => line.trim())
  return lines
    .filter(line => line !== '')
    .flatMap((line): Entry[] => {
      const entry = readCell(line, term)
      const parts = line.split(';').map(part => part.trim())
      if (entry?.isRead || parts.length < 2 || wholeText.includes(term.valueType)) return [{ words: line, entry }]
      const read = parts.map(part => ({ words: part, entry: readCell(part, term) }))
      return read.every(one => one.entry?.isRead) ? read : [{ words: line, entry }]
    })
}

/** True when the claim says what the entry says: in the same words, or read as the same value. */
export const saysTheSame = (claim: Claim, { words, entry }: Entry): boolean => {
  if (sameName(claimWords(claim), words)) return true
  if (entry === null || claim.polarity !== entry.polarity) return false
  const { stated } = entry
  if (stated.raw === '' && stated.value === null) return claim.value === null && claim.raw === ''
  if (stated.value === null) return foldedName(claim.raw) === foldedName(stated.raw)
  return (
    JSON.stringify(claim.value) === JSON.stringify(stated.value) &&
    claim.qualifier === stated.qualifier &&
    sameName(`of ${claim.basis}`, `of ${stated.basis}`) &&
    sameName(`if ${claim.condition}`, `if ${stated.condition}`)
  )
}

export const stageNamed = (words: string): Stage | undefined => stage.options.find(known => sameName(known, words))

/** Words that show of what type they are; a bare number may be anything. */
const shows: Partial<Record<ValueType, RegExp>> = {
  percent: /%|\bper ?cent\b/i,
  money: /\p{Sc}|[a-z]/iu,
  date: /\d{4}-\d\d|[a-z]/i,
  duration: /[a-z]/i,
  boolean: /^(?:yes|no|true|false)\b/i,
}

/** The type of answer that every cell of a new term can be read as; text where there is none. */
export const guessValueType = (cells: readonly (SheetCell | undefined)[]): ValueType => {
  const words = cells.flatMap(cell => readableWords(cell).split('\n')).map(one => one.trim())
  const values = words.filter(one => {
    const plain = readCell(one, { valueType: 'text', units: [], bases: [], options: [] })
    return plain?.polarity === 'asserts' && !unread.test(one) && one.length <= longestEntry
  })
  if (values.length === 0) return 'text'
  const fits = (type: ValueType) =>
    shows[type] !== undefined &&
    values.every(
      one => shows[type]?.test(one) && parseValue(one, { valueType: type, units: [], bases: [], options: [] }) !== null,
    )
  return valueType.options.find(fits) ?? 'text'
}
