import { daySpan, type PartialDate } from '../../model/partial-date.ts'

/** Days since 1 January 1970, in the proleptic Gregorian calendar, as on every axis of time here. Fractions are parts of a day. */
export type Day = number

const dayLength = 86_400_000

/** The number of a day written `YYYY-MM-DD`. */
export const dayOf = (written: string): Day => Date.parse(`${written}T00:00:00Z`) / dayLength

/** A day as it is written: `YYYY-MM-DD`. */
export const writtenDay = (day: Day): string => new Date(Math.floor(day) * dayLength).toISOString().slice(0, 10)

/** The days from `first` up to `end`, which is the first day after. */
export type Days = { first: Day; end: Day }

/** The days that a partial date may mean. */
export const daysOf = (date: PartialDate): Days => {
  const { first, last } = daySpan(date)
  return { first: dayOf(first), end: dayOf(last) + 1 }
}

/** Year, month from 0 and day of the month of a day. */
export const calendarDay = (day: Day): { year: number; month: number; date: number } => {
  const instant = new Date(Math.floor(day) * dayLength)
  return { year: instant.getUTCFullYear(), month: instant.getUTCMonth(), date: instant.getUTCDate() }
}

/** The first day of a month counted from 0; months beyond the year go over into the next. */
export const monthStart = (year: number, month: number): Day => {
  const instant = new Date(0)
  instant.setUTCFullYear(year, month, 1)
  return instant.getTime() / dayLength
}
