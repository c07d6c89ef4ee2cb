import type { Conflict } from '../../shared/model/conflict.ts'
import { Refused } from '../../shared/outcome.ts'
import { logged, type Reading, type Writing } from '../operation.ts'
import { allOf, withIds } from '../records/conditions.ts'
import { decide, dismiss as dismissed, reopen as reopened, undecided } from '../records/decisions.ts'
import { inDateOrder, isSameConflict } from '../records/detection.ts'
import { claims, conflicts, terms } from '../records/tables.ts'
import { readComparisons, readConflictLines, readConflictViews } from '../records/views.ts'
import { say } from '../say.ts'
import type { Database } from '../store/case-file.ts'

export const list: Reading<'conflicts.list'> = (db, { ids, term }) => {
  const { where, values } = allOf([withIds(ids), ['term = ?', term]])
  return readConflictViews(db, where, values)
}

export const queue: Reading<'conflicts.queue'> = db => readConflictLines(db)

/** Terms of which at least two claims say something: silence differs from nothing. */
export const comparable: Reading<'conflicts.comparable'> = db =>
  db.all(
    `select t.id as term, t.ref, t.name, count(*) as claims from term as t join claim as c on c.term = t.id and c.polarity in ('asserts', 'denies')
     group by t.id having count(*) > 1 order by t.sequence, t.id`,
  )

export const comparisons: Reading<'conflicts.comparisons'> = (db, asked) => readComparisons(db, asked)

export const create: Writing<'conflicts.create'> = (db, draft) => {
  const { ref } = terms.need(db, draft.term)
  const disputed = [...new Set(draft.claims)].map(id => claims.need(db, id))
  if (disputed.length < 2) throw new Refused(say('refusal.tooFewClaims'), 'invalid')
  if (disputed.some(claim => claim.term !== draft.term)) throw new Refused(say('refusal.foreignClaims', { ref }))
  const conflict = {
    ...draft,
    claims: inDateOrder(db, disputed),
    size: '',
    foundBy: 'analyst' as const,
    ...undecided(),
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

export const bear: Writing<'conflicts.bear'> = (db, { id, risks }) => {
  const conflict = conflicts.update(db, id, { risks: [...new Set(risks)] })
  return logged(say('log.conflictBears', { ref: refOf(db, conflict) }), null)
}

export const dismiss: Writing<'conflicts.dismiss'> = (db, { id, rationale }) => {
  const conflict = dismissed(db, conflicts.need(db, id), rationale)
  return logged(say('log.conflictDismissed', { ref: refOf(db, conflict) }), null)
}

export const reopen: Writing<'conflicts.reopen'> = (db, { id }) => {
  const conflict = reopened(db, conflicts.need(db, id))
  return logged(say('log.conflictReopened', { ref: refOf(db, conflict) }), null)
}
