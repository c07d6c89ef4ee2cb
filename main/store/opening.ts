import { extname } from 'node:path'
import { Refused } from '../../shared/outcome.ts'
import { say } from '../say.ts'
import { type Connection, type Database, openConnection } from './connection.ts'
import { damaged } from './damage.ts'
import { copySteps, takeAllSteps } from './disk/copy.ts'
import { type FileSystem, hasCode, readAround, replaceFile } from './disk/file-system.ts'
import { type Lock, takeLock } from './disk/lock.ts'
import type { Medium } from './disk/medium.ts'
import { sayOccupied } from './disk/occupied.ts'
import { walPath } from './disk/pages.ts'
import { hasSealedSize } from './disk/sealed-content.ts'
import { isSealedAt } from './disk/sealed-header.ts'
import type { Engine } from './engine.ts'
import { migrate, type Schema, schemaState, schemaVersion } from './migrate.ts'

const sqliteMagic = 'SQLite format 3\0'
const journalMagic = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7]

/** Null where they cannot be believed, and a log may have them. */
const firstBytes = (files: FileSystem, path: string, count: number): Uint8Array | null => {
  const file = files.open(path, 'r')
  try {
    const bytes = new Uint8Array(count)
    const { count: read, hurt } = readAround(files, file, bytes, 0)
    return hurt && files.stamp(walPath(path)) ? null : bytes.subarray(0, read)
  } finally {
    files.close(file)
  }
}

/** The one name of the file at `path`, links followed. */
export const realPathOf = (files: FileSystem, path: string): string => {
  try {
    return files.realPath(path)
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) throw new Refused(say('store.noFolder', { path }))
    throw error
  }
}

/** Whether another program stopped in the middle of a change, or is in the middle of one: its journal says how to take it back. */
export const hasForeignJournal = (files: FileSystem, real: string): boolean => {
  const journal = `${real}-journal`
  if (!files.stamp(journal)) return false
  const head = firstBytes(files, journal, 8)
  return journalMagic.every((byte, index) => head?.[index] === byte)
}

const notAllowed = ['EACCES', 'EPERM', 'EROFS']

/** A file of whole pages with the ending of a case that does not begin like one: its first page is gone. */
const isDamagedCase = (files: FileSystem, real: string, start: Uint8Array): boolean => {
  const size = files.stamp(real)?.size ?? 0
  const isWhole = size > 0 && (size % 4096 === 0 || hasSealedSize(size)) && extname(real) === '.gloss'
  return isWhole && new TextDecoder('latin1').decode(start) !== sqliteMagic
}

/** Refuses what is not a database at rest, or sealed for whoever asks; returns whether the file can only be read. */
export const canOnlyBeRead = (files: FileSystem, path: string, real: string): boolean => {
  if (!files.stamp(real)) throw new Refused(say('store.noCase', { path }))
  const start = firstBytes(files, real, 16)
  if (isSealedAt(files, real)) throw new Refused(say('sealed.needsPassphrase', { path }), 'sealed')
  if (start && isDamagedCase(files, real, start)) throw damaged(path, say('store.strangeBeginning'))
  if (start && new TextDecoder('latin1').decode(start) !== sqliteMagic)
    throw new Refused(say('store.notACase', { path, empty: String(start.length === 0) }))
  if (hasForeignJournal(files, real))
    throw new Refused(say('store.foreignJournal', { path, journal: `${real}-journal` }))
  try {
    files.close(files.open(real, 'r+'))
    return false
  } catch (error) {
    if (hasCode(error, ...notAllowed)) return true
    throw error
  }
}

/** Takes the lock; null where nothing can be written into the folder, so that the case can only be looked at. */
export const lockUnlessReadOnly = async (files: FileSystem, path: string, real: string): Promise<Lock | null> => {
  const taken = await takeLock(files, real).catch((error: unknown) => {
    if (hasCode(error, ...notAllowed)) return null
    throw error
  })
  if (taken === null || 'held' in taken) return taken
  throw new Refused(sayOccupied(path, taken), 'locked')
}

/** What a new case begins with, beside its schema. */
export type FirstContent = (db: Database) => void

/** A case without content by its schema. All its steps and triggers take a fifth of a second; its bytes none. */
const blankCases = new WeakMap<Schema, Uint8Array>()

const blankCase = (engine: Engine, schema: Schema): Uint8Array => {
  const known = blankCases.get(schema)
  if (known) return known
  const connection = openConnection(new engine.Database())
  try {
    connection.script('pragma page_size = 4096')
    migrate(connection, schema)
    const bytes = connection.sqlite.export()
    blankCases.set(schema, bytes)
    return bytes
  } finally {
    connection.close()
  }
}

/**
 * Makes the file in memory and puts it in place whole: a case that is half made never exists
 * (test/main/store/opening.test.ts). What it begins with is no command of the log: taking it back would leave no case.
 */
export const createFile = (
  engine: Engine,
  files: FileSystem,
  path: string,
  real: string,
  schema: Schema,
  content: FirstContent,
): void => {
  if (files.stamp(real)) throw new Refused(say('store.alreadyThere', { path }))
  for (const left of [`${real}-wal`, `${real}-journal`])
    if (files.stamp(left)) throw new Refused(say('store.leftBehind', { left }))
  const connection = openConnection(new engine.Database(blankCase(engine, schema)))
  try {
    connection.run('begin')
    content(connection)
    connection.run('delete from change')
    connection.run('commit')
    const bytes = connection.sqlite.export()
    replaceFile(files, real, file => files.write(file, bytes, 0))
  } finally {
    connection.close()
  }
}

/** Refuses what is not a case of today or before; brings an older one up to date, after a copy of it as it was. */
export const prepareSchema = (
  connection: Connection,
  medium: Medium,
  files: FileSystem,
  path: string,
  readOnly: boolean,
  schema: Schema,
): void => {
  const state = schemaState(connection, schema)
  if (state === 'current') return
  if (state === 'foreign') throw new Refused(say('store.foreignDatabase', { path }))
  if (state === 'newer')
    throw new Refused(
      say('store.newerVersion', { path, schema: schemaVersion(connection), known: schema.migrations.length }),
    )
  if (readOnly) throw new Refused(say('store.olderReadOnly', { path }))
  const copy = copyName(files, path, schemaVersion(connection))
  takeAllSteps(copySteps(files, medium, copy))
  try {
    migrate(connection, schema)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Refused(say('store.notUpdated', { path, reason, copy }), 'broken')
  }
  medium.commit(connection.sqlite)
}

const copyName = (files: FileSystem, path: string, version: number): string => {
  const extension = extname(path)
  const stem = path.slice(0, path.length - extension.length)
  for (let number = 1; ; number++) {
    const name = `${stem} (schema ${version}${number > 1 ? `, ${number}` : ''})${extension}`
    if (!files.stamp(name)) return name
  }
}
