import * as z from 'zod'
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

export const relation = comparison.shape.relation
export type Relation = z.infer<typeof relation>

/** A conflict in the queue, without its claims: there may be thousands. */
export const conflictLine = conflict
  .pick({
    id: true,
    term: true,
    kind: true,
    size: true,
    reason: true,
    state: true,
    resolution: true,
    decidedAt: true,
    created: true,
  })
  .extend({
    termRef: line,
    termName: line,
    /** Decided once, and opened again by itself because its claims have changed since. */
    reopened: z.boolean(),
  })
export type ConflictLine = z.infer<typeof conflictLine>

export const conflictView = conflict.extend({
  termRef: line,
  termName: line,
  views: z.array(claimView),
  positions: z.array(positionId),
})
export type ConflictView = z.infer<typeof conflictView>

export const conflictOperations = {
  /** With their claims: those of a term, or those chosen; all of them where nothing is asked for. */
  'conflicts.list': read(
    z.strictObject({ ids: z.array(conflictId).optional(), term: termId.optional() }),
    z.array(conflictView),
    [...claimRecords, 'conflict', 'position'],
  ),
  /** Every conflict as a line of the queue, in the order in which they were recorded. */
  'conflicts.queue': read(nothing, z.array(conflictLine), ['conflict', 'term']),
  /** The terms with claims that can be compared: two or more. In the order of the matrix. */
  'conflicts.comparable': read(nothing, z.array(z.object({ term: termId, ref: line, name: line, claims: z.int() })), [
    'claim',
    'term',
  ]),
  /**
   * One page of what differs on one term without being in conflict, what waits for the analyst first: every pair of its
   * claims is compared, which no case can afford for all its terms at once.
   */
  'conflicts.comparisons': read(
    z.strictObject({
      term: termId,
      relation: relation.nullable(),
      offset: z.int().min(0),
      limit: z.int().min(0).max(200),
    }),
    z.object({
      /** How many there are of each relation, whichever is asked for. */
      counts: z.record(relation, z.int()),
      /** What some of the claims that say something state and others leave open: no difference, and not the same either. */
      partly: z.array(z.enum(['stage', 'basis'])),
      page: z.array(comparison),
    }),
    [...claimRecords, 'conflict'],
  ),
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
  /** The risks it bears on, decided or not. */
  'conflicts.bear': write(z.strictObject({ id: conflictId, risks: z.array(riskId) }), z.null()),
  'conflicts.dismiss': write(z.strictObject({ id: conflictId, rationale: prose.min(1) }), z.null()),
  'conflicts.reopen': write(z.strictObject({ id: conflictId }), z.null()),
}
