import { type RecordName, recordName } from '../../../shared/model/record-name.ts'
import type { Connection, Database } from '../connection.ts'

/**
 * The change log: one row of `tx` per command and one row of `change` per row it inserted, updated or deleted, written
 * by triggers that are generated from the schema and live in the file, so that whoever writes, the log sees it.
 *
 * - `before` and `after` are JSON objects by column name: all columns of an inserted or deleted row, only the changed
 *   ones of an update. A BLOB is `{"hex": "…"}`.
 * - In `after` a value longer than 1,000 characters or bytes is only `{"length": n}`: the row itself still has it, and the
 *   next change of it has it in full in `before`. So a long text that is typed into is logged once per edit, not twice.
 * - `id` is the primary key as text, or a JSON array when it has several columns.
 * - A transaction is open while its `lastSeq` is null; that is how the triggers know which one they belong to, without a
 *   table of context that each edit would have to write. Changes by other programs get `tx` 0.
 * - `firstSeq` and `lastSeq` stand in for an index on `change (tx)`.
 */
const logTables = `
create table if not exists tx (
  id integer primary key,
  at text not null,
  actor text not null,
  label text not null,
  undoOf integer,
  firstSeq integer not null,
  lastSeq integer
) strict;
create table if not exists change (
  seq integer primary key,
  tx integer not null,
  "table" text not null,
  id text not null,
  op text not null check (op in ('insert', 'update', 'delete')),
  before text,
  after text
) strict;
`

/** Longer values are not repeated in `after`. */
export const longestLogged = 1000

const openTransaction = `coalesce((select id from tx where id = (select max(id) from tx) and lastSeq is null), 0)`

const unlogged = /^(tx|change|version|attachmentUpload|attachmentPiece|textSignature|search_.*|sqlite_.*)$/

export type LoggedTable = { name: string; columns: Column[]; key: string[] }
type Column = { name: string; type: string; pk: number }

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** Columns and primary key of a table, or null when there is no such table or its rows are not logged. */
export const loggedTable = (db: Database, name: string): LoggedTable | null => {
  const columns = db.all<Column>('select name, type, pk from pragma_table_info(?) order by cid', [name])
  if (columns.length === 0 || unlogged.test(name)) return null
  const key = columns
    .filter(column => column.pk > 0)
    .sort((one, other) => one.pk - other.pk)
    .map(column => column.name)
  if (key.length === 0) throw new Error(`Table ${name} has no primary key: its changes cannot be logged`)
  return { name, columns, key }
}

/** Every table whose rows are logged, from the schema of the open database. Throws on one without a primary key. */
export const loggedTables = (db: Database): LoggedTable[] =>
  db
    .all<{ name: string }>(`select name from sqlite_schema where type = 'table' order by name`)
    .flatMap(({ name }) => loggedTable(db, name) ?? [])

/** SQL for a column as a JSON value. `|| ''` drops a JSON subtype, which would make a text that holds JSON an object. */
const jsonOf = (row: 'old' | 'new', { name, type }: Column): string => {
  const value = `${row}.${quoted(name)}`
  if (type.toUpperCase() === 'BLOB') return `iif(${value} is null, 'null', '{"hex":"' || hex(${value}) || '"}')`
  if (type.toUpperCase() === 'TEXT') return `json_quote(${value} || '')`
  return `json_quote(${value})`
}

const briefJsonOf = (column: Column): string => {
  if (!['BLOB', 'TEXT'].includes(column.type.toUpperCase())) return jsonOf('new', column)
  const value = `new.${quoted(column.name)}`
  return `iif(length(${value}) > ${longestLogged}, '{"length":' || length(${value}) || '}', ${jsonOf('new', column)})`
}

/** SQL for a JSON object; every part is `,"name":value` or '' and the first comma is cut. */
const object = (parts: string[]): string => `'{' || substr(${parts.join(' || ')}, 2) || '}'`

const member = (column: Column, value: string): string => `${literal(`,${JSON.stringify(column.name)}:`)} || ${value}`

/** SQL of the id of a row, as the log has it. */
export const idOf = (row: 'old' | 'new' | 'r', key: string[]): string =>
  key.length === 1
    ? `cast(${row}.${quoted(key[0] ?? '')} as text)`
    : `json_array(${key.map(name => `${row}.${quoted(name)}`).join(', ')})`

/** What the triggers watch. A row that gets another key is logged as one that goes and one that comes: each line of the log is about one row. */
export const operationsLogged = ['insert', 'update', 'delete', 'rekey'] as const
type Operation = (typeof operationsLogged)[number]

export const logTriggerName = (table: string, operation: Operation): string => `log_${table}_${operation}`

