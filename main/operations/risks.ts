import { indicatorId, riskActionId } from '../../shared/model/id.ts'
import type { Risk } from '../../shared/model/risk.ts'
import { Refused } from '../../shared/outcome.ts'
import { type InputFor, logged, type Reading, type Writing } from '../operation.ts'
import { analystOf } from '../records/case-info.ts'
import { readCriteria, refuseUnfitGrid, scored } from '../records/criteria.ts'
import { citedExcerpt } from '../records/excerpts.ts'
import { newId } from '../records/new-id.ts'
import { nextRef } from '../records/refs.ts'
import { assessments, bareExcerpts, criteriaTable, risks } from '../records/tables.ts'
import { readRiskViews } from '../records/views.ts'
import { say } from '../say.ts'

export const list: Reading<'risks.list'> = db => readRiskViews(db)

type Parts = Pick<InputFor<'risks.create'>, 'actions' | 'indicators'>

const withIds = ({ actions, indicators }: Parts): Pick<Risk, 'actions' | 'indicators'> => ({
  actions: actions.map(action => ({ ...action, id: action.id ?? riskActionId.parse(newId()) })),
  indicators: indicators.map(indicator => ({ ...indicator, id: indicator.id ?? indicatorId.parse(newId()) })),
})

export const create: Writing<'risks.create'> = (db, { passage, ...draft }) => {
  const ref = nextRef(db, 'risk', 'R')
  const evidence = passage
    ? [{ excerpt: citedExcerpt(db, passage).id, role: 'indicates' as const }, ...draft.evidence]
    : draft.evidence
  return logged(say('log.riskAdded', { ref }), risks.create(db, { ...draft, ...withIds(draft), ref, evidence }))
}

export const update: Writing<'risks.update'> = (db, { id, patch }) => {
  const before = risks.need(db, id)
  const { actions = before.actions, indicators = before.indicators } = patch
  risks.update(db, id, { ...patch, ...withIds({ actions, indicators }) })
  return logged(say('log.riskChanged', { ref: before.ref }), null)
}

export const remove: Writing<'risks.remove'> = (db, { id }) => {
  const { ref } = risks.need(db, id)
  risks.remove(db, id)
  return logged(say('log.riskRemoved', { ref }), null)
}

export const assess: Writing<'risks.assess'> = (db, { passage, ...draft }) => {
  const { ref } = risks.need(db, draft.risk)
  const assessment = assessments.create(db, {
    ...draft,
    ...scored(readCriteria(db), draft),
    excerpts: passage ? [citedExcerpt(db, passage).id, ...draft.excerpts] : draft.excerpts,
    author: analystOf(db),
  })
  return logged(say('log.riskAssessed', { ref }), assessment)
}

export const cite: Writing<'risks.cite'> = (db, { risk: id, role, excerpt, passage }) => {
  const { ref, evidence } = risks.need(db, id)
  if ((excerpt === undefined) === (passage === undefined)) throw new Refused(say('refusal.excerptOrPassage'), 'invalid')
  const cited = passage ? citedExcerpt(db, passage).id : bareExcerpts.need(db, excerpt ?? '').id
  if (evidence.some(item => item.excerpt === cited && item.role === role))
    throw new Refused(say('refusal.alreadyCited', { ref }))
  risks.update(db, id, { evidence: [...evidence.filter(item => item.excerpt !== cited), { excerpt: cited, role }] })
  return logged(say('log.riskCited', { ref }), null)
}

export const uncite: Writing<'risks.uncite'> = (db, { risk: id, excerpt }) => {
  const { ref, evidence } = risks.need(db, id)
  const kept = evidence.filter(item => item.excerpt !== excerpt)
  if (kept.length === evidence.length) throw new Refused(say('refusal.notCited', { ref }))
  risks.update(db, id, { evidence: kept })
  return logged(say('log.riskUncited', { ref }), null)
}

export const readScales: Reading<'criteria.read'> = db => readCriteria(db)

/** Assessments already made keep the scales they were scored under. */
export const updateScales: Writing<'criteria.update'> = (db, scales) => {
  refuseUnfitGrid(scales)
  criteriaTable.update(db, readCriteria(db).id, scales)
  return logged(say('log.criteriaChanged'), null)
}
