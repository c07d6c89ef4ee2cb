import { say } from '../../say.ts'
import type { Database } from '../connection.ts'
import type { Progress } from '../disk/copy.ts'
import { type Change, folded, jsonOfImage, netOf, rowKey } from './net-change.ts'
import { removeFile, type Step, unneededFiles } from './rewind.ts'
import type { Meaning } from './take-back.ts'
import { isUndo } from './undo.ts'

type Command = { id: number; at: string; actor: string; undoOf: number | null; firstSeq: number; lastSeq: number }

/** Changes that are merged in one transaction. */
const mostChanges = 1000

/** The last command that may be merged: none that is newer than the instant, and none that a newer one is the undo of. */
const horizonOf = (db: Database, before: string): number => {
  const first = db.get<{ id: number | null }>('select min(id) as id from tx where at >= ?', [before])?.id
  let horizon = (first ?? Number.MAX_SAFE_INTEGER) - 1
  for (;;) {
    const undone = db.get<{ id: number | null }>('select min(undoOf) as id from tx where id > ?1 and undoOf <= ?1', [
      horizon,
    ])?.id
    if (undone === null || undone === undefined) return horizon
    horizon = undone - 1
  }
}

/** The commands to be merged with each other: all between two named versions. */
const groupsOf = (db: Database, horizon: number): Command[][] => {
  const named = new Set(db.all<{ tx: number }>('select tx from version').map(({ tx }) => tx))
  const groups: Command[][] = []
  let group: Command[] = []
  for (const command of db.all<Command>(
    'select id, at, actor, undoOf, firstSeq, lastSeq from tx where id <= ? and lastSeq is not null order by id',
    [horizon],
  )) {
    group.push(command)
    if (!named.has(command.id)) continue
    groups.push(group)
    group = []
  }
  return [...groups, group].filter(({ length }) => length > 1)
}

/** Where the log holds the change of each row that a merged command has, by row, and which rows are not to be forgotten. */
type Places = { of: Map<string, number>; remembers: Meaning['remembers'] }

const columns = 'seq, tx, "table", id, op, before, after'

/** Makes one change of each row part of the merged command: by itself, or folded into the one that is there. */
const absorb = (db: Database, into: number, change: Change, places: Places): void => {
  const key = rowKey(change.table, change.id)
  const place = places.of.get(key)
  const known = place === undefined ? undefined : db.get<Change>(`select ${columns} from change where seq = ?`, [place])
  const net = known ? folded(netOf(known), netOf(change)) : netOf(change)
  if (!known || (!net && places.remembers(change.table))) {
    db.run('update change set tx = ? where seq = ?', [into, change.seq])
    places.of.set(key, change.seq)
    return
  }
  // A row that goes went at its first change, any other stands as its last one left it: so no unique value is held twice.
  const kept = net?.op === 'delete' ? known.seq : change.seq
  for (const { seq } of [known, change]) if (!net || seq !== kept) db.run('delete from change where seq = ?', [seq])
  if (!net) {
    places.of.delete(key)
    return
  }
  db.run('update change set tx = ?, op = ?, before = ?, after = ? where seq = ?', [
    into,
    net.op,
    net.op === 'insert' ? null : jsonOfImage(net.before),
    net.op === 'delete' ? null : jsonOfImage(net.after),
    kept,
  ])
  places.of.set(key, kept)
}

/** The places of the changes that a command has itself, of which it too keeps one for each row. */
const placesIn = (db: Database, { id, firstSeq, lastSeq }: Command, remembers: Meaning['remembers']): Places => {
  const places: Places = { of: new Map(), remembers }
  for (const { seq, table, id: row } of db.all<{ seq: number; table: string; id: string }>(
    'select seq, "table", id from change where seq between ? and ? order by seq',
    [firstSeq, lastSeq],
  )) {
    const change = places.of.has(rowKey(table, row))
      ? db.get<Change>(`select ${columns} from change where seq = ?`, [seq])
      : undefined
    if (change) absorb(db, id, change, places)
    else places.of.set(rowKey(table, row), seq)
  }
  return places
}

/** Merges commands into the one before them; the log fits the records before and after. */
const mergeInto = (db: Database, first: Command, others: readonly Command[], places: Places): void => {
  const last = others.at(-1) ?? first
  for (const change of db.all<Change>(
    `select ${columns} from change
     where seq > (select lastSeq from tx where id = ?) and seq <= ? order by seq`,
    [first.id, last.lastSeq],
  ))
    absorb(db, first.id, change, places)
  // What is the undo of a command that is no longer there by itself is from now on a command like any other.
  for (const { id, label } of db.all<{ id: number; label: string }>(
    'select id, label from tx where undoOf between ? and ? and id > ?',
    [first.id, last.id, last.id],
  ))
    db.run('update tx set undoOf = null, label = ? where id = ?', [
      isUndo(db, id) ? say('changes.takenBack', { label }) : label,
      id,
    ])
  const actors = db.all<{ actor: string }>('select distinct actor from tx where id between ? and ?', [
    first.id,
    last.id,
  ])
  const [actor] = actors
  db.run(
    `update tx set at = ?2, label = ?3, actor = ?4, undoOf = null,
       lastSeq = (select coalesce(max(seq), tx.firstSeq - 1) from change where seq between tx.firstSeq and ?5)
     where id = ?1`,
    [
      first.id,
      last.at,
      say('changes.merged', { count: last.id - first.id + 1 }),
      actors.length === 1 && actor ? actor.actor : '',
      last.lastSeq,
    ],
  )
  db.run('update version set tx = ? where tx = ?', [first.id, last.id])
  db.run('delete from tx where id > ? and id <= ?', [first.id, last.id])
}

/**
 * Merges the commands before an instant into one between every two named versions, for good; the case as of each named
 * version can be saved as before. Each step merges some more, so that the work can be given up at any of them. Returns how
 * many commands were merged with others. Held by test/main/store/log/merge.test.ts.
 */
export const mergeSteps = function* (
  step: Step,
  before: string,
  remembers: Meaning['remembers'],
): Generator<Progress, number> {
  const groups = step(db => groupsOf(db, horizonOf(db, before)))
  const total = groups.reduce((sum, group) => sum + group.length, 0)
  let done = 0
  for (const [first, ...others] of groups) {
    if (!first) continue
    done++
    const places = step(db => placesIn(db, first, remembers))
    for (let from = 0; from < others.length; ) {
      let to = from + 1
      const start = others[from]?.firstSeq ?? 0
      while (to < others.length && (others[to]?.lastSeq ?? 0) - start < mostChanges) to++
      const some = others.slice(from, to)
      step(db => mergeInto(db, first, some, places))
      from = to
      done += some.length
      yield { done, total }
    }
  }
  if (total > 0) for (const upload of step(unneededFiles)) step(db => removeFile(db, upload))
  return total
}
