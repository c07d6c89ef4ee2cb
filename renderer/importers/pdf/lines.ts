import { median, type Region } from './columns.ts'
import { rowsOf } from './furniture.ts'
import type { Segment } from './segments.ts'

/** A line of a region, from its left to its right. */
export type Line = Segment & { segments: Segment[]; page: number }

/** The lines of a region, where its text begins and ends on both sides, and the usual size of its lines. */
export type Column = { lines: Line[]; left: number; right: number; leading: number; size: number }

export function columnOf(region: Region, page: number): Column {
  const lines = withCells(rowsOf(region).map(({ segments }) => lineOf(segments, page)))
  const lefts = lines.map(({ left }) => left).sort((one, other) => one - other)
  return {
    lines,
    left: lefts[0] ?? 0,
    right: Math.max(...lines.map(({ right }) => right)),
    leading: leadingOf(lines),
    size: median(lines.map(({ size }) => size)),
  }
}

function lineOf(segments: Segment[], page: number): Line {
  const [only] = segments
  if (only && segments.length === 1) return { ...only, segments, page }
  const longest = segments.reduce((most, one) => (one.words.length > most.words.length ? one : most))
  const ordered = longest.rightToLeft ? segments.toReversed() : segments
  const all = (of: (segment: Segment) => boolean) => segments.every(of)
  return {
    ...longest,
    words: ordered.map(({ words }) => words).join(' '),
    left: Math.min(...segments.map(({ left }) => left)),
    right: Math.max(...segments.map(({ right }) => right)),
    bold: all(({ bold }) => bold),
    italic: all(({ italic }) => italic),
    fixed: all(({ fixed }) => fixed),
    raised: ordered[0]?.raised ?? false,
    pieces: ordered.flatMap(({ pieces }) => pieces),
    segments,
    page,
  }
}

/** So many lines above and below a line show where its cells begin, and at least so many of them. */
const reach = 4
const leastAlike = 2

/** Long cells may come as near to the next as words are. They are parted where cells of the lines around them begin. */
const withCells = (lines: readonly Line[]): Line[] =>
  lines.map((line, index) => {
    if (!line.segments.some(({ stretches }) => stretches)) return line
    const around = [...lines.slice(Math.max(0, index - reach), index), ...lines.slice(index + 1, index + 1 + reach)]
    const cells = around.flatMap(({ segments }) => segments.slice(1))
    const parted =
      cells.length < leastAlike ? line.segments : line.segments.flatMap(segment => partedAt(cells, segment))
    return parted.length === line.segments.length ? line : lineOf(parted, line.page)
  })

/** The stretches of a segment put together again but for those that stand as the cells do. */
function partedAt(cells: readonly Segment[], segment: Segment): Segment[] {
  // In code words are set below each other by spaces.
  if (segment.fixed) return [segment]
  const [first, ...others] = segment.stretches ?? [segment]
  const parted = first ? [first] : []
  for (const stretch of others) {
    const before = parted.at(-1)
    if (!before || cells.filter(cell => standsAs(cell, stretch)).length >= leastAlike) parted.push(stretch)
    else parted[parted.length - 1] = together(before, stretch)
  }
  return parted.length > 1 ? parted : [segment]
}

/** Words begin below each other, figures may end so. */
const standsAs = (cell: Segment, stretch: Segment) =>
  Math.abs(cell.left - stretch.left) < 1 ||
  (Math.abs(cell.right - stretch.right) < 1 && /^[\p{Sc}(+−–-]?[\d.,]+[%)]?$/u.test(stretch.words))

const together = (one: Segment, other: Segment): Segment => ({
  ...one,
  words: (one.rightToLeft ? [other, one] : [one, other]).map(({ words }) => words).join(' '),
  pieces: (one.rightToLeft ? [other, one] : [one, other]).flatMap(({ pieces }) => pieces),
  right: Math.max(one.right, other.right),
})

/** The usual distance of a line to the next, in ems of its size. */
function leadingOf(lines: readonly Line[]): number {
  const gaps = lines.slice(1).flatMap((line, index) => {
    const before = lines[index]
    if (!before || Math.abs(before.size - line.size) > line.size * 0.07) return []
    const gap = (line.y - before.y) / line.size
    return gap > 0.8 && gap < 2.6 ? [gap] : []
  })
  return gaps.length > 0 ? median(gaps) : 1.2
}
