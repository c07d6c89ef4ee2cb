import { loggedTable, loggedTables, logTriggerName, operationsLogged } from './change-log.ts'
import type { Database } from './connection.ts'

/** Something wrong with the file itself, as opposed to what the analyst wrote in it. */
export type Finding = {
  kind: 'pages' | 'link' | 'search' | 'log'
  /** The table it is about; empty when the file as a whole is. */
  table: string
  /** Id of the row, as the table keeps it; empty when it has none. */
  row: string
  sentence: string
}

const mostFindings = 100

/**
 * Looks through the file: pages and indices (`thorough` also compares every index entry with its row), links that point
 * nowhere, the search index, and the triggers of the change log. Seconds on a large case.
 */
export const checkIntegrity = (db: Database, { thorough }: { thorough: boolean }): Finding[] => [
  ...pageFindings(db, thorough),
  ...linkFindings(db),
  ...logFindings(db),
]

const pageFindings = (db: Database, thorough: boolean): Finding[] => {
  try {
    return db
      .all<Record<string, string>>(`pragma ${thorough ? 'integrity_check' : 'quick_check'}(${mostFindings})`)
      .flatMap(row => Object.values(row))
      .filter(line => line !== 'ok')
      .map(line =>
        // SQLite asks the full-text index about itself in the same pass.
        line.includes('search_fts')
          ? {
              kind: 'search',
              table: 'search_fts',
              row: '',
              sentence: 'The search index does not fit the records: search may miss some until it is rebuilt.',
            }
          : { kind: 'pages', table: '', row: '', sentence: `The file is damaged: ${line}.` },
      )
  } catch (error) {
    return [{ kind: 'pages', table: '', row: '', sentence: `The file is damaged: ${messageOf(error)}.` }]
  }
}

const linkFindings = (db: Database): Finding[] =>
  db
    .all<{ table: string; rowid: number | null; parent: string }>('pragma foreign_key_check')
    .slice(0, mostFindings)
    .map(({ table, rowid, parent }) => {
      const row = rowid === null ? '' : idAt(db, table, rowid)
      return {
        kind: 'link',
        table,
        row,
        sentence: `A row of ${table}${row ? ` (${row})` : ''} points at a ${parent} that is not there.`,
      }
    })

const idAt = (db: Database, table: string, rowid: number): string => {
  const key = loggedTable(db, table)?.key[0]
  const row = key
    ? db.get<{ id: string | number }>(`select "${key}" as id from "${table}" where rowid = ?`, [rowid])
    : undefined
  return String(row?.id ?? '')
}

const logFindings = (db: Database): Finding[] => {
  const triggers = new Set(
    db.all<{ name: string }>(`select name from sqlite_schema where type = 'trigger'`).map(row => row.name),
  )
  return loggedTables(db)
    .filter(({ name }) => operationsLogged.some(operation => !triggers.has(logTriggerName(name, operation))))
    .map(({ name }) => ({
      kind: 'log',
      table: name,
      row: '',
      sentence: `Changes of ${name} are not logged: they cannot be undone.`,
    }))
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
