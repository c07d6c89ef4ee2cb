import type { TextRange } from '../../../../shared/model/text-version.ts'
import { firstEndingAfter } from '../runs.ts'
import { type Direction, leafAt, leafIndex, leavesOf, type Readable } from './readable.ts'
import { characterAt, characterStart, sentencesOf, wordsAround } from './segments.ts'

/**
 * The caret's own model of the text: where it may stand, and where each key takes it. Places are offsets in UTF-16 code
 * units of the canonical text. The page is asked for nothing but the lines it broke the text into (lines.ts).
 */

/** What the caret moves by. `cell` is a cell of a table, or a block that is none; `page` is a page of the document. */
export type Unit = 'character' | 'word' | 'sentence' | 'paragraph' | 'cell' | 'page' | 'text'

/** The nearest place for the caret: in a leaf, between two characters. Null in a text that shows nothing. */
export const settled = (readable: Readable, offset: number): number | null => {
  const leaf = leafAt(readable, offset)
  return leaf === undefined ? null : characterStart(readable.text, leaf, offset)
}

/** The word at a place, or the one before it where it stands at the end of one; null where there is neither. */
export const wordAt = (readable: Readable, offset: number): TextRange | null => {
  const leaf = leafAt(readable, offset)
  if (leaf === undefined) return null
  const words = wordsAround(readable.text, readable.language, leaf, offset)
  return (
    words.find(word => word.start <= offset && offset < word.end) ?? words.findLast(word => word.end === offset) ?? null
  )
}

/** The sentence at a place; white space behind one belongs to it. */
export const sentenceAt = (readable: Readable, offset: number): TextRange | null => {
  const leaf = leafAt(readable, offset)
  if (leaf === undefined) return null
  const sentences = sentencesOf(readable, leaf)
  return sentences.findLast(one => one.start <= offset) ?? sentences[0] ?? null
}

/** What a press with the mouse selects: by the second one a word, by the third a sentence, by the fourth a paragraph or a cell. */
export type Grain = 'character' | 'word' | 'sentence' | 'paragraph'

/** What stands at a place in a grain; an empty range where it is a character or there is nothing. */
export const grainAt = (readable: Readable, offset: number, grain: Grain): TextRange => {
  const none = { start: offset, end: offset }
  if (grain === 'character') return none
  if (grain === 'word') return wordAt(readable, offset) ?? none
  if (grain === 'sentence') return sentenceAt(readable, offset) ?? none
  return leafAt(readable, offset) ?? none
}

/** The whole words that a stretch touches. A place between two words touches neither, unless it is all there is. */
export const toWords = (readable: Readable, { start, end }: TextRange): TextRange => {
  const first = wordAt(readable, start)
  const last = leafAt(readable, end)
  const words = last === undefined ? [] : wordsAround(readable.text, readable.language, last, end)
  const reached = words.find(word => word.start < end && end <= word.end)
  return {
    start: first !== null && first.start < start && start < first.end ? first.start : start,
    end: reached?.end ?? end,
  }
}

const further = (places: readonly number[], from: number, direction: Direction): number | undefined =>
  direction === 1 ? places.find(place => place > from) : places.findLast(place => place < from)

/** Where pieces begin, going back, and where they end, going on: so a step on and a step back hold the same words. */
const edgesOf = (pieces: readonly TextRange[], direction: Direction): number[] =>
  pieces.map(piece => (direction === 1 ? piece.end : piece.start))

const piecesOf = (readable: Readable, leaf: TextRange, unit: Unit, offset: number): TextRange[] => {
  if (unit === 'word') return wordsAround(readable.text, readable.language, leaf, offset)
  return unit === 'sentence' ? sentencesOf(readable, leaf) : [leaf]
}

const nextCharacter = (
  readable: Readable,
  leaves: readonly TextRange[],
  at: number,
  from: number,
  direction: Direction,
) => {
  const leaf = leaves[at]
  if (leaf === undefined) return undefined
  if (direction === 1) return from < leaf.end ? characterAt(readable.text, leaf, from).end : leaves[at + 1]?.start
  return from > leaf.start ? characterAt(readable.text, leaf, from - 1).start : leaves[at - 1]?.end
}

/**
 * Where the caret comes to from a place, by one step of a unit; the place itself at the end of the text. A step on leads
 * to the end of a word, sentence or paragraph, a step back to its start. Always a place where the caret may stand, and
 * never past what is folded away (test/renderer/features/reader/hands/steps.test.ts).
 */
export const stepped = (
  readable: Readable,
  offset: number,
  unit: Unit,
  direction: Direction,
  pages: readonly number[] = [],
): number => {
  const from = settled(readable, offset)
  if (from === null) return offset
  const leaves = leavesOf(readable)
  const at = leafIndex(leaves, from)
  if (unit === 'character') return nextCharacter(readable, leaves, at, from, direction) ?? from
  if (unit === 'text') return (direction === 1 ? leaves.at(-1)?.end : leaves[0]?.start) ?? from
  if (unit === 'cell') return leaves[at + direction]?.start ?? from
  if (unit === 'page') {
    const page = further(pages, from, direction)
    const place = page === undefined ? null : settled(readable, page)
    return place !== null && (place - from) * direction > 0 ? place : from
  }
  for (let next = at; next >= 0 && next < leaves.length; next += direction) {
    const leaf = leaves[next]
    const near = next === at ? from : direction === 1 ? (leaf?.start ?? 0) : (leaf?.end ?? 0)
    const found = leaf && further(edgesOf(piecesOf(readable, leaf, unit, near), direction), from, direction)
    if (found !== undefined) return found
  }
  return stepped(readable, from, 'text', direction)
}

const holds = (outer: TextRange, inner: TextRange) => outer.start <= inner.start && outer.end >= inner.end
const isLonger = (one: TextRange, other: TextRange) => one.end - one.start > other.end - other.start

const spanned = (one: TextRange | null, other: TextRange | null): TextRange[] =>
  one === null || other === null ? [] : [{ start: one.start, end: other.end }]

/** All that a stretch can be widened to, from the inside out: words, sentences, cell or paragraph, row, table, all that is shown. */
const widths = (readable: Readable, { start, end }: TextRange): TextRange[] => {
  const last = Math.max(start, end - 1)
  const leaves = spanned(leafAt(readable, start + 1) ?? null, leafAt(readable, last + 1) ?? null)
  const blocks = readable.blocks
  const [first, final] = [blocks[firstEndingAfter(blocks, start)], blocks[firstEndingAfter(blocks, last)]]
  const rows = (first?.rows ?? []).flatMap(cells => spanned(cells[0] ?? null, cells.at(-1) ?? null))
  return [
    ...spanned(wordAt(readable, start), wordAt(readable, last)),
    ...spanned(sentenceAt(readable, start), sentenceAt(readable, last)),
    ...leaves,
    ...rows,
    ...spanned(first ?? null, final ?? null),
  ]
}

/** The next larger piece of the text around a stretch: the stretch itself where there is none. */
export const widened = (readable: Readable, stretch: TextRange): TextRange =>
  widths(readable, stretch).find(wider => holds(wider, stretch) && isLonger(wider, stretch)) ?? stretch

/** The largest piece of the text at the start of a stretch that is smaller than it: a sentence of a paragraph, a word of a sentence. */
export const narrowed = (readable: Readable, stretch: TextRange): TextRange =>
  widths(readable, { start: stretch.start, end: stretch.start + 1 }).findLast(
    narrower => holds(stretch, narrower) && isLonger(stretch, narrower) && narrower.end > narrower.start,
  ) ?? stretch
