import { Refused } from '../../shared/outcome.ts'
import { logged, type Writing } from '../operation.ts'
import { bareExcerpts, relations } from '../records/tables.ts'
import { say } from '../say.ts'

export const create: Writing<'relations.create'> = (db, draft) => {
  bareExcerpts.need(db, draft.from)
  bareExcerpts.need(db, draft.to)
  if (draft.from === draft.to) throw new Refused(say('refusal.relationToItself'))
  const [known] = relations.all(db, '"from" = ? and "to" = ? and kind = ?', [draft.from, draft.to, draft.kind])
  if (known) throw new Refused(say('refusal.relationKnown', { kind: draft.kind }))
  return logged(say('log.relationAdded', { kind: draft.kind }), relations.create(db, draft))
}

export const update: Writing<'relations.update'> = (db, { id, patch }) => {
  const { kind } = relations.update(db, id, patch)
  return logged(say('log.relationChanged', { kind }), null)
}

export const remove: Writing<'relations.remove'> = (db, { id }) => {
  const { kind } = relations.need(db, id)
  relations.remove(db, id)
  return logged(say('log.relationRemoved', { kind }), null)
}
