import type { Score } from '../../contract/risks.ts'
import type { ReviewOutcome } from '../../model/review.ts'
import { severity } from '../scoring.ts'

type Scored = Pick<Score, 'level' | 'likelihoodLow' | 'likelihoodHigh' | 'strength'>

/** What a scoring made in a review comes to, against the one before it: by level, then by the range. The first one is taken as it is said. */
export const outcomeOf = (before: Scored | null, after: Scored): Exclude<ReviewOutcome, 'closed'> | null => {
  if (before === null) return null
  const moved = severity(after, before)
  return moved > 0 ? 'raised' : moved < 0 ? 'lowered' : 'confirmed'
}
