import { type PartialDate, partialDate } from '../../../shared/model/partial-date.ts'

/** A date as a document words it. `readings` has one entry when it is clear, two when it can be read in two ways, none when it has no year. */
export type StatedDate = { stated: string; readings: PartialDate[] }

/** Languages whose months may be shortened to three letters or more, and those whose months are known in full only. */
const shortened = ['en', 'uk', 'ru', 'de', 'fr', 'es', 'pl']
const inFull = ['it', 'pt', 'nl', 'ro', 'cs', 'sk', 'sv', 'da', 'nb', 'fi', 'tr', 'el', 'be', 'bg', 'sr', 'mk']

type MonthName = { name: string; month: number }

// Month names as they stand beside a day: Slavic languages decline them.
const namesOf = (locale: string): MonthName[] => {
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, index) => {
    const parts = format.formatToParts(Date.UTC(2025, index, 1))
    return { name: (parts.find(({ type }) => type === 'month')?.value ?? '').toLowerCase(), month: index + 1 }
  })
}

let known: { abbreviable: MonthName[]; all: MonthName[] } | undefined

/** Made at the first date: asking for the month names of so many languages takes a while. */
function monthNames() {
  if (!known) {
    const abbreviable = shortened.flatMap(namesOf)
    known = { abbreviable, all: [...abbreviable, ...inFull.flatMap(namesOf)] }
  }
  return known
}

const distinct = (names: MonthName[]) => [...new Set(names.map(({ month }) => month))]

/** The months a word names, in full or shortened; several when languages disagree, none when it names none. */
function monthsOf(word: string): number[] {
  const name = word.toLowerCase().replace(/\.$/, '')
  if (name.length < 3) return []
  if (name === 'sept') return [9]
  const { abbreviable, all } = monthNames()
  const exact = distinct(all.filter(month => month.name === name))
  return exact.length > 0 ? exact : distinct(abbreviable.filter(month => month.name.startsWith(name))).slice(0, 1)
}

const two = (value: string | number) => String(value).padStart(2, '0')

/** Null when there is no such day. */
const dateOf = (year: string, month?: string | number, day?: string | number): PartialDate | null => {
  const words = [year, ...(month === undefined ? [] : [two(month)]), ...(day === undefined ? [] : [two(day)])].join('-')
  return partialDate.safeParse(words).data ?? null
}

const weekday = String.raw`(?:\p{L}{2,12}\.?,?\s+)?`
const clock = String.raw`\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?(?:m\.?)?|Uhr|horas|h)?`
const zone = String.raw`(?:[A-Z]{1,5}|(?:GMT|UTC)?[+-]\d{1,2}:?\d{0,2})?(?:\s*\([^()]{1,60}\))?`
const timeOfDay = String.raw`(?:(?:\s*[,|–—-]?\s*(?:(?:at|@|à|um|о|об|в|kl\.?|a las|alle)\s+)?|T)(?:${clock}|\d{1,2}\s*[ap]\.?m\.?)\s*${zone})?`
const year = String.raw`(?<year>(?:19|20)\d{2})`
const ofMonth = String.raw`(?<month>\p{L}[\p{L}\p{M}]{2,13}\.?)`
const shape = (date: string) => new RegExp(`^${weekday}${date}${timeOfDay}$`, 'u')

const dayOfMonth = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|er|[º°.])?[\s/-]+(?:de\s+)?${ofMonth}`
const monthAndDay = String.raw`${ofMonth}\s+(?<day>\d{1,2})(?:st|nd|rd|th)?`
const dayMonthYear = shape(String.raw`${dayOfMonth}[,\s/-]+(?:del?\s+)?${year}(?:\s*(?:года|року|роки|roku|г|р|r)\.?)?`)
const monthDayYear = shape(String.raw`${monthAndDay},?\s+${year}`)
const monthYear = new RegExp(String.raw`^${ofMonth}\s+(?:de\s+)?${year}$`, 'u')
const yearFirst = shape(String.raw`${year}(?<mark>[./-])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})`)
const withSigns = shape(String.raw`${year}\s?[年년]\s?(?<month>\d{1,2})\s?[月월]\s?(?<day>\d{1,2})\s?[日일]`)
const numbers = shape(String.raw`(?<first>\d{1,2})(?<mark>[./-])(?<second>\d{1,2})\k<mark>${year}`)
/** "09:12, 14 March 2025", as newsrooms of many countries have it. */
const clockFirst = new RegExp(String.raw`^${clock}\s*(?:[A-Z]{2,5})?\s*[,|–—-]?\s+`, 'u')
const withoutYear = [new RegExp(`^${weekday}${dayOfMonth}$`, 'u'), new RegExp(`^${weekday}${monthAndDay}$`, 'u')]
/** PDF (ISO 32000, 7.9.4), ISO 8601 basic format, and what leaves the day or the month out. */
const compact =
  /^(?:D:)?(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<day>\d{2})(?:T?\d{4,6}(?:\.\d+)?(?:Z|[+-][\d:']{2,6})?)?$/
const partial = /^(?<year>(?:19|20)\d{2})(?:[/-](?<month>\d{1,2}))?$/

/** No date has more characters. */
const longest = 100

/**
 * Reads words that are a date and nothing else: "14 March 2025", "Mar 14, 2025", "2025-03-14T09:00Z", "05.01.2025".
 * Null when they are not. Numbers that fit both day.month and month.day have two readings, day.month first.
 */
export function readDate(words: string): StatedDate | null {
  const stated = words.trim()
  return stated.length > longest ? null : datedBy(stated, readingsOf(stated.replace(clockFirst, '')))
}

/** As {@link readDate}, and also the shapes that only machines write: "20250314", "D:20250314090000Z", "2025-03", "2025". */
export function readMarkedDate(words: string): StatedDate | null {
  const stated = words.trim()
  if (stated.length > longest) return null
  const { year: ofYear, month, day } = compact.exec(stated)?.groups ?? partial.exec(stated)?.groups ?? {}
  return ofYear ? datedBy(stated, [dateOf(ofYear, month, day)]) : readDate(stated)
}

/** Reads a day and a month without a year, such as "March 14": a date that is stated and has no reading. */
export function readDayAndMonth(words: string): StatedDate | null {
  const stated = words.trim()
  if (stated.length > longest) return null
  const found = withoutYear.map(shaped => shaped.exec(stated)?.groups).find(Boolean)
  const day = Number(found?.day)
  return found && day >= 1 && day <= 31 && monthsOf(found.month ?? '').length > 0 ? { stated, readings: [] } : null
}

const datedBy = (stated: string, readings: (PartialDate | null)[]): StatedDate | null => {
  const days = [...new Set(readings.filter(reading => reading !== null))]
  return days.length > 0 ? { stated, readings: days } : null
}

function readingsOf(words: string): (PartialDate | null)[] {
  const named = (dayMonthYear.exec(words) ?? monthDayYear.exec(words) ?? monthYear.exec(words))?.groups
  if (named) return monthsOf(named.month ?? '').map(month => dateOf(named.year ?? '', month, named.day))
  const plain = (yearFirst.exec(words) ?? withSigns.exec(words))?.groups
  if (plain) return [dateOf(plain.year ?? '', plain.month, plain.day)]
  const swapped = numbers.exec(words)?.groups
  if (swapped) {
    const { year: ofYear = '', first, second } = swapped
    return [dateOf(ofYear, second, first), dateOf(ofYear, first, second)]
  }
  return []
}
