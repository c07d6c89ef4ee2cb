import type { TextRange } from '../../../shared/model/text-version.ts'

/** Lines that can be drawn at the words of one place without meeting: two beneath them and one above. */
export const laneCount = 3

/**
 * The lane of each highlight's line, given in the order of the text: highlights that overlap have lanes of their own, as
 * far as there are any, and each keeps its lane from end to end (test/renderer/features/reader/lanes.test.ts). What one
 * highlight changes reaches no further than those it overlaps, and those they overlap.
 */
export const lanesOf = (ranges: readonly TextRange[]): number[] => {
  const ends: number[] = []
  return ranges.map(({ start, end }) => {
    let lane = 0
    while (lane < laneCount - 1 && (ends[lane] ?? 0) > start) lane += 1
    ends[lane] = Math.max(end, ends[lane] ?? 0)
    return lane
  })
}
