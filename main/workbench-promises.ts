import type { Obstacle } from '../shared/contract/safety.ts'
import type { InputOf, OperationName, OutputOf } from '../shared/contract.ts'
import type { Outcome } from '../shared/outcome.ts'
import type { Host } from './host.ts'
import type { ReadApart } from './import-file.ts'
import type { FileSystem } from './store/disk/file-system.ts'
import type { Cost, Seal } from './store/disk/sealed-format.ts'
import type { Recovery } from './store/recovery/sentences.ts'
import type { Verdict } from './verify.ts'

export type WorkbenchOptions = {
  host: Host
  /** Where the list of recent cases, the sample case and the log of failures are kept. */
  dataDirectory: string
  /** Where `case` and `digests` of the sample lie. */
  seedsDirectory: string
  /** The analyst whom a new case names, and with it the history of that case. */
  analyst?: string
  /** Reads an untrusted file as a draft, apart from the case: for the originals of the sample. A child process unless given. */
  importFile?: ReadApart
  /** Looks through a backup from end to end: apart from the case where that can be done, here unless given. */
  verify?: (path: string, seal?: Seal) => Promise<Verdict>
  /** The disk, where a test has one of its own. */
  files?: FileSystem
  /** How much work a passphrase costs, where a test has none to spare. Nothing outside the program can say it. */
  keyCost?: Cost
  /** Checks every answer against the contract: for tests and development. */
  checkAnswers?: boolean
}

type InputAt<Name extends string> = Name extends OperationName ? InputOf<Name> : unknown
type ValueAt<Name extends string> = Name extends OperationName ? OutputOf<Name> : unknown

/** The one door. Nothing it offers throws: whatever goes wrong is an {@link Outcome}. */
export type Workbench = {
  /**
   * Carries out one operation of the contract. Anything not in it, whatever its name, is `invalid`, and so is input
   * that does not fit its schema. A write is one transaction: durable when the call returns, or as if never tried.
   */
  call<Name extends string>(name: Name, input: InputAt<Name>): Promise<Outcome<ValueAt<Name>>>
  /** Opens the case at `path` in place of the one that is open; a refusal leaves that one open. */
  open(path: string): Promise<Outcome<null>>
  /** Makes a new case at `path`, named after the file, and opens it. */
  create(path: string): Promise<Outcome<null>>
  /**
   * Opens the sample case, made at `path` (refused where a file is there already), or in the data directory when it is
   * not there yet. `originals` is a directory: those of its files that the digests stand for become text versions.
   */
  openSample(options?: { path?: string; originals?: string }): Promise<Outcome<null>>
  /** Opens the sealed case at `path`. A wrong passphrase is refused as `sealed`. */
  unlock(path: string, passphrase: string): Promise<Outcome<null>>
  /** Opens the case at `path` to look at only, beside whoever has it and whatever is damaged. */
  openReadOnly(path: string): Promise<Outcome<null>>
  /** Puts the backup at `backup` in the place of the case at `path`, which is kept beside it, and opens it. */
  restore(path: string, backup: string): Promise<Outcome<{ keptAs: string }>>
  /** Makes a new case at `target` of everything that can be read in the one at `path`, and opens it. */
  recover(path: string, target: string): Promise<Outcome<Recovery>>
  /** Writes a copy of the open case to `target`, in place of a file of that name. */
  copyTo(target: string): Promise<Outcome<null>>
  /** Keeps a case that was given from outside for the page to open, which is told of it. */
  handOver(path: string): void
  /** What stands in the way of opening a case, for the page; null where it is a plain refusal. */
  obstacleAt(path: string, outcome: Outcome<unknown>): Promise<Obstacle | null>
  /**
   * To be called when nothing is asked for a while: the file is made whole, so that a copy of it alone is complete, and a
   * backup is made if one is due. Returns when that is done; nobody has to wait for it.
   */
  rest(): Promise<void>
  close(): Promise<void>
}
