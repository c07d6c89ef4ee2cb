import type { AsOf } from '../../contract/risks.ts'
import type { Assessment, AssessmentKind } from '../../model/assessment.ts'
import { comparePartialDates, daySpan } from '../../model/partial-date.ts'
import type { Risk, RiskMove, RiskStatus } from '../../model/risk.ts'

/** What of an assessment the register and its map are made of; `impact` is the index of the worst one. */
export type ScoreFact = Pick<
  Assessment,
  'id' | 'kind' | 'date' | 'created' | 'likelihoodLow' | 'likelihoodHigh' | 'level' | 'strength' | 'criteria'
> & { impact: number }

/** What of a risk is needed to say where it stood at any time. */
export type RiskFact = Pick<Risk, 'id' | 'ref' | 'title' | 'category' | 'kind' | 'status' | 'created'> & {
  moves: readonly Pick<RiskMove, 'at' | 'date' | 'was' | 'status'>[]
  scores: readonly ScoreFact[]
}

/** Where a risk stood: its status, and the newest assessment of each kind that was there. */
export type Standing = { status: RiskStatus } & Record<AssessmentKind, ScoreFact | null>

type Stamped = { date: Assessment['date'] }

/** Whether something of a day, recorded at an instant, was there. A partial date is reached when the last day it may mean is. */
export const isBy = (asOf: AsOf, recorded: string, { date }: Stamped): boolean =>
  asOf === null || ('recorded' in asOf ? recorded <= asOf.recorded : daySpan(date).last <= asOf.dated)

/** Moves are a chain: of those that were there the one recorded last holds, also where it was dated back. */
const statusAt = (risk: RiskFact, asOf: AsOf): RiskStatus => {
  if (asOf === null) return risk.status
  const last = risk.moves.findLast(move => isBy(asOf, move.at, move))
  return last?.status ?? risk.moves[0]?.was ?? risk.status
}

/** Of assessments of one day the one recorded last stands. */
const newer = (left: ScoreFact, right: ScoreFact): boolean =>
  (comparePartialDates(left.date, right.date) ||
    left.created.localeCompare(right.created) ||
    left.id.localeCompare(right.id)) > 0

/**
 * Where a risk stood, or null where it was not there yet. As of `recorded`, it is what the register said at that instant,
 * whatever was added later; as of `dated`, what is known today of the end of that day. A target is dated by when it is to be reached: it
 * holds on every day. Held by test/shared/rules/register/as-of.test.ts against the records of that instant.
 */
export const standingAt = (risk: RiskFact, asOf: AsOf): Standing | null => {
  const standing: Standing = { status: statusAt(risk, asOf), inherent: null, current: null, target: null }
  const isDated = asOf !== null && 'dated' in asOf
  let isThere = asOf === null || (isDated ? risk.created.slice(0, 10) <= asOf.dated : risk.created <= asOf.recorded)
  for (const score of risk.scores) {
    const isKnown = (isDated && score.kind === 'target') || isBy(asOf, score.created, score)
    if (!isKnown) continue
    if (isDated && score.kind !== 'target') isThere = true
    const before = standing[score.kind]
    if (before === null || newer(score, before)) standing[score.kind] = score
  }
  if (isDated && risk.moves.some(move => isBy(asOf, move.at, move))) isThere = true
  return isThere ? standing : null
}
