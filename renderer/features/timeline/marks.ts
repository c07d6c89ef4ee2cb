import { edgesOf, laidOut, type Mark, roomyLanes } from '../../../shared/rules/timeline/lanes.ts'
import { stepFor } from '../../../shared/rules/timeline/scale.ts'
import type { Row, Shown } from './entries.ts'

export type ShownMark = Mark<Shown> & { id: string; row: number }

/** A row with where it stands: from the top of the first, in pixels. Its marks are laid out when they are asked for. */
export type LaidRow = { row: Row; marks: readonly ShownMark[]; lanes: number; top: number; height: number }

/** Rows as they stand at one zoom. Those far below are laid out only when somebody looks so far: their height is a guess until then. */
export type Layout = {
  rowAt(index: number): LaidRow | undefined
  /** The rows that stand, in part at least, between two heights. */
  seen(top: number, bottom: number): LaidRow[]
  height(): number
}

export const laneHeight = 26
export const rowHead = 26
const rowFoot = 6
/** Columns in which marks are counted have room for three digits. */
const columnWidth = 34

const heightOf = (lanes: number) => rowHead + Math.max(1, lanes) * laneHeight + rowFoot

const laidRow = (row: Row, index: number, top: number, pixelsPerDay: number, most: number): LaidRow => {
  const lay = () => laidOut(row.entries, { pixelsPerDay, lanes: most, column: stepFor(pixelsPerDay, columnWidth) })
  const roomy = roomyLanes(row.entries, pixelsPerDay, most)
  let laid = roomy === null ? lay() : null
  const lanes = laid?.lanes ?? roomy ?? 0
  let marks: readonly ShownMark[] | null = null
  return {
    row,
    top,
    lanes,
    height: heightOf(lanes),
    get marks() {
      if (marks === null) {
        laid ??= lay()
        marks = laid.marks.map(mark =>
          Object.assign(mark, { row: index, id: `${mark.entries[0].key} ${mark.entries.length}` }),
        )
      }
      return marks
    },
  }
}

/** Lays rows out from the first on, as far as they are asked for (test/renderer/features/timeline/marks.test.ts). */
export const layoutOf = (rows: readonly Row[], pixelsPerDay: number, most: number): Layout => {
  const laid: LaidRow[] = []
  const bottom = () => {
    const last = laid.at(-1)
    return last === undefined ? 0 : last.top + last.height
  }
  const layNext = () => {
    const row = rows[laid.length]
    if (row !== undefined) laid.push(laidRow(row, laid.length, bottom(), pixelsPerDay, most))
    return row !== undefined
  }
  return {
    rowAt: index => {
      while (laid.length <= index && layNext());
      return laid[index]
    },
    seen: (top, end) => {
      while (bottom() < end && layNext());
      return laid.filter(row => row.top + row.height > top && row.top < end)
    },
    height: () =>
      rows.slice(laid.length).reduce((sum, { entries }) => sum + heightOf(Math.min(most, entries.length)), bottom()),
  }
}

/** How many lanes a row may take, so that all rows are seen at once where that can be. */
export const lanesFor = (height: number, rows: number): number =>
  Math.max(3, Math.min(10, Math.floor((height / Math.max(1, rows) - rowHead - rowFoot) / laneHeight)))

const centre = ({ left, right }: ShownMark) => (left + right) / 2

/** The mark that a press of an arrow leads to: along the row, or to the nearest one in time of the next row that has any. */
export const markBeside = ({ rowAt }: Layout, from: ShownMark, key: string): ShownMark | undefined => {
  const own = rowAt(from.row)?.marks ?? []
  const at = own.findIndex(({ id }) => id === from.id)
  switch (key) {
    case 'ArrowRight':
      return own[at + 1]
    case 'ArrowLeft':
      return own[at - 1]
    case 'Home':
      return own[0]
    case 'End':
      return own.at(-1)
    default: {
      const by = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
      const next = by === 0 ? undefined : rowAt(from.row + by)
      return next?.marks.reduce((best, one) =>
        Math.abs(centre(one) - centre(from)) < Math.abs(centre(best) - centre(from)) ? one : best,
      )
    }
  }
}

/**
 * The zoom by which is laid out: the step at or below the zoom shown. What does not meet there does not meet when it is
 * drawn larger, so lanes are kept over a stretch of zooming, and ten thousand dates are not laid out for every notch.
 */
export const layoutZoom = (pixelsPerDay: number): number => 2 ** (Math.floor(Math.log2(pixelsPerDay) * 4) / 4)

/** The marks that a window shows, where they stand at its zoom; the room behind one is at least what it was laid out with. */
export const seenMarks = (marks: readonly ShownMark[], pixelsPerDay: number, from: number, to: number): ShownMark[] => {
  const seen: ShownMark[] = []
  for (const mark of marks) {
    const { left, right } = edgesOf(mark, mark.entries.length, pixelsPerDay)
    if (left < to && right + Math.max(0, mark.room) > from) seen.push({ ...mark, left, right })
  }
  return seen
}
