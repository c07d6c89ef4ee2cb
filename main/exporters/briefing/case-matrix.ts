import type { MatrixColumn, RowPosition } from '../../../shared/contract/matrix.ts'
import type { CaseDocument } from '../../../shared/model/case-document.ts'
import type { ClaimId, ConflictId } from '../../../shared/model/id.ts'
import type { Position } from '../../../shared/model/position.ts'
import type { Term } from '../../../shared/model/term.ts'
import { byId } from '../../../shared/rules/groups.ts'
import type { MatrixFacts } from '../../../shared/rules/matrix-facts.ts'
import {
  type MatrixAsked,
  matrixFrameRow,
  matrixPlan,
  type WholeCell,
  wholeCells,
} from '../../../shared/rules/matrix-frame.ts'

/** One cell with the records behind it, in the order in which they were recorded. */
export type BriefingCell = {
  shown: WholeCell['shown']
  claims: readonly ClaimId[]
  open: readonly ConflictId[]
  settled: readonly ConflictId[]
}

/** One term: a cell for each source, null where it was not read for the term, and the newest overall position. */
export type BriefingRow = {
  term: Term
  cells: readonly (BriefingCell | null)[]
  position: (RowPosition & { claims: Position['claims'] }) | null
}

export type BriefingMatrix = { columns: readonly MatrixColumn[]; rows: readonly BriefingRow[] }

/** Sources in the order of time, with all that the case has. */
export const wholeMatrix: MatrixAsked = { axis: 'sources', asOf: null, grain: null }

/** Terms by sources, parties or dates, as they stood on a day, by the rules of the screen (shared/rules/matrix-frame.ts). */
export function briefingMatrix(
  facts: MatrixFacts,
  document: Pick<CaseDocument, 'positions'>,
  asked: MatrixAsked = wholeMatrix,
): BriefingMatrix {
  const plan = matrixPlan(facts, asked)
  const positions = byId(document.positions)
  // Ids grow with time.
  const inOrder = <Id extends string>(ids: readonly Id[]) => [...ids].sort()
  return {
    columns: plan.columns,
    rows: facts.terms.map(of => {
      const cells = wholeCells(of, plan)
      const { position } = matrixFrameRow(of, plan)
      return {
        term: of.term,
        cells: plan.columns.map(({ key }) => {
          const cell = cells.get(key)
          if (cell === undefined) return null
          const { claims, open, settled } = cell.records
          return {
            shown: cell.shown,
            claims: inOrder(claims.map(({ id }) => id)),
            open: inOrder(open),
            settled: inOrder(settled),
          }
        }),
        position: position && { ...position, claims: positions.get(position.id)?.claims ?? [] },
      }
    }),
  }
}
