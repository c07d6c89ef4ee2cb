import type { NoteId, SourceId } from '../../shared/model/id.ts'
import { type TextVersion, textVersion } from '../../shared/model/text-version.ts'
import { grouped } from '../../shared/rules/groups.ts'
import type { BriefingRecords } from '../exporters/briefing/records.ts'
import type { Database } from '../store/case-file.ts'
import { readCaseInfo } from './case-info.ts'
import { readCriteria } from './criteria.ts'
import { inOrderOfText, readExcerpts } from './excerpts.ts'
import { changeAt, placeInLog } from './log-place.ts'
import { readOriginals } from './originals.ts'
import { type Table, table } from './table.ts'
import * as tables from './tables.ts'
import { touchedExcerpts } from './touched-excerpts.ts'
import { touchedRisks } from './touched-risks.ts'

/** More touched records of a kind than this are read with all the others: that is no slower. */
const mostTouched = 1_000

/** Larger cases are read anew for each question: to keep so many records would take more memory than they save time. */
const mostKept = 200_000

type Recorded = { readonly id: string }

/** One part of the records: how all of it is read, which tables it is made of, and how it follows what was touched in them. */
type Part<Value> = {
  tables: readonly string[]
  read(db: Database): Value
  /** With what changes after the one numbered `seq` touched read anew. */
  follow(db: Database, before: Value, seq: number): Value
  /** How many records are kept. */
  count(value: Value): number
}

const withIds = 'id in (select value from json_each(?))'

/** A list of records of which only the touched ones are read again; `orderOf` gives the ids as they now stand. */
const list = <Row extends Recorded>(of: {
  tables: readonly string[]
  read(db: Database, where?: string, values?: string[]): Row[]
  touched(db: Database, seq: number): readonly string[]
  inOrder(db: Database, rows: ReadonlyMap<string, Row>): Row[]
}): Part<Row[]> => ({
  tables: of.tables,
  read: db => of.read(db),
  follow(db, before, seq) {
    const touched = of.touched(db, seq)
    if (touched.length === 0) return before
    if (touched.length > mostTouched) return of.read(db)
    const rows = new Map<string, Row>(before.map(row => [row.id, row]))
    for (const id of touched) rows.delete(id)
    for (const row of of.read(db, withIds, [JSON.stringify(touched)])) rows.set(row.id, row)
    return of.inOrder(db, rows)
  },
  count: rows => rows.length,
})

const inTableOrder =
  <Row extends Recorded>(of: Pick<Table<Row>, 'ids'>) =>
  (db: Database, rows: ReadonlyMap<string, Row>): Row[] =>
    of.ids(db).flatMap(id => rows.get(id) ?? [])

/** Rows of lists are keyed by their owner first. */
const touchedIn =
  (table: string, lists: readonly string[]) =>
  (db: Database, seq: number): string[] =>
    db
      .all<{ id: string }>(
        `select id from change where seq > ?1 and "table" = ?2
         union select id ->> 0 from change where seq > ?1 and "table" in (select value from json_each(?3))`,
        [seq, table, JSON.stringify(lists)],
      )
      .map(({ id }) => id)

const listed = <Row extends Recorded>(
  table: Table<Row>,
  { lists = table.lists.map(one => one.table), touched = touchedIn(table.name, lists) } = {},
): Part<Row[]> =>
  list({
    tables: [table.name, ...lists],
    read: (db, where, values) => table.all(db, where, values),
    touched,
    inOrder: inTableOrder(table),
  })

const riskTables = [
  'riskTerm',
  'riskClaim',
  'riskEvidence',
  'riskAction',
  'riskOrigin',
  'riskMove',
  'indicator',
  'indicatorEvidence',
]

const once = <Value>(read: () => Value): (() => Value) => {
  let known: { value: Value } | null = null
  return () => {
    known ??= { value: read() }
    return known.value
  }
}

const slimVersions = table({
  name: 'textVersion',
  noun: 'text version',
  schema: textVersion.omit({ text: true, blocks: true, pages: true }),
  order: 'source, number',
})

type SlimVersion = Omit<TextVersion, 'text' | 'blocks' | 'pages'>

/** A text version whose words are read when they are asked for: a briefing quotes a few of many. They never change. */
const withWords = (db: Database, version: SlimVersion): TextVersion => {
  const words = once(() => tables.textVersions.need(db, version.id))
  return {
    ...version,
    get text() {
      return words().text
    },
    get blocks() {
      return words().blocks
    },
    get pages() {
      return words().pages
    },
  }
}

const readSources = (db: Database, where = 'true', values: string[] = []): BriefingRecords['sources'][number][] => {
  const ofSource = where === 'true' ? where : `source in (select id from source where ${where})`
  const versions = grouped(slimVersions.all(db, ofSource, values), version => version.source)
  const originals = new Map(readOriginals(db, ofSource, values).map(original => [original.source, original]))
  return tables.sources.all(db, where, values).map(source => ({
    ...source,
    versions: (versions.get(source.id) ?? []).map(version => withWords(db, version)),
    original: originals.get(source.id) ?? null,
  }))
}

const touchedSources = (db: Database, seq: number): SourceId[] =>
  db
    .all<{ id: SourceId }>(
      `select distinct case "table"
         when 'source' then id
         when 'original' then id
         when 'textVersion' then coalesce(
           (select source from textVersion where textVersion.id = change.id), coalesce(before, after) ->> '$.source')
         else id ->> 0 end as id
       from change where seq > ? and "table" in ('source', 'original', 'textVersion', 'sourceTag', 'sourceCollection')`,
      [seq],
    )
    .map(({ id }) => id)

