import * as z from 'zod'
import { assessment } from '../model/assessment.ts'
import { excerptId, riskId, sourceId } from '../model/id.ts'
import { line } from '../model/record.ts'
import { riskMove, riskStatus } from '../model/risk.ts'
import { read, write } from './operation.ts'
import { asOf, registerRow, score } from './risks.ts'

/**
 * What became of a risk between two moments, the weightier before the others. `scored`: it stood there without a score.
 * `within its level`: its range, its impact or the strength of knowledge moved, its level did not. `restored`: taken out
 * of the archive. `revoked`: its acceptance ended. `status`: any other step of its life.
 */
export const moverChange = z.enum([
  'materialised',
  're-opened',
  'archived',
  'closed',
  'new',
  'raised',
  'lowered',
  'restored',
  'accepted',
  'revoked',
  'scored',
  'within its level',
  'status',
])
export type MoverChange = z.infer<typeof moverChange>

/** What of a scoring the movers are told by; its words come with the reasons. */
export const moverScore = score
  .pick({
    id: true,
    kind: true,
    date: true,
    likelihoodLow: true,
    likelihoodHigh: true,
    level: true,
    strength: true,
    criteria: true,
  })
  .extend({ impact: z.int() })

/** Where a risk stood: its status, and the score it is ranked and drawn by. */
export const moverStanding = z.object({ status: riskStatus, score: moverScore.nullable() })
export type MoverStanding = z.infer<typeof moverStanding>

/** A risk that stands otherwise at the later moment than at the earlier one; null: it was not there yet. */
export const mover = registerRow.pick({ id: true, ref: true, title: true, category: true, kind: true }).extend({
  changes: z.array(moverChange).min(1),
  before: moverStanding.nullable(),
  after: moverStanding,
})
export type Mover = z.infer<typeof mover>

/** A passage that stands behind a scoring: cited by it, or by a claim that it cites. */
export const reasonQuote = z.object({ excerpt: excerptId, source: sourceId, sourceTitle: line, exact: z.string() })
export type ReasonQuote = z.infer<typeof reasonQuote>

const scored = assessment
  .pick({
    id: true,
    kind: true,
    date: true,
    created: true,
    author: true,
    likelihoodWord: true,
    likelihoodLow: true,
    likelihoodHigh: true,
    level: true,
    strength: true,
    reason: true,
  })
  .extend({ is: z.literal('assessment'), impactWord: line, quotes: z.array(reasonQuote) })

/** Why a risk moved: a scoring, or a step of its life. */
export const moverReason = z.discriminatedUnion('is', [scored, riskMove.extend({ is: z.literal('move') })])
export type MoverReason = z.infer<typeof moverReason>

export const moverReasons = z.object({ risk: riskId, reasons: z.array(moverReason) })
export type MoverReasons = z.infer<typeof moverReasons>

/** Two moments of the register, by either clock. */
export const between = z.strictObject({ since: asOf, until: asOf })
export type Between = z.infer<typeof between>

const from = ['risk', 'assessment', 'criteria', 'excerpt', 'claim', 'source'] as const

export const moverOperations = {
  /** The risks that stand otherwise at the later moment, the weightiest change first, then the most serious. */
  'risks.movers': read(between, z.array(mover), ['risk', 'assessment']),
  /** What was scored and decided between two moments, oldest first, of those risks that are there. */
  'risks.reasons': read(between.extend({ ids: z.array(riskId).max(500) }), z.array(moverReasons), from),
  /** Puts the movers and their reasons on the clipboard as plain text. */
  'risks.copyMovers': write(between, z.null()),
}
