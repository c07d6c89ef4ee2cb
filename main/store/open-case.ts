import { done, type Outcome, Refused, refusal } from '../../shared/outcome.ts'
import { say } from '../say.ts'
import type { CaseFile, Taken, Written } from './case-promises.ts'
import { type Connection, type Database, openConnection } from './connection.ts'
import { damaged } from './damage.ts'
import { copySteps } from './disk/copy.ts'
import { type FileSystem, HalfRead } from './disk/file-system.ts'
import type { Lock } from './disk/lock.ts'
import type { Medium } from './disk/medium.ts'
import { isSidecarName } from './disk/sealed-disk.ts'
import { beginLogged, endLogged, installChangeLog, reopenLogged } from './log/change-log.ts'
import { mergeSteps } from './log/merge.ts'
import { rewindSteps } from './log/rewind.ts'
import type { Meaning } from './log/take-back.ts'
import { cameToNothing, isUndo, nextRedo, nextUndo, type Transaction, takeBack, transactionOf } from './log/undo.ts'
import { type Schema, schemaState } from './migrate.ts'
import { hasForeignJournal, realPathOf } from './opening.ts'
import { readLengthsAhead } from './search/lengths.ts'
import { fillSteps, hasManySegments, installEmptySearchIndex, mergeSegments } from './search/search-index.ts'
import { broken } from './store-error.ts'

export type Parts = {
  files: FileSystem
  path: string
  readOnly: boolean
  sealed: boolean
  actor: (db: Database) => string
  checkpointFrames: number
  schema: Schema
  meaning: Meaning
  medium: Medium
  connection: Connection
  /** None where the case can only be read. */
  lock: Lock | null
}

/** How a transaction is carried out: as the undo of another, as part of an earlier one, without SQLite following links. */
type Manner = { undoOf?: number | null; joining?: number | null; checkLinks?: boolean }

/** For how many milliseconds a read is begun anew because a writer elsewhere overtook it. */
const longestTry = 2000

/** What a read is given: the same connection without the one call that writes. */
const readingOnly = (db: Database): Database => ({
  all: db.all,
  get: db.get,
  run: () => {
    throw new Error('A read cannot change the case')
  },
})

