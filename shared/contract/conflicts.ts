import { z } from 'zod'
import { conflict, resolution } from '../model/conflict.ts'
import { conflictId, excerptId, positionId, riskId, termId } from '../model/id.ts'
import { line, prose } from '../model/record.ts'
import { claimRecords, claimView } from './claims.ts'
import { read, write } from './operation.ts'

const nothing = z.strictObject({})

/** Two claims that differ without being in conflict, and why: a change over time, another basis, another scope. */
export const comparison = z.object({
  relation: z.enum(['change', 'not comparable', 'undecidable']),
  term: termId,
  claims: z.array(claimView).min(2),
  reason: prose,
})
export type Comparison = z.infer<typeof comparison>

export const conflictView = conflict.extend({
  termRef: line,
  termName: line,
  views: z.array(claimView),
  positions: z.array(positionId),
})
export type ConflictView = z.infer<typeof conflictView>

export const conflictOperations = {
  'conflicts.list': read(nothing, z.array(conflictView), [...claimRecords, 'conflict', 'position']),
  'conflicts.comparisons': read(nothing, z.array(comparison), [...claimRecords, 'conflict']),
  'conflicts.create': write(conflict.pick({ term: true, claims: true, kind: true, reason: true }).strict(), conflict),
  'conflicts.resolve': write(
    z.strictObject({
      id: conflictId,
      resolution,
      rationale: prose.min(1),
      evidence: z.array(excerptId),
      risks: z.array(riskId),
    }),
    z.null(),
  ),
  'conflicts.dismiss': write(z.strictObject({ id: conflictId, rationale: prose.min(1) }), z.null()),
  'conflicts.reopen': write(z.strictObject({ id: conflictId }), z.null()),
}
