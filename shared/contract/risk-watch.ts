import * as z from 'zod'
import { riskId } from '../model/id.ts'
import { line } from '../model/record.ts'
import { review } from '../model/review.ts'
import { acceptance, indicator, risk } from '../model/risk.ts'
import { passage } from './excerpts.ts'
import { read, write } from './operation.ts'
import { assessmentDraft } from './risks.ts'

const nothing = z.strictObject({})

/** An indicator with the risk that it tells of: a card of the board across risks. */
export const watchedIndicator = indicator.extend({
  risk: riskId,
  ref: line,
  title: line,
  category: line,
  status: risk.shape.status,
  kind: risk.shape.kind,
})
export type WatchedIndicator = z.infer<typeof watchedIndicator>

/** A review with the name of its risk. */
export const namedReview = review.extend({ ref: line, title: line, kind: risk.shape.kind })
export type NamedReview = z.infer<typeof namedReview>

/** An acceptance that holds, with the name of the risk that it freezes. */
export const standingAcceptance = acceptance.extend({ risk: riskId, ref: line, title: line })

export const riskWatchOperations = {
  /** Of all risks that are not archived, in the order of their refs. */
  'risks.indicators': read(nothing, z.array(watchedIndicator), ['risk']),
  /** The newest reviews of all risks, newest first, and every acceptance that holds, the one that ends first before the others. */
  'risks.reviews': read(
    z.strictObject({ limit: z.int().min(1).max(1_000) }),
    z.object({ recent: z.array(namedReview), total: z.int(), acceptances: z.array(standingAcceptance) }),
    ['risk', 'review'],
  ),
  /**
   * That a risk was looked at, and what came of it, in one step: the scoring that raised or lowered it, or its closing with
   * the note as reason. Refuses a scoring that says otherwise than the outcome.
   */
  'risks.review': write(
    review
      .omit({ id: true, by: true, created: true })
      .extend({
        assessment: assessmentDraft.omit({ risk: true }).extend({ passage: passage.optional() }).strict().optional(),
      })
      .strict(),
    review,
  ),
}
