import { type Connection, type Database, openConnection, type Value } from '../connection.ts'
import type { FileSystem } from '../disk/file-system.ts'
import { openPages } from '../disk/pages.ts'
import type { Engine } from '../engine.ts'
import { installChangeLog, prepareChangeLog } from '../log/change-log.ts'
import type { Schema } from '../migrate.ts'
import { createFile } from '../opening.ts'
import { installSearchIndex, removeSearchIndex } from '../search/search-index.ts'
import type { Row } from './salvage.ts'

/** A new case on its way to being filled: nothing is logged, searched or linked until it is finished. */
export type Filling = {
  db: Database
  /** Adds a row as it is; false when it does not fit the table, or is there already. */
  put(table: string, row: Row): boolean
  has(table: string, primary: readonly string[], row: Row): boolean
  /** Whether every link of a row leads to a record that is there. */
  isLinked(table: string, row: Row): boolean
  /** Tries rows and takes them back. */
  trial<Result>(work: () => Result): Result
  /** Makes what was put so far durable. */
  keep(): void
  /** Installs log and search, and leaves one plain file. */
  finish(): void
  /** Leaves the file to be removed. */
  giveUp(): void
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Rows between two commits: some megabytes. */
const atOnce = 500
const mostWaiting = 4000

const bytesOf = (value: Value): number => (typeof value === 'string' || value instanceof Uint8Array ? value.length : 8)
const mostBytes = 8 * 1024 * 1024

export const beginFilling = (engine: Engine, files: FileSystem, path: string, schema: Schema): Filling => {
  createFile(engine, files, path, path, schema, () => undefined)
  const medium = openPages(engine, path, { files, readOnly: false })
  const connection: Connection = openConnection(medium.connect())
  const commit = () => {
    connection.run('commit')
    if (medium.pending()) medium.commit(connection.sqlite)
    const failure = medium.failure()
    if (failure) throw failure
    if (medium.waiting() > mostWaiting) medium.checkpoint()
  }
  connection.script('pragma foreign_keys = off')
  connection.run('begin')
  prepareChangeLog(connection)
  removeSearchIndex(connection)
  commit()
  connection.run('begin')
  let rows = 0
  let bytes = 0
  let trying = false

  const keep = () => {
    commit()
    connection.run('begin')
    rows = 0
    bytes = 0
  }

  const insert = (table: string, row: Row): boolean => {
    const columns = Object.keys(row).filter(column => row[column] !== undefined)
    const sql = `insert into ${quoted(table)} (${columns.map(quoted).join(', ')}) values (${columns.map(() => '?').join(', ')})`
    try {
      connection.run(
        sql,
        columns.map(column => row[column] ?? null),
      )
      return true
    } catch (error) {
      const failure = medium.failure()
      if (failure) throw failure
      if (error instanceof Error && /constraint|datatype|store|no column|too big/i.test(error.message)) return false
      throw error
    }
  }

  return {
    db: connection,
    put: (table, row) => {
      if (!insert(table, row)) return false
      if (trying) return true
      bytes += Object.values(row).reduce<number>((sum, value) => sum + bytesOf(value), 0)
      if (++rows >= atOnce || bytes > mostBytes) keep()
      return true
    },
    has: (table, primary, row) =>
      connection.get(
        `select 1 from ${quoted(table)} where ${primary.map(column => `${quoted(column)} = ?`).join(' and ')}`,
        primary.map(column => row[column] ?? null),
      ) !== undefined,
    isLinked: (table, row) =>
      connection
        .all<{ from: string; parent: string; key: string | null }>(
          'select "from", "table" as parent, "to" as key from pragma_foreign_key_list(?)',
          [table],
        )
        .every(({ from, parent, key }) => {
          const id = row[from] ?? null
          const found = `select 1 from ${quoted(parent)} where ${quoted(key ?? 'id')} = ?`
          return id === null || connection.get(found, [id]) !== undefined
        }),
    trial: work => {
      trying = true
      connection.run('savepoint trial')
      try {
        return work()
      } finally {
        connection.run('rollback to trial')
        connection.run('release trial')
        trying = false
      }
    },
    keep,
    finish: () => {
      installChangeLog(connection)
      installSearchIndex(connection, schema.searchables)
      commit()
      connection.close()
      medium.close(true)
    },
    giveUp: () => {
      connection.close()
      medium.close(false)
      for (const left of [path, `${path}-wal`]) if (files.stamp(left)) files.unlink(left)
    },
  }
}
