import type { Tag } from '../../shared/model/tag.ts'
import { Refused } from '../../shared/outcome.ts'
import { logged, type Reading, type Writing } from '../operation.ts'
import { tags } from '../records/tables.ts'
import { say } from '../say.ts'
import type { Database } from '../store/case-file.ts'

export const list: Reading<'tags.list'> = db => {
  const counts = db.all<{ tag: string; count: number }>('select tag, count(*) as count from excerptTag group by tag')
  const byTag = new Map(counts.map(({ tag, count }) => [tag, count]))
  return tags.all(db).map(tag => ({ ...tag, excerpts: byTag.get(tag.id) ?? 0 }))
}

export const create: Writing<'tags.create'> = (db, draft) => {
  if (draft.parent) tags.need(db, draft.parent)
  return logged(say('log.tagAdded', { title: draft.name }), tags.create(db, draft))
}

/** Refuses to set a tag under itself or one of its own. */
const refuseCycle = (db: Database, { id, name, parent }: Pick<Tag, 'id' | 'name' | 'parent'>) => {
  const parents = new Map(tags.all(db).map(tag => [tag.id, tag.parent]))
  for (let above = parent; above !== null; above = parents.get(above) ?? null)
    if (above === id) throw new Refused(say('refusal.tagCycle', { title: name }))
}

export const update: Writing<'tags.update'> = (db, { id, patch }) => {
  const tag = tags.update(db, id, patch)
  refuseCycle(db, tag)
  return logged(say('log.tagChanged', { title: tag.name }), null)
}

export const remove: Writing<'tags.remove'> = (db, { id }) => {
  const { name } = tags.need(db, id)
  tags.remove(db, id)
  return logged(say('log.tagRemoved', { title: name }), null)
}
