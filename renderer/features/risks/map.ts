import type { RiskView } from '../../../shared/contract/risks.ts'
import type { Assessment, AssessmentKind } from '../../../shared/model/assessment.ts'
import type { Scales } from '../../../shared/model/criteria.ts'
import { daySpan } from '../../../shared/model/partial-date.ts'
import { bandOf, bandsSpanned, newestAssessment } from '../../../shared/rules/scoring.ts'

/** A place on the grid: indices into the scales' likelihoods and impacts. */
export type MapPlace = { likelihood: number; impact: number }

/** A risk as the map draws it: where it stands, the bands its likelihood range touches, and where it came from and is meant to go. */
export type MappedRisk = {
  risk: RiskView
  assessment: Assessment
  place: MapPlace
  spans: { lowest: number; highest: number }
  inherent: MapPlace | null
  target: MapPlace | null
}

const placeOf = (scales: Scales, assessment: Assessment | null): MapPlace | null =>
  assessment && {
    likelihood: bandOf(scales, assessment.likelihoodLow, assessment.likelihoodHigh),
    impact: Math.max(...assessment.impacts.map(one => one.level)),
  }

/** The days on which the register moved, ascending: the stops of the as-of slider. A target is dated by when it is to be reached and moves nothing. */
export const assessmentDays = (risks: readonly RiskView[]): string[] => {
  const scored = risks.flatMap(risk => risk.assessments.filter(one => one.kind !== 'target'))
  return [...new Set(scored.map(one => daySpan(one.date).last))].toSorted()
}

/** The register as it stood at the end of a day (null: now), by the newest assessments dated by then. */
export const mapRisks = (risks: readonly RiskView[], scales: Scales, asOf: string | null): MappedRisk[] =>
  risks.flatMap(risk => {
    const known = risk.assessments.filter(
      one => asOf === null || one.kind === 'target' || daySpan(one.date).last <= asOf,
    )
    const newest = (kind: AssessmentKind) => newestAssessment(known, kind)
    const assessment = newest('current') ?? newest('inherent')
    const place = placeOf(scales, assessment)
    if (assessment === null || place === null) return []
    const spanned = bandsSpanned(scales, assessment.likelihoodLow, assessment.likelihoodHigh)
    return [
      {
        risk,
        assessment,
        place,
        spans: { lowest: spanned[0] ?? place.likelihood, highest: spanned.at(-1) ?? place.likelihood },
        inherent: placeOf(scales, newest('inherent')),
        target: placeOf(scales, newest('target')),
      },
    ]
  })

export const samePlace = (left: MapPlace, right: MapPlace): boolean =>
  left.likelihood === right.likelihood && left.impact === right.impact
