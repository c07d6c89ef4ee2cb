import type { Engine } from '../engine.ts'
import { type FileStamp, type FileSystem, readAround, replaceFile } from './file-system.ts'
import type { Medium } from './medium.ts'
import { sameStamp, walPath } from './pages.ts'
import { openWal } from './wal.ts'

/**
 * The store to fall back on when the inside of sql.js is no longer what `virtual-file.ts` needs: the database is in
 * memory, and each commit writes all of it to a new file that replaces the old one. As safe, but each edit costs as
 * much as the case is large. Uses nothing of sql.js but what is documented.
 */
export const openWholeFile = (
  engine: Engine,
  path: string,
  { files, readOnly }: { files: FileSystem; readOnly: boolean },
): Medium => {
  let stamp: FileStamp | null = null
  const load = (): Uint8Array => {
    const recovered = withLog(files, path)
    if (recovered.logged && !readOnly) {
      replaceFile(files, path, file => files.write(file, recovered.bytes, 0))
      files.unlink(walPath(path))
    }
    stamp = files.stamp(path)
    return recovered.bytes
  }

  return {
    isIncremental: false,
    connect: () => new engine.Database(load()),
    disturbed: () => !sameStamp(files.stamp(path), stamp),
    overtaken: () => false,
    commit: current => {
      const bytes = current.export()
      replaceFile(files, path, file => files.write(file, bytes, 0))
      stamp = files.stamp(path)
      // Older versions of sql.js forget settings and statements when they export.
      return true
    },
    pending: () => false,
    waiting: () => 0,
    checkpoint: () => {},
    snapshot: () => {
      const { bytes } = withLog(files, path)
      return {
        size: bytes.length,
        read: (into, position) => into.set(bytes.subarray(position, position + into.length)),
        release: () => {},
      }
    },
    failure: () => null,
    close: () => {},
  }
}

/** The whole database at `path` with what a log beside it adds, in rollback format. */
const withLog = (files: FileSystem, path: string): { bytes: Uint8Array; logged: boolean } => {
  const file = files.open(path, 'r')
  const bytes = new Uint8Array(files.stampOf(file).size)
  const { holes, hurt } = readAround(files, file, bytes, 0)
  files.close(file)
  const stated = new DataView(bytes.buffer).getUint16(16)
  const pageSize = stated === 1 ? 65_536 : stated
  const wal = openWal(files, walPath(path), pageSize, true)
  try {
    const pageCount = wal.pageCount()
    const whole = new Uint8Array(pageCount === null ? bytes.length : pageCount * pageSize)
    whole.set(bytes.subarray(0, whole.length))
    for (const page of wal.pages()) {
      const content = wal.page(page)
      if (content && page * pageSize <= whole.length) whole.set(content, (page - 1) * pageSize)
    }
    const logged = new Set(wal.pages())
    if (hurt && holes.some(hole => !logged.has(Math.floor(hole / pageSize) + 1))) throw hurt
    // Write and read version 1: SQLite in memory cannot share a log.
    whole.set([1, 1], 18)
    return { bytes: whole, logged: wal.stamp() !== null }
  } finally {
    wal.close()
  }
}
