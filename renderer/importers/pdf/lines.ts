import { median, type Region } from './columns.ts'
import { rowsOf } from './furniture.ts'
import type { Segment } from './segments.ts'

/** A line of a region, from its left to its right. */
export type Line = Segment & { segments: Segment[]; page: number }

/** The lines of a region, where its text begins and ends on both sides, and the usual size of its lines. */
export type Column = { lines: Line[]; left: number; right: number; leading: number; size: number }

export function columnOf(region: Region, page: number): Column {
  const lines = rowsOf(region).map(({ segments }) => lineOf(segments, page))
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
    segments,
    page,
  }
}

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
