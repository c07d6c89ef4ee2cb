import type { InquiryView } from '../../shared/contract/inquiries.ts'
import type { Hypothesis } from '../../shared/model/hypothesis.ts'
import type { ClaimId, HypothesisId } from '../../shared/model/id.ts'
import type { Inquiry } from '../../shared/model/inquiry.ts'
import { done, Refused } from '../../shared/outcome.ts'
import { weighHypotheses } from '../../shared/rules/competing-hypotheses.ts'
import { byId, grouped } from '../../shared/rules/groups.ts'
import { hypothesesAhead } from '../../shared/rules/inquiry-findings.ts'
import { inquiryCsv } from '../exporters/inquiry-csv.ts'
import { type AtDesk, logged, type Reading, type Writing } from '../operation.ts'
import { nextSequence } from '../records/refs.ts'
import { claims, hypotheses, inquiries, sources } from '../records/tables.ts'
import { readClaimViews } from '../records/views.ts'
import { fileNameOf, saveAs } from '../save-as.ts'
import { say } from '../say.ts'
import type { Database } from '../store/case-file.ts'

/** The claims of an inquiry as they are weighed, in its order. */
const viewOf = (db: Database, inquiry: Inquiry, own: Hypothesis[]): InquiryView => {
  const known = byId(readClaimViews(db, 'id in (select claim from inquiryClaim where inquiry = ?)', [inquiry.id]))
  const views = inquiry.claims.flatMap(id => known.get(id) ?? [])
  const ids = JSON.stringify([...new Set(views.map(view => view.source))])
  const reporting = byId(sources.all(db, 'id in (select value from json_each(?))', [ids]))
  const { origins, ...weighing } = weighHypotheses(
    own,
    views.map(view => ({
      ...view,
      reliability: view.sourceReliability,
      lineage: view.lineage ?? reporting.get(view.source)?.lineage ?? null,
    })),
  )
  const nameOf = ({ claims: [first] }: { claims: ClaimId[] }) => {
    const view = first && known.get(first)
    return (view && (view.lineageName || view.sourceTitle)) || ''
  }
  return {
    ...inquiry,
    hypotheses: own,
    views,
    weighing: { ...weighing, origins: origins.map(origin => ({ ...origin, name: nameOf(origin) })) },
  }
}

const ofInquiry = (db: Database, id: string) => hypotheses.all(db, 'inquiry = ?', [id])

export const list: Reading<'inquiries.list'> = db => {
  const own = grouped(hypotheses.all(db), hypothesis => hypothesis.inquiry)
  return inquiries.all(db).map(inquiry => {
    const rivals = own.get(inquiry.id) ?? []
    const names = byId(rivals)
    return {
      id: inquiry.id,
      question: inquiry.question,
      hypotheses: rivals.length,
      claims: inquiry.claims.length,
      ahead: hypothesesAhead(viewOf(db, inquiry, rivals).weighing.scores).flatMap(id => names.get(id)?.name ?? []),
    }
  })
}

export const read: Reading<'inquiries.read'> = (db, { id }) => viewOf(db, inquiries.need(db, id), ofInquiry(db, id))

export const save: AtDesk<'inquiries.save'> = async (desk, { id }) => {
  const view = desk.needCase().read(db => read(db, { id }))
  const path = await desk.host.chooseSave({ suggested: fileNameOf(view.question, 'csv'), kind: 'csv' })
  if (path !== null) saveAs(path, inquiryCsv(view))
  return done({ path, degraded: [] })
}

export const create: Writing<'inquiries.create'> = (db, { question, comment, hypotheses: names }) => {
  const inquiry = inquiries.create(db, { question, comment, claims: [], sequence: nextSequence(db, 'inquiry') })
  hypotheses.createAll(
    db,
    names.map((name, sequence) => ({ inquiry: inquiry.id, name, description: '', ratings: [], sequence })),
  )
  return logged(say('log.inquiryAdded', { title: question }), inquiry)
}

export const update: Writing<'inquiries.update'> = (db, { id, patch }) => {
  const before = inquiries.need(db, id)
  if (patch.claims) {
    claims.needAll(db, patch.claims)
    const left = new Set<ClaimId>(patch.claims)
    if (before.claims.some(claim => !left.has(claim)))
      for (const one of ofInquiry(db, id))
        hypotheses.update(db, one.id, { ratings: one.ratings.filter(({ claim }) => left.has(claim)) })
  }
  const { question } = inquiries.update(db, id, patch)
  return logged(say('log.inquiryChanged', { title: question }), null)
}

export const remove: Writing<'inquiries.remove'> = (db, { id }) => {
  const { question } = inquiries.need(db, id)
  inquiries.remove(db, id)
  return logged(say('log.inquiryRemoved', { title: question }), null)
}

export const createHypothesis: Writing<'hypotheses.create'> = (db, draft) => {
  inquiries.need(db, draft.inquiry)
  const sequence = ofInquiry(db, draft.inquiry).reduce((next, one) => Math.max(next, one.sequence + 1), 0)
  const made = hypotheses.create(db, { ...draft, ratings: [], sequence })
  return logged(say('log.hypothesisAdded', { title: draft.name }), made)
}

export const updateHypothesis: Writing<'hypotheses.update'> = (db, { id, patch }) => {
  const { name } = hypotheses.update(db, id, patch)
  return logged(say('log.hypothesisChanged', { title: name }), null)
}

export const removeHypothesis: Writing<'hypotheses.remove'> = (db, { id }) => {
  const { name } = hypotheses.need(db, id)
  hypotheses.remove(db, id)
  return logged(say('log.hypothesisRemoved', { title: name }), null)
}

export const order: Writing<'hypotheses.order'> = (db, { inquiry, ids }) => {
  const { question } = inquiries.need(db, inquiry)
  const own = new Set<HypothesisId>(ofInquiry(db, inquiry).map(({ id }) => id))
  if (own.size !== ids.length || ids.some(id => !own.delete(id)))
    throw new Refused(say('refusal.otherHypotheses', { title: question }), 'stale')
  ids.forEach((id, sequence) => {
    hypotheses.update(db, id, { sequence })
  })
  return logged(say('log.hypothesesOrdered', { title: question }), null)
}

export const rate: Writing<'hypotheses.rate'> = (db, { inquiry: id, ratings }) => {
  const inquiry = inquiries.need(db, id)
  const own = byId(ofInquiry(db, id))
  const rated = [...new Set(ratings.map(({ claim }) => claim))]
  claims.needAll(db, rated)
  for (const [hypothesis, changes] of grouped(ratings, ({ hypothesis }) => hypothesis)) {
    const before = own.get(hypothesis)
    if (!before) throw new Refused(say('refusal.otherHypotheses', { title: inquiry.question }), 'stale')
    const after = new Map(before.ratings.map(rating => [rating.claim, rating]))
    for (const { claim, consistency, reason } of changes)
      if (consistency === null) after.delete(claim)
      else after.set(claim, { claim, consistency, reason: reason ?? after.get(claim)?.reason ?? '' })
    hypotheses.update(db, hypothesis, { ratings: [...after.values()] })
  }
  inquiries.update(db, id, { claims: [...new Set([...inquiry.claims, ...rated])] })
  return logged(say('log.hypothesesRated', { title: inquiry.question }), null)
}
