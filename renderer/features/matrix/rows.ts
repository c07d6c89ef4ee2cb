import type { MatrixRow } from '../../../shared/contract/matrix.ts'

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
