import type { TextBlock, TextRange } from '../model/text-version.ts'

/**
 * The words before and after a passage, within its blocks: up to `most` code units on each side, cut at a word with an
 * ellipsis. For reading; the context that an anchor keeps is another, exact to the character.
 */
export const surroundings = (
  text: string,
  blocks: readonly TextBlock[],
  { start, end }: TextRange,
  most: number,
): { before: string; after: string } => {
  const around = blocks.filter(block => block.start < end && block.end > start)
  const [from, to] = [around[0]?.start ?? start, Math.max(end, around.at(-1)?.end ?? end)]
  const [before, after] = [text.slice(Math.min(from, start), start), text.slice(end, to)]
  return {
    before: before.length <= most ? before : `… ${before.slice(-most).replace(/^\S*\s+/u, '')}`,
    after: after.length <= most ? after : `${after.slice(0, most).replace(/\s+\S*$/u, '')} …`,
  }
}
