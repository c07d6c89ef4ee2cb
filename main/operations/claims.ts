import type { Claim } from '../../shared/model/claim.ts'
import type { LineageId } from '../../shared/model/id.ts'
import { Refused } from '../../shared/outcome.ts'
import { grouped } from '../../shared/rules/groups.ts'
import { logged, type Reading, type Writing } from '../operation.ts'
import { allOf, withIds } from '../records/conditions.ts'
import { isSameToDetector, redetectClaims } from '../records/detection.ts'
import { citedExcerpt } from '../records/excerpts.ts'
import { claims, lineages, sources, terms } from '../records/tables.ts'
import { readClaimViews } from '../records/views.ts'
import { say } from '../say.ts'
import type { Database } from '../store/case-file.ts'

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
  redetectClaims(db, claim.term, [claim.id])
  return logged(say('log.claimAdded', { ref }), claim)
}

const addedLabel = (db: Database, made: readonly Claim[]): string => {
  const touched = [...new Set(made.map(({ term }) => term))]
  const [only, another] = touched
  if (only === undefined || another !== undefined)
    return say('log.claimsAdded', { count: made.length, terms: touched.length })
  return say(made.length === 1 ? 'log.claimAdded' : 'log.claimsAddedTo', {
    ref: terms.need(db, only).ref,
    count: made.length,
  })
}

export const createAll: Writing<'claims.createAll'> = (db, { claims: drafts }) => {
  const touched = [...new Set(drafts.map(({ term }) => term))]
  terms.needAll(db, touched)
  sources.needAll(db, [...new Set(drafts.map(({ source }) => source))])
  const made = claims.createAll(db, drafts)
  for (const [term, added] of grouped(made, claim => claim.term))
    redetectClaims(
      db,
      term,
      added.map(({ id }) => id),
    )
  return logged(
    addedLabel(db, made),
    made.map(({ id }) => id),
  )
}

/** The one origin of a claim and of those that relay it: its own, that of its source, or a new one. */
const originOf = (db: Database, claim: Claim): LineageId => {
  const { title, lineage } = sources.need(db, claim.source)
  const known = claim.lineage ?? lineage
  if (known !== null) return known
  const name = say('rules.originOf', { title: title === '' ? say('rules.untitled') : title })
  const { id } = lineages.create(db, { name, description: '' })
  claims.update(db, claim.id, { lineage: id })
  return id
}

/** The copy speaks of the same day as the first, which for a claim without one is the day its source was published. */
export const relay: Writing<'claims.relay'> = (db, { claim: id, source, passage }) => {
  const { id: _, created: __, updated: ___, ...first } = claims.need(db, id)
  const { ref } = terms.need(db, first.term)
  const relaying = sources.need(db, source)
  if (source === first.source) throw new Refused(say('refusal.relaysItself', { title: relaying.title }))
  if (passage && passage.source !== source) throw new Refused(say('refusal.foreignPassage', { title: relaying.title }))
  const relayed = claims.create(db, {
    ...first,
    source,
    asOf: first.asOf ?? sources.need(db, first.source).published,
    lineage: originOf(db, claims.need(db, id)),
    rank: 'normal',
    rankReason: '',
    comment: '',
    evidence: passage ? [{ excerpt: citedExcerpt(db, passage).id, role: 'supports' }] : [],
  })
  redetectClaims(db, first.term, [id, relayed.id])
  return logged(say('log.claimRelayed', { ref }), relayed)
}

export const update: Writing<'claims.update'> = (db, { id, patch }) => {
  const before = claims.need(db, id)
  const after = claims.update(db, id, patch)
  if (!isSameToDetector(before, after))
    for (const term of new Set([before.term, after.term])) redetectClaims(db, term, [id])
  return logged(say('log.claimChanged', { ref: terms.need(db, after.term).ref }), null)
}

export const remove: Writing<'claims.remove'> = (db, { id }) => {
  const { term } = claims.need(db, id)
  claims.remove(db, id)
  redetectClaims(db, term, [id])
  return logged(say('log.claimRemoved', { ref: terms.need(db, term).ref }), null)
}
