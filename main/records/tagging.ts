import type { HighlightColour } from '../../shared/model/excerpt.ts'
import type { Credibility } from '../../shared/model/grades.ts'
import type { ExcerptId, TagId } from '../../shared/model/id.ts'
import type { Tag, TagPath } from '../../shared/model/tag.ts'
import { followPath } from '../../shared/rules/tag-path.ts'
import type { Database, Value } from '../store/case-file.ts'
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

/** What is to change on many excerpts: fields, tags that go, tags that come behind those that stay. */
type Retagging = {
  patch?: { colour?: HighlightColour | undefined; credibility?: Credibility | null | undefined }
  added: readonly TagId[]
  removed: readonly TagId[]
}

/**
 * Changes many excerpts with a few statements, as `bareExcerpts.update` would change one after the other: what is as it
 * should be is not touched. A tag that comes and goes stays.
 */
export const retag = (db: Database, ids: readonly ExcerptId[], { patch = {}, added, removed }: Retagging): void => {
  const fields = Object.entries(patch).filter(([, value]) => value !== undefined) as [string, Value][]
  const going = removed.filter(tag => !added.includes(tag))
  const among = (which: string, differs: string, values: readonly Value[]): string =>
    db.get<{ ids: string }>(
      `select json_group_array(x.id) as ids from (select distinct value as id from json_each(?)) as j
       join excerpt as x on x.id = j.id where ${differs}`,
      [which, ...values],
    )?.ids ?? '[]'
  const all = JSON.stringify(ids)
  const isOtherwise = `exists (select 1 from excerptTag where excerpt = x.id and tag in (select value from json_each(?)))
    or exists (select 1 from json_each(?) as t where not exists
      (select 1 from excerptTag where excerpt = x.id and tag = t.value))`
  const otherTags = [JSON.stringify(going), JSON.stringify(added)]
  const retagged = among(all, isOtherwise, otherTags)
  const isOther = [...fields.map(([name]) => `x."${name}" is not ?`), isOtherwise].join(' or ')
  const changed = among(all, isOther, [...fields.map(([, value]) => value), ...otherTags])
  db.run(
    `update excerpt set ${[...fields.map(([name]) => name), 'updated'].map(name => `"${name}" = ?`).join(', ')}
     where id in (select value from json_each(?))`,
    [...fields.map(([, value]) => value), now(), changed],
  )
  const isRetagged = 'excerpt in (select value from json_each(?1))'
  if (going.length > 0)
    db.run(`delete from excerptTag where ${isRetagged} and tag in (select value from json_each(?2))`, [
      retagged,
      JSON.stringify(going),
    ])
  db.run(
    `update excerptTag as t set sequence = n.place
     from (select excerpt, tag, row_number() over (partition by excerpt order by sequence, tag) - 1 as place
       from excerptTag where ${isRetagged}) as n
     where t.excerpt = n.excerpt and t.tag = n.tag and t.sequence <> n.place`,
    [retagged],
  )
  for (const tag of new Set(added))
    db.run(
      `insert into excerptTag (excerpt, tag, sequence)
       select j.value, ?2, (select count(*) from excerptTag where excerpt = j.value) from json_each(?1) as j
       where not exists (select 1 from excerptTag where excerpt = j.value and tag = ?2)`,
      [retagged, tag],
    )
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
