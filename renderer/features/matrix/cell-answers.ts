import type { RowCells, ShownCell } from '../../../shared/contract/matrix.ts'
import type { TermId } from '../../../shared/model/id.ts'

/** The cells of a row by the key of their column; what is not in it is unread. */
export type CellsByColumn = ReadonlyMap<string, ShownCell>
export type CellsByTerm = ReadonlyMap<TermId, CellsByColumn>

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/**
 * What is known with an answer taken in. A cell that says what it said stays the very same object, a row in which none
 * changed as well, so that an edited claim draws one cell (test/renderer/features/matrix/cell-answers.test.ts).
 */
export const withAnswer = (known: CellsByTerm, answer: readonly RowCells[]): CellsByTerm => {
  const changed: [TermId, CellsByColumn][] = []
  for (const { term, cells } of answer) {
    const before = known.get(term)
    const after = new Map(
      cells.map(cell => {
        const same = before?.get(cell.column)
        return [cell.column, same !== undefined && isSame(same, cell) ? same : cell]
      }),
    )
    const isKept = before?.size === after.size && [...after].every(([key, cell]) => before.get(key) === cell)
    if (!isKept) changed.push([term, after])
  }
  return changed.length === 0 ? known : new Map([...known, ...changed])
}

/** A list in which what says the same as in the last one is the same object; the last one itself when nothing changed. */
export const keptAlike = <One>(
  last: readonly One[],
  next: readonly One[],
  idOf: (one: One) => string,
): readonly One[] => {
  const byId = new Map(last.map(one => [idOf(one), one]))
  const kept = next.map(one => {
    const before = byId.get(idOf(one))
    return before !== undefined && isSame(before, one) ? before : one
  })
  return kept.length === last.length && kept.every((one, at) => one === last[at]) ? last : kept
}

/** Blocks of neighbours, each asked for at once. */
export const blocksOf = <One>(all: readonly One[], size: number): One[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size))
