import type { TextRange } from '../../../shared/model/text-version.ts'
import { firstEndingAfter } from './runs.ts'

/** The canonical text with the blocks that can be read and selected now, in order; apparatus that is folded away is not among them. */
export type Readable = { text: string; blocks: readonly TextRange[]; language: string }

const segmenters = new Map<string, Intl.Segmenter>()

const segmenterFor = (language: string, granularity: 'sentence' | 'word' | 'grapheme') => {
  const key = `${language} ${granularity}`
  const known = segmenters.get(key)
  if (known) return known
  const made = new Intl.Segmenter(Intl.getCanonicalLocales(/^[a-z]{2,3}(-|$)/i.test(language) ? language : 'en'), {
    granularity,
  })
  segmenters.set(key, made)
  return made
}

/** An abbreviation or an initial before the stop, after which a sentence goes on. */
const goesOn =
  /(?:^|[\s("“])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|St|No|vs|approx|\p{Lu}|(?:\p{Lu}\.)+\p{Lu})\.\s*$/u

const trimmed = (text: string, { start, end }: TextRange): TextRange => {
  const words = text.slice(start, end)
  const from = start + (words.length - words.trimStart().length)
  return { start: from, end: Math.max(from, end - (words.length - words.trimEnd().length)) }
}

/** The sentences of a block, without the white space around them (Unicode UAX 29, kept together at common abbreviations). */
export const sentencesOf = ({ text, language }: Readable, block: TextRange): TextRange[] => {
  const found: TextRange[] = []
  let start = block.start
  for (const { index, segment } of segmenterFor(language, 'sentence').segment(text.slice(block.start, block.end))) {
    const end = block.start + index + segment.length
    if (end < block.end && goesOn.test(text.slice(start, end))) continue
    const sentence = trimmed(text, { start, end })
    if (sentence.end > sentence.start) found.push(sentence)
    start = end
  }
  return found
}

/**
 * A selection as an excerpt should keep it: without white space at its ends, and never through the middle of a
 * character as a reader sees it (UAX 29 grapheme cluster). Null when nothing is left.
 */
export const snapped = (readable: Readable, stretch: TextRange): TextRange | null => {
  const { start, end } = trimmed(readable.text, stretch)
  if (start >= end) return null
  return { start: characterAt(readable, start).start, end: characterAt(readable, end - 1).end }
}

const characterAt = ({ text, language }: Readable, offset: number): TextRange => {
  const from = Math.max(0, offset - 64)
  const cluster = segmenterFor(language, 'grapheme')
    .segment(text.slice(from, offset + 64))
    .containing(offset - from)
  if (cluster === undefined) return { start: offset, end: offset + 1 }
  return { start: from + cluster.index, end: from + cluster.index + cluster.segment.length }
}

export type Direction = 1 | -1

/** The sentence after (or before) the one in which the selection starts; the first one of the text when nothing is selected. */
export const nextSentence = (readable: Readable, from: TextRange | null, direction: Direction): TextRange | null => {
  if (from === null) return firstSentence(readable, 0, 1)
  const at = firstEndingAfter(readable.blocks, from.start)
  const block = readable.blocks[at]
  const within = block === undefined ? [] : sentencesOf(readable, block)
  const found =
    direction === 1 ? within.find(one => one.start > from.start) : within.findLast(one => one.start < from.start)
  return found ?? firstSentence(readable, at + direction, direction)
}

/** The first sentence of the next (or previous) paragraph. */
export const nextParagraph = (readable: Readable, from: TextRange | null, direction: Direction): TextRange | null => {
  if (from === null) return firstSentence(readable, 0, 1)
  const block = readable.blocks[firstEndingAfter(readable.blocks, from.start) + direction]
  return (block && sentencesOf(readable, block)[0]) ?? null
}

const firstSentence = (readable: Readable, from: number, direction: Direction): TextRange | null => {
  for (let at = from; at >= 0 && at < readable.blocks.length; at += direction) {
    const block = readable.blocks[at]
    const sentences = block === undefined ? [] : sentencesOf(readable, block)
    const found = direction === 1 ? sentences[0] : sentences.at(-1)
    if (found) return found
  }
  return null
}

/** Moves one end of a selection by one word (or sentence). It never turns over: at least one word stays selected. */
export const extended = (
  readable: Readable,
  from: TextRange,
  edge: 'start' | 'end',
  by: 'word' | 'sentence',
  direction: Direction,
): TextRange => {
  const here = firstEndingAfter(readable.blocks, edge === 'start' ? from.start : from.end - 1)
  const near = readable.blocks.slice(Math.max(0, here - 1), here + 2)
  const pieces = near.flatMap(block => (by === 'word' ? wordsOf(readable, block) : sentencesOf(readable, block)))
  const places = pieces.map(piece => piece[edge])
  const moved =
    direction === 1 ? places.find(place => place > from[edge]) : places.findLast(place => place < from[edge])
  if (moved === undefined) return from
  const next = { ...from, [edge]: moved }
  return next.start < next.end ? next : from
}

const wordsOf = ({ text, language }: Readable, block: TextRange): TextRange[] =>
  [...segmenterFor(language, 'word').segment(text.slice(block.start, block.end))]
    .filter(one => one.isWordLike || /[^\s\p{P}]/u.test(one.segment))
    .map(one => ({ start: block.start + one.index, end: block.start + one.index + one.segment.length }))
