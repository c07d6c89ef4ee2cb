import type { TextRange } from '../../../shared/model/text-version.ts'
import { type Direction, leafIndex, leavesOf, type Readable } from './hands/readable.ts'
import { characterAt, sentencesOf, trimmed, wordsAround } from './hands/segments.ts'
import { firstEndingAfter } from './runs.ts'

export type { Direction, Readable } from './hands/readable.ts'
export { sentencesOf } from './hands/segments.ts'

/**
 * A selection as an excerpt should keep it: without white space at its ends, and never through the middle of a
 * character as a reader sees it (UAX 29 grapheme cluster). Null when nothing is left.
 */
export const snapped = ({ text }: Pick<Readable, 'text'>, stretch: TextRange): TextRange | null => {
  const { start, end } = trimmed(text, stretch)
  if (start >= end) return null
  const all = { start: 0, end: text.length }
  return { start: characterAt(text, all, start).start, end: characterAt(text, all, end - 1).end }
}

/** The sentence after (or before) the one in which the selection starts; the first one of the text when nothing is selected. In a table it goes from cell to cell. */
export const nextSentence = (readable: Readable, from: TextRange | null, direction: Direction): TextRange | null => {
  const leaves = leavesOf(readable)
  if (from === null) return firstSentence(readable, leaves, 0, 1)
  const at = firstEndingAfter(leaves, from.start)
  const leaf = leaves[at]
  const within = leaf === undefined ? [] : sentencesOf(readable, leaf)
  const found =
    direction === 1 ? within.find(one => one.start > from.start) : within.findLast(one => one.start < from.start)
  return found ?? firstSentence(readable, leaves, at + direction, direction)
}

/** The first sentence of the next (or previous) paragraph; a table is one paragraph. */
export const nextParagraph = (readable: Readable, from: TextRange | null, direction: Direction): TextRange | null => {
  const leaves = leavesOf(readable)
  if (from === null) return firstSentence(readable, leaves, 0, 1)
  const block = readable.blocks[firstEndingAfter(readable.blocks, from.start) + direction]
  const first = block && leaves[leafIndex(leaves, block.start + 1)]
  return (first && sentencesOf(readable, first)[0]) ?? null
}

/** The word after (or before) the one in which the selection starts. */
export const nextWord = (readable: Readable, from: TextRange | null, direction: Direction): TextRange | null => {
  const leaves = leavesOf(readable)
  const place = from?.start ?? 0
  const at = from === null ? 0 : firstEndingAfter(leaves, place)
  for (let next = at; next >= 0 && next < leaves.length; next += direction) {
    const leaf = leaves[next] ?? { start: 0, end: 0 }
    const near = next === at ? place : direction === 1 ? leaf.start : leaf.end
    const words = wordsAround(readable.text, readable.language, leaf, near)
    const found =
      direction === 1
        ? words.find(word => from === null || word.start > place)
        : words.findLast(word => word.start < place)
    if (found) return found
  }
  return null
}

const firstSentence = (
  readable: Readable,
  leaves: readonly TextRange[],
  from: number,
  direction: Direction,
): TextRange | null => {
  for (let at = from; at >= 0 && at < leaves.length; at += direction) {
    const leaf = leaves[at]
    const sentences = leaf === undefined ? [] : sentencesOf(readable, leaf)
    const found = direction === 1 ? sentences[0] : sentences.at(-1)
    if (found) return found
  }
  return null
}

/** What an end of a selection is moved by. */
export type Step = 'character' | 'word' | 'sentence' | 'paragraph'

/** Moves one end of a selection by one step. It never turns over: something stays selected. */
export const extended = (
  readable: Readable,
  from: TextRange,
  edge: 'start' | 'end',
  by: Step,
  direction: Direction,
): TextRange => {
  const leaves = leavesOf(readable)
  const here = firstEndingAfter(leaves, edge === 'start' ? from.start : from.end - 1)
  const near = leaves.slice(Math.max(0, here - 1), here + 2)
  const places = near.flatMap(leaf => piecesOf(readable, leaf, by, from[edge])).map(piece => piece[edge])
  const moved =
    direction === 1 ? places.find(place => place > from[edge]) : places.findLast(place => place < from[edge])
  if (moved === undefined) return from
  const next = { ...from, [edge]: moved }
  return next.start < next.end ? next : from
}

const piecesOf = (readable: Readable, leaf: TextRange, by: Step, place: number): readonly TextRange[] => {
  switch (by) {
    case 'character':
      return charactersAround(readable, leaf, place)
    case 'word':
      return wordsAround(readable.text, readable.language, leaf, place)
    case 'sentence':
      return sentencesOf(readable, leaf)
    case 'paragraph':
      return [leaf]
  }
}

/** The two characters on either side of a place that are no white space: an excerpt never ends with any. */
const charactersAround = ({ text }: Readable, leaf: TextRange, place: number): TextRange[] => {
  const found: TextRange[] = []
  const isBlank = ({ start, end }: TextRange) => text.slice(start, end).trim() === ''
  let before = Math.min(Math.max(place, leaf.start), leaf.end)
  let behind = before
  for (let count = 0; count < 2 && before > leaf.start; ) {
    const one = characterAt(text, leaf, before - 1)
    before = one.start
    if (isBlank(one)) continue
    found.unshift(one)
    count += 1
  }
  for (let count = 0; count < 2 && behind < leaf.end; ) {
    const one = characterAt(text, leaf, behind)
    behind = one.end
    if (isBlank(one)) continue
    found.push(one)
    count += 1
  }
  return found
}
