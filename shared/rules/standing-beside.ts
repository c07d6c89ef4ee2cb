import type { Proximity } from '../model/excerpt-filter.ts'
import type { TextRange } from '../model/text-version.ts'

/** A stretch of whole numbers, half open: of characters, or of blocks by their place in the text. */
export type Stretch = { low: number; high: number }

/** How far beyond its ends a stretch reaches out for others. What lies `characters` apart is still near. */
export const reachOf = (beside: Proximity): number => (beside.kind === 'near' ? beside.characters + 1 : 0)

/** The place of the first element of which `test` is true; all after it must make it true as well. */
const firstThat = <Element>(elements: readonly Element[], test: (element: Element) => boolean): number => {
  let [from, to] = [0, elements.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (test(elements[middle] as Element)) to = middle
    else from = middle + 1
  }
  return from
}

/** The blocks that a range touches, which are in order and do not overlap; null where it touches none. */
export const blocksTouched = (blocks: readonly TextRange[], { start, end }: TextRange): Stretch | null => {
  const low = firstThat(blocks, block => block.end > start)
  const high = firstThat(blocks, block => block.start >= end)
  return low < high ? { low, high } : null
}

/**
 * Which of `stretches` stand so to one of `others` that is another stretch. Both are in order of their low ends, and null
 * stands nowhere. One pass with the two furthest ends so far, of which one may be the stretch's own: n log n, and not every
 * one against every other (test/shared/rules/excerpt-filter.test.ts holds it against that).
 */
export const standingBeside = (
  stretches: readonly (Stretch | null)[],
  isOther: (index: number) => boolean,
  reach: number,
): boolean[] => {
  const others: { low: number; furthest: number; of: number; second: number }[] = []
  let [furthest, of, second] = [Number.NEGATIVE_INFINITY, -1, Number.NEGATIVE_INFINITY]
  for (const [index, stretch] of stretches.entries()) {
    if (stretch === null || !isOther(index)) continue
    if (stretch.high > furthest) [furthest, of, second] = [stretch.high, index, furthest]
    else second = Math.max(second, stretch.high)
    others.push({ low: stretch.low, furthest, of, second })
  }
  return stretches.map((stretch, index) => {
    if (stretch === null) return false
    const last = others[firstThat(others, other => other.low >= stretch.high + reach) - 1]
    if (last === undefined) return false
    return (last.of === index ? last.second : last.furthest) > stretch.low - reach
  })
}

/**
 * Calls `meet` for every stretch in order of the low ends, and `part` for each as soon as no later one can meet it: between
 * the two stand those that the one of `meet` meets.
 */
export const sweep = (
  stretches: readonly (Stretch | null)[],
  reach: number,
  meet: (index: number) => void,
  part: (index: number) => void,
): void => {
  const high = (index: number) => stretches[index]?.high ?? 0
  const byEnd = stretches.flatMap((stretch, index) => (stretch === null ? [] : [index]))
  byEnd.sort((one, other) => high(one) - high(other))
  let parted = 0
  for (const [index, stretch] of stretches.entries()) {
    if (stretch === null) continue
    for (; parted < byEnd.length; parted++) {
      const next = byEnd[parted] as number
      if (high(next) + reach > stretch.low) break
      part(next)
    }
    meet(index)
  }
}
