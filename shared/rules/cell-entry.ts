import type { Claim } from '../model/claim.ts'
import type { Term } from '../model/term.ts'
import type { StatedValue } from '../model/typed-value.ts'
import { parseValue } from './typed-entry.ts'

/** What a claim gets from words typed or pasted into a cell of the matrix. */
export type CellEntry = {
  polarity: Claim['polarity']
  stated: StatedValue
  /** False when the words are not of the type that the term asks for: a claim keeps them as they are, without a value. */
  isRead: boolean
}

/** The most words of one claim, in UTF-16 code units. */
export const longestEntry = 2_000

const silent = /^(?:[-–—]|silent|says nothing)$/i
const noValue = /^(?:n\/?[av]|no value(?: given)?)$/i
const denied = /^(?:!|denie[ds]\b)\s*:?\s*/i

const empty: StatedValue = { raw: '', value: null, basis: '', qualifier: 'exactly', condition: '' }

/**
 * Reads words that stand in a cell: a value of the term's type; `-` or "silent"; "no value" or `n/a`; `!` or "denied",
 * alone or before the value that is denied. These are also the words that exports write. Null when there are no words,
 * or more than a claim can hold.
 */
export const readCell = (
  words: string,
  term: Pick<Term, 'valueType' | 'units' | 'bases' | 'options'>,
): CellEntry | null => {
  const typed = words.trim().replace(/\s+/g, ' ')
  if (typed === '' || typed.length > longestEntry) return null
  if (silent.test(typed)) return { polarity: 'silent', stated: empty, isRead: true }
  if (noValue.test(typed)) return { polarity: 'no-value', stated: empty, isRead: true }
  const [denial = ''] = typed.match(denied) ?? []
  const rest = typed.slice(denial.length)
  const polarity = denial === '' ? 'asserts' : 'denies'
  if (rest === '') return { polarity, stated: empty, isRead: true }
  const stated = parseValue(rest, term)
  return { polarity, stated: stated ?? { ...empty, raw: rest }, isRead: stated !== null }
}
