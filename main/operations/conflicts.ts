import type { ClaimView, Comparison } from '../../shared/contract/matrix.ts'
import type { Conflict } from '../../shared/model/conflict.ts'
import { Refused } from '../../shared/outcome.ts'
import { logged, type Reading, type Writing } from '../operation.ts'
import { readClaimViews } from '../records/claim-views.ts'
import { decide, dismiss as dismissed, reopen as reopened } from '../records/decisions.ts'
import { comparedClaims, inDateOrder, isSameConflict } from '../records/detection.ts'
import { byId, grouped } from '../records/groups.ts'
import { claims, conflicts, positions, terms } from '../records/tables.ts'
import { say } from '../say.ts'
import type { Database } from '../store/case-file.ts'

const inOrder = (views: Map<string, ClaimView>, ids: readonly string[]): ClaimView[] =>
  ids.flatMap(id => views.get(id) ?? [])

export const list: Reading<'conflicts.list'> = db => {
  const views = byId(readClaimViews(db, 'id in (select claim from conflictClaim)'))
  const termOf = byId(terms.all(db))
  const positionsOf = grouped(positions.all(db), position => position.term)
  return conflicts.all(db).map(conflict => ({
    ...conflict,
    termRef: termOf.get(conflict.term)?.ref ?? '',
    termName: termOf.get(conflict.term)?.name ?? '',
    views: inOrder(views, conflict.claims),
    positions: (positionsOf.get(conflict.term) ?? []).map(position => position.id),
  }))
}

/** Claims that differ without being in conflict, found anew at each call. */
export const comparisons: Reading<'conflicts.comparisons'> = db => {
  const views = byId(readClaimViews(db))
  return comparedClaims(db).flatMap(({ term, found: { relation, claims: compared, reason } }): Comparison[] =>
    relation === 'agreement' || relation === 'conflict'
      ? []
      : [{ relation, term, claims: inOrder(views, compared), reason }],
  )
}

export const create: Writing<'conflicts.create'> = (db, draft) => {
  const { ref } = terms.need(db, draft.term)
  const disputed = [...new Set(draft.claims)].map(id => claims.need(db, id))
  if (disputed.length < 2) throw new Refused(say('refusal.tooFewClaims'), 'invalid')
  if (disputed.some(claim => claim.term !== draft.term)) throw new Refused(say('refusal.foreignClaims', { ref }))
  const conflict: Omit<Conflict, 'id' | 'created' | 'updated'> = {
    ...draft,
    claims: inDateOrder(db, disputed),
    size: '',
    foundBy: 'analyst',
    state: 'open',
    resolution: null,
    rationale: '',
    decidedBy: '',
    decidedAt: null,
    evidence: [],
    risks: [],
  }
  if (conflicts.all(db, 'term = ?', [draft.term]).some(known => isSameConflict(known, conflict)))
    throw new Refused(say('refusal.sameConflict', { ref }))
  return logged(say('log.conflictAdded', { ref }), conflicts.create(db, conflict))
}

const refOf = (db: Database, conflict: Conflict) => terms.need(db, conflict.term).ref

export const resolve: Writing<'conflicts.resolve'> = (db, { id, ...decision }) => {
  const conflict = decide(db, conflicts.need(db, id), decision)
  const key = conflict.state === 'open' ? 'log.conflictLeft' : 'log.conflictResolved'
  return logged(say(key, { ref: refOf(db, conflict) }), null)
}

export const dismiss: Writing<'conflicts.dismiss'> = (db, { id, rationale }) => {
  const conflict = dismissed(db, conflicts.need(db, id), rationale)
  return logged(say('log.conflictDismissed', { ref: refOf(db, conflict) }), null)
}

export const reopen: Writing<'conflicts.reopen'> = (db, { id }) => {
  const conflict = reopened(db, conflicts.need(db, id))
  return logged(say('log.conflictReopened', { ref: refOf(db, conflict) }), null)
}
