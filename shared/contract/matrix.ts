import { z } from 'zod'
import { stage } from '../model/claim.ts'
import { claimId, conflictId, positionId } from '../model/id.ts'
import { partialDate } from '../model/partial-date.ts'
import { position } from '../model/position.ts'
import { line } from '../model/record.ts'
import { term } from '../model/term.ts'
import { claimRecords } from './claims.ts'
import { read } from './operation.ts'

/**
 * One cell, computed from claims and never stored. `unread`: no claim of any polarity · `silent`, `denied` and
 * `no value` are what the source was found to say. `origins` counts independent origins behind `count` claims.
 */
export const matrixCell = z.object({
  state: z.enum(['unread', 'silent', 'denied', 'no value', 'value']),
  words: z.array(line),
  stage: stage.nullable(),
  count: z.int(),
  origins: z.int(),
  claims: z.array(claimId),
  openConflicts: z.array(conflictId),
  settledConflicts: z.array(conflictId),
  /** True when every claim of the cell lacks evidence. */
  unsupported: z.boolean(),
})
export type MatrixCell = z.infer<typeof matrixCell>

/** `date` is when a source was published; for an undated one the latest day its claims speak of, as "about". */
export const matrixColumn = z.object({ key: z.string(), title: line, date: partialDate.nullable(), grade: line })
export type MatrixColumn = z.infer<typeof matrixColumn>

export const matrixRow = z.object({
  term,
  cells: z.array(matrixCell),
  /** The newest overall position, and whether a source newer than it has not been read for this term. */
  position: z
    .object({ id: positionId, words: line, position, stale: z.boolean(), unsupported: z.boolean() })
    .nullable(),
})
export type MatrixRow = z.infer<typeof matrixRow>

export const matrixView = z.object({
  axis: z.enum(['sources', 'parties']),
  columns: z.array(matrixColumn),
  rows: z.array(matrixRow),
})
export type MatrixView = z.infer<typeof matrixView>

export const matrixOperations = {
  'matrix.read': read(z.strictObject({ axis: z.enum(['sources', 'parties']) }), matrixView, [
    ...claimRecords,
    'conflict',
    'position',
  ]),
}
