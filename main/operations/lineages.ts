import { labels } from '../../shared/messages/labels.ts'
import { logged, type Reading, type Writing } from '../operation.ts'
import { lineages } from '../records/tables.ts'

export const list: Reading<'lineages.list'> = db => lineages.all(db)

export const create: Writing<'lineages.create'> = (db, draft) =>
  logged(labels.added('Lineage', draft.name), lineages.create(db, draft))

export const update: Writing<'lineages.update'> = (db, { id, ...patch }) => {
  lineages.update(db, id, patch)
  return logged(labels.changed('Lineage', patch.name), null)
}

export const remove: Writing<'lineages.remove'> = (db, { id }) => {
  const { name } = lineages.need(db, id)
  lineages.remove(db, id)
  return logged(labels.removed('Lineage', name), null)
}
