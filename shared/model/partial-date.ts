import * as z from 'zod'

const daysInMonth = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

const isReal = (words: string) => {
  const [year = 0, month = 1, day = 1] = words.replace('~', '').split('-').map(Number)
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/**
 * A date as precise as it is known: `2025`, `2025-03` or `2025-03-11`, with a trailing `~` for "about"
 * (EDTF, ISO 8601-2, level 0 plus the approximate qualifier).
 */
export const partialDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?~?$/, 'a date is written 2025, 2025-03 or 2025-03-11, with ~ for about')
  .refine(isReal, 'there is no such day')
  .brand<'partialDate'>()
export type PartialDate = z.infer<typeof partialDate>

/** The days a partial date may mean, first and last, both included, as `YYYY-MM-DD`. "About" widens nothing: it is a qualifier, not a range. */
export type DaySpan = { readonly first: string; readonly last: string }

const spanOf = (date: PartialDate): DaySpan => {
  const [year = '', month, day] = date.replace('~', '').split('-')
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` }
  if (day !== undefined) return { first: `${year}-${month}-${day}`, last: `${year}-${month}-${day}` }
  const last = String(daysInMonth(Number(year), Number(month))).padStart(2, '0')
  return { first: `${year}-${month}-01`, last: `${year}-${month}-${last}` }
}

/** A case has few dates and asks for their days again and again: those of so many are kept. */
const mostSpans = 20_000
const spans = new Map<PartialDate, DaySpan>()

export const daySpan = (date: PartialDate): DaySpan => {
  const known = spans.get(date)
  if (known) return known
  const span = spanOf(date)
  if (spans.size >= mostSpans) spans.clear()
  spans.set(date, span)
  return span
}

export const isAbout = (date: PartialDate): boolean => date.endsWith('~')

/** Orders by first possible day, then by last; unknown dates come last. */
export const comparePartialDates = (left: PartialDate | null, right: PartialDate | null): number => {
  if (left === right) return 0
  if (left === null || right === null) return left === null ? 1 : -1
  const [a, b] = [daySpan(left), daySpan(right)]
  if (a.first !== b.first) return a.first < b.first ? -1 : 1
  return a.last === b.last ? 0 : a.last < b.last ? -1 : 1
}
