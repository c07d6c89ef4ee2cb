import { idOf, loggedTables, recordOfTable } from './change-log.ts'
import type { Database } from './connection.ts'

/** A column that points at the rows of a table. */
export type Link = {
  table: string
  column: string
  parent: string
  parentColumn: string
  /** Whether a row is part of what it points at and stays as long as that does; a row of a link table is part of its owner. */
  isPart: boolean
  /** SQL of the id of a row `r` of `table`, as the log has it. */
  id: string
}

type ForeignKey = { from: string; table: string; to: string | null; on_delete: string }

/** Every link between rows that are logged. Links of several columns are not known here: the schema has none. */
export const linksOf = (db: Database): Link[] => {
  const tables = loggedTables(db)
  const keyOf = new Map(tables.map(({ name, key }) => [name, key]))
  return tables.flatMap(({ name, key }) => {
    const record = recordOfTable(name)
    return db
      .all<ForeignKey>('select "from", "table", "to", on_delete from pragma_foreign_key_list(?)', [name])
      .map(({ from, table: parent, to, on_delete }) => ({
        table: name,
        column: from,
        parent,
        parentColumn: to ?? keyOf.get(parent)?.[0] ?? 'id',
        isPart: on_delete === 'CASCADE' && (record === name || record === recordOfTable(parent)),
        id: idOf('r', key),
      }))
  })
}
