import type { MatrixFrameRow } from '../../../shared/contract/matrix.ts'
import type { TermId } from '../../../shared/model/id.ts'
import { grouped } from '../../../shared/rules/groups.ts'

/** What stands in one line of the grid: the name of a category with the number of its terms, or a term. */
export type GridLine =
  | { kind: 'category'; name: string; folded: boolean; count: number; open: number }
  | { kind: 'term'; row: MatrixFrameRow }

/** The lines to show, terms under their category in the order of the matrix; a folded category keeps its own line only. */
export const gridLines = (rows: readonly MatrixFrameRow[], folded: ReadonlySet<string>): GridLine[] => {
  const byCategory = grouped(rows, row => row.term.category)
  return [...byCategory].flatMap(([name, ofCategory]) => [
    {
      kind: 'category' as const,
      name,
      folded: folded.has(name),
      count: ofCategory.length,
      open: ofCategory.reduce((sum, row) => sum + row.facts.open, 0),
    },
    ...(folded.has(name) ? [] : ofCategory.map(row => ({ kind: 'term' as const, row }))),
  ])
}

/** The next line below, or above, that is a term; the given one where there is none. */
export const termLineFrom = (lines: readonly GridLine[], line: number, step: 1 | -1): number => {
  for (let at = line + step; at >= 0 && at < lines.length; at += step) if (lines[at]?.kind === 'term') return at
  return line
}

/** The terms that stand under one category on the screen, in their order. */
export const termsOfCategory = (lines: readonly GridLine[], category: string): TermId[] =>
  lines.flatMap(line => (line.kind === 'term' && line.row.term.category === category ? [line.row.term.id] : []))

/** The terms with one of them moved to the place of another: behind it when it comes from above. */
export const movedTo = (terms: readonly TermId[], moved: TermId, place: TermId): TermId[] => {
  const to = terms.indexOf(place)
  if (to < 0 || !terms.includes(moved)) return [...terms]
  const rest = terms.filter(id => id !== moved)
  return [...rest.slice(0, to), moved, ...rest.slice(to)]
}
