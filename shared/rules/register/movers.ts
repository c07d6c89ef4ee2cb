import type { Between, Mover, MoverChange, MoverStanding } from '../../contract/movers.ts'
import { moverChange } from '../../contract/movers.ts'
import type { AsOf } from '../../contract/risks.ts'
import { comparePartialDates } from '../../model/partial-date.ts'
import type { RiskMove, RiskStatus } from '../../model/risk.ts'
import { levelRank, refNumber, severity } from '../scoring.ts'
import { isBy, type RiskFact, type ScoreFact, standingAt } from './as-of.ts'

/** Whether something was there at the later of two moments and not yet at the earlier one. */
const isBetween = ({ since, until }: Between, recorded: string, dated: Pick<RiskMove, 'date'>): boolean =>
  isBy(until, recorded, dated) && !isBy(since, recorded, dated)

type Scoring = Pick<ScoreFact, 'kind' | 'date' | 'created'>

/** Whether a scoring was there at a moment. A target is dated by when it is to be reached: it counts by its recording. */
export const isKnownAt = (asOf: AsOf, score: Scoring): boolean =>
  score.kind === 'target' && asOf !== null && 'dated' in asOf
    ? score.created.slice(0, 10) <= asOf.dated
    : isBy(asOf, score.created, score)

/** The scorings that came between two moments. */
export const isScoredBetween = ({ since, until }: Between, score: Scoring): boolean =>
  isKnownAt(until, score) && !isKnownAt(since, score)

export const isMovedBetween = (moments: Between, move: Pick<RiskMove, 'at' | 'date'>): boolean =>
  isBetween(moments, move.at, move)

/** What one step of its life says of a risk. */
const stepOf = (was: RiskStatus, status: RiskStatus): MoverChange => {
  if (status === 'archived' || status === 'closed' || status === 'materialised' || status === 'accepted') return status
  if (was === 'archived') return 'restored'
  if (was === 'closed') return 're-opened'
  return was === 'accepted' ? 'revoked' : 'status'
}

/**
 * What became of the status: the step from the one to the other, where that has a name of its own; else the last step
 * between that has one, so that what was accepted and taken up again says so.
 */
const lifeChange = (was: RiskStatus, status: RiskStatus, steps: RiskFact['moves']): MoverChange | null => {
  const whole = was === status ? null : stepOf(was, status)
  if (whole !== null && whole !== 'status') return whole
  return steps.map(step => stepOf(step.was, step.status)).findLast(step => step !== 'status') ?? whole
}

const isSame = (left: ScoreFact, right: ScoreFact): boolean =>
  severity(left, right) === 0 &&
  left.strength === right.strength &&
  (left.criteria !== right.criteria || left.impact === right.impact)

const scoreChange = (before: ScoreFact | null, after: ScoreFact | null): MoverChange | null => {
  if (after === null) return null
  if (before === null) return 'scored'
  const step = levelRank(after.level) - levelRank(before.level)
  if (step !== 0) return step > 0 ? 'raised' : 'lowered'
  return isSame(before, after) ? null : 'within its level'
}

const shown = (score: ScoreFact | null): MoverStanding['score'] => {
  if (score === null) return null
  const { created: _, ...rest } = score
  return rest
}

const inOrder = (moves: RiskFact['moves'], { until }: Between): RiskFact['moves'] =>
  until !== null && 'dated' in until
    ? moves.toSorted((left, right) => comparePartialDates(left.date, right.date) || left.at.localeCompare(right.at))
    : moves

const moverOf = (risk: RiskFact, moments: Between): Mover | null => {
  const [before, after] = [standingAt(risk, moments.since), standingAt(risk, moments.until)]
  if (after === null) return null
  const [was, now] = [before && (before.current ?? before.inherent), after.current ?? after.inherent]
  const steps = risk.moves.filter(move => isMovedBetween(moments, move))
  const found =
    before === null
      ? ['new', stepOf(after.status, after.status)].filter(change => change !== 'status')
      : [lifeChange(before.status, after.status, inOrder(steps, moments)), scoreChange(was, now)]
  const changes = moverChange.options.filter(change => found.includes(change))
  if (changes.length === 0) return null
  const { id, ref, title, category, kind } = risk
  return {
    ...{ id, ref, title, category, kind, changes },
    before: before && { status: before.status, score: shown(was) },
    after: { status: after.status, score: shown(now) },
  }
}

const weight = ({ changes: [first] }: Mover): number => (first ? moverChange.options.indexOf(first) : 99)

/**
 * The risks that stand otherwise at the later of two moments than at the earlier one: each once, with all that became of
 * it, the weightiest change first, then the most serious. What was raised and lowered again between them stands as it
 * stood and is no mover. The score compared is the one a risk is ranked by: the current one, else the inherent one.
 */
export const moversBetween = (risks: readonly RiskFact[], moments: Between): Mover[] =>
  risks
    .flatMap(risk => moverOf(risk, moments) ?? [])
    .sort(
      (left, right) =>
        weight(left) - weight(right) ||
        Number(right.after.score !== null) - Number(left.after.score !== null) ||
        (left.after.score && right.after.score ? severity(right.after.score, left.after.score) : 0) ||
        refNumber(left.ref) - refNumber(right.ref) ||
        left.ref.localeCompare(right.ref),
    )