/** The open case over an open medium. */
export const caseOver = ({
  files,
  path,
  readOnly,
  sealed,
  actor,
  checkpointFrames,
  schema,
  meaning,
  medium,
  lock,
  ...parts
}: Parts): CaseFile => {
  let connection = parts.connection
  let reading = readingOnly(connection)
  let inside = false
  let writing = false
  let isConnected = true
  let closed = false
  let poison: Refused | null = null

  /**
   * After a failure of the disk nobody knows what it holds: nothing is read or written until the case is opened again. A part
   * that does not open is no such failure while nothing is written: the others are read, by a connection that was not
   * given zeros for it.
   */
  const fail = (cause: unknown): Refused => {
    if (cause instanceof HalfRead && !writing) {
      isConnected = false
      return damaged(path, cause.message)
    }
    const failure = cause instanceof Refused ? cause : broken(path, cause)
    if (lock) poison ??= failure
    // Whoever only looks loses nothing by a failure, and may have met a writer elsewhere in the middle of its work.
    else isConnected = false
    return poison ?? failure
  }

  const attempt = <Result>(step: () => Result): Result => {
    try {
      return step()
    } catch (error) {
      throw fail(error)
    }
  }

  const reconnect = (): void => {
    isConnected = false
    connection.close()
    connection = openConnection(medium.connect())
    reading = readingOnly(connection)
    isConnected = true
    if (schemaState(connection, schema) !== 'current') throw new Error('another program changed its schema')
  }

  const enter = (): void => {
    if (closed) throw new Error(`The case ${path} is closed`)
    if (inside) throw new Error('Inside a transaction only its own database can be used')
    if (poison) throw poison
    attempt(() => {
      if (lock && !lock.held()) throw new Error('another program took it over')
      if (!isConnected || medium.disturbed()) reconnect()
    })
  }

  /** SQLite is not told where the disk failed: nothing it says after that counts. */
  const distrust = (): void => {
    const failure = medium.failure()
    if (failure) throw fail(failure)
  }

  const rollback = (): void =>
    attempt(() => {
      connection.run('rollback')
      if (medium.pending()) throw new Error('a rolled back transaction left pages behind')
    })

  const commit = (): void => {
    if (medium.commit(connection.sqlite)) reconnect()
  }

  /** BEGIN, work, COMMIT, disk. */
  const transact = <Result>(
    label: string,
    { undoOf = null, joining = null, checkLinks = true }: Manner,
    work: (db: Database) => Result,
  ): Written<Result> => {
    enter()
    if (readOnly) throw new Refused(say('store.readOnly', { path }))
    if (attempt(() => hasForeignJournal(files, path))) throw new Refused(say('store.changedByOther', { path }))
    inside = true
    writing = true
    try {
      // Inside a transaction SQLite would not hear of it.
      if (!checkLinks) connection.script('pragma foreign_keys = off')
      connection.run('begin')
      let written: Written<Result>
      let isChanged: boolean
      try {
        const [at, who] = [new Date().toISOString(), actor(connection)]
        const joined = joining === null ? null : reopenLogged(connection, at, who, joining)
        const log = joined ?? beginLogged(connection, at, who, label, undoOf)
        const before = connection.totalChanges()
        const value = work(connection)
        if (value instanceof Promise) throw new Error('A transaction cannot wait: its work returned a promise')
        isChanged = connection.totalChanges() !== before
        const changed = isChanged ? endLogged(connection, log, cameToNothing) : []
        written = { value, changed, tx: changed.length > 0 ? log.tx : null }
        distrust()
        connection.run(isChanged ? 'commit' : 'rollback')
        distrust()
      } catch (error) {
        distrust()
        if (error instanceof WebAssembly.RuntimeError) throw fail(error)
        rollback()
        throw error
      }
      if (isChanged) attempt(commit)
      return written
    } finally {
      if (!checkLinks) connection.script('pragma foreign_keys = on')
      inside = false
      writing = false
    }
  }

  const write: CaseFile['write'] = (label, work, joining = null) => {
    const written = transact(label, { joining }, work)
    relieve(checkpointFrames)
    return written
  }

  /** A checkpoint when the log has at least `frames`. Its failure must not look like the failure of the acknowledged edit. */
  const relieve = (frames: number): void => {
    try {
      if (medium.waiting() >= frames && medium.waiting() > 0) medium.checkpoint()
    } catch (error) {
      fail(error)
    }
  }

  const readOnce = <Result>(work: (db: Database) => Result): Result => {
    enter()
    inside = true
    try {
      const result = work(reading)
      if (medium.pending()) throw fail(new Error('a read changed the case'))
      return result
    } finally {
      inside = false
      distrust()
    }
  }

  /**
   * Without the lock a writer elsewhere may move pages while they are read: what was read then, an error included, says
   * nothing, and the work is done again on what is there now. Held by test/main/store/disk/reading-beside.test.ts.
   */
  const readBeside = <Result>(work: (db: Database) => Result): Result => {
    const begun = performance.now()
    do {
      try {
        const result = readOnce(work)
        if (!medium.overtaken()) return result
      } catch (error) {
        if (isConnected && !medium.overtaken()) throw error
      }
    } while (performance.now() - begun < longestTry)
    throw new Refused(say('store.alwaysChanged', { path }), 'stale')
  }

  const read = lock ? readOnce : readBeside

  /** A transaction on records and log together that is no command itself. */
  const mend = <Result>(work: (db: Database) => Result): Result => {
    const { value } = transact('', { checkLinks: false }, work)
    relieve(checkpointFrames)
    return value
  }

  /** Takes back a command as a new one: `undoOf` makes it a step of undo or redo. Null when that changes nothing. */
  const backward = (target: Transaction, label: string, undoOf: number | null): Outcome<Taken> | null => {
    try {
      const { value, changed, tx } = transact(label, { undoOf, checkLinks: false }, db =>
        takeBack(db, target.id, meaning, { inOrder: undoOf !== null }),
      )
      relieve(checkpointFrames)
      return tx === null ? null : done({ label: target.label, skipped: value ?? [] }, changed)
    } catch (error) {
      if (error instanceof Refused) return refusal(error.code, error.message)
      throw error
    }
  }

  /** A command of which there is nothing to take back any more is passed over: it would stand in the way for ever. */
  const step = (find: typeof nextUndo, nothing: 'changes.nothingToUndo' | 'changes.nothingToRedo'): Outcome<Taken> => {
    for (let target = read(db => find(db)); target; ) {
      const above = target
      const outcome = backward(target, target.label, target.id)
      if (outcome) return outcome
      target = read(db => find(db, above))
    }
    return refusal('refused', say(nothing))
  }

  return {
    path,
    readOnly,
    sealed,
    isBroken: () => poison !== null,
    read,
    write,
    undo: () => step(nextUndo, 'changes.nothingToUndo'),
    redo: () => step(nextRedo, 'changes.nothingToRedo'),
    takeBack: (tx, label) => {
      const target = read(db => transactionOf(db, tx))
      if (!target) return refusal('stale', say('changes.noCommand'))
      const outcome = backward(
        target,
        label(
          target.label,
          read(db => isUndo(db, tx)),
        ),
        null,
      )
      return outcome ?? refusal('stale', say('changes.nothingLeft'))
    },
    history: () =>
      read(db => ({
        undo: nextUndo(db)?.label ?? null,
        redo: nextRedo(db)?.label ?? null,
        savedAt: db.get<{ at: string }>('select at from tx order by id desc limit 1')?.at ?? null,
      })),
    rewind: tx => rewindSteps(mend, tx),
    merge: before => mergeSteps(mend, before, meaning.remembers),
    copy: target => {
      enter()
      if (realPathOf(files, target) === path) throw new Refused(say('store.copyOntoItself', { target }))
      if (isSidecarName(target)) throw new Refused(say('sealed.badName', { path: target }))
      return copySteps(files, medium, target)
    },
    compact: () => {
      enter()
      attempt(() => {
        // The index keeps the words of what was deleted until its segments are merged.
        if (schema.searchables.length > 0) connection.script(`insert into search_fts (search_fts) values ('optimize')`)
        connection.script('vacuum')
        distrust()
        commit()
        medium.checkpoint()
      })
    },
    repair: () => {
      enter()
      if (readOnly) throw new Refused(say('store.readOnly', { path }))
      connection.run('begin')
      try {
        installChangeLog(connection)
        installEmptySearchIndex(connection, schema.searchables)
        distrust()
        connection.run('commit')
      } catch (error) {
        distrust()
        rollback()
        throw error
      }
      attempt(() => {
        distrust()
        commit()
      })
      relieve(checkpointFrames)
      return fillSteps(mend, schema.searchables)
    },
    checkpoint: () => {
      enter()
      attempt(() => medium.checkpoint())
    },
    idle: () => {
      if (closed || poison || inside || readOnly) return false
      try {
        if (schema.searchables.length > 0 && read(readLengthsAhead)) return true
        if (medium.isIncremental && read(hasManySegments)) return mend(mergeSegments)
      } catch {
        // Upkeep can wait; a disk that failed shows at the next call.
      }
      relieve(1)
      return false
    },
    close: () => {
      if (closed) return
      closed = true
      try {
        connection.close()
        medium.close(poison === null)
      } catch {
        // The log still holds everything acknowledged: the next to open the case recovers it.
      }
      try {
        lock?.release()
      } catch {
        // A lock of a process that is gone is taken over.
      }
    },
  }
}
