import type * as z from 'zod'
import type { RecentCase } from '../shared/contract/case.ts'
import type { Opening } from '../shared/contract/safety.ts'
import type { Contract, OperationName, OutputOf, ReadName, WriteName } from '../shared/contract.ts'
import type { Outcome } from '../shared/outcome.ts'
import type { Handed } from './handed.ts'
import type { Host } from './host.ts'
import type { Obstacles } from './obstacles.ts'
import type { Safekeeping } from './safekeeping.ts'
import type { KeptSettings } from './settings.ts'
import type { CaseFile, Database } from './store/case-file.ts'
import type { FileSystem } from './store/disk/file-system.ts'
import type { Recovery } from './store/recovery/sentences.ts'
import type { CaseSurvey } from './store/recovery/survey.ts'
import type { Progress, Tasks } from './task.ts'

/** An input as the contract's schema hands it on. */
export type InputFor<Name extends OperationName> = z.output<Contract[Name]['input']>

/** What a writing operation hands back: its answer, and the line by which history, undo and redo name it. */
export type Logged<Value> = { label: string; value: Value }

export const logged = <Value>(label: string, value: Value): Logged<Value> => ({ label, value })

/** An operation that only asks the case. It throws `Refused` where a rule forbids the answer. */
export type Reading<Name extends ReadName> = (db: Database, input: InputFor<Name>) => OutputOf<Name>

/**
 * An operation that changes the case, inside one transaction: what it throws rolls everything back. By the case file it
 * finds what is kept in memory of the case.
 */
export type Writing<Name extends WriteName> = (
  db: Database,
  input: InputFor<Name>,
  caseFile: CaseFile,
) => Logged<OutputOf<Name>>

/** An operation on the desk around the case: which case is open, files, printing, undo. */
export type AtDesk<Name extends OperationName> = (
  desk: Desk,
  input: InputFor<Name>,
) => Outcome<OutputOf<Name>> | Promise<Outcome<OutputOf<Name>>>

/** Where operations find what lies beyond the records of the case. */
export type Desk = {
  host: Host
  /** The open case, or null. */
  caseFile(): CaseFile | null
  /** The open case; throws `Refused` when none is open. */
  needCase(): CaseFile
  /** What cannot be opened as usual, but in another way, is no refusal: the answer names the obstacle. */
  open(path: string): Promise<Outcome<Opening>>
  create(path: string): Promise<Outcome<Opening>>
  openSample(): Promise<Outcome<Opening>>
  /** Opens the case to look at only, beside whoever has it and whatever is damaged. */
  lookAt(path: string): Promise<Outcome<Opening>>
  /** Puts a backup in the place of a case, which is kept under another name beside it, and opens it. */
  restore(path: string, backup: string): Promise<Outcome<{ keptAs: string }>>
  /** Makes a new case of what can be read in another, and opens it. */
  recover(path: string, target: string): Promise<Outcome<Recovery>>
  /** Reads a damaged case as its recovery would; `reached` is told after every table. */
  survey(path: string, reached: (progress: Progress) => Promise<void>): Promise<CaseSurvey>
  sealing: Sealing
  obstacles: Obstacles
  settings: KeptSettings
  /** Where the list of recent cases, the settings and the log of failures are kept. */
  dataDirectory: string
  safekeeping: Safekeeping
  /** The disk, where a test has one of its own. */
  files?: FileSystem
  close(): Promise<Outcome<null>>
  recent: RecentCases
  handed: Handed
  tasks: Tasks
}

/** The open case under a passphrase. Whatever is refused leaves the case as it was. */
export type Sealing = {
  unlock(path: string, passphrase: string): Promise<Outcome<Opening>>
  seal(passphrase: string): Promise<Outcome<null>>
  change(current: string, next: string): Promise<Outcome<null>>
  unseal(passphrase: string): Promise<Outcome<null>>
}

/** The cases opened before, newest first. */
export type RecentCases = {
  list(): RecentCase[]
  /** The path of a recent case, which never leaves the workbench; undefined when it is not in the list. */
  pathOf(id: string): string | undefined
  add(path: string, name: string): void
  /** Nothing happens when it is not in the list. */
  remove(path: string): void
  /** Remembers of a case of the list that it could not be read, as long as its file stays as it is. */
  foundDamaged(path: string): void
}
