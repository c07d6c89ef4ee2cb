import { IntlMessageFormat, type PrimitiveType } from 'intl-messageformat'
import { type BriefingMessageKey, briefingMessages } from '../../shared/messages/briefing.ts'

const parsed = new Map<BriefingMessageKey, IntlMessageFormat>()

/** The words of a briefing for a key of the catalogue, with its values filled in. */
export const say = (key: BriefingMessageKey, values?: Record<string, PrimitiveType>): string => {
  const format = parsed.get(key) ?? new IntlMessageFormat(briefingMessages[key], 'en', undefined, { ignoreTag: true })
  parsed.set(key, format)
  return String(format.format(values))
}

const conjunction = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** "A, B and C". */
export const listWords = (words: readonly string[]): string => conjunction.format(words)

/** The first letter as a capital, for words that open a sentence or a cell. */
export const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
