import type { SourceId } from '../../shared/model/id.ts'
import { type Logged, logged, type Writing } from '../operation.ts'
import { acceptedWith } from '../records/accepted.ts'
import { collections, sources, tags } from '../records/tables.ts'
import { say } from '../say.ts'
import type { Database } from '../store/case-file.ts'

/** One step over several sources, named in the log by the title where it is one. */
const overAll = (
  db: Database,
  ids: readonly SourceId[],
  label: 'log.fieldsAccepted' | 'log.sourcesCollected' | 'log.sourcesTagged',
  change: (id: SourceId) => void,
): Logged<null> => {
  const titles = ids.map(id => sources.need(db, id).title)
  for (const id of ids) change(id)
  return logged(say(label, { count: ids.length, title: titles[0] ?? '' }), null)
}

export const accept: Writing<'sources.accept'> = (db, { ids, fields }) =>
  overAll(db, ids, 'log.fieldsAccepted', id =>
    sources.update(db, id, { accepted: acceptedWith(sources.need(db, id), fields) }),
  )

export const collect: Writing<'sources.collect'> = (db, { ids, into, outOf }) => {
  for (const collection of into) collections.need(db, collection)
  return overAll(db, ids, 'log.sourcesCollected', id => {
    const kept = sources.need(db, id).collections.filter(one => !outOf.includes(one))
    sources.update(db, id, { collections: [...new Set([...kept, ...into])] })
  })
}

export const tag: Writing<'sources.tag'> = (db, { ids, add, remove }) => {
  for (const one of add) tags.need(db, one)
  return overAll(db, ids, 'log.sourcesTagged', id => {
    const kept = sources.need(db, id).tags.filter(one => !remove.includes(one))
    sources.update(db, id, { tags: [...new Set([...kept, ...add])] })
  })
}
