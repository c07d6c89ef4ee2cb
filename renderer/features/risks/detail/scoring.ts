import type { AssessmentView, RiskView } from '../../../../shared/contract/risks.ts'
import type { InputOf } from '../../../../shared/contract.ts'
import type { AssessmentKind } from '../../../../shared/model/assessment.ts'
import type { LevelLetter, Scales } from '../../../../shared/model/criteria.ts'
import type { Confidence } from '../../../../shared/model/grades.ts'
import type { ClaimId, ConflictId, ExcerptId } from '../../../../shared/model/id.ts'
import type { PartialDate } from '../../../../shared/model/partial-date.ts'
import { scoreWarnings } from '../../../../shared/rules/register/warnings.ts'
import { bandOf, levelOf } from '../../../../shared/rules/scoring.ts'

/** A scoring that is being written. */
export type Scoring = {
  kind: AssessmentKind
  /** Empty: none is chosen yet. */
  likelihoodWord: string
  likelihoodLow: number
  likelihoodHigh: number
  /** By dimension, as the scales name them; null: no impact is given. */
  ratings: Readonly<Record<string, { level: number | null; rationale: string }>>
  strength: Confidence
  reason: string
  date: PartialDate | null
  excerpts: readonly ExcerptId[]
  claims: readonly ClaimId[]
  conflicts: readonly ConflictId[]
}

type Scored = Pick<RiskView, AssessmentKind>

/** What a scoring of a kind starts from: the newest of its kind, else what comes nearest to it. */
export const startOf = ({ inherent, current, target }: Scored, kind: AssessmentKind): AssessmentView | null =>
  ({ inherent, current: current ?? inherent, target: target ?? current ?? inherent })[kind]

/**
 * The scores of an assessment as fields. A word and dimensions that the scales no longer have are left out. With nothing to
 * start from no likelihood is chosen: a word that stands there already would be kept unread.
 */
export const scoresFrom = (scales: Scales, from: AssessmentView | null) => {
  const known = scales.likelihoods.find(({ word }) => word === from?.likelihoodWord)
  const band = from === null ? undefined : scales.likelihoods[bandOf(scales, from.likelihoodLow, from.likelihoodHigh)]
  return {
    likelihoodWord: (known ?? band)?.word ?? '',
    likelihoodLow: from?.likelihoodLow ?? 0,
    likelihoodHigh: from?.likelihoodHigh ?? 100,
    ratings: Object.fromEntries(
      scales.dimensions.map(name => {
        const before = from?.impacts.find(({ dimension }) => dimension === name)
        const level = before !== undefined && before.level < scales.impacts.length ? before.level : null
        return [name, { level, rationale: before?.rationale ?? '' }]
      }),
    ),
    strength: from?.strength ?? ('moderate' as const),
  }
}

export const impactsOf = ({ ratings }: Pick<Scoring, 'ratings'>) =>
  Object.entries(ratings).flatMap(([dimension, { level, rationale }]) =>
    level === null ? [] : [{ dimension, level, rationale: rationale.trim() }],
  )

export const isRange = ({ likelihoodLow: low, likelihoodHigh: high }: Scoring): boolean =>
  low >= 0 && low <= high && high <= 100

/** The cell of the grid that a scoring is looked up in, with its level; null as long as there is none. */
export const cellOf = (
  scales: Scales,
  scoring: Scoring,
): { likelihood: number; impact: number; level: LevelLetter; dimension: string } | null => {
  const impacts = impactsOf(scoring)
  if (scoring.likelihoodWord === '' || !isRange(scoring) || impacts.length === 0) return null
  const worst = impacts.reduce((one, other) => (other.level > one.level ? other : one))
  return {
    likelihood: bandOf(scales, scoring.likelihoodLow, scoring.likelihoodHigh),
    impact: worst.level,
    level: levelOf(scales, scoring.likelihoodLow, scoring.likelihoodHigh, impacts),
    dimension: worst.dimension,
  }
}

/** What would not fit together were the scoring saved, a sentence each. */
export const warningsWith = (
  risk: Scored & Pick<RiskView, 'kind'>,
  scoring: Scoring,
  level: LevelLetter | null,
): string[] =>
  level === null
    ? []
    : scoreWarnings(risk, {
        inherent: risk.inherent,
        current: risk.current,
        target: risk.target,
        [scoring.kind]: { ...scoring, level },
      })

/** The scoring as it is saved; null while something is missing. */
export const assessmentOf = (scoring: Scoring): Omit<InputOf<'risks.assess'>, 'risk'> | null => {
  const { ratings: _, date, ...rest } = scoring
  const impacts = impactsOf(scoring)
  if (date === null || scoring.likelihoodWord === '' || impacts.length === 0 || !isRange(scoring)) return null
  return {
    ...rest,
    date,
    impacts,
    excerpts: [...scoring.excerpts],
    claims: [...scoring.claims],
    conflicts: [...scoring.conflicts],
  }
}
