import type { Database } from '../connection.ts'
import { idOf, loggedTables, recordOfTable } from './change-log.ts'

/** A column that points at the rows of a table. */
export type Link = {
  table: string
  column: string
  parent: string
  parentColumn: string
  onDelete: 'CASCADE' | 'SET NULL' | 'NO ACTION'
  /** Whether a row is part of what it points at and stays as long as that does; a row of a link table is part of its owner. */
  isPart: boolean
  /** SQL of the id of a row `r` of `table`, as the log has it. */
  id: string
}

type ForeignKey = { from: string; table: string; to: string | null; on_delete: Link['onDelete'] }

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
        onDelete: on_delete,
        parentColumn: to ?? keyOf.get(parent)?.[0] ?? 'id',
        isPart: on_delete === 'CASCADE' && (record === name || record === recordOfTable(parent)),
        id: idOf('r', key),
      }))
  })
}

/**
 * Does what SQLite does to the rows that point at removed ones, for a transaction in which it does not: from the change
 * `seq` on, whatever the log says was removed.
 */
export const followRemovals = (db: Database, links: readonly Link[], seq: number): void => {
  for (let from = seq; ; ) {
    const last = db.get<{ seq: number | null }>('select max(seq) as seq from change')?.seq ?? 0
    if (last < from) return
    for (const { table, column, parent, parentColumn, onDelete } of links) {
      if (onDelete === 'NO ACTION') continue
      const orphans = `"${column}" in (
        select id from change where seq between ?1 and ?2 and op = 'delete' and "table" = ?3
      ) and "${column}" not in (select "${parentColumn}" from "${parent}" where "${parentColumn}" = "${table}"."${column}")`
      db.run(
        onDelete === 'CASCADE'
          ? `delete from "${table}" where ${orphans}`
          : `update "${table}" set "${column}" = null where ${orphans}`,
        [from, last, parent],
      )
    }
    from = last + 1
  }
}
