import { Refused } from '../../../shared/outcome.ts'
import { grouped } from '../../../shared/rules/groups.ts'
import { say } from '../../say.ts'
import type { Database } from '../connection.ts'
import { followRemovals, linksOf } from './links.ts'
import { type Change, imageOf, type NetChange, netOfAll, rowKey } from './net-change.ts'
import { rowAccesses } from './row-access.ts'
import { type Explained, type Left, type Meaning, takeBackChanges } from './take-back.ts'

/**
 * Undo and redo from the log alone. An undo is a new transaction that gives rows back what another one found in them; a
 * redo is the undo of an undo. So nothing in the log is ever changed or removed, and the stacks of undo and redo need not
 * be kept anywhere: they follow from `undoOf`.
 */
export type Transaction = { id: number; label: string; undoOf: number | null }

/** The last transaction up to `id`; merged ones that came to nothing are passed over. */
const transactionAt = (db: Database, id: number): Transaction | undefined =>
  db.get<Transaction>(
    'select id, label, undoOf from tx where id <= ? and lastSeq >= firstSeq order by id desc limit 1',
    [id],
  )

/** The command at the bottom of a chain "undo of redo of undo of …", and whether the chain took it back. */
const rootOf = (db: Database, transaction: Transaction): { id: number; isUndo: boolean } => {
  let isUndo = false
  let current = transaction
  while (current.undoOf !== null) {
    isUndo = !isUndo
    const below = transactionAt(db, current.undoOf)
    if (below?.id !== current.undoOf) throw new Error(`Transaction ${current.undoOf} is missing from the log`)
    current = below
  }
  return { id: current.id, isUndo }
}

/** The command of this number; undefined when it is not in the log, or was merged with others. */
export const transactionOf = (db: Database, id: number): Transaction | undefined => {
  const transaction = transactionAt(db, id)
  return transaction?.id === id ? transaction : undefined
}

/** Whether the command takes another back, all redoing counted. */
export const isUndo = (db: Database, id: number): boolean => {
  const transaction = transactionOf(db, id)
  return transaction !== undefined && rootOf(db, transaction).isUndo
}

/** What undo would take back: the last command (or its redo) that is not taken back already, or the last below another. */
export const nextUndo = (db: Database, above?: Transaction): Transaction | null => {
  let transaction = transactionAt(db, above ? rootOf(db, above).id - 1 : Number.MAX_SAFE_INTEGER)
  while (transaction) {
    if (!rootOf(db, transaction).isUndo) return transaction
    const undone = transactionAt(db, transaction.undoOf ?? 0)
    transaction = undone && transactionAt(db, rootOf(db, undone).id - 1)
  }
  return null
}

/** What redo would take back: the last undo that no later command buried. */
export const nextRedo = (db: Database, above?: Transaction): Transaction | null => {
  let transaction = transactionAt(db, above ? above.id - 1 : Number.MAX_SAFE_INTEGER)
  while (transaction) {
    if (rootOf(db, transaction).isUndo) return transaction
    if (transaction.undoOf === null) return null
    transaction = transactionAt(db, transaction.undoOf - 1)
  }
  return null
}

/** The changes of one command, oldest first. */
export const changesOf = (db: Database, tx: number): Change[] =>
  db.all<Change>(
    `select seq, tx, "table", id, op, before, after from change
     where tx = ?1 and seq between (select firstSeq from tx where id = ?1) and (select lastSeq from tx where id = ?1)
     order by seq`,
    [tx],
  )

/** Whether the changes from a number on came to nothing: each of their rows is as the first of them found it. */
export const cameToNothing = (db: Database, seq: number): boolean => {
  const access = rowAccesses(db)
  const unknown = new Map<string, string>()
  const changes = db.all<Change>(
    'select seq, tx, "table", id, op, before, after from change where seq >= ? order by seq',
    [seq],
  )
  const nets = netOfAll(changes)
  return [...grouped(nets, ({ table }) => table)].every(([table, some]) => {
    if (some.some(({ op }) => op !== 'update')) return false
    const standings = access(table)?.standing(some.map(({ id, before }) => ({ id, before: unknown, after: before })))
    return standings?.every(standing => standing && [...standing.values()].every(value => value === 'as left')) ?? false
  })
}