const logTrigger = ({ name, columns, key }: LoggedTable, operation: Operation): string => {
  const isChanged = (column: string) => `old.${quoted(column)} is not new.${quoted(column)}`
  const changed = (json: (column: Column) => string) =>
    object(columns.map(column => `iif(${isChanged(column.name)}, ${member(column, json(column))}, '')`))
  const all = (json: (column: Column) => string) => object(columns.map(column => member(column, json(column))))
  const add = (row: 'old' | 'new', op: string, before: string, after: string) =>
    `insert into change (tx, "table", id, op, before, after) values (${openTransaction}, ${literal(name)}, ${idOf(row, key)}, '${op}', ${before}, ${after});`
  const insert = add('new', 'insert', 'null', all(briefJsonOf))
  const remove = add(
    'old',
    'delete',
    all(column => jsonOf('old', column)),
    'null',
  )
  const isMoved = key.map(isChanged).join(' or ')
  const [event, body] = {
    insert: [`insert on ${quoted(name)}`, insert],
    update: [
      `update on ${quoted(name)} when (${columns.map(column => isChanged(column.name)).join(' or ')}) and not (${isMoved})`,
      add(
        'new',
        'update',
        changed(column => jsonOf('old', column)),
        changed(briefJsonOf),
      ),
    ],
    delete: [`delete on ${quoted(name)}`, remove],
    rekey: [`update of ${key.map(quoted).join(', ')} on ${quoted(name)} when ${isMoved}`, `${remove}\n${insert}`],
  }[operation]
  return `create trigger ${quoted(logTriggerName(name, operation))} after ${event} begin\n${body}\nend`
}

/** Makes the log, if need be, and stops it: while the schema changes nothing is logged, and no trigger names a column that goes. */
export const prepareChangeLog = (connection: Connection): void => {
  connection.script(logTables)
  for (const { name } of connection.all<{ name: string }>(
    `select name from sqlite_schema where type = 'trigger' and name glob 'log_*'`,
  ))
    connection.script(`drop trigger ${quoted(name)}`)
}

/** Creates the triggers of every table anew, also to repair them. Inside a transaction of the caller. */
export const installChangeLog = (connection: Connection): void => {
  prepareChangeLog(connection)
  for (const table of loggedTables(connection))
    for (const op of operationsLogged) connection.script(logTrigger(table, op))
}

/** The record that a table belongs to: itself, or, for a link table, the record whose name it starts with. */
export const recordOfTable = (table: string): RecordName => {
  const owner = recordName.options
    .filter(name => table === name || (table.startsWith(name) && /^[A-Z]/.test(table.slice(name.length))))
    .sort((one, other) => other.length - one.length)[0]
  // Tables of a test's own schema name themselves.
  return owner ?? (table as RecordName)
}

/** The open row of the log: its transaction, and the number of the next change. */
export type OpenLog = { tx: number; next: number }

const nextChange = (db: Database): number =>
  db.get<{ next: number }>('select coalesce(max(seq), 0) + 1 as next from change')?.next ?? 1

/** Opens the log row of a transaction; its id is one more than the last. */
export const beginLogged = (db: Database, at: string, actor: string, label: string, undoOf: number | null): OpenLog => {
  const next = nextChange(db)
  db.run('insert into tx (at, actor, label, undoOf, firstSeq) values (?, ?, ?, ?, ?)', [at, actor, label, undoOf, next])
  return { tx: db.get<{ id: number }>('select max(id) as id from tx')?.id ?? 0, next }
}

/**
 * Opens the log row of `tx` again, so that what follows is part of it: null unless it is the last, of the same person,
 * no undo and no version with a name.
 */
export const reopenLogged = (db: Database, at: string, actor: string, tx: number): OpenLog | null => {
  const opened = db.run(
    `update tx set lastSeq = null, at = ? where id = ? and actor = ? and undoOf is null
     and id = (select max(id) from tx) and id not in (select tx from version)`,
    [at, tx, actor],
  )
  return opened === 1 ? { tx, next: nextChange(db) } : null
}

/**
 * Closes the log row and names the records that changed since it was opened; a row without any change is removed, and so
 * are changes that come to nothing, as `isNothing` says of those from a number on: a command that changes nothing leaves
 * no trace, and undo always has something to take back.
 */
export const endLogged = (
  db: Database,
  { tx, next }: OpenLog,
  isNothing: (db: Database, seq: number) => boolean,
): RecordName[] => {
  let tables = db.all<{ name: string; changes: number; rows: number }>(
    `select "table" as name, count(*) as changes, count(distinct id) as rows from change where seq >= ?
     group by "table" order by min(seq)`,
    [next],
  )
  if (tables.length > 0 && tables.every(({ changes, rows }) => changes > rows) && isNothing(db, next)) {
    db.run('delete from change where seq >= ?', [next])
    tables = []
  }
  db.run('update tx set lastSeq = (select max(seq) from change) where id = ?', [tx])
  if (tables.length === 0) db.run('delete from tx where id = ? and firstSeq = ?', [tx, next])
  return [...new Set(tables.map(({ name }) => recordOfTable(name)))]
}
