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

const none: readonly Highlight[] = []

const length = (range: TextRange) => range.end - range.start

/**
 * Cuts a stretch of text where highlights begin and end. The runs follow one another without gap or overlap and together
 * are the stretch (test/renderer/features/reader/runs.test.ts). Highlights that do not touch it are left out.
 */
export const runs = (stretch: TextRange, highlights: readonly Highlight[]): Run[] => {
  if (highlights.length === 0 && stretch.end > stretch.start)
    return [{ start: stretch.start, end: stretch.end, highlights: none }]
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

/** Indices of the blocks that a stretch touches. */
const blocksUnder = (blocks: readonly TextRange[], { start, end }: TextRange): number[] => {
  const found: number[] = []
  for (let at = firstEndingAfter(blocks, start); at < blocks.length && (blocks[at]?.start ?? 0) < end; at += 1)
    found.push(at)
  return found
}

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
    for (const at of blocksUnder(blocks, highlight)) {
      const list = lists.get(at)
      if (list) list.push(highlight)
      else lists.set(at, [highlight])
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

/** Highlights that may change at once for the lists of their blocks alone to be made anew. */
const fewest = 50

/** What is in one list and not in the other between the ends that they share. */
const changesBetween = (before: readonly Highlight[], after: readonly Highlight[]) => {
  let [start, end] = [0, 0]
  const shortest = Math.min(before.length, after.length)
  while (start < shortest && before[start] === after[start]) start += 1
  while (end < shortest - start && before.at(-1 - end) === after.at(-1 - end)) end += 1
  return { gone: before.slice(start, before.length - end), come: after.slice(start, after.length - end) }
}

/**
 * Sorts highlights by block again and again. A list that is as it was the last time stays the same object: what was drawn
 * of it is known by identity. After an edit only the lists of its own blocks are made anew
 * (test/renderer/features/reader/runs.test.ts).
 */
export const sortingByBlock = (blocks: readonly TextRange[]) => {
  let sorted: readonly Highlight[] = []
  let before: readonly (readonly Highlight[])[] = blocks.map(() => none)
  const settled = (list: readonly Highlight[], at: number) => {
    const known = before[at]
    return known !== undefined && sameHighlights(known, list) ? known : list
  }
  return (highlights: readonly Highlight[]): readonly (readonly Highlight[])[] => {
    const { gone, come } = changesBetween(sorted, highlights)
    sorted = highlights
    if (gone.length + come.length > fewest) {
      before = highlightsByBlock(blocks, highlights).map(settled)
      return before
    }
    const touched = new Set([...gone, ...come].flatMap(one => blocksUnder(blocks, one)))
    if (touched.size === 0) return before
    const [left, placeOf] = [new Set(gone), new Map(come.map(one => [one, highlights.indexOf(one)]))]
    const after = [...before]
    for (const at of touched) {
      const kept = (before[at] ?? none).filter(one => !left.has(one))
      const added = come.filter(one => blocksUnder(blocks, one).includes(at))
      for (const one of kept) if (added.length > 0 && !placeOf.has(one)) placeOf.set(one, highlights.indexOf(one))
      const list = [...kept, ...added]
      if (added.length > 0) list.sort((one, other) => (placeOf.get(one) ?? 0) - (placeOf.get(other) ?? 0))
      after[at] = settled(list.length === 0 ? none : list, at)
    }
    before = after
    return before
  }
}
