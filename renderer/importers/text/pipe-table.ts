import type { TextBlock, TextRange } from '../../../shared/model/text-version.ts'
import { headOfRows } from '../document/rows.ts'
import type { Line } from './lines.ts'

const delimiter = /^\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?$/

const hasPipe = (line: Line | undefined): line is Line => line?.words.includes('|') ?? false

/** A row of heads, then a row of dashes under it. */
const beginsWithHead = (lines: Line[], first: number): boolean => {
  const [line, next] = [lines[first], lines[first + 1]]
  return hasPipe(line) && hasPipe(next) && delimiter.test(next.words) && (!next.apart || isFramed(line))
}

const isFramed = ({ words }: Line) => words.startsWith('|') && words.endsWith('|') && words.length > 1
const isBordered = ({ words }: Line) => words.startsWith('|') || words.endsWith('|')

/** Rows without dashes under the first: as many as this in a row, alike in their cells, are no accident. */
const fewestRows = 3

/** True when the line can be a row of the same table as the one before it, where no row of dashes tells. */
const goesOnBare = (line: Line | undefined, before: Line): line is Line => {
  if (!hasPipe(line) || (line.apart && !(isFramed(line) && isFramed(before)))) return false
  const cells = cellsOf(line).length
  return cells === cellsOf(before).length && (cells > 2 || (cells === 2 && isBordered(line) && isBordered(before)))
}

const beginsBare = (lines: Line[], first: number): boolean => {
  for (let at = first + 1; at < first + fewestRows; at += 1) {
    const before = lines[at - 1]
    if (!hasPipe(before) || !goesOnBare(lines[at], before)) return false
  }
  return true
}

/**
 * True when a table drawn with pipes begins at a line: with a row of dashes under its heads, or with three rows of as many
 * cells. What a page's table becomes when it is saved as text has pipes between the cells and at the end of each row.
 */
export const beginsPipeTable = (lines: Line[], first: number): boolean =>
  hasPipe(lines[first]) && (beginsWithHead(lines, first) || beginsBare(lines, first))

/** The table that begins at `lines[first]`, and the index of the line after it. The row of dashes is covered but is no row. */
export function pipeTable(text: string, lines: Line[], first: number): { block: TextBlock; next: number } {
  const dashed = beginsWithHead(lines, first)
  let next = first + (dashed ? 2 : 1)
  for (;;) {
    const [line, before] = [lines[next], lines[next - 1]]
    if (!before || !hasPipe(line)) break
    if (dashed ? line.apart && !(isFramed(line) && isFramed(before)) : !goesOnBare(line, before)) break
    next += 1
  }
  const rows = lines
    .slice(first, next)
    .filter((_, index) => !dashed || index !== 1)
    .map(cellsOf)
  const words = rows.map(row => row.map(({ start, end }) => text.slice(start, end)))
  const block: TextBlock = {
    kind: 'table',
    start: lines[first]?.start ?? 0,
    end: lines[next - 1]?.end ?? 0,
    rows,
    head: dashed || headOfRows(words),
    apparatus: false,
  }
  return { block, next }
}

/** The cells of a row without the white space around them. A pipe after a backslash belongs to its cell. */
function cellsOf(line: Line): TextRange[] {
  const cells: TextRange[] = []
  const pieces = line.words.split(/(?<!\\)\|/)
  let position = line.start
  pieces.forEach((piece, index) => {
    const outer = (index === 0 || index === pieces.length - 1) && piece.trim() === '' && pieces.length > 1
    if (!outer) {
      const start = position + (piece.length - piece.trimStart().length)
      cells.push({
        start: Math.min(start, position + piece.length),
        end: Math.max(start, position + piece.trimEnd().length),
      })
    }
    position += piece.length + 1
  })
  return cells
}
