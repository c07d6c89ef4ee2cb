/** Half-open ranges in UTF-16 code units. */
export type Range = { start: number; end: number }

/** A place where a phrase of the query stands. */
type Place = Range & { phrase: number }

/** Finds the places of a query's phrases in a text, first things first. */
export type Finder = (text: string) => Place[]

// As the tokenizer of the index, unicode61 with remove_diacritics=2, cuts and folds: letters, digits and private use make
// words, marks within them count for nothing, and so do the accents of Latin letters.
const mark = '[\\u0300-\\u036f]'
const ofWord = /[\p{L}\p{N}\p{Co}]|[\u0300-\u036f]/u
const wordRun = /[\p{L}\p{N}\p{Co}](?:[\p{L}\p{N}\p{Co}]|[\u0300-\u036f])*/gu
const marks = /[\u0300-\u036f]/g
const betweenWords = '[^\\p{L}\\p{N}\\p{Co}]+'
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

const letterPattern = (letter: string): string => {
  const plain = isLatin(letter) ? withoutMarks(letter).toLowerCase() : letter
  const others = plain.length === 1 ? variantsOf(plain) : ''
  return `${others === '' ? escaped(plain) : `[${plain}${others}]`}${mark}*`
}

const isInWord = (text: string, at: number): boolean => {
  const code = text.codePointAt(at)
  return code !== undefined && ofWord.test(String.fromCodePoint(code))
}

/** The code unit before `at` that begins a character. */
const before = (text: string, at: number): number =>
  at >= 2 && (text.charCodeAt(at - 1) & 0xfc00) === 0xdc00 ? at - 2 : at - 1

/** One text may hold thousands of places; the first ones tell enough. */
const mostPlaces = 40

/** How much of a text a snippet shows, and how much of that stands before what was found. */
const longest = 180
const lead = 40

type Wanted = { asTyped: RegExp; anyAccent: () => RegExp; isPrefix: boolean }

const wantedOf = (phrase: string): Wanted[] => {
  const words = phrase.match(wordRun) ?? []
  if (words.length === 0) return []
  const flags = words.length > 1 ? 'giu' : 'gi'
  const over = (pattern: (letter: string) => string) =>
    new RegExp(words.map(word => [...word.replace(marks, '')].map(pattern).join('')).join(betweenWords), flags)
  let anyAccent: RegExp | undefined
  return [
    {
      asTyped: over(escaped),
      anyAccent: () => {
        anyAccent ??= over(letterPattern)
        return anyAccent
      },
      isPrefix: phrase.endsWith('*"'),
    },
  ]
}

/**
 * A finder for phrases as `matchExpression` writes them: in quotation marks, with a star where the last word may go on.
 * First as typed, and only where that is nowhere with any accents, which takes ten times as long; what a pattern finds is
 * held against the letters around it. A word of a script that SQLite folds and this does not is found, but not marked.
 */
export const finderOf = (phrases: readonly string[]): Finder => {
  const wanted = phrases.flatMap(wantedOf)
  const reach = wanted.length === 1 ? longest : Number.POSITIVE_INFINITY
  return text => {
    const scan = (pattern: RegExp, phrase: number, isPrefix: boolean): Place[] => {
      const places: Place[] = []
      pattern.lastIndex = 0
      while (places.length < mostPlaces) {
        const hit = pattern.exec(text)
        if (!hit || hit.index > (places[0]?.start ?? hit.index) + reach) break
        const start = hit.index
        let end = start + hit[0].length
        if (start > 0 && isInWord(text, before(text, start))) continue
        if (isPrefix) while (isInWord(text, end)) end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1
        else if (isInWord(text, end)) continue
        places.push({ phrase, start, end })
      }
      return places
    }
    return wanted
      .flatMap(({ asTyped, anyAccent, isPrefix }, phrase) => {
        const places = scan(asTyped, phrase, isPrefix)
        return places.length > 0 ? places : scan(anyAccent(), phrase, isPrefix)
      })
      .sort((one, other) => one.start - other.start || other.end - one.end)
  }
}

/** The stretch that shows the most of the phrases, the first of several. */
const bestStart = (places: readonly Place[]): number => {
  let best = 0
  let most = 0
  for (const [at, place] of places.entries()) {
    const seen = new Set<number>()
    for (let next = at; next < places.length; next++) {
      const other = places[next]
      if (!other || other.end > place.start + longest - lead) break
      seen.add(other.phrase)
    }
    if (seen.size > most) {
      most = seen.size
      best = place.start
    }
  }
  return best
}

const oneSpaced = (text: string): string => text.replaceAll(/\s+/g, ' ')

/** Some 180 characters of a text around its places, in one line, and where the places are within it. */
export const snippetOf = (text: string, places: readonly Place[]): { snippet: string; marks: Range[] } => {
  let from = Math.max(0, bestStart(places) - lead)
  let to = Math.min(text.length, from + longest)
  // Cut between words; a run without any space is cut where it must be.
  if (from > 0) {
    const space = text.slice(from, from + lead).search(/\s/)
    if (space >= 0) from += space + 1
  }
  const inside = places.filter(place => place.start >= from && place.end <= to)
  if (to < text.length) {
    const space = text.slice(from, to).search(/\s\S*$/)
    if (space > 0 && from + space >= (inside.at(-1)?.end ?? 0)) to = from + space
  }
  let snippet = from > 0 ? '…' : ''
  const marks: Range[] = []
  let done = from
  for (const { start, end } of inside) {
    if (start < done) continue
    snippet += oneSpaced(text.slice(done, start))
    const marked = oneSpaced(text.slice(start, end))
    marks.push({ start: snippet.length, end: snippet.length + marked.length })
    snippet += marked
    done = end
  }
  snippet += oneSpaced(text.slice(done, to)).trimEnd()
  return { snippet: to < text.length ? `${snippet}…` : snippet, marks }
}
