import type { Connection } from './connection.ts'
import { installChangeLog, prepareChangeLog } from './log/change-log.ts'
import { installSearchIndex, removeSearchIndex, type Searchable } from './search/search-index.ts'

/** One numbered step of the schema; its number is its place in the list, from 1, and the file's `user_version`. */
export type Migration = { name: string; sql: string }

/** The tables of a case and what search finds in them. */
export type Schema = { migrations: readonly Migration[]; searchables: readonly Searchable[] }

/** "GLOS": marks a SQLite file as a case of Glossator (https://www.sqlite.org/fileformat2.html#application_id). */
export const applicationId = 0x474c4f53

export type SchemaState = 'current' | 'older' | 'newer' | 'foreign'

const pragma = (connection: Connection, name: string): number =>
  Number(Object.values(connection.get<Record<string, number>>(`pragma ${name}`) ?? {})[0] ?? 0)

/** The version of the schema in the open file. */
export const schemaVersion = (connection: Connection): number => pragma(connection, 'user_version')

export const schemaState = (connection: Connection, schema: Schema): SchemaState => {
  if (pragma(connection, 'application_id') !== applicationId) return 'foreign'
  const version = schemaVersion(connection)
  if (version > schema.migrations.length) return 'newer'
  return version < schema.migrations.length ? 'older' : 'current'
}

/**
 * Brings the open file to the schema of today in one transaction, which the caller makes durable. Change log and search
 * index are generated anew. Throws, with the file as it was, when a step fails or leaves a link that points nowhere.
 */
export const migrate = (connection: Connection, { migrations, searchables }: Schema): void => {
  // Ignored inside a transaction, and a step that rebuilds a table would otherwise cascade into the rows that point at it.
  connection.script('pragma foreign_keys = off')
  connection.script('begin')
  try {
    prepareChangeLog(connection)
    removeSearchIndex(connection)
    for (const { sql } of migrations.slice(schemaVersion(connection))) connection.script(sql)
    installChangeLog(connection)
    installSearchIndex(connection, searchables)
    const dangling = connection.all<{ table: string; parent: string }>('pragma foreign_key_check')
    const first = dangling[0]
    if (first)
      throw new Error(
        `${dangling.length} rows, the first in ${first.table}, point at a ${first.parent} that is not there`,
      )
    connection.script(`pragma application_id = ${applicationId}; pragma user_version = ${migrations.length}`)
    connection.script('commit')
  } catch (error) {
    connection.script('rollback')
    throw error
  } finally {
    connection.script('pragma foreign_keys = on')
  }
}
