import { type Change, change, type Transaction, transaction } from '../../shared/model/change.ts'
import type { Database } from '../store/case-file.ts'

const columnsOf = (shape: object) =>
  Object.keys(shape)
    .map(name => `"${name}"`)
    .join(', ')

/**
 * Names the running transaction in the log. A command often knows what it did, such as the ref it gave, only when it is
 * done; until then the transaction carries the name of the operation.
 */
export const nameTransaction = (db: Database, label: string): void => {
  // Without a change there is nothing to name: a row touched here would make the store write an empty transaction.
  db.run(
    `update tx set label = ? where id = (select max(id) from tx) and lastSeq is null
       and firstSeq <= (select max(seq) from change)`,
    [label],
  )
}

/** The number of the running transaction. */
export const runningTransaction = (db: Database): number | null =>
  db.get<{ id: number }>('select id from tx where id = (select max(id) from tx) and lastSeq is null')?.id ?? null

/** The newest commands, newest first. */
export const latestTransactions = (db: Database, limit: number): Transaction[] =>
  db.all<Transaction>(`select ${columnsOf(transaction.shape)} from tx order by id desc limit ?`, [limit])

/** The whole log, oldest first, each command with its changes. Changes made by other programs have no command and are left out. */
export const wholeLog = (db: Database): (Transaction & { changes: Change[] })[] => {
  const commands = db
    .all<Transaction>(`select ${columnsOf(transaction.shape)} from tx order by id`)
    .map(command => ({ ...command, changes: [] as Change[] }))
  const byId = new Map(commands.map(command => [command.id, command]))
  for (const row of db.all<Change>(`select ${columnsOf(change.shape)} from change order by seq`))
    byId.get(row.tx)?.changes.push(row)
  return commands
}
