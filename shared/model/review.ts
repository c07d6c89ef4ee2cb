import * as z from 'zod'
import { reviewId, riskId } from './id.ts'
import { partialDate } from './partial-date.ts'
import { instant, line, prose } from './record.ts'

/** What a review came to. Raised and lowered go with an assessment of the same day, closed with a move. */
export const reviewOutcome = z.enum(['confirmed', 'raised', 'lowered', 'closed'])
export type ReviewOutcome = z.infer<typeof reviewOutcome>

/** That somebody looked at a risk on a day and what came of it. Never changed afterwards. */
export const review = z.object({
  id: reviewId,
  risk: riskId,
  date: partialDate,
  by: line,
  outcome: reviewOutcome,
  note: prose,
  /** When to look again; null: as the cadence says. */
  next: partialDate.nullable(),
  created: instant,
})
export type Review = z.infer<typeof review>
