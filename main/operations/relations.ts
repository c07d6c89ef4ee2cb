import type { Passage } from '../../shared/contract/excerpts.ts'
import type { ExcerptId } from '../../shared/model/id.ts'
import type { Relation } from '../../shared/model/relation.ts'
import { Refused } from '../../shared/outcome.ts'
import { logged, type Writing } from '../operation.ts'
import { citedExcerpt } from '../records/excerpts.ts'
import { bareExcerpts, relations } from '../records/tables.ts'
import { say } from '../say.ts'
import type { Database } from '../store/case-file.ts'

/** The excerpt at one end of a relation: one that is there, or that of a passage. */
const endAt = (db: Database, end: ExcerptId | Passage): ExcerptId =>
  typeof end === 'string' ? bareExcerpts.need(db, end).id : citedExcerpt(db, end).id

const refuseNonsense = (db: Database, { from, to, kind }: Pick<Relation, 'from' | 'to' | 'kind'>, self: string) => {
  if (from === to) throw new Refused(say('refusal.relationToItself'))
  const known = relations.all(db, '"from" = ? and "to" = ? and kind = ? and id <> ?', [from, to, kind, self])
  if (known.length > 0) throw new Refused(say('refusal.relationKnown', { kind }))
}

export const create: Writing<'relations.create'> = (db, { from, to, ...draft }) => {
  const made = { ...draft, from: endAt(db, from), to: endAt(db, to) }
  refuseNonsense(db, made, '')
  return logged(say('log.relationAdded', { kind: draft.kind }), relations.create(db, made))
}

export const update: Writing<'relations.update'> = (db, { id, patch: { turned, ...patch } }) => {
  const { from, to, kind } = relations.need(db, id)
  const ends = turned ? { from: to, to: from } : { from, to }
  refuseNonsense(db, { ...ends, kind: patch.kind ?? kind }, id)
  const after = relations.update(db, id, { ...patch, ...ends })
  return logged(say('log.relationChanged', { kind: after.kind }), null)
}

export const remove: Writing<'relations.remove'> = (db, { id }) => {
  const { kind } = relations.need(db, id)
  relations.remove(db, id)
  return logged(say('log.relationRemoved', { kind }), null)
}
