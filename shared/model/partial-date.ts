import { z } from 'zod'

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
export type DaySpan = { first: string; last: string }

export const daySpan = (date: PartialDate): DaySpan => {
  const [year = '', month, day] = date.replace('~', '').split('-')
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` }
  if (day !== undefined) return { first: `${year}-${month}-${day}`, last: `${year}-${month}-${day}` }
  const last = String(daysInMonth(Number(year), Number(month))).padStart(2, '0')
  return { first: `${year}-${month}-01`, last: `${year}-${month}-${last}` }
}

export const isAbout = (date: PartialDate): boolean => date.endsWith('~')

/** Orders by first possible day, then by last; unknown dates come last. */
export const comparePartialDates = (left: PartialDate | null, right: PartialDate | null): number => {
  if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1
  const [a, b] = [daySpan(left), daySpan(right)]
  return a.first.localeCompare(b.first) || a.last.localeCompare(b.last)
}
