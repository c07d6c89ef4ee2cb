import { logged, type Reading, type Writing } from '../operation.ts'
import { allOf, withIds } from '../records/conditions.ts'
import { redetect } from '../records/detection.ts'
import { citedExcerpt } from '../records/excerpts.ts'
import { claims, sources, terms } from '../records/tables.ts'
import { readClaimViews } from '../records/views.ts'
import { say } from '../say.ts'

export const list: Reading<'claims.list'> = (db, { ids, term, source, party, excerpt }) => {
  const { where, values } = allOf([
    withIds(ids),
    ['term = ?', term],
    ['source = ?', source],
    ['party = ?', party],
    ['id in (select claim from claimEvidence where excerpt = ?)', excerpt],
  ])
  return readClaimViews(db, where, values)
}

export const create: Writing<'claims.create'> = (db, { passage, ...draft }) => {
  const { ref } = terms.need(db, draft.term)
  sources.need(db, draft.source)
  const evidence = passage
    ? [{ excerpt: citedExcerpt(db, passage).id, role: 'supports' as const }, ...draft.evidence]
    : draft.evidence
  const claim = claims.create(db, { ...draft, evidence })
  redetect(db, [claim.term])
  return logged(say('log.claimAdded', { ref }), claim)
}

export const update: Writing<'claims.update'> = (db, { id, patch }) => {
  const before = claims.need(db, id)
  const after = claims.update(db, id, patch)
  redetect(db, [before.term, after.term])
  return logged(say('log.claimChanged', { ref: terms.need(db, after.term).ref }), null)
}

export const remove: Writing<'claims.remove'> = (db, { id }) => {
  const { term } = claims.need(db, id)
  claims.remove(db, id)
  redetect(db, [term])
  return logged(say('log.claimRemoved', { ref: terms.need(db, term).ref }), null)
}
