import type { TextBlock, TextRange } from '../../../shared/model/text-version.ts'
import type { Line } from './lines.ts'

const delimiter = /^\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?$/

/** True when a table drawn with pipes begins at the line: a row of heads, then a row of dashes. */
export const beginsPipeTable = (line: Line, next: Line | undefined): boolean =>
  line.words.includes('|') &&
  next !== undefined &&
  !next.apart &&
  next.words.includes('|') &&
  delimiter.test(next.words)

/** The table that begins at `lines[first]`, and the index of the line after it. The row of dashes is covered but is no row. */
export function pipeTable(lines: Line[], first: number): { block: TextBlock; next: number } {
  let next = first + 2
  while (lines[next]?.words.includes('|') && !lines[next]?.apart) next += 1
  const rows = lines.slice(first, next).filter((_, index) => index !== 1)
  const last = lines[next - 1]
  const block: TextBlock = {
    kind: 'table',
    start: lines[first]?.start ?? 0,
    end: last?.end ?? 0,
    rows: rows.map(cellsOf),
    head: true,
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
