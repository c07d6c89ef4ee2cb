import type { Engine } from '../engine.ts'
import { blockSize, createBlockCache } from './block-cache.ts'
import { type FileStamp, type FileSystem, type HalfRead, readAround } from './file-system.ts'
import type { Medium, Snapshot } from './medium.ts'
import { openOverSource, type PageSource, virtualFilePragmas } from './virtual-file.ts'
import { openWal, type Wal } from './wal.ts'
import { decodeHeader, headerSize } from './wal-format.ts'

export type PagesOptions = {
  files: FileSystem
  readOnly: boolean
  /** Bytes of the file kept in memory. */
  cacheBytes?: number
}

const defaultCacheBytes = 32 * 1024 * 1024
/** Bytes gathered for one write of a checkpoint. */
const gathered = 1024 * 1024

/** Name of the sidecar: SQLite's own, so that any SQLite finds it. */
export const walPath = (path: string): string => `${path}-wal`

/** Whether two looks at a file saw the same file in the same state. */
export const sameStamp = (one: FileStamp | null, other: FileStamp | null): boolean =>
  one !== null &&
  other !== null &&
  one.inode === other.inode &&
  one.device === other.device &&
  one.size === other.size &&
  one.modified === other.modified

/** Page size of the database in `file`, from its header (https://www.sqlite.org/fileformat2.html). */
const readPageSize = (files: FileSystem, file: number, path: string): number => {
  const bytes = new Uint8Array(100)
  const { count, hurt } = readAround(files, file, bytes, 0)
  if (count < bytes.length) throw new Error('the file is shorter than the header of a database')
  // Of a sealed case a checkpoint that was cut short may have left the first page half written: the log says it.
  if (hurt) return readLoggedPageSize(files, walPath(path), hurt)
  const stated = new DataView(bytes.buffer).getUint16(16)
  return stated === 1 ? 65_536 : stated
}

/** Page size of the database by the header of its log; throws `otherwise` where there is none. */
const readLoggedPageSize = (files: FileSystem, path: string, otherwise: Error): number => {
  if (!files.stamp(path)) throw otherwise
  const log = files.open(path, 'r')
  try {
    const bytes = new Uint8Array(headerSize)
    const header = files.read(log, bytes, 0) === headerSize ? decodeHeader(bytes) : null
    if (!header) throw otherwise
    return header.pageSize
  } finally {
    files.close(log)
  }
}

/** Where the header says by a 2 that the database is in WAL mode. */
const formatVersions = { start: 18, end: 20 }

/**
 * What SQLite is shown instead of the start of a file that another program left in WAL mode, which SQLite inside
 * WebAssembly cannot share: the same in rollback mode. Its first commit makes that true.
 */
const inRollbackMode = (bytes: Uint8Array, start: number): Uint8Array => {
  if (start > formatVersions.start || start + bytes.length < formatVersions.end) return bytes
  const copy = bytes.slice()
  copy.fill(1, formatVersions.start - start, formatVersions.end - start)
  return copy
}

/**
 * A case on disk: SQLite reads pages of the real file through a cache, a commit appends its pages to the log, a
 * checkpoint moves them into the file. Nothing is held in memory as a whole.
 */
