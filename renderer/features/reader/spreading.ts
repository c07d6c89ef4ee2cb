import type { TextRange } from '../../../shared/model/text-version.ts'
import type { Highlight } from './runs.ts'

/** The highlights of the blocks of one group, in their order. */
export type GroupLists = readonly (readonly Highlight[])[]

/** Where a group of blocks stands in the text, and how many blocks it has. */
export type GroupSpan = TextRange & { blocks: number }

/** Blocks and highlights that are drawn in one go beside those near the window. */
const mostAtOnce = 600

/** The same for the first time, when nothing is seen yet: more than a window holds, and soon there. */
const mostAtFirst = 120

const countOf = (lists: GroupLists | undefined) => (lists ?? []).reduce((sum, list) => sum + list.length, 0)

const distance = (one: TextRange, other: TextRange) => Math.max(0, one.start - other.end, other.start - one.end)

/**
 * What to draw now of the lists that are `wanted` of each group, when those of `before` are on the page, of which a group
 * that was never drawn has none: all that is near the window or asked for, and of the rest as much as can be drawn between
 * two frames, the nearest first; at the very first little more than is seen. `isWhole` once nothing is left. So an edit is on the page at once, and neither a long text
 * nor ten thousand highlights keep its beginning from being seen (test/renderer/features/reader/spreading.test.ts).
 */
export const spread = (
  wanted: readonly GroupLists[],
  before: readonly (GroupLists | undefined)[],
  spans: readonly GroupSpan[],
  near: readonly TextRange[],
): { shown: readonly (GroupLists | undefined)[]; isWhole: boolean } => {
  const weightOf = (at: number) =>
    countOf(wanted[at]) + (before[at] === undefined ? (spans[at]?.blocks ?? 0) : countOf(before[at]))
  const differing = wanted.flatMap((lists, at) => (lists === before[at] ? [] : at))
  if (differing.reduce((sum, at) => sum + weightOf(at), 0) <= mostAtOnce) return { shown: wanted, isWhole: true }
  const most = before.some(lists => lists !== undefined) ? mostAtOnce : mostAtFirst
  const far = (at: number) => Math.min(...near.map(one => distance(spans[at] ?? one, one)))
  const now = new Set<number>()
  let drawn = 0
  for (const at of differing.toSorted((one, other) => far(one) - far(other))) {
    if (drawn >= most && far(at) > 0) break
    now.add(at)
    drawn += weightOf(at)
  }
  const shown = wanted.map((lists, at) => (now.has(at) ? lists : before[at]))
  return { shown, isWhole: now.size === differing.length }
}
