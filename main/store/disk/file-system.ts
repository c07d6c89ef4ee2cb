import {
  closeSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

/** What tells one state of a file from another without reading it. */
export type FileStamp = { device: number; inode: number; size: number; modified: number }

/**
 * Every call with which the store touches a disk, and no other: so that a test can put a disk in its place that tears,
 * reorders and forgets, and a sealed case one that encrypts. Positions and sizes are bytes. All calls throw what Node throws.
 */
export type FileSystem = {
  /** `wx+` makes a new file and fails with EEXIST if there is one. */
  open(path: string, mode: 'r' | 'r+' | 'wx+'): number
  /** Fills `into` from `position`; fewer bytes only at the end of the file. A sealed disk may throw {@link HalfRead}. */
  read(file: number, into: Uint8Array, position: number): number
  /** Writes all of `bytes` at `position`. */
  write(file: number, bytes: Uint8Array, position: number): void
  truncate(file: number, size: number): void
  /** Returns when the content and the size of the file are on the medium. */
  sync(file: number): void
  /** Returns when the name of `path` in its directory is on the medium. */
  syncDirectoryOf(path: string): void
  close(file: number): void
  stamp(path: string): FileStamp | null
  stampOf(file: number): FileStamp
  /** The absolute path without links, so that one file has one name; of a file that is not there yet, too. */
  realPath(path: string): string
  rename(from: string, to: string): void
  /** Gives the file a second name; fails with EEXIST if there is one, and on drives that know no second names. */
  link(from: string, to: string): void
  unlink(path: string): void
  /** Makes the file modified now. */
  touch(path: string): void
  /** Nothing happens when it is there. */
  makeFolder(path: string): void
  /** The names in a folder, none where there is no such folder. */
  names(folder: string): string[]
}

/**
 * Part of what was read cannot be believed: `holes` are the positions in the file of its units that do not open, which
 * were given as zeros; everything else is what it is. `count` is what `read` would have answered.
 */
export class HalfRead extends Error {
  constructor(
    readonly count: number,
    readonly holes: readonly number[],
  ) {
    super('a part of the file is damaged or was changed from outside: it does not open under the passphrase')
    this.name = 'HalfRead'
  }
}

/** Reads like the disk, but leaves it to the caller what to do about holes. */
export const readAround = (
  files: FileSystem,
  file: number,
  into: Uint8Array,
  position: number,
): { count: number; holes: readonly number[]; hurt: HalfRead | null } => {
  try {
    return { count: files.read(file, into, position), holes: [], hurt: null }
  } catch (error) {
    if (error instanceof HalfRead) return { count: error.count, holes: error.holes, hurt: error }
    throw error
  }
}

const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** Whether `error` is Node's error of one of these codes. */
export const hasCode = (error: unknown, ...codes: string[]): boolean => codes.includes(errorCode(error))

const stampFrom = (stats: { dev: number; ino: number; size: number; mtimeMs: number }): FileStamp => ({
  device: stats.dev,
  inode: stats.ino,
  size: stats.size,
  modified: stats.mtimeMs,
})

/** The real disk. */
export const diskFileSystem: FileSystem = {
  open: (path, mode) => openSync(path, mode, 0o600),
  read: (file, into, position) => {
    let done = 0
    while (done < into.length) {
      const count = readSync(file, into, done, into.length - done, position + done)
      if (count === 0) break
      done += count
    }
    return done
  },
  write: (file, bytes, position) => {
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done, position + done)
  },
  truncate: ftruncateSync,
  sync: fdatasyncSync,
  syncDirectoryOf: path => {
    try {
      const directory = openSync(dirname(path), 'r')
      try {
        fsyncSync(directory)
      } finally {
        closeSync(directory)
      }
    } catch (error) {
      // Windows cannot open or flush a directory and keeps names by its own journal.
      if (!hasCode(error, 'EPERM', 'EISDIR', 'EINVAL', 'EACCES')) throw error
    }
  },
  close: closeSync,
  stamp: path => {
    const stats = statSync(path, { throwIfNoEntry: false })
    return stats ? stampFrom(stats) : null
  },
  stampOf: file => stampFrom(fstatSync(file)),
  realPath: path => {
    const absolute = resolve(path)
    try {
      return realpathSync(absolute)
    } catch (error) {
      if (!hasCode(error, 'ENOENT')) throw error
      return join(realpathSync(dirname(absolute)), basename(absolute))
    }
  },
  rename: renameSync,
  link: linkSync,
  unlink: unlinkSync,
  touch: path => {
    const now = new Date()
    utimesSync(path, now, now)
  },
  makeFolder: path => {
    mkdirSync(path, { recursive: true })
  },
  names: folder => {
    try {
      return readdirSync(folder)
    } catch (error) {
      if (hasCode(error, 'ENOENT', 'ENOTDIR')) return []
      throw error
    }
  },
}

/** The whole file at `path`. */
export const readWhole = (files: FileSystem, path: string): Uint8Array => {
  const file = files.open(path, 'r')
  try {
    const bytes = new Uint8Array(files.stampOf(file).size)
    return bytes.subarray(0, files.read(file, bytes, 0))
  } finally {
    files.close(file)
  }
}

/**
 * Puts a file at `path` so that at every moment, power cuts included, there is either the old one or all of the new.
 * `fill` writes the content into a fresh file, `path-new`.
 */
export const replaceFile = (files: FileSystem, path: string, fill: (file: number) => void): void => {
  const fresh = `${path}-new`
  if (files.stamp(fresh)) files.unlink(fresh)
  const file = files.open(fresh, 'wx+')
  try {
    fill(file)
    files.sync(file)
  } catch (error) {
    files.close(file)
    files.unlink(fresh)
    throw error
  }
  files.close(file)
  files.rename(fresh, path)
  files.syncDirectoryOf(path)
}
