import { isAbout, type PartialDate } from '../../model/partial-date.ts'
import type { Bibliography } from '../../model/source.ts'

/** What a citation is made of. */
export type Cited = Bibliography

/** A date by its parts, as far as it is known. */
export type DateParts = { year: number; month: number | null; day: number | null; about: boolean }

export const dateParts = (date: PartialDate): DateParts => {
  const [year, month, day] = date.replace('~', '').split('-').map(Number)
  return { year: year ?? 0, month: month ?? null, day: day ?? null, about: isAbout(date) }
}

/**
 * The year of publication. An ambiguous date has one where all its readings agree on it: which of two numbers is the
 * month is never guessed, and need not be for this.
 */
export const yearOf = ({ published, publishedReadings }: Cited): { year: number; about: boolean } | null => {
  if (published !== null) return dateParts(published)
  const years = new Set(publishedReadings.map(reading => dateParts(reading).year))
  const [year] = years
  return years.size === 1 && year !== undefined ? { year, about: false } : null
}

/** The digital object identifier that an address holds (ISO 26324: `10.`, the registrant, a slash, the rest). */
export const doiOf = (address: string): string | null =>
  /(?:^|doi\.org\/|doi:\s*)(10\.\d{4,9}\/[^\s?#]+)/i.exec(address)?.[1]?.replace(/[.,;]$/, '') ?? null

export const onOneLine = (words: string): string => words.replace(/\s+/g, ' ').trim()

/** The numbers of a date as two digits each. */
export const twoDigits = (number: number): string => String(number).padStart(2, '0')