export const openPages = (engine: Engine, path: string, options: PagesOptions): Medium => {
  const { files, readOnly } = options
  const mode = readOnly ? 'r' : 'r+'

  let main: number
  let wal: Wal
  let pageSize = 0
  let pageCount = 0
  let mainStamp: FileStamp | null = null
  let truncatedTo: number | null = null
  let failure: unknown = null
  /** How often the files were opened: what a snapshot holds is gone with the next time. */
  let loaded = 0
  let isLoaded = false
  let snapshots = 0

  /**
   * Pages, by their positions, that were half written when they were read with their neighbours: none of them may be
   * needed, for the log has the newer one.
   */
  const holes = new Map<number, HalfRead>()

  const cache = createBlockCache((into, position) => {
    for (const hole of holes.keys()) if (hole >= position && hole < position + into.length) holes.delete(hole)
    const found = readAround(files, main, into, position)
    into.fill(0, found.count)
    for (const hole of found.holes) if (found.hurt) holes.set(hole - (hole % pageSize), found.hurt)
  }, options.cacheBytes ?? defaultCacheBytes)

  const fromFile = (start: number): Uint8Array => {
    const block = cache.block(start)
    const hurt = holes.size === 0 ? undefined : holes.get(start - (start % pageSize))
    if (hurt) throw hurt
    return block
  }

  const load = (): void => {
    main = files.open(path, mode)
    try {
      pageSize = readPageSize(files, main, path)
      wal = openWal(files, walPath(path), pageSize, readOnly)
      mainStamp = files.stampOf(main)
    } catch (error) {
      // A writer elsewhere may remove its log just as it is opened here: whoever tries again begins anew.
      files.close(main)
      throw error
    }
    pageCount = wal.pageCount() ?? Math.floor(mainStamp.size / pageSize)
    cache.clear()
    holes.clear()
    truncatedTo = null
    isLoaded = true
    loaded++
  }

  const unload = (): void => {
    loaded++
    if (!isLoaded) return
    isLoaded = false
    wal.close()
    files.close(main)
  }

  const source: PageSource = {
    size: () => pageCount * pageSize,
    read: (start, end) => {
      const page = Math.floor(start / pageSize) + 1
      const logged = wal.page(page)
      const [from, base] = logged ? [logged, (page - 1) * pageSize] : [fromFile(start), start - (start % blockSize)]
      const bytes = from.subarray(start - base, end - base)
      return page === 1 ? inRollbackMode(bytes, start) : bytes
    },
    write: (bytes, position) => {
      if (readOnly) throw new Error('The case is open for reading only')
      if (bytes.length !== pageSize || position % pageSize !== 0)
        throw new Error('SQLite wrote something other than one whole page')
      const number = position / pageSize + 1
      pageCount = Math.max(pageCount, number)
      wal.add(bytes, number)
    },
    truncated: size => {
      truncatedTo = size
    },
  }

  const checkpoint = (): void => {
    if (wal.frames() === 0 || snapshots > 0) return
    // The order is what makes a crash harmless: log durable, pages into the file, file durable, only then a new log.
    wal.sync()
    const run = new Uint8Array(Math.max(gathered, pageSize))
    let first = 0
    let length = 0
    const writeRun = (): void => {
      if (length === 0) return
      files.write(main, run.subarray(0, length), first)
      cache.patch(run.subarray(0, length), first)
      for (const hole of holes.keys()) if (hole >= first && hole < first + length) holes.delete(hole)
      length = 0
    }
    for (const number of wal.pages()) {
      if (number > pageCount) break
      const page = wal.page(number)
      if (!page) continue
      const position = (number - 1) * pageSize
      if (position !== first + length || length + pageSize > run.length) writeRun()
      if (length === 0) first = position
      run.set(page, length)
      length += pageSize
    }
    writeRun()
    const size = pageCount * pageSize
    if (files.stampOf(main).size > size) {
      files.truncate(main, size)
      cache.clear()
    }
    files.sync(main)
    wal.restart()
    mainStamp = files.stampOf(main)
  }

  /** A commit only ever adds to the log, and checkpoints wait: so the pages as they are now stay where they are. */
  const snapshot = (): Snapshot => {
    const state = loaded
    const frames = wal.frozen()
    const count = pageCount
    let held = true
    snapshots++
    return {
      size: count * pageSize,
      read: (into, position) => {
        if (!held || loaded !== state) throw new Error('the case was closed or changed by another program meanwhile')
        const found = readAround(files, main, into, position)
        into.fill(0, found.count)
        const hurt = new Set(found.holes.map(hole => hole - (hole % pageSize)))
        for (let at = 0; at < into.length; at += pageSize) {
          const page = (position + at) / pageSize + 1
          const isLogged = frames.read(page, into.subarray(at, at + pageSize))
          if (!isLogged && found.hurt && hurt.has(position + at)) throw found.hurt
          if (page === 1) into.set(inRollbackMode(into.subarray(at, at + pageSize), 0), at)
        }
      },
      release: () => {
        if (held) snapshots--
        held = false
      },
    }
  }

  /**
   * Whoever only reads cannot go by the size of the log: after a checkpoint its writer writes over what is there. So the
   * log itself tells, by its salts and by what follows the last commit (test/main/store/disk/reading-beside.test.ts).
   */
  const disturbed = (): boolean => {
    if (!isLoaded || !sameStamp(files.stamp(path), mainStamp)) return true
    return readOnly ? !wal.sameSalts() || wal.continued() : !logUntouched(files, path, wal)
  }

  load()

  return {
    isIncremental: true,
    connect: () => {
      if (disturbed()) {
        unload()
        load()
      }
      failure = null
      const connection = openOverSource(engine, source, pageSize, error => {
        failure = error
      })
      connection.run(virtualFilePragmas)
      return connection
    },
    disturbed,
    overtaken: () => !isLoaded || !sameStamp(files.stamp(path), mainStamp) || !wal.sameSalts(),
    commit: () => {
      if (truncatedTo !== null) pageCount = Math.floor(truncatedTo / pageSize)
      // Without this a change inside sql.js would turn commits into memory that is lost at the end.
      if (!wal.pending()) throw new Error('a commit did not reach the file')
      wal.commit(pageCount)
      const replace = truncatedTo !== null
      truncatedTo = null
      return replace
    },
    pending: () => wal.pending() || truncatedTo !== null,
    waiting: () => wal.frames(),
    checkpoint,
    snapshot,
    failure: () => failure,
    close: clean => {
      if (clean && !readOnly) {
        snapshots = 0
        checkpoint()
        loaded++
        wal.remove()
        files.close(main)
      } else unload()
    },
  }
}

const logUntouched = (files: FileSystem, path: string, wal: Wal): boolean => {
  const ours = wal.stamp()
  const found = files.stamp(walPath(path))
  if (!ours || !found) return !ours && !found
  return ours.inode === found.inode && ours.size === found.size
}
