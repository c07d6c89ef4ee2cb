import type { TextRange } from '../../../../shared/model/text-version.ts'
import { firstEndingAfter } from '../runs.ts'

/** A block as the hands need it: its place and, of a table, the places of its cells. */
type ReadableBlock = TextRange & { rows?: readonly (readonly TextRange[])[] | undefined }

/** The canonical text with the blocks that can be read and selected now, in order; apparatus that is folded away is not among them. */
export type Readable = { text: string; blocks: readonly ReadableBlock[]; language: string }

export type Direction = 1 | -1

const isFilled = ({ start, end }: TextRange) => end > start

const leavesIn = (block: ReadableBlock): TextRange[] =>
  (block.rows === undefined ? [block] : block.rows.flat()).filter(isFilled)

const known = new WeakMap<readonly ReadableBlock[], readonly TextRange[]>()

/** The stretches in which words stand, in order: blocks, and the cells of tables. Empty ones are left out. */
export const leavesOf = ({ blocks }: Pick<Readable, 'blocks'>): readonly TextRange[] => {
  const made = known.get(blocks) ?? blocks.flatMap(leavesIn)
  known.set(blocks, made)
  return made
}

/** The index of the leaf that an offset stands in or at the end of; between two, of the one behind it. */
export const leafIndex = (leaves: readonly TextRange[], offset: number): number =>
  Math.min(leaves.length - 1, firstEndingAfter(leaves, offset - 1))

/** The leaf at an offset; undefined in a text that shows nothing. */
export const leafAt = (readable: Pick<Readable, 'blocks'>, offset: number): TextRange | undefined => {
  const leaves = leavesOf(readable)
  return leaves[leafIndex(leaves, offset)]
}
