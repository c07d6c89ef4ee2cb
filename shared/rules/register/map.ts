import type { AsOf, MapPlace, MappedRisk } from '../../contract/risks.ts'
import type { Criteria } from '../../model/criteria.ts'
import type { CriteriaId } from '../../model/id.ts'
import { daySpan } from '../../model/partial-date.ts'
import { bandOf, bandsSpanned } from '../scoring.ts'
import { type RiskFact, type ScoreFact, standingAt } from './as-of.ts'

/** The version of the criteria that was in force; the oldest one where none was yet. Versions come in the order of their making. */
export const criteriaAt = (versions: readonly Criteria[], asOf: AsOf): Criteria | null => {
  const isMade = ({ created }: Criteria) =>
    asOf === null || ('recorded' in asOf ? created <= asOf.recorded : created.slice(0, 10) <= asOf.dated)
  return versions.findLast(isMade) ?? versions[0] ?? null
}

type Scaled = Pick<Criteria, 'id' | 'likelihoods' | 'impacts'>

/** The place of a scoring on a grid. An impact of a longer or shorter scale stands at the same share of its height. */
const placeOf = (drawn: Scaled, impactsOf: (id: CriteriaId) => number, score: ScoreFact): MapPlace => {
  const [top, own] = [drawn.impacts.length - 1, impactsOf(score.criteria) - 1]
  const impact = own === top || own < 1 ? Math.min(score.impact, top) : Math.round((score.impact / own) * top)
  return { likelihood: bandOf(drawn, score.likelihoodLow, score.likelihoodHigh), impact }
}

/**
 * The risks that stood on the map at a moment, in the order given, on the grid of `drawn`. Archived ones are left out, and
 * those that nobody had scored.
 */
export const mapRisks = (
  risks: readonly RiskFact[],
  versions: readonly Criteria[],
  drawn: Criteria,
  asOf: AsOf,
): MappedRisk[] => {
  const impacts = new Map(versions.map(({ id, impacts }) => [id, impacts.length]))
  const place = (score: ScoreFact) => placeOf(drawn, id => impacts.get(id) ?? drawn.impacts.length, score)
  return risks.flatMap(risk => {
    const standing = standingAt(risk, asOf)
    const score = standing && (standing.current ?? standing.inherent)
    if (!score || standing.status === 'archived') return []
    const spanned = bandsSpanned(drawn, score.likelihoodLow, score.likelihoodHigh)
    const at = place(score)
    return [
      {
        id: risk.id,
        ref: risk.ref,
        title: risk.title,
        category: risk.category,
        kind: risk.kind,
        status: standing.status,
        level: score.level,
        likelihoodLow: score.likelihoodLow,
        likelihoodHigh: score.likelihoodHigh,
        place: at,
        spans: { lowest: spanned[0] ?? at.likelihood, highest: spanned.at(-1) ?? at.likelihood },
        inherent: standing.inherent && place(standing.inherent),
        target: standing.target && place(standing.target),
        isForeign: score.criteria !== drawn.id,
      },
    ]
  })
}

/** The days on which something moved the map, ascending. A target is dated by when it is to be reached and moves nothing then. */
export const daysOf = (risks: readonly RiskFact[], clock: 'recorded' | 'dated'): string[] => {
  const days = new Set<string>()
  for (const { created, moves, scores } of risks) {
    if (clock === 'recorded') {
      days.add(created.slice(0, 10))
      for (const move of moves) days.add(move.at.slice(0, 10))
      for (const score of scores) days.add(score.created.slice(0, 10))
    } else {
      for (const move of moves) days.add(daySpan(move.date).last)
      for (const score of scores) if (score.kind !== 'target') days.add(daySpan(score.date).last)
    }
  }
  return [...days].sort()
}
