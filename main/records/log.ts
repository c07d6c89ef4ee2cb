import type { HistoryEntry, NamedVersion } from '../../shared/contract/history.ts'
import type { OutputOf } from '../../shared/contract.ts'
import { type Change, change, type Transaction, transaction } from '../../shared/model/change.ts'
import type { RecordName } from '../../shared/model/record-name.ts'
import { Refused } from '../../shared/outcome.ts'
import { say } from '../say.ts'
import type { Database } from '../store/case-file.ts'
import { recordOfTable } from '../store/log/change-log.ts'
import { now } from './table.ts'

type LogSize = OutputOf<'history.size'>

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

/** The newest commands before a number, newest first, each with the kinds of record it changed and the name of its state. */
export const latestCommands = (db: Database, limit: number, before = Number.MAX_SAFE_INTEGER): HistoryEntry[] =>
  db
    .all<Transaction & { version: string | null; tables: string | null }>(
      `select ${columnsOf(transaction.shape)}, (select name from version as v where v.tx = t.id) as version,
         (select group_concat(distinct c."table") from change as c
          where c.seq between t.firstSeq and t.lastSeq and c.tx = t.id) as tables
       from tx as t where t.id < ? order by t.id desc limit ?`,
      [before, limit],
    )
    .map(({ tables, ...entry }) => ({ ...entry, records: recordsOf(tables?.split(',') ?? []) }))

const recordsOf = (tables: readonly string[]): RecordName[] => [...new Set(tables.map(recordOfTable))]

/** The states with a name, newest first. */
export const namedVersions = (db: Database): NamedVersion[] =>
  db.all<NamedVersion>(
    'select v.tx, v.name, v.created, t.at from version as v join tx as t on t.id = v.tx order by v.tx desc',
  )

/** Gives the state after a command a name, or takes it away. */
export const nameVersion = (db: Database, tx: number, name: string): void => {
  if (!db.get('select 1 from tx where id = ?', [tx])) throw new Refused(say('changes.noCommand'), 'stale')
  if (name === '') db.run('delete from version where tx = ?', [tx])
  else
    db.run(
      'insert into version (tx, name, created) values (?, ?, ?) on conflict (tx) do update set name = excluded.name',
      [tx, name, now()],
    )
}

/** How much history there is; the bytes are those of the changes and their keys, without the pages' own. */
export const sizeOfLog = (db: Database): LogSize => {
  const commands = db.get<{ count: number; oldest: string | null }>(
    'select count(*) as count, min(at) as oldest from tx',
  )
  const changes = db.get<{ count: number; bytes: number | null }>(
    `select count(*) as count, sum(coalesce(octet_length(before), 0) + coalesce(octet_length(after), 0)
       + octet_length(id) + octet_length("table") + 16) as bytes from change`,
  )
  return {
    commands: commands?.count ?? 0,
    changes: changes?.count ?? 0,
    bytes: changes?.bytes ?? 0,
    oldest: commands?.oldest ?? null,
  }
}

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
