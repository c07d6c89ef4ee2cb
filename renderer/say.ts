import { IntlMessageFormat, type PrimitiveType } from 'intl-messageformat'
import { dayWords, longDayWords, sizeWords, timeWords } from '../shared/formats.ts'
import { patternOf, spokenLocale } from '../shared/language.ts'
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
  const format = parsed.get(key) ?? new IntlMessageFormat(patternOf(key, messages[key]), spokenLocale())
  parsed.set(key, format)
  return String(format.format(values))
}

/** The time of day of an instant, in the analyst's time zone: "14:02". */
export const clock = (instant: string): string => timeWords(new Date(instant))

/** The day of an instant, in the analyst's time zone: "11 Mar 2025". */
export const day = (instant: string): string => dayWords(new Date(instant))

/** The day of an instant with its weekday, in the analyst's time zone: "Tuesday 11 March 2025". */
export const longDay = (instant: string): string => longDayWords(new Date(instant))

/** A size of a file in its largest fitting unit of a thousand: "1.3 MB". */
export const size = sizeWords
