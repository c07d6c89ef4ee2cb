import { patternOf } from '../language.ts'
import { rulesMessages } from '../messages/rules.ts'
import { tradecraftMessages } from '../messages/tradecraft.ts'
import { wordsMessages } from '../messages/words.ts'

const patterns = { ...rulesMessages, ...tradecraftMessages, ...wordsMessages }

export type SentenceKey = keyof typeof patterns

/**
 * The message with its arguments put in. Only plain `{name}` arguments, which is all that {@link rulesMessages},
 * {@link tradecraftMessages} and {@link wordsMessages} use (held by test/shared/rules/words.test.ts); one that is missing is a programmer error.
 */
export const sentence = (key: SentenceKey, values: Readonly<Record<string, string>> = {}): string =>
  patternOf(key, patterns[key]).replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`The message ${key} needs the argument ${name}`)
    return value
  })

/** Words between the quotation marks of the language spoken. */
export const quotedWords = (words: string): string => sentence('words.quoted', { words })

/** At most `length` UTF-16 code units, cut at a space where there is one, never inside a surrogate pair, with an ellipsis. */
export const clipped = (text: string, length: number): string => {
  // Most words need no flattening, which takes longer than to see that.
  const flat = /\s\s|[^\S ]|^\s|\s$/.test(text) ? text.replace(/\s+/g, ' ').trim() : text
  if (flat.length <= length) return flat
  const cut = flat.slice(0, length - 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > length / 2 ? cut.slice(0, space) : cut).replace(/[\uD800-\uDBFF]$/, '').trimEnd()}…`
}