const lastChange = (db: Database): number =>
  db.get<{ seq: number | null }>('select max(seq) as seq from change')?.seq ?? 0

const isAbridged = (value: string) => value.startsWith('{"length"')

const keyOf = ({ table, id }: Pick<Change, 'table' | 'id'>) => rowKey(table, id)

/** Later changes of some rows, oldest first. Reads through the log from there: it has no index by row (see storage.md, 7). */
const laterChanges = <Row>(db: Database, columns: string, seq: number, keys: Iterable<string>): Row[] =>
  db.all<Row>(
    `select "table", id, tx, op, ${columns} from change
     where seq > ?1 and "table" || ' ' || id in (select value from json_each(?2)) order by seq`,
    [seq, JSON.stringify([...new Set(keys)])],
  )

/**
 * The long values that a command left, of which the log keeps the length alone: where one was changed since, the first change
 * says what it was, so that another text of the same length is not taken for it.
 */
const withWholeValues = (db: Database, changes: NetChange[], seq: number): NetChange[] => {
  const abridged = new Map(
    changes.filter(({ after }) => [...after.values()].some(isAbridged)).map(change => [keyOf(change), change]),
  )
  if (abridged.size === 0) return changes
  const whole = new Map<NetChange, Map<string, string>>()
  for (const later of laterChanges<Change>(db, 'before', seq, abridged.keys())) {
    const change = abridged.get(keyOf(later))
    if (!change) continue
    const after = whole.get(change) ?? new Map(change.after)
    whole.set(change, after)
    for (const [column, value] of imageOf(later.before))
      if (isAbridged(after.get(column) ?? '')) after.set(column, value)
  }
  return changes.map(change => ({ ...change, after: whole.get(change) ?? change.after }))
}

/** Names the command that is the reason for what was left: the last that changed it. */
const explained = (db: Database, left: readonly Left[], seq: number): Explained[] => {
  const keys = left.map(({ change, reason }) => (reason.why === 'lost' ? keyOf(reason) : keyOf(change)))
  if (keys.length === 0) return []
  const later = laterChanges<{ table: string; id: string; tx: number; op: string; columns: string }>(
    db,
    `(select group_concat(key, char(10)) from json_each(after)) as columns`,
    seq,
    keys,
  )
  const byRow = grouped(later, keyOf)
  return left.map((item, index) => {
    const { reason } = item
    const last = (byRow.get(keys[index] ?? '') ?? []).findLast(
      ({ op, columns }) =>
        reason.why !== 'changed' ||
        op !== 'update' ||
        columns.split('\n').some(column => reason.columns.includes(column)),
    )
    const by = last && db.get<{ label: string }>('select label from tx where id = ?', [last.tx])?.label
    return { ...item, by: by ?? null }
  })
}

/**
 * Takes back a command, inside the running transaction, which must not check links itself. Returns a sentence for each
 * thing that was left because another command changed it since; null when there was nothing to take back at all, as after
 * a migration that took away what it changed. `inOrder` when every later command is taken back already.
 * @throws Refused when there was something and nothing of it can go back
 */
export const takeBack = (
  db: Database,
  tx: number,
  meaning: Meaning,
  { inOrder }: { inOrder: boolean },
): string[] | null => {
  const raw = changesOf(db, tx)
  const seq = raw.at(-1)?.seq ?? 0
  const changes = withWholeValues(db, netOfAll(raw), seq)
  const before = lastChange(db)
  const { left, gone } = takeBackChanges(db, changes, meaning)
  const isChanged = lastChange(db) !== before
  const reasons = meaning.sentences(db, explained(db, left, seq))
  if (!isChanged && reasons.length === 0) return null
  if (!isChanged) throw new Refused([say('changes.nothingBack'), ...reasons].join(' '), 'stale')
  if (!inOrder || left.length > 0) {
    const empty = new Map<string, string>()
    const next = lastChange(db) + 1
    meaning.settle(db, [...changes, ...gone.map(row => ({ ...row, before: empty, after: empty }))])
    followRemovals(db, linksOf(db), next)
  }
  return reasons
}
