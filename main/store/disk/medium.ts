import type { SqlDatabase } from '../engine.ts'

/**
 * Where the bytes of a case are and how a commit becomes durable. There are two: pages and a log (`pages.ts`), and, if
 * the inside of sql.js should ever change, the whole file at each commit (`whole-file.ts`).
 * A call that throws leaves the medium unusable: close it and open the case again.
 */
export type Medium = {
  /** Whether a commit costs what it changed, and not what the case holds. */
  readonly isIncremental: boolean
  /** A new connection over what is durable; the one before it is closed by whoever opened it. */
  connect(): SqlDatabase
  /** Whether another program changed the files since they were last looked at; if so, `connect` again. */
  disturbed(): boolean
  /** Whether what was read since the last `connect` may be of two states, because a writer elsewhere moved pages meanwhile. */
  overtaken(): boolean
  /** Makes durable what SQLite's COMMIT wrote. True when the connection has to be replaced by a new one. */
  commit(connection: SqlDatabase): boolean
  /** Whether COMMIT has handed over pages that are not durable yet. */
  pending(): boolean
  /** Pages that wait in the log. */
  waiting(): number
  /** Moves what the log holds into the file, unless a snapshot is being read. */
  checkpoint(): void
  /** The database as it is now, log included, to be copied piece by piece while work goes on. */
  snapshot(): Snapshot
  /** Why a read or write of SQLite failed on this connection, if one did: SQLite itself does not know. */
  failure(): unknown
  /** Releases the files; with `clean`, after a checkpoint, so that one plain SQLite file remains. */
  close(clean: boolean): void
}

/** One state of the database, held until it is released. */
export type Snapshot = {
  /** Bytes in all. */
  size: number
  /**
   * Fills `into` from `position`, which both are whole pages.
   * @throws when the medium was closed or connected anew since: the state is gone
   */
  read(into: Uint8Array, position: number): void
  release(): void
}
