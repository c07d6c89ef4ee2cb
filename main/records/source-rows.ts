import type { SourceRow } from '../../shared/contract/sources.ts'
import { type BibliographicField, bibliographicField, type Source, source } from '../../shared/model/source.ts'
import type { Database } from '../store/case-file.ts'
import { ids } from './list.ts'
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

type Beside = { id: string; versions: number; mediaType: string; noticed: number; isStated: number }

/** Every source as a row of the library, in the order in which they came. */
export const sourceRows = (db: Database): SourceRow[] => {
  // The media type is that of the row with the highest number: SQLite, "bare columns in an aggregate query".
  const beside = db.all<Beside>(
    `select source.id, version.versions, version.mediaType, json_array_length(source.warnings) as noticed,
       source.statements <> '[]' as isStated
     from source left join (
       select source, count(*) as versions, max(number), mediaType from textVersion group by source
     ) as version on version.source = source.id`,
  )
  const byId = new Map(beside.map(({ id, ...facts }) => [id, facts]))
  return slimSources.all(db).map(row => {
    const { versions = 0, mediaType = '', noticed = 0, isStated = 0 } = byId.get(row.id) ?? {}
    const open = (field: BibliographicField) => !row.accepted.includes(field) && !isUnstated(row[field])
    const proposed = isStated ? bibliographicField.options.filter(open).length : 0
    return { ...row, versions: versions ?? 0, mediaType: mediaType ?? '', noticed, proposed }
  })
}
