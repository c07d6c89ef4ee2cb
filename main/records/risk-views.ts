import type { RiskView } from '../../shared/contract/risks.ts'
import type { Assessment } from '../../shared/model/assessment.ts'
import { newestAssessment, newestFirst, rankRisks, trendOf } from '../../shared/rules/scoring.ts'
import { isUnsupportedRisk } from '../../shared/rules/unsupported.ts'
import type { Database } from '../store/case-file.ts'
import { grouped } from './groups.ts'
import { assessments, risks } from './tables.ts'

const wholeHistory = (scored: Assessment[]): Assessment[] =>
  [...newestFirst(scored, 'current'), ...newestFirst(scored, 'inherent'), ...newestFirst(scored, 'target')].sort(
    (one, other) => other.date.localeCompare(one.date) || other.created.localeCompare(one.created),
  )

/** Every risk with its history, ranked, most serious first. */
export const readRiskViews = (db: Database): RiskView[] => {
  const scored = grouped(assessments.all(db), assessment => assessment.risk)
  const disputed = grouped(
    db.all<RiskView['conflicts'][number] & { risk: string }>(
      `select l.risk, c.id, t.ref as termRef, c.reason, c.state from conflictRisk as l
       join conflict as c on c.id = l.conflict join term as t on t.id = c.term order by c.id`,
    ),
    conflict => conflict.risk,
  )
  const views = risks.all(db).map((risk): RiskView => {
    const history = scored.get(risk.id) ?? []
    return {
      ...risk,
      assessments: wholeHistory(history),
      inherent: newestAssessment(history, 'inherent'),
      current: newestAssessment(history, 'current'),
      target: newestAssessment(history, 'target'),
      trend: trendOf(history),
      unsupported: isUnsupportedRisk(risk, history),
      conflicts: (disputed.get(risk.id) ?? []).map(({ risk: _, ...conflict }) => conflict),
    }
  })
  return rankRisks(views)
}
