import { edgesOf, laidOut, type Mark } from '../../../shared/rules/timeline/lanes.ts'
import { stepFor } from '../../../shared/rules/timeline/scale.ts'
import type { Row, Shown } from './entries.ts'

export type ShownMark = Mark<Shown> & { id: string; row: number }

/** A row with its marks, and where it stands: from the top of the first, in pixels. */
export type LaidRow = Row & { marks: ShownMark[]; lanes: number; top: number; height: number }

export const laneHeight = 22
export const rowHead = 26
const rowFoot = 6
/** Columns in which marks are counted have room for three digits. */
const columnWidth = 34

export const laidRows = (rows: readonly Row[], pixelsPerDay: number, lanes: number): LaidRow[] => {
  const column = stepFor(pixelsPerDay, columnWidth)
  let top = 0
  return rows.map((row, index) => {
    const laid = laidOut(row.entries, { pixelsPerDay, lanes, column })
    const height = rowHead + Math.max(1, laid.lanes) * laneHeight + rowFoot
    const marks = laid.marks.map(mark => ({ ...mark, row: index, id: `${mark.entries[0].key} ${mark.entries.length}` }))
    const place = { ...row, marks, lanes: laid.lanes, top, height }
    top += height
    return place
  })
}

/** How many lanes a row may take, so that all rows are seen at once where that can be. */
export const lanesFor = (height: number, rows: number): number =>
  Math.max(3, Math.min(10, Math.floor((height / Math.max(1, rows) - rowHead - rowFoot) / laneHeight)))

const centre = ({ left, right }: ShownMark) => (left + right) / 2

/** The mark that a press of an arrow leads to: along the row, or to the nearest one in time of the next row that has any. */
export const markBeside = (rows: readonly LaidRow[], from: ShownMark, key: string): ShownMark | undefined => {
  const own = rows[from.row]?.marks ?? []
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
      const next = by === 0 ? undefined : rows[from.row + by]
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
