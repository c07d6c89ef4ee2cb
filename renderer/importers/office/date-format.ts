import { remembered, tokensOf } from './format-tokens.ts'

/** True for a format that shows a number as a date or a time. */
export const isDateFormat: (section: string) => boolean = remembered(section => {
  const signs = section.replace(/"[^"]*"|\\.|_.|\*./gu, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
  return /[ymdhs]/i.test(signs) && !/[#?]/.test(signs)
})

const day = 86_400_000

/** The moment of a serial number of days; null when there is none. The count from 1900 has a day that never was. */
function momentOf(serial: number, from1904: boolean): Date | null {
  if (!(serial >= 0 && serial < 2_958_466)) return null
  const whole = Math.floor(serial)
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole < 60 ? 31 : 30)
  return new Date(epoch + whole * day)
}

const months = Array.from({ length: 12 }, (_, index) =>
  new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, index, 1)),
)
const weekdays = Array.from({ length: 7 }, (_, index) =>
  new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 8, 1 + index)),
)

type Part = { words: string; literal: boolean }

/** A number of days as a date or time in that format (ECMA-376, 18.8.31), in English; null when it is none. */
export function dateWords(serial: number, section: string, from1904: boolean): string | null {
  const parts = partsOf(section)
  const fractionPlaces = /\.(0+)/.exec(parts.map(({ words }) => words).join(''))?.[1]?.length ?? 0
  // Rounded to what is shown, so that 12:59:59.9999 is 13:00:00.
  const unit = 10 ** fractionPlaces
  const elapsed = parts.some(({ words, literal }) => !literal && /^\[/.test(words))
  const ticks = Math.round(serial * 86_400 * unit)
  const date = momentOf(elapsed ? 0 : ticks / (86_400 * unit), from1904)
  if (!date || serial < 0) return null
  const seconds = Math.floor(ticks / unit)
  const clock = {
    hours: Math.floor(seconds / 3600) % 24,
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
    fraction: String(ticks % unit).padStart(fractionPlaces, '0'),
    total: seconds,
    half: parts.some(({ words, literal }) => !literal && /^(?:am\/pm|a\/p)$/i.test(words)),
  }
  return parts
    .map((part, index) => (part.literal ? part.words : shown(part.words, date, clock, isMinute(parts, index))))
    .join('')
}

type Clock = { hours: number; minutes: number; seconds: number; fraction: string; total: number; half: boolean }

const two = (value: number, length: number) => String(value).padStart(Math.min(length, 2), '0')

function shown(sign: string, date: Date, clock: Clock, minute: boolean): string {
  const { length } = sign
  const hours = clock.half ? clock.hours % 12 || 12 : clock.hours
  switch (sign[0]?.toLowerCase()) {
    case 'y':
      return length <= 2 ? two(date.getUTCFullYear() % 100, 2) : String(date.getUTCFullYear())
    case 'm':
      return minute ? two(clock.minutes, length) : monthWords(date.getUTCMonth(), length)
    case 'd': {
      if (length <= 2) return two(date.getUTCDate(), length)
      const name = weekdays[date.getUTCDay()] ?? ''
      return length === 3 ? name.slice(0, 3) : name
    }
    case 'h':
      return two(hours, length)
    case 's':
      return two(clock.seconds, length)
    case 'a':
      if (/^am\/pm$/i.test(sign)) return clock.hours < 12 ? 'AM' : 'PM'
      return clock.hours < 12 ? 'A' : 'P'
    case '[': {
      const whole = /h/i.test(sign) ? clock.total / 3600 : /m/i.test(sign) ? clock.total / 60 : clock.total
      return String(Math.floor(whole)).padStart(length - 2, '0')
    }
    case '.':
      return length > 1 ? `.${clock.fraction}` : '.'
    default:
      return sign
  }
}

function monthWords(month: number, length: number): string {
  const name = months[month] ?? ''
  if (length <= 2) return two(month + 1, length)
  if (length === 3) return name.slice(0, 3)
  return length === 5 ? name.slice(0, 1) : name
}

/** `m` is a minute right after hours or right before seconds. */
function isMinute(parts: readonly Part[], index: number): boolean {
  if (!/^m{1,2}$/i.test(parts[index]?.words ?? '')) return false
  const units = (list: Part[]) =>
    list.find(({ words, literal }) => !literal && /^\[?[ymdhsa]/i.test(words))?.words ?? ''
  return /^\[?h/i.test(units(parts.slice(0, index).reverse())) || /^\[?s/i.test(units(parts.slice(index + 1)))
}

const partsOf: (section: string) => readonly Part[] = remembered(section => {
  const parts: Part[] = []
  for (const { words, literal } of tokensOf(section.replace(/\[(h+|m+|s+)\]/gi, '"\u0001$1"'))) {
    if (words.startsWith('\u0001')) parts.push({ words: `[${words.slice(1)}]`, literal: false })
    else if (literal) parts.push({ words, literal })
    else {
      const last = parts.at(-1)
      const joined = (last?.literal === false ? last.words : '') + words
      if (last && !last.literal && joins(joined)) last.words = joined
      else parts.push({ words, literal: false })
    }
  }
  return parts.map(part => (part.words === '@' ? { words: '', literal: true } : part))
})

const joins = (words: string) =>
  /^(?:y+|m+|d+|h+|s+|\.0+)$/i.test(words) ||
  'am/pm'.startsWith(words.toLowerCase()) ||
  'a/p'.startsWith(words.toLowerCase())
