import type { Segment } from './segments.ts'

/** Segments that are read one below the other. */
export type Region = Segment[]

/** A white strip down the page between two columns: from `top` to `bottom`, left of `x`. */
type Gutter = { x: number; top: number; bottom: number; height: number }

/**
 * A column has at least so many lines, so many characters without a gap in the usual one, and so many of its lines close
 * below the one before, in ems. Less is a table or a list.
 */
const leastLines = 4
const leastCharacters = 15
const leastClose = 0.62
const widestLeading = 1.75

/** A gutter is at least so wide, in ems of the common size. */
const leastGutter = 0.8

/**
 * Parts the segments of a page into regions in the order they are read in: what lies above a gutter, then the columns on
 * its left, those on its right, and what lies below it; and so on within each part. `known` are gutters that other pages
 * of the document have: beside them a column may be as short as the last of a text is.
 */
export function regionsOf(segments: readonly Segment[], known: readonly number[] = [], depth = 0): Region[] {
  if (segments.length === 0) return []
  const gutter = depth < deepest ? bestGutter(segments, known) : null
  if (!gutter) return [[...segments]]
  return partsAt(gutter, segments).flatMap(part => regionsOf(part, known, depth + 1))
}

const deepest = 12

function partsAt({ x, top, bottom }: Gutter, segments: readonly Segment[]): Region[] {
  const within = segments.filter(({ y }) => y >= top && y <= bottom)
  return [segments.filter(({ y }) => y < top), ...inOrder(within, x), segments.filter(({ y }) => y > bottom)]
}

/** The places of gutters that come again on the pages of a document, from their left to their right. */
export function commonGutters(pages: readonly (readonly Segment[])[]): number[] {
  const counts = new Map<number, number>()
  for (const segments of pages) {
    for (const x of new Set(guttersOf(segments, 0).map(found => Math.round(found / 3))))
      counts.set(x, (counts.get(x) ?? 0) + 1)
  }
  const least = pages.length > 3 ? 2 : 1
  return [...counts].filter(([, count]) => count >= least).map(([x]) => x * 3)
}

function guttersOf(segments: readonly Segment[], depth: number): number[] {
  const gutter = depth < deepest && segments.length > 0 ? bestGutter(segments, []) : null
  return gutter ? [gutter.x, ...partsAt(gutter, segments).flatMap(part => guttersOf(part, depth + 1))] : []
}

/** Pages in scripts that run to the left have their first column on the right. */
const inOrder = (within: readonly Segment[], x: number): [Region, Region] => {
  const before = within.filter(({ left }) => left < x)
  const after = within.filter(({ left }) => left >= x)
  return within.filter(segment => segment.rightToLeft).length > within.length / 2 ? [after, before] : [before, after]
}

function bestGutter(segments: readonly Segment[], known: readonly number[]): Gutter | null {
  if (segments.length < leastLines * 2 && known.length === 0) return null
  const sorted = segments.toSorted((one, other) => one.y - other.y)
  const size = median(sorted.map(segment => segment.size))
  let best: Gutter | null = null
  for (const x of columnEdges(sorted, size, known)) {
    const isKnown = known.some(place => Math.abs(place - x) < 3)
    for (const gutter of guttersAt(x, sorted, size, isKnown)) if (!best || gutter.height > best.height) best = gutter
  }
  return best
}

/** Where several lines begin below each other: a column may begin there. */
function columnEdges(segments: readonly Segment[], size: number, known: readonly number[]): number[] {
  const lefts = segments.map(({ left }) => left).sort((one, other) => one - other)
  const edges: number[] = []
  let from = 0
  for (let index = 1; index <= lefts.length; index += 1) {
    const first = lefts[from] ?? 0
    const here = lefts[index]
    if (here !== undefined && here - first <= size * 0.4) continue
    if (index - from >= leastLines || known.some(place => Math.abs(place - first) < 3)) edges.push(first)
    from = index
  }
  return edges
}

/** The stretches of a page on which nothing crosses the strip left of `x`, as far as columns stand on both its sides. */
function guttersAt(x: number, segments: readonly Segment[], size: number, isKnown: boolean): Gutter[] {
  const strip = x - size * leastGutter
  const gutters: Gutter[] = []
  let run: Segment[] = []
  const close = () => {
    const gutter = gutterOf(run, x, size, isKnown)
    if (gutter) gutters.push(gutter)
    run = []
  }
  for (const segment of segments) {
    if (segment.left < x - 0.5 && segment.right > strip) close()
    else run.push(segment)
  }
  close()
  return gutters
}

function gutterOf(run: readonly Segment[], x: number, size: number, isKnown: boolean): Gutter | null {
  const before = run.filter(({ left }) => left < x - 0.5)
  const after = run.filter(({ left }) => left >= x - 0.5)
  const columns = [before, after].filter(side => isColumn(side, size)).length
  if (columns < (isKnown ? 1 : 2) || before.length === 0 || after.length === 0) return null
  const overlap = shared(before, after)
  // Columns stand beside each other for most of their height; a list under a margin note does not.
  if (!overlap || overlap.bottom - overlap.top < size * (leastLines - 1)) return null
  return { x: x - 0.5, ...overlap, height: overlap.bottom - overlap.top }
}

/** From the first line to the last of what stands beside something on the other side. */
function shared(before: readonly Segment[], after: readonly Segment[]): { top: number; bottom: number } | null {
  const ys = (part: readonly Segment[]) => part.map(({ y }) => y)
  const top = Math.min(Math.min(...ys(before)), Math.min(...ys(after)))
  const bottom = Math.max(Math.max(...ys(before)), Math.max(...ys(after)))
  return bottom > top ? { top, bottom } : null
}

/** Running text: lines enough, long enough, most of them reaching about as far as the longest. */
function isColumn(segments: readonly Segment[], size: number): boolean {
  if (segments.length < leastLines) return false
  const lines = linesWithin(segments)
  if (lines.length < leastLines) return false
  if (median(lines.map(line => line.characters)) < leastCharacters) return false
  const farthest = Math.max(...lines.map(line => line.right))
  const nearest = Math.min(...lines.map(line => line.left))
  const close = lines.filter((line, index) => line.y - (lines[index - 1]?.y ?? line.y) <= size * widestLeading).length
  if (close < lines.length * leastClose) return false
  const full = lines.filter(line => line.right > farthest - Math.max((farthest - nearest) * 0.25, size * 2)).length
  return full >= lines.length * 0.4
}

function linesWithin(segments: readonly Segment[]) {
  const lines: { y: number; left: number; right: number; characters: number }[] = []
  for (const { y, left, right, words, size } of segments) {
    const line = lines.at(-1)
    if (line && Math.abs(line.y - y) < size * 0.3) {
      line.left = Math.min(line.left, left)
      line.right = Math.max(line.right, right)
      line.characters = Math.max(line.characters, words.length)
    } else lines.push({ y, left, right, characters: words.length })
  }
  return lines
}

export const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
