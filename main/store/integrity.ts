import { say } from '../say.ts'
import type { Database } from './connection.ts'
import { loggedTable, loggedTables, logTriggerName, operationsLogged } from './log/change-log.ts'
import { missesRecords } from './search/search-index.ts'
import { faultOfTrees, treesOf } from './trees.ts'

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
 * The look at every opening, some milliseconds however large the case is: the size that the header states, the schema, and
 * the first and last row of every table and index. SQLite compares header and size itself when it reads the schema.
 * Returns the reason why the file is not sound, for the end of a sentence, or null.
 */
export const quickFault = (db: Database): string | null => {
  try {
    return faultOfTrees(db)
  } catch (error) {
    return messageOf(error)
  }
}

/** What can be made anew from the records where it lies: the triggers of the log, the search index and its entries. */
export const missingParts = (db: Database): Finding[] => {
  const parts = new Set(db.all<{ name: string }>('select name from sqlite_schema').map(({ name }) => name))
  const search = [
    'search_text',
    'search_fts',
    'search_indexed',
    'search_content',
    'search_text_insert',
    'search_text_update',
  ]
  const isWhole = search.every(name => parts.has(name)) && !missesRecords(db)
  return [...logFindings(db), ...(isWhole ? [] : [searchFinding()])]
}

/**
 * Looks through the file: pages and indices (`thorough` also compares every index entry with its row), links that point
 * nowhere, the search index, and the triggers of the change log. Seconds on a large case.
 */
export const checkIntegrity = (db: Database, { thorough }: { thorough: boolean }): Finding[] => {
  const pages = pageFindings(db, thorough)
  const unreadable = pages.some(({ kind }) => kind === 'pages') ? unreadableTables(db) : []
  // Links lead through every table: where one cannot be read, nothing true can be said of them.
  return [...pages, ...unreadable, ...(unreadable.length > 0 ? [] : linkFindings(db)), ...logFindings(db)]
}

const searchFinding = (): Finding => ({
  kind: 'search',
  table: 'search_fts',
  row: '',
  sentence: say('store.searchUnfit'),
})

/**
 * The same in pieces, a table each, for a check that lets other work in between. Two things only the whole can tell: pages
 * that belong to nothing, and whether the search index fits every word; {@link checkIntegrity} does.
 */
export const integritySteps = (db: Database): ((db: Database) => Finding[])[] => {
  const tables = [...new Set(treesOf(db).map(({ table }) => table))]
  return [
    ...tables.map(table => (now: Database): Finding[] => {
      const pages = pageFindings(now, true, table)
      return pages.length > 0 ? [...pages, ...unreadable(now, table)] : linkFindingsOf(now, table)
    }),
    missingParts,
  ]
}

const pageFindings = (db: Database, thorough: boolean, table?: string): Finding[] => {
  try {
    return db
      .all<Record<string, string>>(
        `pragma ${thorough ? 'integrity_check' : 'quick_check'}(${table === undefined ? mostFindings : `"${table}"`})`,
      )
      .flatMap(row => Object.values(row))
      .filter(line => line !== 'ok')
      .map(
        (line): Finding =>
          // SQLite asks the full-text index about itself in the same pass.
          line.includes('search_fts')
            ? searchFinding()
            : { kind: 'pages', table: '', row: '', sentence: `The file is damaged: ${line}.` },
      )
  } catch (error) {
    return [{ kind: 'pages', table: '', row: '', sentence: `The file is damaged: ${messageOf(error)}.` }]
  }
}

/** Which records a damaged page held: every table is read through, and one that cannot be is named. */
const unreadableTables = (db: Database): Finding[] => loggedTables(db).flatMap(({ name }) => unreadable(db, name))

const unreadable = (db: Database, name: string): Finding[] => {
  try {
    // The last column of a row can only be read past all others; adding up keeps no row in memory.
    const columns = db.all<{ name: string }>('select name from pragma_table_info(?)', [name])
    const lengths = columns.map(column => `sum(length("${column.name}"))`)
    db.get(`select ${lengths.join(', ')} from "${name}" not indexed`)
    return []
  } catch (error) {
    return [{ kind: 'pages', table: name, row: '', sentence: `Not every ${name} can be read: ${messageOf(error)}.` }]
  }
}

/** The links of one table: the column, and the table and column it points at. */
type Link = { from: string; table: string; to: string | null }

const linkFindings = (db: Database): Finding[] => {
  const broken = new Set(db.all<{ table: string }>('pragma foreign_key_check').map(({ table }) => table))
  return [...broken].flatMap(table => orphansIn(db, table))
}

const linkFindingsOf = (db: Database, table: string): Finding[] =>
  db.get(`pragma foreign_key_check("${table}")`) ? orphansIn(db, table) : []

const orphansIn = (db: Database, table: string): Finding[] =>
  db.all<Link>(`pragma foreign_key_list("${table}")`).flatMap(link => orphans(db, table, link))

/** Rows whose link points nowhere. A row of a link table is known by the record it belongs to, which its key begins with. */
const orphans = (db: Database, table: string, { from, table: parent, to }: Link): Finding[] => {
  const key = loggedTable(db, table)?.key[0] ?? from
  const target = to ?? 'id'
  return db
    .all<{ row: string; missing: string }>(
      `select "${key}" as row, "${from}" as missing from "${table}" as here where "${from}" is not null
        and not exists (select 1 from "${parent}" as there where there."${target}" = here."${from}") limit ${mostFindings}`,
    )
    .map(({ row, missing }) => ({
      kind: 'link',
      table,
      row,
      sentence: `${table} of ${row}: the ${parent} ${missing} that it points at is not there.`,
    }))
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
