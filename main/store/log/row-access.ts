import { grouped } from '../../../shared/rules/groups.ts'
import type { Database } from '../connection.ts'
import { type LoggedTable, loggedTable } from './change-log.ts'
import { type Image, jsonOfImage } from './net-change.ts'

/** A row as the log has it: its id, and values by column. */
export type LoggedRow = { id: string; image: Image }

/** How a value in a row stands to what the log says of it. */
export type Standing = 'as left' | 'as before' | 'other'

/**
 * The rows of one logged table, by the id and in the images of the log. Values go from the log to the row inside SQLite.
 * Columns that a migration took away are passed over; a column that it added gets its default.
 *
 * Everything takes many rows: those with the same columns go through one statement. Before each statement that may fail
 * halfway SQLite lets the full-text index write what it has gathered, so that ten thousand rows one by one would write
 * ten thousand segments. What a table refuses of one such statement undoes all of it.
 */
export type RowAccess = {
  table: LoggedTable
  /**
   * For each row whether each column of `after` is still as the change left it, or already as it found it; null where the
   * row is gone.
   */
  standing(rows: readonly { id: string; before: Image; after: Image }[]): (Map<string, Standing> | null)[]
  /** Which of the ids there is a row of. */
  existing(ids: readonly string[]): Set<string>
  insert(rows: readonly LoggedRow[]): void
  update(rows: readonly LoggedRow[]): void
  remove(ids: readonly string[]): void
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

const standings: readonly Standing[] = ['as left', 'as before', 'other']

/** Of JSON values that go to one statement: a removed source comes back with all of its text. */
const mostCharacters = 8_000_000

/** JSON arrays of values that are not too long, with the place of the first value of each. */
const portions = (values: readonly string[]): { json: string; from: number; count: number }[] => {
  const found: { json: string; from: number; count: number }[] = []
  for (let from = 0, to = 0; from < values.length; from = to) {
    let characters = 0
    while (to < values.length && (to === from || characters + (values[to] ?? '').length <= mostCharacters))
      characters += (values[to++] ?? '').length
    found.push({ json: `[${values.slice(from, to).join(',')}]`, from, count: to - from })
  }
  return found
}

export const rowAccess = (db: Database, table: LoggedTable): RowAccess => {
  const { name, columns, key } = table
  const typeOf = new Map(columns.map(column => [column.name, column.type.toUpperCase()]))
  const path = (at: string, column: string, member = '') =>
    `'$${at}.${JSON.stringify(column).replaceAll("'", "''")}${member}'`
  /** SQL of a value in the image that stands at a place of the JSON value `j`: `''` is all of it, `[1]` its second element. */
  const valueIn = (at: string, column: string) =>
    typeOf.get(column) === 'BLOB'
      ? `unhex(json_extract(j.value, ${path(at, column, '.hex')}))`
      : `json_extract(j.value, ${path(at, column)})`
  const isOne = key.length === 1
  /** SQL of the key, column by column, of the row whose id is the first element of the JSON value `j`. */
  const keyNamed = key.map((column, index) =>
    isOne ? `cast(j.value ->> '$[0]' as ${typeOf.get(column) || 'text'})` : `j.value ->> '$[0][${index}]'`,
  )
  /** SQL that is true of that row as `r`. */
  const isNamed = key.map((column, index) => `r.${quoted(column)} = ${keyNamed[index]}`).join(' and ')
  const jsonOfId = (id: string) => (isOne ? JSON.stringify(id) : id)

  /** SQL that is true when the row `r` has the value of the image; where `isAbridged` the image may have its length alone. */
  const isIn = (at: string, column: string, isAbridged: boolean) => {
    const kept = `r.${quoted(column)}`
    const same = `${kept} is ${valueIn(at, column)}`
    if (!isAbridged) return same
    const length = `json_extract(j.value, ${path(at, column, '.length')})`
    return `iif(json_type(j.value, ${path(at, column)}) = 'object' and ${length} is not null, length(${kept}) = ${length}, ${same})`
  }

  const known = (image: Image): string[] => [...image.keys()].filter(column => typeOf.has(column))

  /** Rows with the same columns, in the order given. */
  const byColumns = <Row>(rows: readonly Row[], imageOf: (row: Row) => Image): { columns: string[]; rows: Row[] }[] =>
    [...grouped(rows, row => JSON.stringify(known(imageOf(row)))).values()].map(alike => ({
      columns: alike[0] ? known(imageOf(alike[0])) : [],
      rows: alike,
    }))

  const change = (sql: string, rows: readonly string[]): void => {
    for (const { json, count } of portions(rows))
      if (db.run(sql, [json]) !== count) throw new Error(`A row of ${name} is not where the log says`)
  }

  /** Asks for the rows that JSON values name; each answer says as `at` for which of the values it is. */
  const ask = <Row>(selected: string, rows: readonly string[]): (Row & { at: number })[] =>
    portions(rows).flatMap(({ json, from }) =>
      db
        .all<Row & { at: number }>(
          `select j.key as at, ${selected} from json_each(?1) as j join ${quoted(name)} as r on ${isNamed}`,
          [json],
        )
        .map(row => ({ ...row, at: from + row.at })),
    )

  return {
    table,
    existing: ids =>
      new Set(
        ask(
          '1',
          ids.map(id => `[${jsonOfId(id)}]`),
        ).map(({ at }) => ids[at] ?? ''),
      ),
    standing: rows => {
      const found = new Map<string, Map<string, Standing>>()
      for (const { columns: checked, rows: alike } of byColumns(rows, row => row.after)) {
        // One text of digits for a row: what passes between SQLite and us costs more than what it says.
        const digits = checked.map(column => {
          // The row was found by its key.
          if (key.includes(column)) return '0'
          const isAbridged = alike.some(({ after }) => after.get(column)?.startsWith('{"length"'))
          return `iif(${isIn('[1]', column, isAbridged)}, 0, iif(${isIn('[2]', column, false)}, 1, 2))`
        })
        for (const { at, stands } of ask<{ stands: string }>(
          `${[`''`, ...digits].join(' || ')} as stands`,
          alike.map(({ id, before, after }) => `[${jsonOfId(id)},${jsonOfImage(after)},${jsonOfImage(before)}]`),
        ))
          found.set(
            alike[at]?.id ?? '',
            new Map(checked.map((column, index) => [column, standings[Number(stands[index])] ?? 'other'])),
          )
      }
      return rows.map(({ id }) => found.get(id) ?? null)
    },
    insert: rows => {
      for (const { columns: given, rows: alike } of byColumns(rows, row => row.image))
        change(
          `insert into ${quoted(name)} (${given.map(quoted).join(', ')})
           select ${given.map(column => valueIn('', column)).join(', ')} from json_each(?1) as j`,
          alike.map(({ image }) => jsonOfImage(image)),
        )
    },
    update: rows => {
      for (const { columns: given, rows: alike } of byColumns(rows, row => row.image))
        if (given.length > 0)
          change(
            `update ${quoted(name)} as r
             set ${given.map(column => `${quoted(column)} = ${valueIn('[1]', column)}`).join(', ')}
             from json_each(?1) as j where ${isNamed}`,
            alike.map(({ id, image }) => `[${jsonOfId(id)},${jsonOfImage(image)}]`),
          )
    },
    remove: ids =>
      change(
        `delete from ${quoted(name)}
         where (${key.map(quoted).join(', ')}) in (select ${keyNamed.join(', ')} from json_each(?1) as j)`,
        ids.map(id => `[${jsonOfId(id)}]`),
      ),
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
