import { type PartialDate, partialDate } from '../../../shared/model/partial-date.ts'

/** A date as a document words it. `readings` has one entry when it is clear and two when day and month can be swapped. */
export type StatedDate = { stated: string; readings: PartialDate[] }

const locales = ['en', 'uk', 'ru', 'de', 'fr', 'es', 'pl']

// Month names as they stand beside a day: Slavic languages decline them.
const monthNames = locales.flatMap(locale =>
  Array.from({ length: 12 }, (_, index) => {
    const parts = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' })
      .formatToParts(Date.UTC(2025, index, 1))
      .find(part => part.type === 'month')
    return { name: (parts?.value ?? '').toLowerCase(), month: index + 1 }
  }),
)

/** The month a word names, in full or shortened to three letters or more; 0 when it names none. */
function monthOf(word: string): number {
  const name = word.toLowerCase().replace(/\.$/, '')
  if (name.length < 3) return 0
  if (name === 'sept') return 9
  return (
    (monthNames.find(known => known.name === name) ?? monthNames.find(known => known.name.startsWith(name)))?.month ?? 0
  )
}

const two = (value: string | number) => String(value).padStart(2, '0')

/** Null when there is no such day. */
const dateOf = (year: string, month?: string | number, day?: string | number): PartialDate | null => {
  const words = [year, ...(month === undefined ? [] : [two(month)]), ...(day === undefined ? [] : [two(day)])].join('-')
  return partialDate.safeParse(words).data ?? null
}

const weekday = String.raw`(?:\p{L}{2,12}\.?,?\s+)?`
const timeOfDay = String.raw`(?:(?:\s*,?\s*(?:at\s+)?|T)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{1,4}|[+-]\d{2}:?\d{2})?)?`
const year = String.raw`(?<year>(?:19|20)\d{2})`
const shape = (date: string) => new RegExp(`^${weekday}${date}${timeOfDay}$`, 'u')

const dayMonthYear = shape(
  String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:de\s+)?(?<month>\p{L}{3,12}\.?),?\s+(?:de\s+)?${year}(?:\s*(?:г|р)\.?)?`,
)
const monthDayYear = shape(String.raw`(?<month>\p{L}{3,12}\.?)\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+${year}`)
const monthYear = new RegExp(String.raw`^(?<month>\p{L}{3,12}\.?)\s+${year}$`, 'u')
const iso = shape(String.raw`${year}-(?<month>\d{2})-(?<day>\d{2})`)
const numbers = shape(String.raw`(?<first>\d{1,2})(?<mark>[./-])(?<second>\d{1,2})\k<mark>${year}`)

/**
 * Reads words that are a date and nothing else: "14 March 2025", "Mar 14, 2025", "2025-03-14T09:00Z", "05.01.2025".
 * Null when they are not. Numbers that fit both day.month and month.day have two readings, day.month first.
 */
export function readDate(words: string): StatedDate | null {
  const stated = words.trim()
  if (stated.length > 60) return null
  const readings = readingsOf(stated).filter(reading => reading !== null)
  return readings.length > 0 ? { stated, readings: [...new Set(readings)] } : null
}

function readingsOf(words: string): (PartialDate | null)[] {
  const named = (dayMonthYear.exec(words) ?? monthDayYear.exec(words) ?? monthYear.exec(words))?.groups
  if (named) {
    const month = monthOf(named.month ?? '')
    return month === 0 ? [] : [dateOf(named.year ?? '', month, named.day)]
  }
  const plain = iso.exec(words)?.groups
  if (plain) return [dateOf(plain.year ?? '', plain.month, plain.day)]
  const swapped = numbers.exec(words)?.groups
  if (swapped) {
    const { year: ofYear = '', first, second } = swapped
    return [dateOf(ofYear, second, first), dateOf(ofYear, first, second)]
  }
  return []
}
