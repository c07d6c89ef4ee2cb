import { logged, type Reading, type Writing } from '../operation.ts'
import { allOf, withIds } from '../records/conditions.ts'
import { excerptCards } from '../records/excerpt-cards.ts'
import { createExcerpt, readExcerpts } from '../records/excerpts.ts'
import { bareExcerpts, sources } from '../records/tables.ts'
import { say } from '../say.ts'

export const list: Reading<'excerpts.list'> = (db, { source, ids }) => {
  const { where, values } = allOf([['source = ?', source], withIds(ids)])
  return excerptCards(db, readExcerpts(db, where, values), where, values)
}

export const create: Writing<'excerpts.create'> = (db, passage) => {
  const excerpt = createExcerpt(db, passage)
  return logged(say('log.excerptAdded', { title: sources.need(db, passage.source).title }), excerpt)
}

export const update: Writing<'excerpts.update'> = (db, { id, patch }) => {
  const { source } = bareExcerpts.update(db, id, patch)
  return logged(say('log.excerptChanged', { title: sources.need(db, source).title }), null)
}

/** Claims, risks and notes that rest on it stay, and are shown as unsupported where it was their last evidence. */
export const remove: Writing<'excerpts.remove'> = (db, { id }) => {
  const { source } = bareExcerpts.need(db, id)
  bareExcerpts.remove(db, id)
  return logged(say('log.excerptRemoved', { title: sources.need(db, source).title }), null)
}
