import { comparePartialDates, daySpan, type PartialDate, partialDate } from '../model/partial-date.ts'
import { findDates } from './figures/dates.ts'

/** A date that words name, and how they name it. */
export type NamedDate = { date: PartialDate; words: string }

const months = 'January February March April May June July August September October November December'.split(' ')
// With a capital, so that "it may 5 times" names no day.
const shortened = (name: string) =>
  name.length > 4 ? `${name.slice(0, 3)}(?:${name.slice(3)}|${name === 'September' ? 't\\.?|' : ''}\\.)?` : name
const month = `(${months.map(shortened).join('|')})`
const day = '(\\d{1,2})(?:st|nd|rd|th)?'
const yearless = [
  { expression: new RegExp(`(?<![\\d.,/-])\\b${day}\\s+(?:of\\s+)?${month}(?![\\p{L}\\d])`, 'gu'), dayFirst: true },
  { expression: new RegExp(`\\b${month}\\s+${day}(?![\\p{L}\\d]|[.,:]\\d|\\s*(?:%|percent))`, 'gu'), dayFirst: false },
]

const dayNumber = (date: PartialDate) => Date.parse(daySpan(date).first) / 86_400_000

/** Of the years around the publication the one in which the day is nearest to it. */
const nearest = (ofMonth: string, ofDay: string, published: PartialDate): PartialDate | null => {
  const number = months.findIndex(name => name.startsWith(ofMonth.slice(0, 3))) + 1
  const year = Number(published.slice(0, 4))
  // Of a source of which only the year is known, no other year is nearer.
  const years = /^\d{4}-/.test(published) ? [year, year - 1, year + 1] : [year]
  const dates = years.flatMap(
    one => partialDate.safeParse(`${one}-${String(number).padStart(2, '0')}-${ofDay.padStart(2, '0')}`).data ?? [],
  )
  const away = (date: PartialDate) => Math.abs(dayNumber(date) - dayNumber(published))
  return dates.toSorted((left, right) => away(left) - away(right))[0] ?? null
}

/**
 * The dates that words name, each once, in time: to be offered, never to be taken unasked. A day without a year is
 * given the year in which it is nearest to the publication of its source; without such a date it is left out.
 */
export const namedDates = (text: string, published: PartialDate | null): NamedDate[] => {
  const full = findDates(text)
  const found = full
    .filter(one => !full.some(other => other !== one && other.start <= one.start && other.end > one.end))
    .map(({ start, end, value }) => ({ start, end, date: value.date }))
  if (published !== null)
    for (const { expression, dayFirst } of yearless)
      for (const match of text.matchAll(expression)) {
        const [start, end] = [match.index, match.index + match[0].length]
        if (full.some(other => other.start < end && start < other.end)) continue
        const [, first = '', second = ''] = match
        const date = dayFirst ? nearest(second, first, published) : nearest(first, second, published)
        if (date !== null) found.push({ start, end, date })
      }
  const dates = new Map<PartialDate, NamedDate>()
  for (const { start, end, date } of found)
    if (!dates.has(date)) dates.set(date, { date, words: text.slice(start, end).trim() })
  return [...dates.values()].sort((left, right) => comparePartialDates(left.date, right.date))
}
