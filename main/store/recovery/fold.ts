import type { Database, Value } from '../connection.ts'
import type { Row } from './salvage.ts'

/** A row as the change log last left it; null where it was deleted. */
export type Folded = { table: string; id: string; row: Row | null }

type Logged = { table: string; id: string; op: string; before: string | null; after: string | null }

const fromHex = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'))

/** The values of an image of the log. What it only gives the length of is left out. */
const valuesIn = (image: string | null): Row => {
  if (image === null) return {}
  const entries = Object.entries(JSON.parse(image) as Record<string, unknown>).flatMap(
    ([column, value]): [string, Value][] => {
      if (typeof value !== 'object' || value === null) return [[column, value as Value]]
      return 'hex' in value ? [[column, fromHex(String(value.hex))]] : []
    },
  )
  return Object.fromEntries(entries)
}

const abbreviated = (image: string | null): string[] =>
  image === null
    ? []
    : Object.entries(JSON.parse(image) as Record<string, unknown>).flatMap(([column, value]) =>
        typeof value === 'object' && value !== null && 'length' in value ? [column] : [],
      )

/**
 * What the change log says the rows of these tables came to, oldest change first. A value that the log abbreviates is not
 * in the row, and neither is one that it never saw.
 */
export const foldLog = (db: Database, tables: ReadonlySet<string>): Map<string, Folded> => {
  const folded = new Map<string, Folded>()
  let from = 0
  for (;;) {
    const some = db.all<Logged & { seq: number }>(
      'select seq, "table", id, op, before, after from change where seq > ? order by seq limit 500',
      [from],
    )
    for (const { seq, table, id, op, after } of some) {
      from = seq
      if (!tables.has(table)) continue
      const name = `${table} ${id}`
      const before = folded.get(name)?.row ?? {}
      if (op === 'delete') folded.set(name, { table, id, row: null })
      else {
        const row: Row = op === 'insert' ? {} : { ...before }
        for (const column of abbreviated(after)) delete row[column]
        folded.set(name, { table, id, row: { ...row, ...valuesIn(after) } })
      }
    }
    if (some.length === 0) return folded
  }
}
