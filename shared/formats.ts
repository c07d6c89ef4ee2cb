import { spokenLocale } from './language.ts'

/** Makes what a locale decides when it is first asked for, and anew once another locale is spoken. Never as a module loads. */
const inLocale = <Made>(make: (locale: string) => Made): (() => Made) => {
  let known: { locale: string; made: Made } | undefined
  return () => {
    const locale = spokenLocale()
    if (known?.locale !== locale) known = { locale, made: make(locale) }
    return known.made
  }
}

const conjunction = inLocale(locale => new Intl.ListFormat(locale, { type: 'conjunction' }))
const disjunction = inLocale(locale => new Intl.ListFormat(locale, { type: 'disjunction' }))

/** "A, B and C". */
export const listWords = (words: readonly string[]): string => conjunction().format(words)

/** "A, B and C" in its parts: each element, and what stands between. */
export const listParts = (words: readonly string[]) => conjunction().formatToParts(words)

/** "A, B or C". */
export const choiceWords = (words: readonly string[]): string => disjunction().format(words)

const figures = inLocale(locale => new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }))

/** A number as people read it: `1,250.5`. */
export const figureWords = (value: number): string => figures().format(value)

const hundredths = inLocale(
  locale => new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
)

/** A number with two decimals: `0.85`. */
export const hundredthWords = (value: number): string => hundredths().format(value)

/** The name of the year is left out ("2025 р."): a full stop after it would be one too many at the end of a sentence. */
const withoutYearWord = (format: Intl.DateTimeFormat, date: Date): string =>
  format
    .formatToParts(date)
    .map(({ value }) => value)
    .join('')
    .replace(/[\s\u00a0]р\.$/u, '')

const dateFormat = (options: Intl.DateTimeFormatOptions) => {
  const format = inLocale(locale => new Intl.DateTimeFormat(locale, options))
  return (date: Date): string => withoutYearWord(format(), date)
}

/** "14:02", in the time zone of the analyst. */
export const timeWords = dateFormat({ hour: '2-digit', minute: '2-digit' })
/** "11 Mar 2025", in the time zone of the analyst. */
export const dayWords = dateFormat({ day: 'numeric', month: 'short', year: 'numeric' })
/** "Tuesday 11 March 2025", in the time zone of the analyst. */
export const longDayWords = dateFormat({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
/** "March 2025", of a day that is written in UTC. */
export const monthWords = dateFormat({ month: 'long', year: 'numeric', timeZone: 'UTC' })
/** "Mar", of a day that is written in UTC. */
export const shortMonthWords = dateFormat({ month: 'short', timeZone: 'UTC' })
/** "11 Mar", of a day that is written in UTC. */
export const shortDayWords = dateFormat({ day: 'numeric', month: 'short', timeZone: 'UTC' })
/** "11 Mar 2025, 14:02", in the time zone of the analyst. */
export const dayAndTimeWords = dateFormat({ dateStyle: 'medium', timeStyle: 'short' })

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
const sizes = units.map((unit, step) =>
  inLocale(locale => new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: step === 0 ? 0 : 1 })),
)

/** A size of a file in its largest fitting unit of a thousand: "1.3 MB". */
export const sizeWords = (bytes: number): string => {
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)))
  return sizes[step]?.().format(bytes / 1000 ** step) ?? ''
}

const spans = new Map<string, () => Intl.NumberFormat>()

/** A stretch of time, or a range of them: "30 days", "1–2 months". */
export const spanWords = (low: number, high: number, unit: 'hour' | 'day' | 'week' | 'month' | 'year'): string => {
  const format =
    spans.get(unit) ??
    inLocale(
      locale => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 6 }),
    )
  spans.set(unit, format)
  return low === high ? format().format(low) : format().formatRange(low, high)
}

const order = inLocale(locale => new Intl.Collator(locale, { numeric: true, sensitivity: 'base' }))

/** Compares words as people put them in order: by the alphabet of the language spoken, numbers by their size. */
export const compareWords = (one: string, other: string): number => order().compare(one, other)
