import type { Score } from '../../contract/risks.ts'
import type { Risk } from '../../model/risk.ts'
import { severity } from '../scoring.ts'
import { sentence } from '../sentence.ts'

type Scored = Pick<Score, 'level' | 'likelihoodLow' | 'likelihoodHigh' | 'strength'>

/**
 * Scores that do not fit together, a sentence each: treatment that makes a threat worse or an opportunity smaller, a target that
 * is no better than today. Warnings, not refusals: there may be a reason, which the assessment then gives.
 */
export const scoreWarnings = (
  { kind }: Pick<Risk, 'kind'>,
  { inherent, current, target }: Record<'inherent' | 'current' | 'target', Scored | null>,
): string[] => {
  const isThreat = kind === 'threat'
  const isWorse = (now: Scored, than: Scored) => (isThreat ? severity(now, than) : severity(than, now)) > 0
  const [inherentKey, targetKey] = isThreat
    ? (['rules.scores.threatAboveInherent', 'rules.scores.threatAboveCurrent'] as const)
    : (['rules.scores.opportunityBelowInherent', 'rules.scores.opportunityBelowCurrent'] as const)
  return [
    ...(inherent && current && isWorse(current, inherent)
      ? [sentence(inherentKey, { current: current.level, inherent: inherent.level })]
      : []),
    ...(target && current && isWorse(target, current)
      ? [sentence(targetKey, { target: target.level, current: current.level })]
      : []),
  ]
}
