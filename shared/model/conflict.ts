import * as z from 'zod'
import { claimId, conflictDecisionId, conflictId, excerptId, riskId, termId } from './id.ts'
import { instant, line, prose, stamps } from './record.ts'

export const conflictKind = z.enum(['value', 'basis', 'date', 'stage', 'attribution', 'existence', 'scope'])
export type ConflictKind = z.infer<typeof conflictKind>

export const conflictState = z.enum(['open', 'resolved', 'dismissed'])

export const resolution = z.enum([
  'first right',
  'second right',
  'both right on different bases',
  'superseded in time',
  'unresolved',
])
export type Resolution = z.infer<typeof resolution>

/** One step in the life of a conflict: who brought it into which state when, and why. */
export const conflictDecision = z.object({
  id: conflictDecisionId,
  at: instant,
  /** Empty when nobody did: its claims changed, and it opened again by itself. */
  by: line,
  state: conflictState,
  resolution: resolution.nullable(),
  rationale: prose,
})
export type ConflictDecision = z.infer<typeof conflictDecision>

/** A record that two or more claims cannot both hold. The detector finds and explains; only an analyst resolves. */
export const conflict = z.object({
  id: conflictId,
  term: termId,
  /** In the order of their as-of dates; "first right" means the first of these. */
  claims: z.array(claimId).min(2),
  kind: conflictKind,
  /** How far apart, in words: "US$ 150 billion", "20 points"; empty where there is no distance. */
  size: line,
  /** One sentence: why these claims cannot both hold. */
  reason: prose,
  foundBy: z.enum(['detector', 'analyst']),
  state: conflictState,
  resolution: resolution.nullable(),
  rationale: prose,
  decidedBy: line,
  decidedAt: instant.nullable(),
  evidence: z.array(excerptId),
  risks: z.array(riskId),
  /** Every decision about it, oldest first: the last one is in force. */
  decisions: z.array(conflictDecision),
  ...stamps,
})
export type Conflict = z.infer<typeof conflict>
