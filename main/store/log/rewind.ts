import { Refused } from '../../../shared/outcome.ts'
import { grouped } from '../../../shared/rules/groups.ts'
import { say } from '../../say.ts'
import type { Database } from '../connection.ts'
import type { Progress } from '../disk/copy.ts'
import { type Change, netOfAll } from './net-change.ts'
import { rowAccesses } from './row-access.ts'

/** Changes, and bytes of them, that are taken back in one transaction: so that memory does not grow with the log. */
const mostChanges = 2000
const mostBytes = 8 * 1024 * 1024

/** Carries out one transaction in which SQLite does not follow links. */
export type Step = <Result>(work: (db: Database) => Result) => Result

/** The newest changes after `seq` that one transaction takes back, oldest first. */
const newest = (db: Database, seq: number): Change[] => {
  const sizes = db.all<{ seq: number; bytes: number }>(
    `select seq, coalesce(octet_length(before), 0) + coalesce(octet_length(after), 0) as bytes
     from change where seq > ? order by seq desc limit ?`,
    [seq, mostChanges],
  )
  let bytes = 0
  const within = sizes.findIndex(size => {
    bytes += size.bytes
    return bytes > mostBytes
  })
  const last = sizes[within < 0 ? sizes.length - 1 : Math.max(0, within - 1)]
  if (!last) return []
  return db.all<Change>('select seq, tx, "table", id, op, before, after from change where seq >= ? order by seq', [
    last.seq,
  ])
}

/**
 * Takes the case back to where it stood after the command `tx`, log included, as if nothing later had ever been: for
 * copies. Newest changes first, whoever made them, in transactions that each leave a log which fits the records.
 * @throws Refused when the log has no such command; Error when it does not fit the case
 */
export const rewindSteps = function* (step: Step, tx: number): Generator<Progress, void> {
  const { seq, total } = step(db => {
    const end = db.get<{ lastSeq: number }>('select lastSeq from tx where id = ?', [tx])
    if (!end) throw new Refused(say('changes.noCommand'), 'stale')
    const later = db.get<{ count: number }>('select count(*) as count from change where seq > ?', [end.lastSeq])
    return { seq: end.lastSeq, total: later?.count ?? 0 }
  })
  for (let done = 0; done < total; ) {
    done += step(db => {
      const changes = newest(db, seq)
      const access = rowAccesses(db)
      const nets = netOfAll(changes).reverse()
      for (const op of ['insert', 'update', 'delete'] as const)
        for (const [table, some] of grouped(
          nets.filter(net => net.op === op),
          net => net.table,
        )) {
          const rows = access(table)
          const found = some.map(({ id, before }) => ({ id, image: before }))
          // A table that a migration took away has nothing to be taken back to.
          if (op === 'insert') rows?.remove(found.map(({ id }) => id))
          else if (op === 'update') rows?.update(found)
          else rows?.insert(found)
        }
      db.run('delete from change where seq >= ?', [changes[0]?.seq ?? seq + 1])
      return changes.length
    })
    yield { done, total }
  }
  step(db => {
    db.run('delete from version where tx > ?', [tx])
    db.run('delete from tx where id > ?', [tx])
    const [lost] = db.all<{ table: string }>('pragma foreign_key_check')
    if (lost) throw new Error(`Taken back by its log, the case has a ${lost.table} that points nowhere`)
  })
  for (const upload of step(unneededFiles)) step(db => removeFile(db, upload))
  for (const { id } of step(db => db.all<{ id: number }>('select id from attachmentUpload where sha256 is null')))
    step(db => removeFile(db, id))
}

/** Files whose bytes no record and no undo needs any more, by the number of their upload. */
export const unneededFiles = (db: Database): number[] =>
  db
    .all<{ id: number }>(
      `select id from attachmentUpload where sha256 is not null
         and sha256 not in (select sha256 from attachment)
         and sha256 not in (select id from change where "table" = 'attachment')`,
    )
    .map(({ id }) => id)

export const removeFile = (db: Database, upload: number): void => {
  db.run('delete from attachmentPiece where upload = ?', [upload])
  db.run('delete from attachmentUpload where id = ?', [upload])
}
