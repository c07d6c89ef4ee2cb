import { assessmentKind } from '../../shared/model/assessment.ts'
import { assessmentId, indicatorId, type RiskId, riskActionId } from '../../shared/model/id.ts'
import type { Risk, RiskOrigin } from '../../shared/model/risk.ts'
import { Refused } from '../../shared/outcome.ts'
import { newestAssessment } from '../../shared/rules/scoring.ts'
import { logged, type Writing } from '../operation.ts'
import { newId } from '../records/new-id.ts'
import { nextRef } from '../records/refs.ts'
import { moveRisk } from '../records/risk-moves.ts'
import { type Draft, now } from '../records/table.ts'
import { assessments, conflicts, risks } from '../records/tables.ts'
import { say } from '../say.ts'
import type { Database } from '../store/case-file.ts'

export const move: Writing<'risks.move'> = (db, { ids, ...moving }) => {
  if (moving.status === 'accepted') throw new Refused(say('refusal.riskAccept'), 'invalid')
  const all = [...new Set(ids)].map(id => risks.need(db, id))
  for (const risk of all) moveRisk(db, risk, moving)
  const [only] = all
  const label =
    all.length === 1 && only
      ? say('log.riskMoved', { ref: only.ref, to: moving.status })
      : say('log.risksMoved', { count: all.length, to: moving.status })
  return logged(label, null)
}

export const accept: Writing<'risks.accept'> = (db, { id, acceptance }) => {
  const risk = risks.need(db, id)
  moveRisk(db, risk, { status: 'accepted', reason: acceptance.rationale, date: acceptance.at }, acceptance)
  return logged(say('log.riskAccepted', { ref: risk.ref }), null)
}

/** A new entry with what another one says; its actions and indicators are its own. */
const likeness = (db: Database, risk: Risk, kind: RiskOrigin['kind']): Draft<Risk> => {
  const { id, created: _, updated: __, ...rest } = risk
  return {
    ...rest,
    ref: nextRef(db, 'risk', 'R'),
    otherRef: '',
    status: risk.status === 'draft' ? 'draft' : 'open',
    statusReason: '',
    acceptance: null,
    moves: [],
    origins: [{ origin: id, kind }],
    actions: risk.actions.map(action => ({ ...action, id: riskActionId.parse(newId()) })),
    indicators: risk.indicators.map(indicator => ({ ...indicator, id: indicatorId.parse(newId()) })),
  }
}

/** The newest scoring of each kind, given to another risk with the reason why it has it. */
const giveScores = (db: Database, from: RiskId, to: RiskId, because: string): void => {
  const own = assessments.all(db, 'risk = ?', [from])
  for (const kind of assessmentKind.options) {
    const newest = newestAssessment(own, kind)
    if (newest === null) continue
    const id = assessmentId.parse(newId())
    assessments.insert(db, { ...newest, id, risk: to, reason: `${because} ${newest.reason}`, created: now() })
  }
}

/** The conflicts that bear on one risk bear on another too. */
const shareConflicts = (db: Database, from: RiskId, to: RiskId): void => {
  for (const conflict of conflicts.all(db, 'id in (select conflict from conflictRisk where risk = ?)', [from]))
    if (!conflict.risks.includes(to)) conflicts.update(db, conflict.id, { risks: [...conflict.risks, to] })
}

export const duplicate: Writing<'risks.duplicate'> = (db, { id }) => {
  const risk = risks.need(db, id)
  const made = risks.create(db, {
    ...likeness(db, risk, 'copied from'),
    title: say('risks.copyOf', { title: risk.title }).slice(0, 2_000),
  })
  shareConflicts(db, id, made.id)
  return logged(say('log.riskDuplicated', { ref: risk.ref, to: made.ref }), made)
}

const joined = <Item>(one: readonly Item[], other: readonly Item[], key: (item: Item) => unknown): Item[] => {
  const known = new Set(one.map(key))
  return [...one, ...other.filter(item => !known.has(key(item)))]
}

export const merge: Writing<'risks.merge'> = (db, { into, from, reason }) => {
  if (from.includes(into)) throw new Refused(say('refusal.riskIntoItself'), 'invalid')
  let kept = risks.need(db, into)
  for (const id of new Set(from)) {
    const gone = risks.need(db, id)
    kept = risks.update(db, into, {
      terms: joined(kept.terms, gone.terms, item => item.term),
      claims: joined(kept.claims, gone.claims, item => item),
      evidence: joined(kept.evidence, gone.evidence, item => item.excerpt),
      actions: [...kept.actions, ...gone.actions.map(item => ({ ...item, id: riskActionId.parse(newId()) }))],
      indicators: [...kept.indicators, ...gone.indicators.map(item => ({ ...item, id: indicatorId.parse(newId()) }))],
      origins: joined(kept.origins, [{ origin: id, kind: 'merged from' as const }], item => item.origin),
    })
    shareConflicts(db, id, into)
    if (gone.status !== 'archived')
      moveRisk(db, gone, { status: 'archived', reason: say('risks.mergedInto', { ref: kept.ref, reason }) })
  }
  return logged(say('log.risksMerged', { ref: kept.ref, count: from.length }), null)
}

export const split: Writing<'risks.split'> = (db, { id, parts, reason }) => {
  const risk = risks.need(db, id)
  const made = parts.map(part => {
    const one = risks.create(db, { ...likeness(db, risk, 'split from'), ...part })
    giveScores(db, id, one.id, say('risks.splitFrom', { ref: risk.ref, reason }))
    shareConflicts(db, id, one.id)
    return one
  })
  if (risk.status !== 'archived') {
    const refs = made.map(({ ref }) => ref).join(', ')
    moveRisk(db, risk, { status: 'archived', reason: say('risks.splitInto', { refs, reason }) })
  }
  return logged(say('log.riskSplit', { ref: risk.ref, count: made.length }), made)
}
