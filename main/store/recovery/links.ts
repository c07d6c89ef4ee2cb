import type { Database } from '../connection.ts'
import { loggedTables } from '../log/change-log.ts'

/** A link of a table that points at a record which is not there, and what the schema says becomes of the row. */
export type BrokenLink = {
  table: string
  column: string
  parent: string
  parentKey: string
  id: string
  ifLost: 'set null' | 'cascade' | 'no action'
}

type ForeignKey = { table: string; from: string; to: string | null; on_delete: string }

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

const ways = { 'SET NULL': 'set null', CASCADE: 'cascade' } as const

/** Every id that something points at and that is not there, once per table and column. */
export const brokenLinks = (db: Database): BrokenLink[] =>
  loggedTables(db).flatMap(({ name }) =>
    db
      .all<ForeignKey>('select "table", "from", "to", on_delete from pragma_foreign_key_list(?)', [name])
      .flatMap(({ table: parent, from: column, to, on_delete }) => {
        const parentKey = to ?? 'id'
        return db
          .all<{ id: string }>(
            `select distinct ${quoted(column)} as id from ${quoted(name)} as here where ${quoted(column)} is not null
             and not exists (select 1 from ${quoted(parent)} as there where there.${quoted(parentKey)} = here.${quoted(column)})`,
          )
          .map(({ id }): BrokenLink => {
            const ifLost = ways[on_delete as keyof typeof ways] ?? 'no action'
            return { table: name, column, parent, parentKey, id, ifLost }
          })
      }),
  )

/** The rows that hold a broken link. */
export const holders = <Row>(db: Database, { table, column, id }: BrokenLink): Row[] =>
  db.all<Row>(`select * from ${quoted(table)} where ${quoted(column)} = ?`, [id])

/** Does what the schema says: the row goes, or stands without the link. */
export const letGo = (db: Database, { table, column, id, ifLost }: BrokenLink): void => {
  if (ifLost === 'set null')
    db.run(`update ${quoted(table)} set ${quoted(column)} = null where ${quoted(column)} = ?`, [id])
  else db.run(`delete from ${quoted(table)} where ${quoted(column)} = ?`, [id])
}
