import type { HighlightColour } from '../../../shared/model/excerpt.ts'
import type { TextRange } from '../../../shared/model/text-version.ts'

/** An excerpt as the text needs it: its place in UTF-16 code units of the canonical text, its colour, and its name for assistive technology. */
export type Highlight = TextRange & {
  id: string
  colour: HighlightColour
  name: string
  /** Where its line is drawn, by lanes.ts. */
  lane: number
}

/** A stretch of text over which the same highlights lie, the longest first: the shortest is drawn innermost. */
export type Run = TextRange & { highlights: readonly Highlight[] }

const length = (range: TextRange) => range.end - range.start

/**
 * Cuts a stretch of text where highlights begin and end. The runs follow one another without gap or overlap and together
 * are the stretch (test/renderer/features/reader/runs.test.ts). Highlights that do not touch it are left out.
 */
export const runs = (stretch: TextRange, highlights: readonly Highlight[]): Run[] => {
  const touching = highlights.filter(one => one.start < stretch.end && one.end > stretch.start && length(one) > 0)
  const edges = new Set([stretch.start, stretch.end])
  for (const one of touching) {
    edges.add(Math.max(one.start, stretch.start))
    edges.add(Math.min(one.end, stretch.end))
  }
  const opening = touching.toSorted((left, right) => left.start - right.start)
  const found: Run[] = []
  let covering: Highlight[] = []
  let start = stretch.start
  for (const end of [...edges].sort((left, right) => left - right)) {
    if (end === stretch.start) continue
    covering = covering.filter(one => one.end > start)
    for (let next = opening[0]; next !== undefined && next.start <= start; next = opening[0]) {
      covering.push(next)
      opening.shift()
    }
    found.push({ start, end, highlights: covering.toSorted((left, right) => length(right) - length(left)) })
    start = end
  }
  return found
}

const none: readonly Highlight[] = []

/**
 * The highlights of each block, in the order of the blocks. A block without any gets the one empty list, so that it can
 * be told unchanged by identity.
 */
export const highlightsByBlock = (
  blocks: readonly TextRange[],
  highlights: readonly Highlight[],
): (readonly Highlight[])[] => {
  const lists = new Map<number, Highlight[]>()
  for (const highlight of highlights) {
    for (let at = firstEndingAfter(blocks, highlight.start); at < blocks.length; at += 1) {
      if ((blocks[at]?.start ?? 0) >= highlight.end) break
      const list = lists.get(at) ?? []
      list.push(highlight)
      lists.set(at, list)
    }
  }
  return blocks.map((_, at) => lists.get(at) ?? none)
}

/** Index of the first of the ordered ranges that ends after an offset; their number when none does. */
export const firstEndingAfter = (ranges: readonly TextRange[], offset: number): number => {
  let [low, high] = [0, ranges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.end ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** Whether two lists of highlights would be drawn alike. */
export const sameHighlights = (left: readonly Highlight[], right: readonly Highlight[]): boolean =>
  left === right ||
  (left.length === right.length &&
    left.every((one, index) => {
      const other = right[index]
      if (one === other) return true
      return (
        other !== undefined &&
        one.id === other.id &&
        one.start === other.start &&
        one.end === other.end &&
        one.colour === other.colour &&
        one.name === other.name &&
        one.lane === other.lane
      )
    }))

/**
 * Sorts highlights by block again and again. A list that is as it was the last time stays the same object: what was drawn
 * of it is known by identity.
 */
export const sortingByBlock = (blocks: readonly TextRange[]) => {
  let before: readonly (readonly Highlight[])[] = []
  return (highlights: readonly Highlight[]): readonly (readonly Highlight[])[] => {
    before = highlightsByBlock(blocks, highlights).map((list, at) => {
      const known = before[at]
      return known !== undefined && sameHighlights(known, list) ? known : list
    })
    return before
  }
}
