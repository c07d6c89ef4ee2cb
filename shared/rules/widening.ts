import type { TextBlock, TextRange } from '../model/text-version.ts'
import { sentencesOf } from './sentences.ts'

/** How far a passage that a search found is taken: the words alone, or the sentences or paragraphs they stand in. */
export const extents = ['words', 'sentence', 'paragraph'] as const
export type Extent = (typeof extents)[number]

type Text = { text: string; language: string; blocks: readonly TextBlock[] }

const holding = <Stretch extends TextRange>(stretches: readonly Stretch[], offset: number): Stretch | undefined => {
  let [from, to] = [0, stretches.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((stretches[middle]?.end ?? 0) > offset) to = middle
    else from = middle + 1
  }
  const found = stretches[from]
  return found !== undefined && found.start <= offset ? found : undefined
}

/** The block that holds an offset; undefined in the white space between two. */
export const blockHolding = (blocks: readonly TextBlock[], offset: number): TextBlock | undefined =>
  holding(blocks, offset)

/** The same; of a table, its cell. */
const leafHolding = (blocks: readonly TextBlock[], offset: number): TextRange | undefined => {
  const block = holding(blocks, offset)
  return block?.rows === undefined ? block : (holding(block.rows.flat(), offset) ?? block)
}

/**
 * Takes a passage to the ends of the sentences or paragraphs that hold its ends. What stands in no block stays as it is.
 * Offsets are UTF-16 code units.
 */
export const widened = (within: Text, { start, end }: TextRange, extent: Extent): TextRange => {
  if (extent === 'words') return { start, end }
  const around = (offset: number): TextRange | undefined => {
    const leaf = leafHolding(within.blocks, offset)
    return leaf && extent === 'sentence' ? (holding(sentencesOf(within, leaf), offset) ?? leaf) : leaf
  }
  return { start: Math.min(start, around(start)?.start ?? start), end: Math.max(end, around(end - 1)?.end ?? end) }
}
