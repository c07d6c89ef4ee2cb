import { logged, type Reading, type Writing } from '../operation.ts'
import { redetect, termsOf } from '../records/detection.ts'
import { lineages } from '../records/tables.ts'
import { say } from '../say.ts'

export const list: Reading<'lineages.list'> = db => lineages.all(db)

export const create: Writing<'lineages.create'> = (db, draft) =>
  logged(say('log.lineageAdded', { title: draft.name }), lineages.create(db, draft))

export const update: Writing<'lineages.update'> = (db, { id, patch }) => {
  const { name } = lineages.update(db, id, patch)
  return logged(say('log.lineageChanged', { title: name }), null)
}

export const remove: Writing<'lineages.remove'> = (db, { id }) => {
  const { name } = lineages.need(db, id)
  const touched = termsOf(db, 'lineage = ?1 or source in (select id from source where lineage = ?1)', [id])
  lineages.remove(db, id)
  redetect(db, touched)
  return logged(say('log.lineageRemoved', { title: name }), null)
}
