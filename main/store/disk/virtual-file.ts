import type { Engine, SqlDatabase } from '../engine.ts'

/**
 * The one file that depends on the inside of sql.js.
 *
 * `new SQL.Database(data)` copies `data` into its file system in memory with `data.slice(0, length)` and from then on
 * asks that copy for nothing but `length`, `subarray(from, to)` and `set(bytes, position)`. So whoever answers `slice`
 * IS the file. This is not documented: the version of sql.js is pinned, `brokenAssumption` tries it at every start, and
 * `test/main/store/disk/virtual-file.test.ts` names the assumption that broke.
 */
export type PageSource = {
  /** Bytes in the file now. */
  size(): number
  /** The bytes from `start` to `end`; the caller copies them before it asks again. */
  read(start: number, end: number): Uint8Array
  /** Called only while SQLite commits; `bytes` must be copied at once. */
  write(bytes: Uint8Array, position: number): void
  /** SQLite cut the file to `size` bytes. From here on it no longer uses this source: attach again. */
  truncated(size: number): void
}

/** More than any file: so that the file in memory never outgrows its "capacity" and is never replaced by a plain array. */
const endlessCapacity = 2 ** 46

/**
 * Opens a database whose file is `source`. An exception may not pass through WebAssembly, and how to report an error to
 * it changes with every build. So when a read fails SQLite is given zeros, when a write fails it is not told, and
 * `failed` learns why: whoever opened the database must distrust every answer since.
 */
export const openOverSource = (
  engine: Engine,
  source: PageSource,
  pageSize: number,
  failed: (error: unknown) => void,
): SqlDatabase => {
  let truncated = false
  const file = {
    length: endlessCapacity,
    subarray(start: number, end: number): Uint8Array {
      if (truncated) return new Uint8Array(0)
      // SQLite reads a page at most; only the copy-out before a truncation asks for more.
      if (end - start > pageSize) {
        truncated = true
        source.truncated(end)
        return new Uint8Array(0)
      }
      try {
        return source.read(start, end)
      } catch (error) {
        failed(error)
        return new Uint8Array(end - start)
      }
    },
    set(bytes: Uint8Array, position: number): void {
      try {
        source.write(bytes, position)
      } catch (error) {
        failed(error)
      }
    },
  }
  let adopted = false
  const data = {
    length: source.size(),
    slice(): typeof file {
      adopted = true
      return file
    },
    subarray(): never {
      throw new Error('sql.js no longer copies the file with slice()')
    },
  }
  // The type says "array of bytes"; the point of this file is that it need not be one.
  const database = new engine.Database(data as unknown as ArrayLike<number>)
  if (!adopted) throw new Error('sql.js no longer copies the file with slice()')
  return database
}

/** Settings without which SQLite would write outside COMMIT, keep a journal in memory files, or cut the file. */
export const virtualFilePragmas = `
pragma journal_mode = memory;
pragma locking_mode = exclusive;
pragma cache_spill = off;
pragma synchronous = off;
pragma temp_store = memory;
`

type Trial = { writes: number; truncated: number; bytes: Uint8Array; size: number }

const memorySource = (trial: Trial): PageSource => ({
  size: () => trial.size,
  read: (start, end) => trial.bytes.subarray(start, end),
  write: (bytes, position) => {
    trial.writes++
    trial.bytes.set(bytes, position)
    trial.size = Math.max(trial.size, position + bytes.length)
  },
  truncated: size => {
    trial.truncated = size
  },
})

/**
 * Tries every assumption of this file on a small database in memory and returns the first one that does not hold, as a
 * sentence, or null. A few milliseconds.
 */
export const brokenAssumption = (engine: Engine): string | null => {
  const pageSize = 4096
  const first = new engine.Database()
  first.run('create table probe (id integer primary key, text text); insert into probe values (1, hex(zeroblob(9000)))')
  const start = first.export()
  first.close()
  const trial: Trial = { writes: 0, truncated: 0, bytes: new Uint8Array(64 * pageSize), size: start.length }
  trial.bytes.set(start)
  const count = (database: SqlDatabase) => Number(database.exec('select count(*) from probe')[0]?.values[0]?.[0])
  let database: SqlDatabase | undefined
  try {
    database = openOverSource(engine, memorySource(trial), pageSize, () => {})
    database.run(virtualFilePragmas)
    if (count(database) !== 1) return 'A database opened over a virtual file does not show its rows.'
    database.run('begin; insert into probe values (2, hex(zeroblob(9000)))')
    if (trial.writes > 0) return 'SQLite writes pages before COMMIT.'
    database.run('rollback')
    if (trial.writes > 0) return 'SQLite writes pages at ROLLBACK.'
    database.run('begin; insert into probe values (2, hex(zeroblob(9000))); commit')
    if (trial.writes === 0) return 'A commit does not reach the virtual file.'
    const copy = new engine.Database(trial.bytes.slice(0, trial.size))
    const copied = count(copy)
    copy.close()
    if (copied !== 2) return 'What a commit wrote to the virtual file is not the whole of it.'
    database.run('delete from probe; vacuum')
    if (trial.truncated === 0) return 'A truncation goes unnoticed.'
    return null
  } catch (error) {
    return `The virtual file fails: ${error instanceof Error ? error.message : String(error)}.`
  } finally {
    database?.close()
  }
}
