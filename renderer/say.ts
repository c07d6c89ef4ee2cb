import { IntlMessageFormat, type PrimitiveType } from 'intl-messageformat'
import { type MessageKey, messages } from '../shared/messages.ts'

const parsed = new Map<MessageKey, IntlMessageFormat>()

/** Words without values, of which a screen says some dozens each time that it is drawn. */
const plain = new Map<MessageKey, string>()

/** The words for a key of the catalogue, with its values filled in. */
export const say = (key: MessageKey, values?: Record<string, PrimitiveType>): string => {
  const known = values === undefined ? plain.get(key) : undefined
  if (known !== undefined) return known
  const words = saidAnew(key, values)
  if (values === undefined) plain.set(key, words)
  return words
}

const saidAnew = (key: MessageKey, values?: Record<string, PrimitiveType>): string => {
  const format = parsed.get(key) ?? new IntlMessageFormat(messages[key], 'en')
  parsed.set(key, format)
  return String(format.format(values))
}

const timeOfDay = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/** The time of day of an instant, in the analyst's time zone: "14:02". */
export const clock = (instant: string): string => timeOfDay.format(new Date(instant))

const dayMonthYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

/** The day of an instant, in the analyst's time zone: "11 Mar 2025". */
export const day = (instant: string): string => dayMonthYear.format(new Date(instant))

const weekdayAndDay = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})

/** The day of an instant with its weekday, in the analyst's time zone: "Tuesday 11 March 2025". */
export const longDay = (instant: string): string => weekdayAndDay.format(new Date(instant))

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** A size of a file in its largest fitting unit of a thousand: "1.3 MB". */
export const size = (bytes: number): string => {
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)))
  return new Intl.NumberFormat('en-GB', {
    style: 'unit',
    unit: units[step] ?? 'byte',
    maximumFractionDigits: step === 0 ? 0 : 1,
  }).format(bytes / 1000 ** step)
}
