import type { RecordName } from '../../shared/model/record-name.ts'
import type { Outcome } from '../../shared/outcome.ts'
import type { Database } from './connection.ts'
import type { Progress } from './disk/copy.ts'

/** What a transaction returned, the kinds of record it changed, and its number in the log (null: nothing changed). */
export type Written<Result> = { value: Result; changed: RecordName[]; tx: number | null }

/** What undo and redo would take back, by the label of the command, and when the last change was made. */
export type History = { undo: string | null; redo: string | null; savedAt: string | null }

/** The command that was taken back, and a sentence for each thing that was left because another command changed it since. */
export type Taken = { label: string; skipped: string[] }

/**
 * An open case. Everything is synchronous: a call returns when its work is done and, for a write, durable.
 * After a write failed for reasons of the disk every call throws {@link Refused} with the code `broken`.
 */
export type CaseFile = {
  readonly path: string
  readonly readOnly: boolean
  /** Whether the file is encrypted under a passphrase. */
  readonly sealed: boolean
  /** Whether the disk failed: nothing is read or written until the case is opened again. */
  isBroken(): boolean
  read<Result>(work: (db: Database) => Result): Result
  /**
   * One transaction, one step of undo: durable when it returns; whatever `work` throws rolls all of it back and is
   * thrown on. `label` is what a person reads in the history. Not for changes of the schema. With `joining`, the number of
   * an earlier write, it becomes part of that step of undo where that is still the last one.
   */
  write<Result>(label: string, work: (db: Database) => Result, joining?: number | null): Written<Result>
  /** Takes back the last command that is not taken back; refused when there is none or nothing of it can go back. */
  undo(): Outcome<Taken>
  redo(): Outcome<Taken>
  /** Takes back any command of the log, whatever came after, as a new command with this label. */
  takeBack(tx: number, label: (taken: string, isUndo: boolean) => string): Outcome<Taken>
  history(): History
  /** Takes the case back to where it stood after a command, for good, with its log cut there: for copies (rewind.ts). */
  rewind(tx: number): Generator<Progress, void>
  /** Merges the commands before an instant into one between every two named versions, for good (merge.ts). */
  merge(before: string): Generator<Progress, number>
  /**
   * Copies the case as it is at the first step to a file of one database, in place of a file of that name: on the disk of
   * the case, by which the copy of a sealed case is sealed. Edits may be made between the steps; giving the steps up
   * leaves nothing behind.
   */
  copy(path: string): Generator<Progress, void>
  /** Gives the space of deleted records back to the disk. Needs as much memory as the case is large. */
  compact(): void
  /**
   * Makes anew what follows from the schema and the records: the triggers of the change log at once, the entries of the
   * search index step by step, between which the case is read and edited.
   */
  repair(): Generator<Progress, void>
  /** Moves the log into the file. */
  checkpoint(): void
  /**
   * To be called when the analyst pauses: one short piece of upkeep, a step in reading ahead what search needs, in merging
   * its index or a checkpoint.
   * True when more is left to do.
   */
  idle(): boolean
  /** Leaves one SQLite file, plain or sealed, without a log. Safe to call twice. */
  close(): void
}
