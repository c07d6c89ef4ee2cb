import type { RiskDetail } from '../../shared/contract/risks.ts'
import type { RiskId } from '../../shared/model/id.ts'
import { presentDay } from '../../shared/rules/local-day.ts'
import { dueOn } from '../../shared/rules/register/due.ts'
import { suggestionsFor } from '../../shared/rules/register/suggestions.ts'
import { scoreWarnings } from '../../shared/rules/register/warnings.ts'
import { riskViews } from '../../shared/rules/views.ts'
import type { Database } from '../store/case-file.ts'
import { readCriteria } from './criteria.ts'
import { assessments, conflicts, criteriaTable, positions, reviews, risks, terms } from './tables.ts'

const related = (db: Database, select: string, id: RiskId) =>
  db.all<RiskDetail['from'][number]>(`select r.id, r.ref, r.title, r.status, o.kind from riskOrigin as o ${select}`, [
    id,
  ])

/** One risk with all that its screen shows. Refuses as `stale` where it is gone. */
export const readRiskDetail = (db: Database, id: RiskId): RiskDetail => {
  const risk = risks.need(db, id)
  const own = assessments.all(db, 'risk = ?', [id])
  const criteria = readCriteria(db)
  const bearing = conflicts.all(db, 'id in (select conflict from conflictRisk where risk = ?)', [id])
  const versions = criteriaTable.all(db, `id = ? or id in (select criteria from assessment where risk = ?)`, [
    criteria.id,
    id,
  ])
  const [view] = riskViews([risk], {
    assessments: own,
    conflicts: bearing,
    terms: terms.all(db, `id in (select value from json_each(?))`, [JSON.stringify(bearing.map(({ term }) => term))]),
    criteria,
    earlierCriteria: versions,
  })
  if (!view) throw new Error('A risk has no view')
  const looked = reviews.all(db, 'risk = ?', [id])
  const score = view.current ?? view.inherent
  return {
    ...view,
    reviews: looked.toReversed(),
    criteria: versions,
    due: dueOn(
      risk,
      {
        reviewed: looked.at(-1)?.date ?? null,
        scored: score?.date ?? null,
        created: risk.created,
        level: score?.level ?? null,
      },
      criteria,
    ),
    suggestions: suggestionsFor(view, {
      reviews: looked,
      positions: positions.all(db, 'term in (select term from riskTerm where risk = ?)', [id]),
      terms: terms.all(db, 'id in (select term from riskTerm where risk = ?)', [id]),
      conflicts: bearing,
      today: presentDay(),
    }),
    warnings: scoreWarnings(view, view),
    from: related(db, 'join risk as r on r.id = o.origin where o.risk = ? order by o.sequence', id),
    into: related(db, 'join risk as r on r.id = o.risk where o.origin = ? order by r.ref', id),
  }
}
