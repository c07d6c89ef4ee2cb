import type { RecordName } from '../../../shared/model/record-name.ts'
import { clipped } from '../../../shared/rules/sentence.ts'
import type { Database } from '../connection.ts'
import { loggedTable, recordOfTable } from '../log/change-log.ts'

/** How many records, and the names of the first of them. */
export type SomeNamed = { count: number; names: string[] }

/** By name, what a case would gain, lose and find changed if another took its place. */
export type KindDifference = { record: RecordName; returning: SomeNamed; vanishing: SomeNamed; changing: SomeNamed }

/** Parts of a record that a person does not know by themselves, and the record they belong to. */
const belongsTo: Partial<Record<RecordName, RecordName>> = {
  anchor: 'excerpt',
  original: 'source',
  textVersion: 'source',
  riskAction: 'risk',
  indicator: 'risk',
}

/** SQL of the id of the record that a row of a table belongs to, where it is not the first column of its key. */
const owners: Record<string, string> = {
  textVersion: 'source',
  riskAction: 'risk',
  indicator: 'risk',
  indicatorEvidence: '(select risk from indicator as i where i.id = indicator)',
}

/** Long values that never change, and whose fingerprint stands beside them. */
const told: Record<string, string[]> = { textVersion: ['text', 'blocks', 'pages'], note: ['text'] }

/** Tables that follow from others: bytes from the texts that name them. */
const passedOver = new Set(['attachment', 'attachmentPiece'])

/** SQL of what a person calls a row. */
const names: Partial<Record<RecordName, string>> = {
  caseInfo: 'name',
  source: 'title',
  excerpt: `coalesce((select exact from anchor where excerpt = r.id limit 1), id)`,
  tag: 'name',
  collection: 'name',
  savedView: 'name',
  relation: `kind || ': ' || coalesce((select exact from anchor where excerpt = r."from" limit 1), id)`,
  resemblance: 'reason',
  party: 'name',
  term: `ref || ' ' || name`,
  lineage: 'name',
  claim: `coalesce((select ref from term where id = r.term) || ': ', '') || raw`,
  conflict: `coalesce((select ref from term where id = r.term) || ': ', '') || reason`,
  position: `coalesce((select ref from term where id = r.term) || ': ', '') || raw`,
  risk: `ref || ' ' || title`,
  assessment: `coalesce((select ref from risk where id = r.risk) || ': ', '') || level || ', ' || date`,
  criteria: 'name',
  note: 'title',
  briefing: 'title',
}

const mostNamed = 200
const longestName = 120

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

const tablesOf = (db: Database): string[] =>
  db
    .all<{ name: string }>(`select name from sqlite_schema where type = 'table' order by name`)
    .map(({ name }) => name)
    .filter(name => !passedOver.has(name) && loggedTable(db, name) !== null)

type Row = { key: string; owner: string; content: string }

/** Every row of a table as one text, made inside SQLite. Columns that only one of the two cases has are left out. */
const rowsOf = (db: Database, table: string, columns: readonly string[]): Row[] => {
  const key = loggedTable(db, table)?.key.map(quoted) ?? []
  const compared = columns.filter(column => !told[table]?.includes(column)).map(quoted)
  return db.all<Row>(
    `select ${key.map(column => `cast(${column} as text)`).join(` || char(31) || `)} as key,
       cast(${owners[table] ?? key[0]} as text) as owner, json_array(${compared.join(', ')}) as content from ${quoted(table)}`,
  )
}

const columnsOf = (db: Database, table: string): string[] =>
  loggedTable(db, table)?.columns.map(({ name }) => name) ?? []

type Changes = { returning: Set<string>; vanishing: Set<string>; changing: Set<string> }

/**
 * How `present` differs from `other`, kind by kind: what putting `other` in its place would bring back, take away and
 * change; all that `other` holds where there is no `present`. Rows are compared as texts that SQLite makes of them, the long and unchanging ones by their fingerprints.
 */
export const differencesOf = (present: Database | null, other: Database): KindDifference[] => {
  const kinds = new Map<RecordName, Changes>()
  const changesOf = (record: RecordName): Changes => {
    const known = kinds.get(record) ?? { returning: new Set(), vanishing: new Set(), changing: new Set() }
    kinds.set(record, known)
    return known
  }
  const tables = tablesOf(other)
  const here = new Set(present === null ? tables : tablesOf(present))
  for (const table of tables.filter(name => here.has(name))) {
    const own = recordOfTable(table)
    const record = belongsTo[own] ?? own
    const isWhole = table === record
    const shared = columnsOf(present ?? other, table).filter(column => columnsOf(other, table).includes(column))
    const now = new Map(present === null ? [] : rowsOf(present, table, shared).map(row => [row.key, row]))
    const changes = changesOf(record)
    for (const { key, owner, content } of rowsOf(other, table, shared)) {
      const found = now.get(key)
      now.delete(key)
      if (found?.content === content) continue
      if (!isWhole && present === null) continue
      if (!isWhole || found) changes.changing.add(owner)
      else changes.returning.add(owner)
    }
    for (const { owner } of now.values()) (isWhole ? changes.vanishing : changes.changing).add(owner)
  }
  return [...kinds].flatMap(([record, { returning, vanishing, changing }]) => {
    const bothWays = [...changing].filter(id => !returning.has(id) && !vanishing.has(id))
    const found = {
      record,
      returning: named(other, record, returning),
      vanishing: named(present, record, vanishing),
      changing: named(present, record, bothWays),
    }
    return found.returning.count + found.vanishing.count + found.changing.count > 0 ? [found] : []
  })
}

/** How many records, and at most {@link mostNamed} of them by name. */
const named = (db: Database | null, record: RecordName, ids: Iterable<string>): SomeNamed => {
  const all = [...ids]
  return { count: all.length, names: db === null ? [] : namesOf(db, record, all.slice(0, mostNamed)) }
}

const namesOf = (db: Database, record: RecordName, ids: readonly string[]): string[] =>
  ids.map(id => {
    const sql = names[record]
    const row = sql
      ? db.get<{ name: string }>(`select ${sql} as name from ${quoted(record)} as r where id = ?`, [id])
      : undefined
    return clipped(row?.name ?? '', longestName) || id
  })
