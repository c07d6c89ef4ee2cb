import { IntlMessageFormat, type PrimitiveType } from 'intl-messageformat'
import { patternOf, spokenLocale } from '../shared/language.ts'
import { type MessageKey, messages } from '../shared/messages.ts'
import { clipped } from '../shared/rules/sentence.ts'

const longestTitle = 60

const parsed = new Map<MessageKey, IntlMessageFormat>()

/** The locale of what is parsed: the analyst may choose another language while the program runs. */
let parsedIn = spokenLocale()

const parse = (key: MessageKey) =>
  new IntlMessageFormat(patternOf(key, messages[key]), spokenLocale(), undefined, { ignoreTag: true })

/**
 * The words for a key of the catalogue, with its values filled in. A `title` or `quote` is cut where it is long: a line
 * of the history, a refusal or a progress line is to be read at a glance.
 */
export const say = (key: MessageKey, values: Record<string, PrimitiveType> = {}): string => {
  if (parsedIn !== spokenLocale()) parsed.clear()
  parsedIn = spokenLocale()
  const format = parsed.get(key) ?? parse(key)
  parsed.set(key, format)
  const short = (name: string, value: PrimitiveType) =>
    name === 'title' || name === 'quote' ? clipped(String(value), longestTitle) || '–' : value
  return String(
    format.format(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, short(name, value)]))),
  )
}
