import type { TextRange } from '../../../shared/model/text-version.ts'
import type { Highlight } from './runs.ts'

/** The highlights of the blocks of one group, in their order. */
export type GroupLists = readonly (readonly Highlight[])[]

/** Highlights that are drawn in one go beside those near the window. */
const mostAtOnce = 600

const weightOf = (lists: GroupLists | undefined) => (lists ?? []).reduce((sum, list) => sum + list.length, 0)

const distance = (one: TextRange, other: TextRange) => Math.max(0, one.start - other.end, other.start - one.end)

/**
 * What to draw now of the lists that are `wanted` of each group, when those of `before` are on the page: all that is near
 * the window, and of the rest as much as can be drawn between two frames, the nearest first. `isWhole` once nothing is
 * left. So an edit is on the page at once, and ten thousand highlights of a text just opened do not keep it from being
 * seen (test/renderer/features/reader/spreading.test.ts).
 */
export const spread = (
  wanted: readonly GroupLists[],
  before: readonly GroupLists[],
  ranges: readonly TextRange[],
  near: TextRange,
): { shown: readonly GroupLists[]; isWhole: boolean } => {
  const differing = wanted.flatMap((lists, at) => (lists === before[at] ? [] : at))
  const total = differing.reduce((sum, at) => sum + weightOf(wanted[at]) + weightOf(before[at]), 0)
  if (total <= mostAtOnce) return { shown: wanted, isWhole: true }
  const far = (at: number) => distance(ranges[at] ?? near, near)
  const now = new Set<number>()
  let drawn = 0
  for (const at of differing.toSorted((one, other) => far(one) - far(other))) {
    if (drawn >= mostAtOnce && far(at) > 0) break
    now.add(at)
    drawn += weightOf(wanted[at]) + weightOf(before[at])
  }
  const shown = wanted.map((lists, at) => (now.has(at) ? lists : (before[at] ?? [])))
  return { shown, isWhole: now.size === differing.length }
}
