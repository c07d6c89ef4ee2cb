import { type PartialDate, partialDate } from '../../model/partial-date.ts'
import { type Found, pattern, scan } from './scan.ts'

const monthNames = 'january february march april may june july august september october november december'.split(' ')
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?'
const year = '((?:18|19|20)\\d{2})\\b(?![-/.]\\d)'
const day = '(?<![\\d.,/-])(\\d{1,2})(?:st|nd|rd|th)?'
const monthNumber = (name: string) =>
  String(monthNames.findIndex(full => full.startsWith(name.toLowerCase().slice(0, 3))) + 1).padStart(2, '0')

const dateOf = (words: string | null): Found<'date'>['value'] | null => {
  const date = partialDate.safeParse(words)
  return date.success ? { type: 'date', date: date.data } : null
}
const padded = (words: string) => words.padStart(2, '0')

/** A date in figures only, where day and month cannot be swapped. */
const unmistakable = ([first = '', second = '', year = '']: readonly string[]): string | null => {
  const [one, two] = [Number(first), Number(second)]
  if (one > 12 && two <= 12) return `${year}-${padded(second)}-${padded(first)}`
  return two > 12 && one <= 12 ? `${year}-${padded(first)}-${padded(second)}` : null
}

const datePatterns: readonly [RegExp, (parts: readonly string[]) => string | null][] = [
  [
    pattern(`\\b${day}\\s+(?:of\\s+)?${month},?\\s+${year}`),
    ([d = '', m = '', y]) => `${y}-${monthNumber(m)}-${padded(d)}`,
  ],
  [pattern(`\\b${month}\\s+${day},?\\s+${year}`), ([m = '', d = '', y]) => `${y}-${monthNumber(m)}-${padded(d)}`],
  [
    pattern(
      `\\b(?:(early|mid|late|the (?:beginning|middle|end) of)[\\s-]+)?(?<!\\d(?:st|nd|rd|th)?\\s)${month},?\\s+${year}`,
    ),
    ([part, m = '', y]) => `${y}-${monthNumber(m)}${part ? '~' : ''}`,
  ],
  [/(?<![\d-])((?:18|19|20)\d{2}-\d{2}(?:-\d{2})?~?)(?![\d-])/g, ([date = '']) => date],
  [/(?<![\d./-])(\d{1,2})[./](\d{1,2})[./]((?:19|20)\d{2})(?![\d./-]\d|\d)/g, unmistakable],
  [
    pattern(
      `(?<=\\b(?:in|by|since|until|during|before|after|(?:by|until|before) (?:the )?end of|from)\\s)${year}(?!\\s*(?:%|percent|to\\b|and\\s\\d|or\\s\\d|until\\b|through\\b|-|–|—))`,
    ),
    ([y = '']) => y,
  ],
  [pattern(`(?<=\\b(?:around|about|circa)\\s)${year}(?=\\s*(?:$|[.,;:)]))`), ([y = '']) => y],
]

const beforehand = /\b(?:by|until|before|on or before|no later than|not later than)(?: the end of| end of)?\s+$/i
const afterwards = /\bafter\s+$/i
/** The end of a range of dates, of which one date alone says nothing. */
const endOfRange = new RegExp(`${month}\\s*(?:and|to|or|until|through|-|–|—)\\s*$`, 'iu')

const hedged = (text: string, found: Found<'date'>): Found<'date'> => {
  const { date } = found.value
  const head = text.slice(0, found.start)
  const exact = date.replace('~', '') as PartialDate
  const tail = text.slice(found.end, found.end + 20)
  if (found.qualifier === 'about')
    return { ...found, value: { type: 'date', date: `${exact}~` as PartialDate }, qualifier: 'exactly' }
  if (found.qualifier !== 'exactly') return found
  if (beforehand.test(head) || /\bat the latest (?:on|in|by) $/i.test(head) || /^,? at the latest\b/i.test(tail)) {
    // By the end of March is by March.
    const isEnd = /^the end of/i.test(text.slice(found.start))
    return { ...found, value: { type: 'date', date: isEnd ? exact : date }, qualifier: 'up to' }
  }
  return afterwards.test(head) || /^,? at the earliest\b/i.test(tail) ? { ...found, qualifier: 'at least' } : found
}

/**
 * Dates written with the month in words, ISO dates, figures whose day and month cannot be swapped, and years after a
 * preposition. What can be read two ways, such as 05.01.2025, is not read, and neither is a range of dates.
 */
export const findDates = (text: string): Found<'date'>[] =>
  datePatterns
    .flatMap(([expression, words]) => scan<'date'>(text, expression, ([, ...parts]) => dateOf(words(parts))))
    .map(found => {
      const isPart = found.isPart || endOfRange.test(text.slice(Math.max(0, found.start - 24), found.start))
      return { ...hedged(text, found), isPart }
    })
