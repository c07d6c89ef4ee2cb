import { type Connection, openConnection } from '../connection.ts'
import { openOverSource } from '../disk/virtual-file.ts'
import type { Engine } from '../engine.ts'
import { childrenOf, type RawPages, renumberChildren } from './raw-pages.ts'

/** A line of `sqlite_schema`: which tree a table or an index is. */
export type Tree = { type: 'table' | 'index'; name: string; tbl_name: string; rootpage: number; sql: string | null }

/** A small database whose schema says exactly this and whose pages nobody will look at. A root of 0 becomes `blank`. */
const schemaFile = (engine: Engine, pageSize: number, trees: readonly Tree[], blank: number): Uint8Array => {
  const made = new engine.Database()
  try {
    made.run(`pragma page_size = ${pageSize}; create table gone (a); drop table gone; pragma writable_schema = on`)
    for (const { type, name, tbl_name, rootpage, sql } of trees)
      made.run('insert into sqlite_schema (type, name, tbl_name, rootpage, sql) values (?, ?, ?, ?, ?)', [
        type,
        name,
        tbl_name,
        rootpage || blank,
        sql,
      ])
    return made.export()
  } finally {
    made.close()
  }
}

/** Reading forgives what it can: an error is then about the rows that were asked for. */
const forgiving = 'pragma writable_schema = on; pragma cell_size_check = off; pragma query_only = on'

/**
 * Opens a damaged file under a schema of ours: the pages are the file's, but the first page and with it the schema are
 * made here, from these trees. So neither a damaged header nor a damaged schema hides the rows, and any page can be read
 * as the root of any table; a tree whose root is not known (0) is one that cannot be read. Nothing can be written.
 */
export const openUnderSchema = (engine: Engine, pages: RawPages, trees: readonly Tree[]): Connection => {
  const { pageSize, count } = pages
  // Behind the pages of the file: one that is none, and those of the schema.
  const blank = count + 1
  const file = schemaFile(engine, pageSize, trees, blank)
  const part = (number: number) => file.slice((number - 1) * pageSize, number * pageSize)
  const places = new Map<number, number>()
  const made = new Map<number, Uint8Array>()
  const place = (number: number): void => {
    const bytes = part(number)
    const own = number === 1 ? 1 : blank + places.size + 1
    if (number !== 1) places.set(number, own)
    made.set(own, bytes)
    for (const child of childrenOf(bytes, number)) place(child)
    renumberChildren(bytes, number, child => places.get(child) ?? child)
  }
  place(1)
  const size = blank + places.size
  const first = made.get(1)
  if (first) {
    const header = new DataView(first.buffer, first.byteOffset, first.length)
    header.setUint32(28, size)
    // No page is free: nothing of ours asks for one.
    header.setUint32(32, 0)
    header.setUint32(36, 0)
  }
  let kept: { number: number; bytes: Uint8Array } | null = null
  const sqlite = openOverSource(
    engine,
    {
      size: () => size * pageSize,
      read: (start, end) => {
        const number = Math.floor(start / pageSize) + 1
        if (kept?.number !== number) kept = { number, bytes: made.get(number) ?? pages.page(number) }
        const from = (number - 1) * pageSize
        return kept.bytes.subarray(start - from, end - from)
      },
      write: () => {
        throw new Error('A damaged file is only read')
      },
      truncated: () => undefined,
    },
    pageSize,
    () => undefined,
  )
  sqlite.run('pragma writable_schema = on')
  const connection = openConnection(sqlite)
  connection.script(forgiving)
  return connection
}

/** What the file itself says of its tables and indexes, as far as that can be read. */
export const ownTrees = (engine: Engine, pages: RawPages): Map<string, number> => {
  const roots = new Map<string, number>()
  const first = pages.page(1)
  const header = new DataView(first.buffer)
  // Only the part of the header that says what every case says; a damaged one hides the schema behind it.
  first.set(new TextEncoder().encode('SQLite format 3\0'), 0)
  header.setUint16(16, pages.pageSize === 65_536 ? 1 : pages.pageSize)
  first.set([1, 1, 0, 64, 32, 32], 18)
  header.setUint32(28, pages.count)
  header.setUint32(92, header.getUint32(24))
  header.setUint32(32, 0)
  header.setUint32(36, 0)
  header.setUint32(44, 4)
  header.setUint32(52, 0)
  header.setUint32(56, 1)
  header.setUint32(64, 0)
  const sqlite = openOverSource(
    engine,
    {
      size: () => pages.count * pages.pageSize,
      read: (start, end) => {
        const number = Math.floor(start / pages.pageSize) + 1
        const from = (number - 1) * pages.pageSize
        return (number === 1 ? first : pages.page(number)).subarray(start - from, end - from)
      },
      write: () => undefined,
      truncated: () => undefined,
    },
    pages.pageSize,
    () => undefined,
  )
  try {
    sqlite.run('pragma writable_schema = on')
    for (const order of ['', ' order by rowid desc'])
      try {
        const rows = sqlite.prepare(`select type, name, rootpage from sqlite_schema${order}`)
        try {
          while (rows.step()) {
            const [type, name, root] = rows.get()
            if ((type === 'table' || type === 'index') && typeof name === 'string' && typeof root === 'number')
              roots.set(name, root)
          }
        } finally {
          rows.free()
        }
      } catch {
        // As far as it goes.
      }
  } catch {
    // Nothing of the schema can be read.
  } finally {
    sqlite.close()
  }
  return roots
}
