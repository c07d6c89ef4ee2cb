import type { Score } from '../../contract/risks.ts'
import { severity } from '../scoring.ts'
import { sentence } from '../sentence.ts'

type Scored = Pick<Score, 'level' | 'likelihoodLow' | 'likelihoodHigh' | 'strength'>

/**
 * Scores of a threat that do not fit together, a sentence each: treatment that makes it worse, a target that is no better
 * than today. Warnings, not refusals: there may be a reason, which the assessment then gives.
 */
export const scoreWarnings = ({
  inherent,
  current,
  target,
}: Record<'inherent' | 'current' | 'target', Scored | null>): string[] => [
  ...(inherent && current && severity(current, inherent) > 0
    ? [sentence('rules.scores.currentAboveInherent', { current: current.level, inherent: inherent.level })]
    : []),
  ...(target && current && severity(target, current) > 0
    ? [sentence('rules.scores.targetAboveCurrent', { target: target.level, current: current.level })]
    : []),
]
