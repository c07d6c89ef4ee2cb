import type { MatrixRow, MatrixView } from '../../../shared/contract/matrix.ts'

export const showings = ['all', 'conflicts', 'gaps', 'unsupported'] as const
export type Showing = (typeof showings)[number]

/** What stands in one line of the grid: the name of a category, or a term. */
export type GridLine = { kind: 'category'; name: string; folded: boolean } | { kind: 'term'; row: MatrixRow }

const fits: Record<Showing, (row: MatrixRow) => boolean> = {
  all: () => true,
  conflicts: row => row.cells.some(cell => cell.openConflicts.length > 0),
  gaps: row => row.cells.some(cell => cell.state === 'unread' || cell.state === 'silent'),
  unsupported: row => row.cells.some(cell => cell.unsupported) || row.position?.unsupported === true,
}

/** The lines to show, terms under their category in the order of the matrix; a folded category keeps its own line only. */
export const gridLines = (
  rows: readonly MatrixRow[],
  showing: Showing,
  category: string | null,
  folded: ReadonlySet<string>,
): GridLine[] => {
  const wanted = rows.filter(row => fits[showing](row) && (category === null || row.term.category === category))
  const names = [...new Set(wanted.map(row => row.term.category))]
  return names.flatMap(name => [
    { kind: 'category' as const, name, folded: folded.has(name) },
    ...(folded.has(name)
      ? []
      : wanted.filter(row => row.term.category === name).map(row => ({ kind: 'term' as const, row }))),
  ])
}

/** A place in the grid: column 0 is the term, then one for each source or party; the last is our position. */
export type GridPlace = { line: number; column: number }

/** The row and the column that an address opens: `?claim=ID`, or `?term=ID` with a column's key or `position`; null when it opens nothing. */
export const openedBy = (
  { rows, columns }: MatrixView,
  query: Readonly<Record<string, string>>,
): { row: MatrixRow; column: number } | null => {
  for (const row of query.claim === undefined ? [] : rows) {
    const at = row.cells.findIndex(cell => cell.claims.some(id => id === query.claim))
    if (at >= 0) return { row, column: at + 1 }
  }
  const row = rows.find(one => one.term.id === query.term)
  if (row === undefined) return null
  const key = query.column ?? query.source
  return { row, column: key === 'position' ? columns.length + 1 : columns.findIndex(column => column.key === key) + 1 }
}
