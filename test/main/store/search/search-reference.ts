// What search should find and in which order, computed from the texts themselves, without an index.
import type { QueryPart } from '../../../../shared/rules/query.ts'

/** A record as search sees it: what is in the index of it. */
export type Document = { id: string; title: string; body: string }

const together = String.raw`(?:(?=\p{L}|\p{M})(?:\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Script=Thai}|\p{Script=Khmer})|ー)`
const units = new RegExp(`${together}|(?:(?!${together})[\\p{L}\\p{N}\\p{M}])+`, 'gu')
const isTogether = new RegExp(`^${together}$`, 'u')

/** Begins a letter of a script without spaces that stands right behind another one. */
const joined = '+'

/**
 * Words as the index cuts them: runs of letters, digits and their marks, without case and without the accents of Latin
 * letters; in scripts without spaces every letter by itself.
 */
export const tokensOf = (text: string): string[] => {
  const plain = text
    .replace(/[\u00c0-\u024f\u1e00-\u1eff]/g, letter => letter.normalize('NFD'))
    .replace(/[\u0300-\u036f]+/g, '')
    .toLowerCase()
  let end = -1
  return [...plain.matchAll(units)].map(({ 0: unit, index }) => {
    if (!isTogether.test(unit)) return unit
    const isJoined = index === end
    end = index + unit.length
    return isJoined ? joined + unit : unit
  })
}

type Wanted = { tokens: string[]; prefix: boolean }

export const wantedOf = (part: Exclude<QueryPart, { type: 'filter' }>): Wanted => ({
  tokens: tokensOf(part.text),
  prefix: part.type === 'word' && part.prefix,
})

const bare = (token: string): string => (token.startsWith(joined) ? token.slice(joined.length) : token)

/** How often the tokens stand one behind the other; the last one may be the beginning of a word. */
export const hitsIn = (tokens: readonly string[], { tokens: wanted, prefix }: Wanted): number => {
  const last = wanted.length - 1
  const opens = prefix && !isTogether.test(bare(wanted[last] ?? ''))
  let hits = 0
  for (let start = 0; start + last < tokens.length && last >= 0; start += 1) {
    let at = 0
    for (; at <= last; at += 1) {
      const token = wanted[at] ?? ''
      const found = at === 0 ? bare(tokens[start] ?? '') : (tokens[start + at] ?? '')
      if (opens && at === last ? !found.startsWith(token) : found !== token) break
    }
    if (at > last) hits += 1
  }
  return hits
}

const k1 = 1.2
const b = 0.75
const titleWeight = 3
const characters = (text: string): number => [...text].length
const lengthOf = ({ title, body }: Document): number => titleWeight * characters(title) + characters(body)

export type Reference = { scoreOf(parts: readonly QueryPart[]): Map<string, number> }

/**
 * BM25 as Robertson & Zaragoza (2009) write it, in the simple form of BM25F: a title counts as three copies of itself;
 * lengths in characters; log(1 + …) keeps a word of most records from counting against them.
 */
export const referenceOf = (documents: readonly Document[]): Reference => {
  const known = documents.map(document => ({
    id: document.id,
    length: lengthOf(document),
    title: tokensOf(document.title),
    body: tokensOf(document.body),
  }))
  const mean = known.reduce((sum, { length }) => sum + length, 0) / known.length
  return {
    scoreOf: parts => {
      const words = parts.filter(part => part.type !== 'filter')
      const wanted = words.filter(({ not }) => !not).map(wantedOf)
      const unwanted = words.filter(({ not }) => not).map(wantedOf)
      const hits = known.map(({ title, body }) =>
        wanted.map(phrase => ({ title: hitsIn(title, phrase), body: hitsIn(body, phrase) })),
      )
      const rows = wanted.map(
        (_, phrase) => hits.filter(of => (of[phrase]?.title ?? 0) + (of[phrase]?.body ?? 0) > 0).length,
      )
      const scores = new Map<string, number>()
      for (const [index, { id, length, title, body }] of known.entries()) {
        const own = hits[index] ?? []
        if (own.length === 0 || own.some(count => count.title + count.body === 0)) continue
        if (unwanted.some(phrase => hitsIn(title, phrase) + hitsIn(body, phrase) > 0)) continue
        let score = 0
        for (const [phrase, count] of own.entries()) {
          const frequency = titleWeight * count.title + count.body
          const n = rows[phrase] ?? 0
          const idf = Math.log(1 + (known.length - n + 0.5) / (n + 0.5))
          score += (idf * frequency * (k1 + 1)) / (frequency + k1 * (1 - b + (b * length) / mean))
        }
        scores.set(id, score)
      }
      return scores
    },
  }
}
