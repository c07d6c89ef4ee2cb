import type { BriefingBlock } from '../../../shared/model/briefing.ts'

/** A block with a key of its own on the screen; the record knows its blocks by their place only. */
export type KeyedBlock = { key: number; block: BriefingBlock }

/**
 * Keeps each block's key while blocks are edited, moved, removed or come back by undo, so that what is open and where
 * the focus stands goes with the block: an unchanged block is the same wherever it stands, a changed one is the same
 * when its place and kind are.
 */
export const keyBlocks = (blocks: readonly BriefingBlock[], before: readonly KeyedBlock[]): KeyedBlock[] => {
  const free = new Map(before.map(one => [one.key, one]))
  const take = (found: KeyedBlock | undefined) => {
    if (found) free.delete(found.key)
    return found?.key
  }
  const unchanged = blocks.map((block, index) => {
    const words = JSON.stringify(block)
    const same = (one: KeyedBlock | undefined) =>
      one !== undefined && free.has(one.key) && JSON.stringify(one.block) === words
    return take(same(before[index]) ? before[index] : before.find(same))
  })
  let next = Math.max(0, ...before.map(one => one.key + 1))
  return blocks.map((block, index) => {
    const there = before[index]
    const changed = there && free.has(there.key) && there.block.kind === block.kind ? there : undefined
    return { block, key: unchanged[index] ?? take(changed) ?? next++ }
  })
}
