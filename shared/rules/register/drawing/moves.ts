import type { MapMove, MappedRisk, RiskMap } from '../../../contract/risks.ts'
import { levelRank } from '../../scoring.ts'

type Seen = Pick<RiskMap, 'risks'> & { criteria: Pick<RiskMap['criteria'], 'id'> }

const upOrDown = (before: MappedRisk, after: MappedRisk, isSameGrid: boolean): number =>
  levelRank(after.level) - levelRank(before.level) ||
  after.likelihoodHigh - before.likelihoodHigh ||
  after.likelihoodLow - before.likelihoodLow ||
  (isSameGrid ? after.place.impact - before.place.impact : 0)

/** The difference of two maps in the order of the later one, those that left last. Another grid alone moves nothing. */
export const movesBetween = (earlier: Seen, later: Seen): MapMove[] => {
  const known = new Map(earlier.risks.map(risk => [risk.id, risk]))
  const isSameGrid = earlier.criteria.id === later.criteria.id
  const moves = later.risks.flatMap((risk): MapMove[] => {
    const before = known.get(risk.id)
    known.delete(risk.id)
    if (before === undefined) return [{ kind: 'came', risk, before: null }]
    const change = upOrDown(before, risk, isSameGrid)
    if (change !== 0) return [{ kind: change > 0 ? 'raised' : 'lowered', risk, before }]
    return before.status === risk.status ? [] : [{ kind: 'status', risk, before }]
  })
  return [...moves, ...[...known.values()].map((risk): MapMove => ({ kind: 'left', risk, before: risk }))]
}
