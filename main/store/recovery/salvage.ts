import type { Connection, Value } from '../connection.ts'
import { type Tree as Walked, walk } from '../trees.ts'

export type Row = Record<string, Value>

/**
 * A table to be read: its tree, its columns, those of its primary key, its indexes, and the column that is another name of
 * the row id, if one is.
 */
export type Salvaged = {
  table: Walked
  columns: string[]
  primary: string[]
  indexes: Walked[]
  alias: string | null
}

/**
 * A row that is known to have been there and cannot be read, or not be believed: what its indexes and its readable part
 * say of it, and what it says itself where that was not believed.
 */
export type Unreadable = { known: Row; doubtful: Row }

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
const listed = (columns: readonly string[]): string =>
  columns.map(column => (column === 'rowid' ? 'rowid as "row id"' : quoted(column))).join(', ')

/** Every name of the key as a row says it. */
const keyName = (column: string): string => (column === 'rowid' ? 'row id' : column)
const keyOf = (key: readonly string[], row: Row): string =>
  JSON.stringify(key.map(column => row[keyName(column)] ?? null))

/** More rows than this in a row that neither way reaches are given up: they would be asked for one by one. */
const widestGap = 20_000

/** Runs a query as far as it goes; false when it ended with an error. What `take` throws is thrown on. */
const stream = (
  { sqlite }: Connection,
  sql: string,
  parameters: readonly Value[],
  take: (row: Row) => void,
): boolean => {
  let thrown: unknown
  try {
    const statement = sqlite.prepare(sql)
    try {
      if (parameters.length > 0) statement.bind([...parameters])
      let names: string[] | null = null
      while (statement.step()) {
        names ??= statement.getColumnNames()
        const values = statement.get()
        const row = Object.fromEntries(names.map((name, index) => [name, values[index] as Value]))
        try {
          take(row)
        } catch (error) {
          thrown = error
          break
        }
      }
    } finally {
      statement.free()
    }
  } catch {
    return false
  }
  if (thrown !== undefined) throw thrown
  return true
}

/**
 * Reads a table as far as it can be read, row by row in no order: forwards, backwards, and then, by the keys that an index
 * still knows or that lie between, one by one. `take` is given each row once, and says whether it believes it; what is
 * known to be missing is returned.
 * `whole` is false when the table's own pages failed anywhere: then others of its pages may have lost their way.
 */
export const salvage = (
  db: Connection,
  { table, columns, indexes, alias }: Salvaged,
  take: (row: Row) => boolean,
): { missing: Unreadable[]; whole: boolean } => {
  const { key } = table
  const seen = new Set<string>()
  const selected = listed([...new Set([...key, ...columns])])
  const missing = new Map<string, Unreadable>()
  const takeOnce = (row: Row): void => {
    const id = keyOf(key, row)
    if (seen.has(id)) return
    seen.add(id)
    if (!take(row)) missing.set(id, { known: {}, doubtful: row })
  }
  let last: Value | undefined
  let first: Value | undefined
  const forwards = stream(db, walk(table, selected, false), [], row => {
    takeOnce(row)
    last = row[keyName(key[0] ?? '')]
  })
  if (!forwards)
    stream(db, walk(table, selected, true), [], row => {
      takeOnce(row)
      first = row[keyName(key[0] ?? '')]
    })

  const fetch = (keys: Row, known: Row): void => {
    const id = keyOf(key, keys)
    if (seen.has(id) || missing.has(id)) return
    const where = key.map(column => `${column === 'rowid' ? 'rowid' : quoted(column)} = ?`).join(' and ')
    const values = key.map(column => keys[keyName(column)] ?? null)
    const from = `from ${quoted(table.table)} not indexed where ${where}`
    let found = false
    const sound = stream(db, `select ${selected} ${from}`, values, row => {
      found = true
      takeOnce(row)
    })
    if (sound && found) return
    const read: Row = { ...known, ...(alias === null ? {} : { [alias]: keys['row id'] ?? null }) }
    // Without a row at all there is no part of one to be read.
    if (!sound)
      for (const column of columns)
        stream(db, `select ${quoted(column)} ${from}`, values, row => {
          read[column] = row[column] ?? null
        })
    if (!sound || Object.keys(known).length > 0) missing.set(id, { known: read, doubtful: {} })
  }

  for (const index of indexes) {
    const wanted = listed([...new Set([...key, ...index.key])])
    for (const backwards of [false, true]) {
      const candidates: Row[] = []
      const whole = stream(db, walk(index, wanted, backwards), [], row => {
        if (!seen.has(keyOf(key, row)) || missing.has(keyOf(key, row))) candidates.push(row)
      })
      for (const row of candidates) {
        const { 'row id': rowId, ...rest } = row
        const known = alias === null ? rest : { ...rest, [alias]: rowId ?? null }
        const id = keyOf(key, row)
        const before = missing.get(id)
        if (before) Object.assign(before.known, { ...known, ...before.known })
        else fetch(row, known)
      }
      if (whole) break
    }
  }
  for (const { known, doubtful } of missing.values())
    if (alias !== null && known[alias] === undefined && doubtful['row id'] !== undefined)
      known[alias] = doubtful['row id']
  if (!forwards && key.length === 1 && key[0] === 'rowid' && typeof last === 'number' && typeof first === 'number')
    for (let row = last + 1; row < first && row - last < widestGap; row++) fetch({ 'row id': row }, {})
  const unread = [...missing.values()]
  return { missing: unread, whole: forwards && unread.length === 0 }
}
