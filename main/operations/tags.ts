import type { TagId } from '../../shared/model/id.ts'
import type { Tag } from '../../shared/model/tag.ts'
import { Refused } from '../../shared/outcome.ts'
import { logged, type Reading, type Writing } from '../operation.ts'
import { tags } from '../records/tables.ts'
import { lastPlace, replaceTag, replaceTagOn, tagAtPath } from '../records/tagging.ts'
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

export const counts: Reading<'tags.counts'> = (db, { groups }) => {
  const bearing = (table: string, record: string, group: readonly TagId[]) =>
    db.get<{ count: number }>(
      `select count(distinct "${record}") as count from "${table}" where tag in (select value from json_each(?))`,
      [JSON.stringify(group)],
    )?.count ?? 0
  return groups.map(group => ({
    excerpts: bearing('excerptTag', 'excerpt', group),
    sources: bearing('sourceTag', 'source', group),
  }))
}

const childrenOf = (db: Database, parent: Tag['parent']) => tags.all(db, 'parent is ?', [parent])

/** Gives those of one parent the places 0, 1, 2 and so on, in the order named. */
const place = (db: Database, inOrder: readonly Tag[]) => {
  for (const [sequence, one] of inOrder.entries()) tags.update(db, one.id, { sequence })
}

export const create: Writing<'tags.create'> = (db, draft) => {
  if (draft.parent) tags.need(db, draft.parent)
  const sequence = lastPlace(db, draft.parent)
  return logged(say('log.tagAdded', { title: draft.name }), tags.create(db, { ...draft, sequence, digit: null }))
}

export const createPath: Writing<'tags.createPath'> = (db, path) => {
  const tag = tagAtPath(db, path)
  return logged(say('log.tagAdded', { title: tag.name }), tag)
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
  const kept = tags.need(db, into)
  let digit = kept.digit
  for (const id of from) {
    const merged = tags.need(db, id)
    if (isWithin(db, into, id)) throw new Refused(say('refusal.tagMergedIntoItself', { title: merged.name }))
    replaceTag(db, id, into)
    moveChildren(db, id, into)
    tags.remove(db, id)
    digit ??= merged.digit
  }
  tags.update(db, into, { digit })
  return logged(say('log.tagsMerged', { count: from.length, title: kept.name }), null)
}

export const split: Writing<'tags.split'> = (db, { id, name, excerpts }) => {
  const { name: from, parent, colour } = tags.need(db, id)
  const made = tags.create(db, { name, parent, colour, description: '', sequence: 0, digit: null })
  const others = childrenOf(db, parent).filter(one => one.id !== made.id)
  const behind = others.findIndex(one => one.id === id) + 1
  place(db, [...others.slice(0, behind), made, ...others.slice(behind)])
  replaceTagOn(db, id, made.id, excerpts)
  return logged(say('log.tagSplit', { title: name, from }), tags.need(db, made.id))
}

export const remove: Writing<'tags.remove'> = (db, { id }) => {
  const { name, parent } = tags.need(db, id)
  moveChildren(db, id, parent)
  tags.remove(db, id)
  return logged(say('log.tagRemoved', { title: name }), null)
}
