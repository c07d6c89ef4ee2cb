import type { TagId } from '../../shared/model/id.ts'
import type { Database } from '../store/case-file.ts'
import { bareExcerpts, sources } from './tables.ts'

/** Puts one tag in the place of another on all that bears it; what bore both bears it once. */
export const replaceTag = (db: Database, from: TagId, into: TagId): void => {
  const replaced = (tags: readonly TagId[]) => [...new Set(tags.map(tag => (tag === from ? into : tag)))]
  for (const excerpt of bareExcerpts.all(db, 'id in (select excerpt from excerptTag where tag = ?)', [from]))
    bareExcerpts.update(db, excerpt.id, { tags: replaced(excerpt.tags) })
  for (const { source } of db.all<{ source: string }>('select source from sourceTag where tag = ?', [from]))
    sources.update(db, source, { tags: replaced(sources.need(db, source).tags) })
}