const whole = <Value>(tables: readonly string[], read: (db: Database) => Value): Part<Value> => ({
  tables,
  read,
  follow: read,
  count: () => 1,
})

type Parts = Omit<BriefingRecords, 'briefings' | 'state'>

const parts: { [Name in keyof Parts]: Part<Parts[Name]> } = {
  case: whole(['caseInfo'], readCaseInfo),
  parties: listed(tables.parties),
  lineages: listed(tables.lineages),
  sources: list({
    tables: ['source', 'sourceTag', 'sourceCollection', 'textVersion', 'original'],
    read: readSources,
    touched: touchedSources,
    inOrder: inTableOrder(tables.sources),
  }),
  excerpts: list({
    tables: ['excerpt', 'excerptTag', 'anchor', 'textVersion'],
    read: (db, where, values) =>
      readExcerpts(db, where, values).map(({ anchor, ...excerpt }) => ({ ...excerpt, ...anchor })),
    touched: touchedExcerpts,
    inOrder: (_, rows) => [...rows.values()].sort((one, other) => (one.id < other.id ? -1 : 1)).sort(inOrderOfText),
  }),
  relations: listed(tables.relations),
  terms: listed(tables.terms),
  claims: listed(tables.claims),
  conflicts: listed(tables.conflicts),
  positions: listed(tables.positions),
  risks: listed(tables.risks, { lists: riskTables, touched: touchedRisks }),
  assessments: listed(tables.assessments),
  reviews: listed(tables.reviews),
  criteria: whole(['criteria'], readCriteria),
  earlierCriteria: whole(['criteria'], db => tables.criteriaTable.all(db).slice(0, -1)),
  editions: listed(tables.editions),
  notes: whole(['note'], db => db.all<{ id: NoteId; title: string }>('select id, title from note order by id')),
}

const names = Object.keys(parts) as (keyof Parts)[]
const briefings = listed(tables.briefings)
const drawn = new Set(names.flatMap(name => parts[name].tables))

/** What was read of the case as it is at a place of the log. Where only briefings changed since, the place moves on. */
type Kept = { at: string; values: Map<keyof Parts, unknown> }

type Known = { kept: Kept; records: BriefingRecords }

const known = new WeakMap<Database, Known>()

const partOf = <Name extends keyof Parts>(db: Database, kept: Kept, name: Name): Parts[Name] => {
  if (!kept.values.has(name)) {
    if (placeInLog(db) !== kept.at) throw new Error(`The ${name} of a briefing are asked for after the case changed.`)
    kept.values.set(name, parts[name].read(db))
  }
  return kept.values.get(name) as Parts[Name]
}

const recordsOf = (db: Database, kept: Kept, ofBriefings: BriefingRecords['briefings']): BriefingRecords => {
  const records = { briefings: ofBriefings, state: kept }
  for (const name of names)
    Object.defineProperty(records, name, { enumerable: true, get: () => partOf(db, kept, name) })
  return records as unknown as BriefingRecords
}

const followed = <Name extends keyof Parts>(db: Database, name: Name, before: unknown, seq: number): Parts[Name] =>
  parts[name].follow(db, before as Parts[Name], seq)

const caughtUp = (db: Database, { kept, records }: Known, seq: number, at: string): Known => {
  const touched = new Set(
    db
      .all<{ name: string }>('select distinct "table" as name from change where seq > ?', [seq])
      .map(({ name }) => name),
  )
  const now = touched.has('briefing') ? briefings.follow(db, records.briefings, seq) : records.briefings
  if (![...touched].some(table => drawn.has(table))) {
    kept.at = at
    return { kept, records: recordsOf(db, kept, now) }
  }
  const values = new Map(
    [...kept.values].map(([name, value]) =>
      parts[name].tables.some(table => touched.has(table)) ? [name, followed(db, name, value, seq)] : [name, value],
    ),
  )
  const next = { at, values }
  return { kept: next, records: recordsOf(db, next, now) }
}

const sizeOf = ({ values }: Kept): number =>
  [...values].reduce((sum, [name, value]) => sum + (parts[name] as Part<unknown>).count(value), 0)

/**
 * What briefings of the case are made of, each part read when it is first asked for and then kept: after an edit only what
 * the log says was touched is read again. The records are those of one state of the case: a part that was not asked for
 * before the case changed cannot be had any more, which is a mistake of the program ({@link settled}). Held by
 * test/main/records/briefing-records.test.ts against the whole case document.
 */
export const briefingRecords = (db: Database): BriefingRecords => {
  const at = placeInLog(db)
  const before = known.get(db)
  const seq = before === undefined || sizeOf(before.kept) > mostKept ? null : changeAt(db, before.kept.at)
  if (before !== undefined && seq !== null && before.kept.at === at) return before.records
  const kept: Kept = { at, values: new Map() }
  const now =
    before === undefined || seq === null
      ? { kept, records: recordsOf(db, kept, briefings.read(db)) }
      : caughtUp(db, before, seq, at)
  known.set(db, now)
  return now.records
}

/**
 * The same with every part read, for work that goes on while the case changes. Texts of sources are read late all the
 * same: they never change.
 */
export const settled = (records: BriefingRecords): BriefingRecords => {
  for (const name of names) records[name]
  return records
}
