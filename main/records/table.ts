import type * as z from 'zod'
import type { RecordName } from '../../shared/model/record-name.ts'
import { Refused } from '../../shared/outcome.ts'
import { say } from '../say.ts'
import type { Database, Value } from '../store/connection.ts'
import { insertLists, insertRows, keepList, type List, readLists } from './list.ts'
import { newId } from './new-id.ts'

type Shape = Record<string, z.ZodType>
type Field<Fields extends Shape> = Extract<keyof Fields, string>
type Given = 'id' | 'created' | 'updated'

/** A record without what the table gives it itself. */
export type Draft<Row> = Omit<Row, Given>
/** Some fields of a record; a field that is absent or undefined stays as it is. */
export type Patch<Row> = { [Key in keyof Draft<Row>]?: Draft<Row>[Key] | undefined }

type Description<Fields extends Shape> = {
  name: RecordName
  /** What a person calls one such record, for refusals. */
  noun: string
  schema: z.ZodObject<Fields>
  /** Fields stored as JSON. */
  json?: Field<Fields>[]
  /** Fields that are lists with a table of their own. */
  lists?: Partial<Record<Field<Fields>, List>>
  /** SQL of the order in which lists come; ids grow with time. */
  order?: string
}

/**
 * Typed access to the rows of one table and its lists. `where` is SQL over the table's own columns; every reading takes
 * one query for the rows and one per list, however many rows there are. Rows are trusted on reading: they were checked
 * at the door, and `check.run` checks them again.
 */
export type Table<Row> = {
  name: RecordName
  noun: string
  schema: z.ZodType<Row>
  /** Fields that are columns of the table, those of them that are JSON, and the lists with tables of their own. */
  columns: readonly string[]
  json: readonly string[]
  lists: readonly List[]
  all(db: Database, where?: string, values?: readonly Value[]): Row[]
  find(db: Database, id: string): Row | undefined
  /** The record, or a `stale` refusal when it is gone. */
  need(db: Database, id: string): Row
  count(db: Database, where?: string, values?: readonly Value[]): number
  /** Keeps a new record: id (UUIDv7) and instants are given here. */
  create(db: Database, draft: Draft<Row>): Row
  /** Keeps many new records, with one statement for them and one for each kind of list. */
  createAll(db: Database, drafts: readonly Draft<Row>[]): Row[]
  /** Keeps a record that has its id already. */
  insert(db: Database, row: Row): Row
  /** Changes what differs, and the instant of updating with it; without a difference nothing is written. */
  update(db: Database, id: string, patch: Patch<Row>): Row
  remove(db: Database, id: string): void
  /** Removes all of them, or none and refuses where one is gone. */
  removeAll(db: Database, ids: readonly string[]): void
  /** Refuses as `stale` where one of them is gone. */
  needAll(db: Database, ids: readonly string[]): void
  /** The ids of all in the order of {@link all}. */
  ids(db: Database): string[]
}

const quoted = (name: string) => `"${name}"`
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** The present instant as records keep it. */
export const now = (): string => new Date().toISOString()

export function table<Fields extends Shape>(description: Description<Fields>): Table<z.output<z.ZodObject<Fields>>> {
  type Row = z.output<z.ZodObject<Fields>>
  const { name, noun, schema, order = 'id' } = description
  const lists: Record<string, List> = { ...(description.lists as Record<string, List> | undefined) }
  const json = new Set<string>(description.json)
  const fields = Object.keys(schema.shape)
  const columns = fields.filter(field => !(field in lists))
  const selected = columns.map(quoted).join(', ')

  const encoded = (column: string, value: unknown) =>
    json.has(column) && value !== null ? JSON.stringify(value) : (value as Value)

  const decoded = (row: Record<string, Value>): Record<string, unknown> => {
    const record: Record<string, unknown> = row
    for (const column of json) if (row[column] !== null) record[column] = JSON.parse(String(row[column]))
    return record
  }

  const all: Table<Row>['all'] = (db, where = 'true', values = []) => {
    const found = db.all<Record<string, Value>>(
      `select ${selected} from ${quoted(name)} where ${where} order by ${order}`,
      values,
    )
    const records = found.map(decoded)
    readLists(db, lists, records, `select id from ${quoted(name)} where ${where}`, values)
    return records as Row[]
  }

  const find: Table<Row>['find'] = (db, id) => all(db, 'id = ?', [id])[0]

  const need: Table<Row>['need'] = (db, id) => {
    const row = find(db, id)
    if (!row) throw new Refused(say('refusal.gone', { noun }), 'stale')
    return row
  }

  const given = (draft: Draft<Row>, stamp: string): Row => {
    const record: Record<string, unknown> = { ...draft, id: newId(), created: stamp, updated: stamp }
    return Object.fromEntries(fields.map(field => [field, record[field]])) as Row
  }

  const needAll: Table<Row>['needAll'] = (db, ids) => {
    const isGone = `select 1 from json_each(?) as j where not exists (select 1 from ${quoted(name)} where id = j.value)`
    if (db.get(`${isGone} limit 1`, [JSON.stringify(ids)])) throw new Refused(say('refusal.gone', { noun }), 'stale')
  }

  const insert: Table<Row>['insert'] = (db, row) => {
    const record = row as Record<string, unknown>
    db.run(
      `insert into ${quoted(name)} (${selected}) values (${columns.map(() => '?').join(', ')})`,
      columns.map(column => encoded(column, record[column])),
    )
    for (const [field, list] of Object.entries(lists)) keepList(db, list, String(record.id), record[field] as unknown[])
    return row
  }

  const update: Table<Row>['update'] = (db, id, patch) => {
    const before: Record<string, unknown> = need(db, id)
    const differing = Object.entries(patch).filter(([key, value]) => value !== undefined && !same(value, before[key]))
    if (differing.length === 0) return before as Row
    if (fields.includes('updated')) differing.push(['updated', now()])
    const changed = differing.filter(([key]) => columns.includes(key))
    if (changed.length > 0)
      db.run(`update ${quoted(name)} set ${changed.map(([key]) => `${quoted(key)} = ?`).join(', ')} where id = ?`, [
        ...changed.map(([key, value]) => encoded(key, value)),
        id,
      ])
    for (const [key, value] of differing) {
      const list = lists[key]
      if (list) keepList(db, list, id, value as unknown[])
    }
    return { ...before, ...Object.fromEntries(differing) } as Row
  }

  return {
    name,
    noun,
    schema: schema as unknown as z.ZodType<Row>,
    columns,
    json: [...json],
    lists: Object.values(lists),
    all,
    find,
    need,
    count: (db, where = 'true', values = []) =>
      db.get<{ count: number }>(`select count(*) as count from ${quoted(name)} where ${where}`, values)?.count ?? 0,
    create: (db, draft) => insert(db, given(draft, now())),
    createAll: (db, drafts) => {
      const stamp = now()
      const records = drafts.map(draft => given(draft, stamp))
      insertRows(
        db,
        name,
        columns,
        records.map((record: Record<string, unknown>) => columns.map(column => encoded(column, record[column]))),
      )
      insertLists(db, lists, records)
      return records
    },
    insert,
    update,
    remove: (db, id) => {
      need(db, id)
      db.run(`delete from ${quoted(name)} where id = ?`, [id])
    },
    needAll,
    ids: db => db.all<{ id: string }>(`select id from ${quoted(name)} order by ${order}`).map(({ id }) => id),
    removeAll: (db, ids) => {
      needAll(db, ids)
      db.run(`delete from ${quoted(name)} where id in (select value from json_each(?))`, [JSON.stringify(ids)])
    },
  }
}
