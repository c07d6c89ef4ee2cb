import type { Collection } from '../../shared/model/collection.ts'
import { Refused } from '../../shared/outcome.ts'
import { logged, type Reading, type Writing } from '../operation.ts'
import { collections } from '../records/tables.ts'
import { say } from '../say.ts'
import type { Database } from '../store/case-file.ts'

export const list: Reading<'collections.list'> = db => {
  const counts = db.all<{ collection: string; count: number }>(
    'select collection, count(*) as count from sourceCollection group by collection',
  )
  const sources = new Map(counts.map(({ collection, count }) => [collection, count]))
  return collections.all(db).map(collection => ({ ...collection, sources: sources.get(collection.id) ?? 0 }))
}

const childrenOf = (db: Database, parent: Collection['parent']) => collections.all(db, 'parent is ?', [parent])

/** Gives those of one parent the places 0, 1, 2 and so on, in the order named. */
const place = (db: Database, inOrder: readonly Collection[]) => {
  for (const [sequence, one] of inOrder.entries()) collections.update(db, one.id, { sequence })
}

export const create: Writing<'collections.create'> = (db, draft) => {
  if (draft.parent) collections.need(db, draft.parent)
  const sequence = childrenOf(db, draft.parent).length
  return logged(say('log.collectionAdded', { title: draft.name }), collections.create(db, { ...draft, sequence }))
}

/** Refuses to put a collection into itself or one of its own. */
const refuseCycle = (db: Database, { id, name, parent }: Collection) => {
  const parents = new Map(collections.all(db).map(one => [one.id, one.parent]))
  for (let above = parent; above !== null; above = parents.get(above) ?? null)
    if (above === id) throw new Refused(say('refusal.collectionCycle', { title: name }))
}

export const update: Writing<'collections.update'> = (db, { id, patch: { sequence, ...patch } }) => {
  const before = collections.need(db, id)
  if (patch.parent) collections.need(db, patch.parent)
  const collection = collections.update(db, id, patch)
  refuseCycle(db, collection)
  const others = childrenOf(db, collection.parent).filter(one => one.id !== id)
  const moved = collection.parent !== before.parent
  const at = sequence ?? others.length
  if (sequence !== undefined || moved) place(db, [...others.slice(0, at), collection, ...others.slice(at)])
  return logged(say('log.collectionChanged', { title: collection.name }), null)
}

export const remove: Writing<'collections.remove'> = (db, { id }) => {
  const { name, parent } = collections.need(db, id)
  const orphans = childrenOf(db, id)
  for (const child of orphans) collections.update(db, child.id, { parent })
  collections.remove(db, id)
  const isOrphan = (one: Collection) => orphans.some(orphan => orphan.id === one.id)
  place(db, [...childrenOf(db, parent).filter(one => !isOrphan(one)), ...orphans])
  return logged(say('log.collectionRemoved', { title: name }), null)
}
