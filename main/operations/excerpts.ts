import type { TagId } from '../../shared/model/id.ts'
import type { TagPath } from '../../shared/model/tag.ts'
import { logged, type Reading, type Writing } from '../operation.ts'
import { allOf, withIds } from '../records/conditions.ts'
import { excerptCards } from '../records/excerpt-cards.ts'
import { excerptMarksSince } from '../records/excerpt-marks.ts'
import { createExcerpt, keepAnchor, placeOfPassage, readExcerpts, tagPassages } from '../records/excerpts.ts'
import { bareExcerpts, sources, tags } from '../records/tables.ts'
import { retag, tagAtPath } from '../records/tagging.ts'
import { say } from '../say.ts'
import type { Database } from '../store/case-file.ts'

export const list: Reading<'excerpts.list'> = (db, { source, ids }) => {
  const { where, values } = allOf([['source = ?', source], withIds(ids)])
  return excerptCards(db, readExcerpts(db, where, values), where, values)
}

export const changes: Reading<'excerpts.changes'> = (db, { source, since }) => excerptMarksSince(db, source, since)

export const create: Writing<'excerpts.create'> = (db, passage) => {
  const excerpt = createExcerpt(db, passage)
  return logged(say('log.excerptAdded', { title: sources.need(db, passage.source).title }), excerpt)
}

export const update: Writing<'excerpts.update'> = (db, { id, patch }) => {
  const { source } = bareExcerpts.update(db, id, patch)
  return logged(say('log.excerptChanged', { title: sources.need(db, source).title }), null)
}

export const adjust: Writing<'excerpts.adjust'> = (db, { id, ...range }) => {
  const { source } = bareExcerpts.need(db, id)
  const { version, place } = placeOfPassage(db, { source, ...range })
  keepAnchor(db, id, version, place)
  return logged(say('log.excerptAdjusted', { title: sources.need(db, source).title }), null)
}

/** The ids of tags that are there and of those that are named by their paths, which are made where they are missing. */
const tagsNamed = (db: Database, known: readonly TagId[], paths: readonly TagPath[] = []): TagId[] => [
  ...known.map(tag => tags.need(db, tag).id),
  ...paths.map(path => tagAtPath(db, path).id),
]

/** How history names that tags were put on excerpts; null where it was not one tag alone. */
const tagPut = (db: Database, [tag, ...others]: readonly TagId[], count: number): string | null =>
  tag === undefined || others.length > 0 ? null : say('log.tagPut', { title: tags.need(db, tag).name, count })

export const edit: Writing<'excerpts.edit'> = (db, { ids, patch, addTags, newTags, removeTags }) => {
  const added = tagsNamed(db, addTags, newTags)
  bareExcerpts.needAll(db, ids)
  retag(db, ids, { patch, added, removed: removeTags })
  const isTagOnly = Object.keys(patch).length === 0 && removeTags.length === 0
  const label = isTagOnly ? tagPut(db, added, ids.length) : null
  return logged(label ?? say('log.excerptsChanged', { count: ids.length }), null)
}

export const codeAll: Writing<'excerpts.codeAll'> = (db, { passages, tags: known, newTags }) => {
  const given = tagsNamed(db, known, newTags)
  const created = tagPassages(db, passages, given)
  const label = tagPut(db, given, passages.length) ?? say('log.passagesCoded', { count: passages.length })
  return logged(label, { created, known: passages.length - created })
}

/** Claims, risks and notes that rest on it stay, and are shown as unsupported where it was their last evidence. */
export const remove: Writing<'excerpts.remove'> = (db, { ids }) => {
  const [first = ''] = ids
  const { title } = sources.need(db, bareExcerpts.need(db, first).source)
  bareExcerpts.removeAll(db, ids)
  return logged(
    ids.length === 1 ? say('log.excerptRemoved', { title }) : say('log.excerptsRemoved', { count: ids.length }),
    null,
  )
}
