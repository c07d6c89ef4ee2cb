import type { Sought } from './match.ts'
import { runTogetherLetters, wordMarks } from './scripts.ts'

/** Half-open ranges in UTF-16 code units. */
export type Range = { start: number; end: number }

/** A place where a phrase of the query stands. */
export type Place = Range & { phrase: number }

/** Finds the places of a query's phrases in a text, first things first. */
export type Finder = (text: string) => Place[]

// As the tokenizer of the index, unicode61 with remove_diacritics=2, cuts and folds: letters, digits and private use make
// words, marks within them count for nothing, and so do the accents of Latin letters. Scripts without spaces are cut
// anywhere (scripts.ts).
const mark = '[\\u0300-\\u036f]'
const ofWord = `\\p{L}\\p{N}\\p{Co}${wordMarks}`
const inSpacedWord = new RegExp(`^(?:(?![${runTogetherLetters}])[${ofWord}]|${mark})$`, 'u')
const runs = new RegExp(
  `[${runTogetherLetters}]+|(?:(?![${runTogetherLetters}])[${ofWord}])(?:(?![${runTogetherLetters}])[${ofWord}]|${mark})*`,
  'gu',
)
const runTogether = new RegExp(`^[${runTogetherLetters}]`, 'u')
const marks = /[\u0300-\u036f]/g
const escaped = (letter: string): string => letter.replace(/[\\^$.*+?()[\]{}|]/, '\\$&')

const withoutMarks = (text: string): string => text.normalize('NFD').replace(marks, '')

const latin = [
  [0xc0, 0x24f],
  [0x1e00, 0x1eff],
] as const

let variants: Map<string, string> | undefined

/** By plain letter: the accented Latin letters that the index takes for it. */
const variantsOf = (letter: string): string => {
  if (!variants) {
    variants = new Map()
    for (const [from, to] of latin)
      for (let code = from; code <= to; code++) {
        const accented = String.fromCharCode(code)
        const plain = withoutMarks(accented).toLowerCase()
        if (plain !== accented && plain.length === 1) variants.set(plain, (variants.get(plain) ?? '') + accented)
      }
  }
  return variants.get(letter) ?? ''
}

const isLatin = (letter: string): boolean => letter < '\u0250' || (letter >= '\u1e00' && letter <= '\u1eff')

const plainLetter = (letter: string): string => (isLatin(letter) ? withoutMarks(letter).toLowerCase() : letter)

const letterPattern = (letter: string): string => {
  const plain = plainLetter(letter)
  const others = plain.length === 1 ? variantsOf(plain) : ''
  return `${others === '' ? escaped(plain) : `[${plain}${others}]`}${mark}*`
}

/** Whether a text has letters that may stand for others. */
const mayHaveAccents = /[\u00c0-\u024f\u1e00-\u1eff]|[\u0300-\u036f]/

const isInWord = (text: string, at: number): boolean => {
  const code = text.codePointAt(at)
  if (code === undefined) return false
  // The letters of English, which most texts are full of.
  if (code < 0x80) return (code > 0x60 && code < 0x7b) || (code > 0x40 && code < 0x5b) || (code > 0x2f && code < 0x3a)
  return inSpacedWord.test(String.fromCodePoint(code))
}

/** The code unit before `at` that begins a character. */
const before = (text: string, at: number): number =>
  at >= 2 && (text.charCodeAt(at - 1) & 0xfc00) === 0xdc00 ? at - 2 : at - 1

/** One text may hold thousands of places; for a snippet the first ones tell enough. */
const mostPlaces = 40

/** How far behind the first place of the only phrase another one is still shown in the same snippet. */
const reach = 180

type Wanted = {
  asTyped: RegExp
  plain: () => RegExp
  anyAccent: () => RegExp
  isPrefix: boolean
  /** Whether it begins, and ends, with a word that has a beginning and an end. */
  begins: boolean
  ends: boolean
}

const once = <Value>(make: () => Value): (() => Value) => {
  let made: { value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const wantedOf = ({ text, prefix }: Sought): Wanted[] => {
  const words = text.match(runs) ?? []
  if (words.length === 0) return []
  const flags = words.length > 1 ? 'giu' : 'gi'
  const together = words.map(word => runTogether.test(word))
  const over = (pattern: (letter: string) => string) =>
    new RegExp(
      words
        .map((word, at) => {
          const letters = [...word.replace(marks, '')].map(pattern).join('')
          return at === 0 ? letters : `[^${ofWord}]${together[at] === together[at - 1] ? '+' : '*'}${letters}`
        })
        .join(''),
      flags,
    )
  const ends = together.at(-1) === false
  return [
    {
      asTyped: over(escaped),
      plain: once(() => over(letter => escaped(plainLetter(letter)))),
      anyAccent: once(() => over(letterPattern)),
      isPrefix: prefix && ends,
      begins: together[0] === false,
      ends,
    },
  ]
}

/** What a pattern finds is held against the letters around it. */
const scan = (text: string, pattern: RegExp, phrase: number, wanted: Wanted, most: number, far: number): Place[] => {
  const places: Place[] = []
  pattern.lastIndex = 0
  while (places.length < most) {
    const hit = pattern.exec(text)
    if (!hit || hit.index > (places[0]?.start ?? hit.index) + far) break
    const start = hit.index
    let end = start + hit[0].length
    const goesOn = wanted.ends && isInWord(text, end)
    if ((wanted.begins && start > 0 && isInWord(text, before(text, start))) || (goesOn && !wanted.isPrefix)) {
      pattern.lastIndex = start + 1
      continue
    }
    if (goesOn) while (isInWord(text, end)) end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1
    places.push({ phrase, start, end })
  }
  return places
}

/** In the order of the text, of two at one place the longer first. */
const inOrder = (places: Place[]): Place[] =>
  places.sort((one, other) => one.start - other.start || other.end - one.end)

/**
 * A finder for a snippet: some of the places in a text. First as typed, and only where that is nowhere with any accents,
 * which takes ten times as long. A word of a script that SQLite folds and this does not is found, but not marked.
 */
export const finderOf = (sought: readonly Sought[]): Finder => {
  const wanted = sought.flatMap(wantedOf)
  const far = wanted.length === 1 ? reach : Number.POSITIVE_INFINITY
  return text =>
    inOrder(
      wanted.flatMap((one, phrase) => {
        const places = scan(text, one.asTyped, phrase, one, mostPlaces, far)
        return places.length > 0 ? places : scan(text, one.anyAccent(), phrase, one, mostPlaces, far)
      }),
    )
}

/** A finder of all places, with any accents; where two overlap the first stands for both. */
export const thoroughFinderOf = (sought: readonly Sought[]): Finder => {
  const wanted = sought.flatMap(wantedOf)
  return text => {
    const accents = mayHaveAccents.test(text)
    let done = 0
    return inOrder(
      wanted.flatMap((one, phrase) => {
        const pattern = accents ? one.anyAccent() : one.plain()
        return scan(text, pattern, phrase, one, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY)
      }),
    ).filter(({ start, end }) => {
      if (start < done) return false
      done = end
      return true
    })
  }
}
