import { done, type Outcome, Refused, refusal } from '../../shared/outcome.ts'
import type { CaseFile, History, Taken, Written } from './case-promises.ts'
import { type Database, openConnection, type Value } from './connection.ts'
import { damaged, damageIn } from './damage.ts'
import { diskFileSystem, type FileSystem } from './disk/file-system.ts'
import type { Lock } from './disk/lock.ts'
import { openPages } from './disk/pages.ts'
import { onlyKey, sealedDisk } from './disk/sealed-disk.ts'
import type { Seal } from './disk/sealed-format.ts'
import { isSealedAt } from './disk/sealed-header.ts'
import { brokenAssumption } from './disk/virtual-file.ts'
import { openWholeFile } from './disk/whole-file.ts'
import { loadEngine } from './engine.ts'
import { quickFault } from './integrity.ts'
import { type Meaning, noMeaning } from './log/take-back.ts'
import type { Schema } from './migrate.ts'
import { caseMigrations } from './migrations.ts'
import { caseOver } from './open-case.ts'
import {
  canOnlyBeRead,
  createFile,
  type FirstContent,
  lockUnlessReadOnly,
  prepareSchema,
  realPathOf,
} from './opening.ts'
import { caseSearchables } from './search/search-index.ts'

export type { CaseFile, Database, FirstContent, History, Meaning, Taken, Value, Written }

export type OpenOptions = {
  /** Makes the case, with this as its first content; without it the file must be there, with it the file must not. */
  create?: FirstContent
  /**
   * Looks without changing anything, without a lock and beside whoever writes, into a damaged file too as far as it can be
   * read. A file or folder that cannot be written is opened like this unasked, if it is sound.
   */
  readOnly?: boolean
  /** Who the log says makes a change; asked at the beginning of each. */
  actor?: (db: Database) => string
  /** The binary of SQLite, when it is not where the product keeps it. */
  wasm?: Uint8Array
  files?: FileSystem
  /** What opens a sealed case, or seals a new one: every file that is made through the case is sealed too. */
  seal?: Seal
  schema?: Schema
  /** What the rows mean, for undo to go by. */
  meaning?: Meaning
  cacheBytes?: number
  /** Pages in the log from which a commit is followed by a checkpoint: 4,000 are 16 MB and some 20 ms. */
  checkpointFrames?: number
  /** Uses the store that rewrites the whole file at each commit, as when the inside of sql.js should have changed. */
  wholeFile?: boolean
}

const defaultCheckpointFrames = 4000

export const caseSchema: Schema = { migrations: caseMigrations, searchables: caseSearchables }

/** How often a case is opened to look at before what is wrong with it is believed. */
const mostLooks = 10

let assumption: string | null | undefined

/**
 * Opens (or makes) the case at `path`. Refused, in a sentence that names the file, when it is missing or already there,
 * not a case, from a newer version, or in the middle of another program's transaction; refused as `locked` when it is
 * open elsewhere, where it can still be opened with `readOnly`; refused as `damaged` when the quick check of every opening
 * fails (test/main/store/integrity.test.ts).
 */
export const openCase = async (path: string, options: OpenOptions = {}): Promise<Outcome<CaseFile>> => {
  for (let attempt = 1; ; attempt++) {
    const outcome = await openOnce(path, options)
    // Beside a writer that is just moving pages a sound case may look like a broken one.
    const mayPass = options.readOnly && !outcome.ok && ['damaged', 'broken'].includes(outcome.code)
    if (!mayPass || attempt === mostLooks) return outcome
    await new Promise(resolve => setTimeout(resolve, 5))
  }
}

const openOnce = async (path: string, options: OpenOptions): Promise<Outcome<CaseFile>> => {
  const disk = options.files ?? diskFileSystem
  const files = options.seal ? sealedDisk(disk, onlyKey(options.seal)) : disk
  const schema = options.schema ?? caseSchema
  let lock: Lock | null = null
  try {
    const real = realPathOf(files, path)
    const engine = await loadEngine(options.wasm)
    if (assumption === undefined) assumption = brokenAssumption(engine)
    const mustNotWrite = options.create ? false : canOnlyBeRead(files, path, real) || options.readOnly === true
    if (!mustNotWrite) lock = await lockUnlessReadOnly(files, path, real)
    if (options.create) createFile(engine, files, path, real, schema, options.create)
    const readOnly = lock === null
    const medium =
      options.wholeFile || assumption !== null
        ? openWholeFile(engine, real, { files, readOnly })
        : openPages(engine, real, {
            files,
            readOnly,
            ...(options.cacheBytes ? { cacheBytes: options.cacheBytes } : {}),
          })
    try {
      const connection = openConnection(medium.connect())
      const fault = options.create || options.readOnly ? null : quickFault(connection)
      if (fault !== null) throw damaged(path, fault)
      prepareSchema(connection, medium, files, real, readOnly, schema)
      return done(
        caseOver({
          files,
          path: real,
          readOnly,
          sealed: options.seal !== undefined && isSealedAt(disk, real),
          actor: options.actor ?? (() => ''),
          checkpointFrames: options.checkpointFrames ?? defaultCheckpointFrames,
          schema,
          meaning: options.meaning ?? noMeaning,
          medium,
          connection,
          lock,
        }),
      )
    } catch (error) {
      medium.close(false)
      throw medium.failure() ?? error
    }
  } catch (error) {
    try {
      lock?.release()
    } catch {
      // The reason of the refusal matters more; a lock left behind is taken over by the next to open.
    }
    if (error instanceof Refused) return refusal(error.code, error.message)
    const damage = damageIn(error)
    if (damage !== null) return refusal('damaged', damaged(path, damage).message)
    const reason = error instanceof Error ? error.message : String(error)
    return refusal('broken', `${path} cannot be ${options.create ? 'made' : 'opened'}: ${reason}.`)
  }
}
