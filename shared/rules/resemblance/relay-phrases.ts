import { type Cue, cues } from './relay-cues.ts'
import type { Words } from './words.ts'

/** Words by which a text may name someone as the origin of what it says. */
export type RelayPhrase = {
  /** As they stand in the text: the cue, and the words beside it that may be a name. */
  words: string
  /** Those words, folded as {@link nameWords} folds a name. */
  near: string[]
}

/** Words beside the cue among which the name may stand. */
const reach = 8
const mostPhrases = 40

const wordsIn = /[\p{L}\p{N}\p{M}]+/gu
const named = /(?<![\p{L}\p{N}\p{M}])[\p{Lu}\p{Lo}\p{N}]/u
// The full stop behind a single letter is that of an initial.
const stop = /(?:[!?…;:]|(?<!(?<!\p{L})\p{L})\.)["”»“)]*\s+(?=["“„«(]?[\p{Lu}\p{N}])|\n/gu
/** Behind a name a comma ends it; before one it may belong to it, as in “X, the agency, reported”. */
const stopBehind = /(?:[!?…;:,]|(?<!(?<!\p{L})\p{L})\.)["”»“)]*\s|\n/u

const fold = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')

/** Small words, and kinds of publisher that a text puts before a name or leaves out of it. */
const passedOver = new Set(
  'the of and a an l d der die das den dem des und la le les el los las de del du et y i www com net org news agency newspaper agentur zeitung agence agencia agencja agencji агентство агентства агентством издание издания видання газета газеты газети портал портала порталу'
    .split(' ')
    .map(fold),
)

const folded = (words: string): string[] =>
  (words.match(wordsIn) ?? []).map(fold).filter(word => word !== '' && !passedOver.has(word))

/** The words of a name that tell it from others, in their order. Empty when there is none. */
export const nameWords = (name: string): string[] => folded(name)

/**
 * Names are inflected: «Українська правда» is cited as «Української правди». Long words agree when only their last
 * letters differ; in English and in short names nothing may.
 */
export const isSameWord = (one: string, other: string): boolean => {
  if (one === other) return true
  const shorter = Math.min(one.length, other.length)
  if (shorter < 5 || Math.max(one.length, other.length) - shorter > 2) return false
  let alike = 0
  while (alike < shorter && one[alike] === other[alike]) alike++
  return alike >= Math.max(4, shorter - 2)
}

/** Whether a name stands among these words, all of its words in a row. */
export const isNamed = (name: readonly string[], near: readonly string[]): boolean => {
  if (name.join('').length < 3) return false
  for (let at = 0; at + name.length <= near.length; at++)
    if (name.every((word, index) => isSameWord(word, near[at + index] ?? ''))) return true
  return false
}

const stands = ({ keys }: Cue, words: Words, at: number): boolean =>
  keys.every((key, index) => words.keys[at + index] === key)

/** The words behind a cue, up to the next comma or the end of the sentence. */
const wordsAfter = (text: string, words: Words, cue: number): [number, number] => {
  const from = words.ends[cue] as number
  const to = words.ends[Math.min(words.count - 1, cue + reach)] as number
  const end = stopBehind.exec(text.slice(from, to))?.index
  return [from, end === undefined ? to : from + end]
}

/** The words before a cue, from the beginning of the sentence. */
const wordsBefore = (text: string, words: Words, cue: number): [number, number] => {
  const start = words.starts[Math.max(0, cue - reach)] as number
  const to = words.starts[cue] as number
  const ends = [...text.slice(start, to).matchAll(stop)]
  const last = ends.at(-1)
  return [last ? start + last.index + last[0].length : start, to]
}

/** The words of a phrase on one line, with the quotation mark that closes behind the last. */
const shown = (text: string, start: number, end: number): string => {
  const words = text.slice(start, end).replace(/\s+/g, ' ').trim()
  const closes = /^["”»“]/u.exec(text.slice(end))?.[0] ?? ''
  return /["“„«][^"”»“]*$/u.test(words) ? words + closes : words
}

/**
 * Every place that may name an origin, each set of words once. Most of them name a person, or nobody: whether it is the
 * name of a publisher or an author is for those who know them.
 */
export const relayPhrases = (text: string, words: Words): RelayPhrase[] => {
  const known = cues()
  const found = new Map<string, RelayPhrase>()
  for (let at = 0; at < words.count && found.size < mostPhrases; at++) {
    const fitting = (known.get(words.keys[at] as number) ?? []).filter(cue => stands(cue, words, at))
    let last = at
    for (const cue of fitting) {
      // The shorter cue in a longer one says the same; one before a name and one behind another may be the same word.
      if (cue.keys.length < last - at + 1) continue
      last = at + cue.keys.length - 1
      const [from, to] = cue.isBefore ? wordsAfter(text, words, last) : wordsBefore(text, words, at)
      const near = text.slice(from, to)
      if (!named.test(near)) continue
      const name = folded(near)
      const start = cue.isBefore ? (words.starts[at] as number) : from
      const end = cue.isBefore ? to : (words.ends[last] as number)
      const key = name.join(' ')
      if (name.length > 0 && !found.has(key)) found.set(key, { words: shown(text, start, end), near: name })
    }
    at = last
  }
  return [...found.values()]
}
