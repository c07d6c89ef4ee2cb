import type { Database, Value } from '../connection.ts'
import { type LoggedTable, loggedTable } from './change-log.ts'
import { type Image, jsonOfImage } from './net-change.ts'

/** How a value in a row stands to what the log says of it. */
export type Standing = 'as left' | 'as before' | 'other'

/**
 * The rows of one logged table, by the id and in the images of the log. Values go from the log to the row inside SQLite.
 * Columns that a migration took away are passed over; a column that it added gets its default.
 */
export type RowAccess = {
  table: LoggedTable
  /** Whether each column of `after` is still as the change left it, or already as it found it; null when the row is gone. */
  standing(id: string, before: Image, after: Image): Map<string, Standing> | null
  exists(id: string): boolean
  insert(id: string, image: Image): void
  update(id: string, image: Image): void
  remove(id: string): void
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

const standings: readonly Standing[] = ['as left', 'as before', 'other']

export const rowAccess = (db: Database, table: LoggedTable): RowAccess => {
  const { name, columns, key } = table
  const typeOf = new Map(columns.map(column => [column.name, column.type.toUpperCase()]))
  const path = (column: string, member = '') => `'$.${JSON.stringify(column).replaceAll("'", "''")}${member}'`
  const valueIn = (image: string, column: string) =>
    typeOf.get(column) === 'BLOB'
      ? `unhex(json_extract(${image}, ${path(column, '.hex')}))`
      : `json_extract(${image}, ${path(column)})`
  const where = key
    .map((column, index) =>
      key.length === 1
        ? `${quoted(column)} = cast(?1 as ${typeOf.get(column) || 'text'})`
        : `${quoted(column)} = json_extract(?1, '$[${index}]')`,
    )
    .join(' and ')

  /** SQL that is true when the row has the value of the image, or its length where the image has no more. */
  const isIn = (image: string, column: string) => {
    const same = `${quoted(column)} is ${valueIn(image, column)}`
    if (!['BLOB', 'TEXT'].includes(typeOf.get(column) ?? '')) return same
    const length = `json_extract(${image}, ${path(column, '.length')})`
    return `iif(json_type(${image}, ${path(column)}) = 'object' and ${length} is not null, length(${quoted(column)}) = ${length}, ${same})`
  }

  const known = (image: Image): string[] => [...image.keys()].filter(column => typeOf.has(column))

  const exists = (id: string) => db.get(`select 1 from ${quoted(name)} where ${where}`, [id]) !== undefined

  const change = (sql: string, values: Value[]): void => {
    if (db.run(sql, values) !== 1) throw new Error(`A row of ${name} is not where the log says`)
  }

  return {
    table,
    standing: (id, before, after) => {
      const checked = known(after)
      if (checked.length === 0) return exists(id) ? new Map() : null
      const row = db.get<Record<string, number>>(
        `select 1${checked
          .map(column => `, iif(${isIn('?2', column)}, 0, iif(${isIn('?3', column)}, 1, 2)) as ${quoted(column)}`)
          .join('')} from ${quoted(name)} where ${where}`,
        [id, jsonOfImage(after), jsonOfImage(before)],
      )
      return row ? new Map(checked.map(column => [column, standings[row[column] ?? 2] ?? 'other'])) : null
    },
    exists,
    insert: (_, image) => {
      const given = known(image)
      change(
        `insert into ${quoted(name)} (${given.map(quoted).join(', ')}) values (${given.map(column => valueIn('?1', column)).join(', ')})`,
        [jsonOfImage(image)],
      )
    },
    update: (id, image) => {
      const given = known(image)
      if (given.length === 0) return
      change(
        `update ${quoted(name)} set ${given.map(column => `${quoted(column)} = ${valueIn('?2', column)}`).join(', ')} where ${where}`,
        [id, jsonOfImage(image)],
      )
    },
    remove: id => change(`delete from ${quoted(name)} where ${where}`, [id]),
  }
}

/** Access to every logged table by name; undefined for a table that is no longer there. */
export const rowAccesses = (db: Database): ((table: string) => RowAccess | undefined) => {
  const made = new Map<string, RowAccess | undefined>()
  return name => {
    if (!made.has(name)) {
      const table = loggedTable(db, name)
      made.set(name, table ? rowAccess(db, table) : undefined)
    }
    return made.get(name)
  }
}
