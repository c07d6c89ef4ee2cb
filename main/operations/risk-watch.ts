import type { NamedReview, WatchedIndicator } from '../../shared/contract/risk-watch.ts'
import type { OutputOf } from '../../shared/contract.ts'
import { daySpan } from '../../shared/model/partial-date.ts'
import { Refused } from '../../shared/outcome.ts'
import { grouped } from '../../shared/rules/groups.ts'
import { outcomeOf } from '../../shared/rules/register/review.ts'
import { newestAssessment } from '../../shared/rules/scoring.ts'
import { logged, type Reading, type Writing } from '../operation.ts'
import { addAssessment, refuseFrozen } from '../records/assessing.ts'
import { analystOf } from '../records/case-info.ts'
import { moveRisk } from '../records/risk-moves.ts'
import { assessments, reviews as reviewTable, risks } from '../records/tables.ts'
import { say } from '../say.ts'

type Watched = Omit<WatchedIndicator, 'excerpts'>

export const indicators: Reading<'risks.indicators'> = db => {
  const shownBy = grouped(
    db.all<{ indicator: string; excerpt: WatchedIndicator['excerpts'][number] }>(
      'select indicator, excerpt from indicatorEvidence order by indicator, sequence',
    ),
    ({ indicator }) => indicator,
  )
  return db
    .all<Watched>(
      `select i.id, i.statement, i.direction, i.threshold, i.state, i.changed,
         r.id as risk, r.ref, r.title, r.category, r.status, r.kind
       from indicator as i join risk as r on r.id = i.risk where r.status <> 'archived' order by r.ref, i.sequence`,
    )
    .map(one => ({ ...one, excerpts: (shownBy.get(one.id) ?? []).map(({ excerpt }) => excerpt) }))
}

type Acceptance = OutputOf<'risks.reviews'>['acceptances'][number]

/** After every day that can be named: an acceptance without an end comes last. */
const never = '9999-12-31'
const endOf = ({ validUntil }: Acceptance) => (validUntil === null ? never : daySpan(validUntil).last)

export const reviews: Reading<'risks.reviews'> = (db, { limit }) => ({
  recent: db.all<NamedReview>(
    `select v.id, v.risk, v.date, v."by", v.outcome, v.note, v.next, v.created, r.ref, r.title, r.kind
     from review as v join risk as r on r.id = v.risk order by v.created desc, v.id desc limit ?`,
    [limit],
  ),
  total: db.get<{ count: number }>('select count(*) as count from review')?.count ?? 0,
  acceptances: db
    .all<{ acceptance: string; risk: Acceptance['risk']; ref: string; title: string }>(
      `select acceptance, id as risk, ref, title from risk where status = 'accepted' and acceptance is not null`,
    )
    .map(({ acceptance, ...of }): Acceptance => ({ ...(JSON.parse(acceptance) as Acceptance), ...of }))
    .sort((one, other) => endOf(one).localeCompare(endOf(other)) || one.ref.localeCompare(other.ref)),
})

export const review: Writing<'risks.review'> = (db, { assessment, ...draft }) => {
  const risk = risks.need(db, draft.risk)
  const { ref } = risk
  if (assessment !== undefined) {
    refuseFrozen(risk)
    const own = assessments.all(db, 'risk = ?', [risk.id])
    const before = newestAssessment(own, 'current') ?? newestAssessment(own, 'inherent')
    const made = addAssessment(db, { ...assessment, risk: risk.id })
    const outcome = made.kind === 'current' ? outcomeOf(before, made) : null
    if (outcome !== null && outcome !== draft.outcome)
      throw new Refused(say('refusal.reviewOutcome', { ref, said: draft.outcome, is: outcome }), 'invalid')
  }
  const made = reviewTable.create(db, { ...draft, by: analystOf(db) })
  risks.update(db, risk.id, { nextReview: draft.next })
  if (draft.outcome === 'closed' && risk.status !== 'closed')
    moveRisk(db, risks.need(db, risk.id), { status: 'closed', reason: draft.note, date: draft.date })
  return logged(say('log.riskReviewed', { ref }), made)
}
