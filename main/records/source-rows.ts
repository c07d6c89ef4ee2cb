import type { SourceRow } from '../../shared/contract/sources.ts'
import type { OutputOf } from '../../shared/contract.ts'
import type { SourceId } from '../../shared/model/id.ts'
import { type BibliographicField, bibliographicField, type Source, source } from '../../shared/model/source.ts'
import type { Database } from '../store/case-file.ts'
import { allOf, withIds } from './conditions.ts'
import { ids } from './list.ts'
import { changeAt, placeInLog } from './log-place.ts'
import { table } from './table.ts'

/** Sources without what a list cannot carry: decoding the statements of twenty thousand takes longer than all else. */
const slimSources = table({
  name: 'source',
  noun: 'source',
  schema: source.omit({ statements: true, warnings: true, comment: true, reliabilityReason: true }),
  json: ['authors', 'publishedReadings', 'accepted'],
  lists: { tags: ids('sourceTag', 'source', 'tag'), collections: ids('sourceCollection', 'source', 'collection') },
})

/** Whether a field of a source says nothing: "not stated". */
export const isUnstated = (value: Source[BibliographicField]): boolean => value === null || value.length === 0

type Beside = { id: SourceId; versions: number; mediaType: string; fileName: string; noticed: number; isStated: number }

/** Sources as rows of the library, in the order in which they came: those with the ids, or all. */
export const sourceRows = (db: Database, ids?: readonly string[]): SourceRow[] => {
  const { where, values } = allOf([withIds(ids)])
  // Media type and name are those of the row with the highest number: SQLite, "bare columns in an aggregate query".
  const beside = db.all<Beside>(
    `select id, versions, mediaType, fileName, json_array_length(warnings) as noticed, statements <> '[]' as isStated
     from source left join (
       select source, count(*) as versions, max(number), mediaType, fileName from textVersion
       where ${where.replace('id', 'source')} group by source
     ) as version on version.source = source.id
     where ${where}`,
    values,
  )
  const byId = new Map(beside.map(({ id, ...facts }) => [id, facts]))
  return slimSources.all(db, where, values).map(row => {
    const facts = byId.get(row.id)
    const open = (field: BibliographicField) => !row.accepted.includes(field) && !isUnstated(row[field])
    const proposed = facts?.isStated ? bibliographicField.options.filter(open).length : 0
    return {
      ...row,
      versions: facts?.versions ?? 0,
      mediaType: facts?.mediaType ?? '',
      fileName: row.title === '' ? (facts?.fileName ?? '') : '',
      noticed: facts?.noticed ?? 0,
      proposed,
    }
  })
}

/** The sources that a change touched: their own rows, their links, their texts, there or gone. */
const touchedSince = (db: Database, seq: number): SourceId[] =>
  db
    .all<{ id: SourceId }>(
      `select distinct case "table"
         when 'source' then id
         when 'textVersion' then coalesce(
           (select source from textVersion where textVersion.id = change.id), coalesce(before, after) ->> '$.source')
         else id ->> 0 end as id
       from change where seq > ? and "table" in ('source', 'textVersion', 'sourceTag', 'sourceCollection')`,
      [seq],
    )
    .map(({ id }) => id)

/** The rows that changed since an earlier answer. Held by test/main/operations/library.test.ts against the whole list. */
export const sourceRowsSince = (db: Database, since: string | null): OutputOf<'sources.changes'> => {
  const at = placeInLog(db)
  const seq = changeAt(db, since)
  if (seq === null) return { at, whole: true, rows: sourceRows(db), gone: [] }
  const touched = touchedSince(db, seq)
  const rows = touched.length === 0 ? [] : sourceRows(db, touched)
  const there = new Set(rows.map(({ id }) => id))
  return { at, whole: false, rows, gone: touched.filter(id => !there.has(id)) }
}
