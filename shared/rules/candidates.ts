import type { TextRange } from '../model/text-version.ts'
import { type AnchorPlace, copiesOf, scored } from './anchoring.ts'
import { approximateMatches, searchCost, similarity } from './edit-distance.ts'

/** Places shown for one excerpt. */
const mostCandidates = 8
/** Share of a quotation's letters that may differ in a place worth showing. */
const mostDiffering = 0.4
/** Below this score a place is not worth a look. */
const worthALook = 0.4
/** Share of the weight of a quotation's words that a sentence must have to be shown for it. */
const tellingShare = 0.5
/** What words without their order count against a stretch that reads alike. */
const ofWords = 0.8
/** Steps of approximate search; a longer text is searched for copies and words only. */
const searchSteps = 20_000_000

type Place = TextRange & { score: number }

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’']*/gu) ?? []

const sentencesIn = (text: string): TextRange[] =>
  [...text.matchAll(/[^\s][^\n]*?(?:[.!?…]["”’)]*(?=\s)|(?=\n)|$)/g)].map(({ index, 0: sentence }) => ({
    start: index,
    end: index + sentence.length,
  }))

/** How alike a stretch reads, its neighbours and its place deciding between equals. */
const ofLetters = (anchor: AnchorPlace, text: string, range: TextRange): Place => {
  const { start, end, score } = scored(anchor, text, range, anchor.start)
  return { start, end, score: 0.8 * similarity(anchor.exact, text.slice(start, end)) + 0.2 * score }
}

/** What a word tells of its passage: figures and long words much, "of" and "the" little, in any language. */
const weightOf = (word: string): number => (/\d/.test(word) ? 5 : Math.min(word.length, 8) - 1)
const weigh = (words: readonly string[]): number => words.reduce((sum, word) => sum + weightOf(word), 0)

/** Sentences with most of the quotation's words, by their weight: a passage told anew. */
const retold = (quote: string, text: string): Place[] => {
  const wanted = [...new Set(wordsIn(quote))]
  const whole = weigh(wanted)
  if (wanted.length < 3) return []
  return sentencesIn(text).flatMap(range => {
    const words = new Set(wordsIn(text.slice(range.start, range.end)))
    const share = weigh(wanted.filter(word => words.has(word))) / whole
    return share < tellingShare ? [] : [{ ...range, score: share * ofWords }]
  })
}

const apart = (one: TextRange, other: TextRange): boolean => {
  const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start)
  return shared * 2 <= Math.min(one.end - one.start, other.end - other.start)
}

/**
 * Places of a text where a passage may stand that is not settled there, the likeliest first: where its anchor says,
 * verbatim copies, stretches that read alike, and sentences that tell the same in other words. For an analyst to choose
 * from: it finds more, and is less sure, than re-anchoring may be. Offsets in UTF-16 code units.
 */
export const candidatesFor = (anchor: AnchorPlace, text: string): TextRange[] => {
  const { exact, start, end } = anchor
  const here = anchor.state === 'changed' || anchor.state === 'ambiguous' ? [{ start, end }] : []
  const alike =
    searchCost(exact, 0, text.length) > searchSteps
      ? []
      : approximateMatches(exact, text, 0, text.length, Math.floor(exact.length * mostDiffering))
  const found: Place[] = [
    ...[...copiesOf(exact, text), ...alike].map(range => ofLetters(anchor, text, range)),
    ...retold(exact, text),
  ].sort((one, other) => other.score - one.score || one.start - other.start)
  const chosen: TextRange[] = [...here]
  for (const { start: from, end: to, score } of found) {
    if (chosen.length === mostCandidates) break
    const range = { start: from, end: to }
    if (score >= worthALook && to > from && chosen.every(other => apart(other, range))) chosen.push(range)
  }
  return chosen
}
