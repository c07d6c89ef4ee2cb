import type { ExcerptId, TagId } from '../../shared/model/id.ts'
import type { Tag, TagPath } from '../../shared/model/tag.ts'
import { followPath } from '../../shared/rules/tag-path.ts'
import type { Database } from '../store/case-file.ts'
import { now } from './table.ts'
import { tags } from './tables.ts'

const bearing = [
  ['excerptTag', 'excerpt'],
  ['sourceTag', 'source'],
] as const

/** Puts one tag in the place of another on all that bears it; what bore both bears it once. */
export const replaceTag = (db: Database, from: TagId, into: TagId): void => {
  for (const [table, record] of bearing) {
    const stamped = `update "${record}" set updated = ? where id in (select "${record}" from "${table}" where tag = ?)`
    db.run(stamped, [now(), from])
    db.run(
      `insert or ignore into "${table}" ("${record}", tag, sequence)
       select "${record}", ?, sequence from "${table}" where tag = ?`,
      [into, from],
    )
    db.run(`delete from "${table}" where tag = ?`, [from])
  }
}

/** As `replaceTag`, on these excerpts alone. */
export const replaceTagOn = (db: Database, from: TagId, into: TagId, excerpts: readonly ExcerptId[]): void => {
  const chosen = 'tag = ?1 and excerpt in (select value from json_each(?2))'
  const named = JSON.stringify(excerpts)
  db.run(`update excerpt set updated = ?3 where id in (select excerpt from excerptTag where ${chosen})`, [
    from,
    named,
    now(),
  ])
  db.run(
    `insert or ignore into excerptTag (excerpt, tag, sequence) select excerpt, ?3, sequence from excerptTag where ${chosen}`,
    [from, named, into],
  )
  db.run(`delete from excerptTag where ${chosen}`, [from, named])
}

/** The place behind all tags of a parent. */
export const lastPlace = (db: Database, parent: Tag['parent']): number =>
  db.get<{ place: number }>('select coalesce(max(sequence) + 1, 0) as place from tag where parent is ?', [parent])
    ?.place ?? 0

/** The tag at a path of names, made with those above it as far as they are missing. */
export const tagAtPath = (db: Database, { path, colour }: TagPath): Tag => {
  const { known, missing } = followPath(tags.all(db), path)
  let tag = known
  for (const name of missing) {
    const parent = tag?.id ?? null
    const sequence = lastPlace(db, parent)
    tag = tags.create(db, { name, parent, colour: tag?.colour ?? colour, description: '', sequence, digit: null })
  }
  // A path has a name at least, by its schema.
  if (tag === null) throw new Error('A path without names leads to no tag')
  return tag
}
