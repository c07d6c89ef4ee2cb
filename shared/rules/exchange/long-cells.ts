/** A cell of a workbook holds 32,767 UTF-16 code units (Excel specifications and limits). */
const mostInCell = 32_767

/** The pieces of a text that fit in cells, never cut within a character of two code units. */
export const cellPieces = (text: string): string[] => {
  if (text.length <= mostInCell) return [text]
  const pieces: string[] = []
  for (let at = 0; at < text.length; ) {
    const end = Math.min(at + mostInCell, text.length)
    const isSplit = end < text.length && /[\ud800-\udbff]/.test(text.charAt(end - 1))
    pieces.push(text.slice(at, isSplit ? end - 1 : end))
    at = isSplit ? end - 1 : end
  }
  return pieces
}

/** The column in which a text too long for one cell goes on: `comment`, `comment 2`, `comment 3`. */
export const columnPiece = (column: string, piece: number): string => (piece === 0 ? column : `${column} ${piece + 1}`)

/** The cells of a row with texts of several cells joined again. */
export const joinedCells = <Cell extends string | number | undefined>(
  cells: Readonly<Record<string, Cell>>,
): Record<string, Cell | string> => {
  const joined: Record<string, Cell | string> = {}
  for (const [column, cell] of Object.entries(cells)) {
    const [, first] = /^(.*\D) (?:[2-9]|[1-9]\d+)$/.exec(column) ?? []
    if (first === undefined || !(first in cells)) joined[column] = cell
  }
  for (const column of Object.keys(joined))
    for (let piece = 1; columnPiece(column, piece) in cells; piece += 1)
      joined[column] = `${joined[column] ?? ''}${cells[columnPiece(column, piece)] ?? ''}`
  return joined
}
