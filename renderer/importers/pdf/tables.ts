import type { Column, Line } from './lines.ts'
import { listMarker } from './lists.ts'
import type { Segment } from './segments.ts'

/** A table by its lines: rows of cells, each cell being the segments in it. */
export type Table = { rows: Segment[][][]; head: boolean; lines: Line[] }

/** So many rows with cells beside each other make a table; fewer when there are more columns. */
const leastRows = 3

/** Finds the tables of a column of text: rows below each other whose cells keep to the same columns. */
export function tablesOf({ lines, leading }: Column): Table[] {
  const tables: Table[] = []
  let run: Line[] = []
  const close = () => {
    const table = tableOf(run)
    if (table) tables.push(table)
    run = []
  }
  for (const line of lines) {
    const before = run.at(-1)
    const near = before && line.y - before.y < Math.max(leading * 1.9, 2.2) * Math.max(line.size, before.size)
    if (before && !near) close()
    if (hasCells(line)) run.push(line)
    else if (run.length > 0 && isWithinCell(line, run)) run.push(line)
    else close()
  }
  close()
  return tables
}

/** An equation with its number, and a list with its marks, are no rows; nor is a line of contents with its leaders. */
function hasCells({ segments, words }: Line): boolean {
  const [first, second] = segments
  if (!first || !second || isContents(words)) return false
  if (segments.length === 2 && (listMarker(first.words) !== null || /^\(?\d{1,3}(?:\.\d+)?\)$/.test(second.words)))
    return false
  return true
}

/** A line of a table of contents: words, leaders, a page. */
export const isContents = (words: string): boolean => /(?:\.\s?){4,}\s*(?:\d{1,4}|[ivxlc]{1,8})?$/i.test(words)

/** The rest of a cell that runs over several lines. */
function isWithinCell({ segments }: Line, run: readonly Line[]): boolean {
  const [only] = segments
  const columns = columnsOf(run)
  const last = run.at(-1)
  if (!only || !last || segments.length > 1 || columns.length < 2) return false
  // A heading between rows begins something else.
  if (Math.abs(only.size - last.size) > last.size * 0.07 || (only.bold && !last.bold)) return false
  const covered = columns.filter(({ left, right }) => only.left < right && only.right > left)
  return covered.length === 1
}

type Span = { left: number; right: number }

/** The strips that the cells of rows fall into, by what they cover together. */
function columnsOf(lines: readonly Line[]): Span[] {
  const cells = lines
    .filter(hasCells)
    .flatMap(({ segments }) => segments.map(({ left, right }) => ({ left, right })))
    .sort((one, other) => one.left - other.left)
  const columns: Span[] = []
  for (const cell of cells) {
    const last = columns.at(-1)
    if (last && cell.left < last.right + 1) last.right = Math.max(last.right, cell.right)
    else columns.push({ ...cell })
  }
  return columns
}

function tableOf(run: readonly Line[]): Table | null {
  const lines = withoutTail(run)
  const rows = lines.filter(hasCells)
  const columns = columnsOf(lines)
  if (columns.length < 2 || rows.length < (columns.length > 2 ? leastRows - 1 : leastRows)) return null
  // Rows that mostly leave cells empty are lines that happen to have gaps.
  const filled = rows.reduce((sum, { segments }) => sum + segments.length, 0)
  if (filled < rows.length * Math.max(2, columns.length * 0.5)) return null
  const written = logicalRows(lines, columns)
  return { rows: written, head: hasHead(written), lines: [...lines] }
}

const withoutTail = (run: readonly Line[]) => run.slice(0, run.findLastIndex(hasCells) + 1 + tailOf(run))

/** Lines after the last row belong to it while they stand close. */
function tailOf(run: readonly Line[]): number {
  const last = run.findLastIndex(hasCells)
  let count = 0
  for (let index = last + 1; index < run.length; index += 1) {
    const [line, before] = [run[index], run[index - 1]]
    if (!line || !before || line.y - before.y > 1.35 * line.size) break
    count += 1
  }
  return count
}

function cellsOf({ segments }: Line, columns: readonly Span[]): Segment[][] {
  const cells: Segment[][] = columns.map(() => [])
  for (const segment of segments) {
    const at = columns.findIndex(({ right }) => segment.left < right)
    cells[at]?.push(segment)
  }
  return cells
}

/** Line distances, in ems, up to which lines may belong to one row, and from which they do not where rows are set apart. */
const close = 1.35
const apart = 1.5

/** A line goes on with the row above it when it leaves the first cell empty, or when rows are set apart and it stands close. */
function logicalRows(lines: readonly Line[], columns: readonly Span[]): Segment[][][] {
  const gaps = lines.slice(1).map((line, index) => (line.y - (lines[index]?.y ?? 0)) / line.size)
  const setApart =
    gaps.some(gap => gap <= close) && gaps.filter(gap => gap > apart).length >= Math.max(2, gaps.length * 0.35)
  const rows: Segment[][][] = []
  lines.forEach((line, index) => {
    const cells = cellsOf(line, columns)
    const row = rows.at(-1)
    const gap = gaps[index - 1] ?? Number.POSITIVE_INFINITY
    const goesOn = setApart ? gap <= close : (cells[0]?.length ?? 0) === 0 && gap <= 1.6
    if (row && goesOn) cells.forEach((cell, at) => void row[at]?.push(...cell))
    else rows.push(cells)
  })
  return rows
}

/** The first row is the head when it is set apart by weight, or is the only one without figures. */
function hasHead([first, ...others]: readonly Segment[][][]): boolean {
  if (!first || others.length === 0) return false
  const bold = (row: readonly Segment[][]) => row.flat().every(segment => segment.bold)
  const figures = (row: readonly Segment[][]) => row.flat().some(({ words }) => /^[\p{Sc}(+−–-]?\d/u.test(words))
  const full =
    first.every(cell => cell.length > 0) || (first[0]?.length === 0 && first.slice(1).every(cell => cell.length > 0))
  return full && ((bold(first) && !others.every(bold)) || (!figures(first) && others.every(figures)))
}
