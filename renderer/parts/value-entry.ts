import { partialDate } from '../../shared/model/partial-date.ts'
import type { Term } from '../../shared/model/term.ts'
import type { StatedValue, ValueType } from '../../shared/model/typed-value.ts'
import { readSelection, type SelectionReading, valueFor } from '../../shared/rules/selection.ts'
import { ukrainianDate, ukrainianFigure } from '../../shared/rules/ukrainian-entry.ts'
import { valueWords } from '../../shared/rules/words.ts'

type Asked = Pick<Term, 'valueType' | 'units' | 'bases' | 'options'>

const bareNumber = /^\d[\d.,\s–-]*$/

/** What an analyst leaves out because the term says it: the percent sign, the one unit of a quantity. */
const completed = (words: string, term: Asked): string => {
  if (!bareNumber.test(words)) return words
  if (term.valueType === 'percent') return `${words} %`
  return term.valueType === 'quantity' && term.units.length === 1 ? `${words} ${term.units[0]}` : words
}

/** Words that an analyst typed as the value of a term, read as its type. The value is null when they are not of that type. */
export const readEntry = (words: string, term: Asked): StatedValue => {
  const typed = words.trim()
  const date = term.valueType === 'date' ? partialDate.safeParse(typed) : undefined
  const plain = term.valueType === 'date' ? ukrainianDate(typed) : ukrainianFigure(typed)
  const read = { ...valueFor(readSelection(completed(plain, term), ''), term), raw: typed.slice(0, 2_000) }
  return date?.success ? { ...read, value: { type: 'date', date: date.data } } : read
}

/** The words that stand for a value in its field: with the qualifier, without basis and condition, which have their own. */
export const entryWords = (stated: StatedValue): string =>
  stated.value === null ? '' : valueWords({ ...stated, raw: '', basis: '', condition: '' })

/** The type of value that the words speak of first of all; null when they hold no figure and no date. */
export const typeRead = (reading: SelectionReading): ValueType | null =>
  (['percent', 'money', 'duration', 'date', 'quantity'] as const).find(type => reading[type] !== null) ?? null
