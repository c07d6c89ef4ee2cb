import type { TagId } from '../../shared/model/id.ts'
import type { Tag } from '../../shared/model/tag.ts'
import { Refused } from '../../shared/outcome.ts'
import { logged, type Reading, type Writing } from '../operation.ts'
import { bareExcerpts, tags } from '../records/tables.ts'
import { replaceTag } from '../records/tagging.ts'
import { say } from '../say.ts'
import type { Database } from '../store/case-file.ts'

export const list: Reading<'tags.list'> = db => {
  const countsIn = (table: string) =>
    new Map(
      db
        .all<{ tag: string; count: number }>(`select tag, count(*) as count from "${table}" group by tag`)
        .map(({ tag, count }) => [tag, count]),
    )
  const [excerpts, sources] = [countsIn('excerptTag'), countsIn('sourceTag')]
  return tags.all(db).map(tag => ({ ...tag, excerpts: excerpts.get(tag.id) ?? 0, sources: sources.get(tag.id) ?? 0 }))
}

const childrenOf = (db: Database, parent: Tag['parent']) => tags.all(db, 'parent is ?', [parent])

/** Gives those of one parent the places 0, 1, 2 and so on, in the order named. */
const place = (db: Database, inOrder: readonly Tag[]) => {
  for (const [sequence, one] of inOrder.entries()) tags.update(db, one.id, { sequence })
}

export const create: Writing<'tags.create'> = (db, draft) => {
  if (draft.parent) tags.need(db, draft.parent)
  const sequence = childrenOf(db, draft.parent).length
  return logged(say('log.tagAdded', { title: draft.name }), tags.create(db, { ...draft, sequence, digit: null }))
}

/** Whether a tag stands under another, or is it. */
const isWithin = (db: Database, id: TagId | null, above: TagId): boolean => {
  const parents = new Map(tags.all(db).map(tag => [tag.id, tag.parent]))
  for (let one = id; one !== null; one = parents.get(one) ?? null) if (one === above) return true
  return false
}

export const update: Writing<'tags.update'> = (db, { id, patch: { sequence, ...patch } }) => {
  const before = tags.need(db, id)
  if (patch.parent) {
    tags.need(db, patch.parent)
    if (isWithin(db, patch.parent, id)) throw new Refused(say('refusal.tagCycle', { title: before.name }))
  }
  if (patch.digit)
    for (const other of tags.all(db, 'digit = ?', [patch.digit])) tags.update(db, other.id, { digit: null })
  const tag = tags.update(db, id, patch)
  const others = childrenOf(db, tag.parent).filter(one => one.id !== id)
  const at = sequence ?? others.length
  if (sequence !== undefined || tag.parent !== before.parent)
    place(db, [...others.slice(0, at), tag, ...others.slice(at)])
  return logged(say('log.tagChanged', { title: tag.name }), null)
}

/** Lets the tags under one stand under another, behind those that are there. */
const moveChildren = (db: Database, from: TagId, to: Tag['parent']) => {
  const moving = childrenOf(db, from)
  const there = childrenOf(db, to).filter(one => one.id !== from)
  for (const child of moving) tags.update(db, child.id, { parent: to })
  place(db, [...there, ...moving])
}

export const merge: Writing<'tags.merge'> = (db, { from, into }) => {
  const { name } = tags.need(db, into)
  for (const id of from) {
    const merged = tags.need(db, id)
    if (isWithin(db, into, id)) throw new Refused(say('refusal.tagMergedIntoItself', { title: merged.name }))
    replaceTag(db, id, into)
    moveChildren(db, id, into)
    tags.remove(db, id)
  }
  return logged(say('log.tagsMerged', { count: from.length, title: name }), null)
}

export const split: Writing<'tags.split'> = (db, { id, name, excerpts }) => {
  const { name: from, parent, colour } = tags.need(db, id)
  const sequence = childrenOf(db, parent).length
  const made = tags.create(db, { name, parent, colour, description: '', sequence, digit: null })
  for (const excerpt of excerpts) {
    const bears = bareExcerpts.need(db, excerpt).tags
    bareExcerpts.update(db, excerpt, { tags: bears.map(tag => (tag === id ? made.id : tag)) })
  }
  return logged(say('log.tagSplit', { title: name, from }), made)
}

export const remove: Writing<'tags.remove'> = (db, { id }) => {
  const { name, parent } = tags.need(db, id)
  moveChildren(db, id, parent)
  tags.remove(db, id)
  return logged(say('log.tagRemoved', { title: name }), null)
}
