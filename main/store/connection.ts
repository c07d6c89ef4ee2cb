import type { SqlDatabase, SqlStatement } from './engine.ts'

export type Value = string | number | null | Uint8Array

/**
 * What an operation is given: SQL in, plain rows out. Statements are prepared once and kept. Rows are objects by column
 * name; the row type is the caller's word. Half surrogate pairs in a text become U+FFFD, one for one, so that offsets
 * survive (UTF-8 cannot hold them).
 */
export type Database = {
  all<Row>(sql: string, parameters?: readonly Value[]): Row[]
  get<Row>(sql: string, parameters?: readonly Value[]): Row | undefined
  /** Runs one statement that changes rows and returns how many it changed, not counting triggers and cascades. */
  run(sql: string, parameters?: readonly Value[]): number
}

/** A database with what only the store may do. */
export type Connection = Database & {
  /** Runs several statements without parameters. */
  script(sql: string): void
  /** Rows changed since the connection was opened, by whatever means. */
  totalChanges(): number
  sqlite: SqlDatabase
  close(): void
}

/**
 * `recursive_triggers` makes REPLACE fire the delete triggers of the change log; without it a replaced row would vanish
 * unlogged. `trusted_schema` off: a case file from a stranger may carry views and triggers of its own.
 */
const connectionPragmas = `
pragma cache_size = -32768;
pragma foreign_keys = on;
pragma recursive_triggers = on;
pragma trusted_schema = off;
pragma cell_size_check = on;
`

const mostStatements = 512

type Prepared = { statement: SqlStatement; columns: string[] | null }

const halfPair = /\p{Surrogate}/u
const halfPairs = /\p{Surrogate}/gu

const bindable = (value: Value): Value =>
  typeof value === 'string' && halfPair.test(value) ? value.replace(halfPairs, '\ufffd') : value

export const openConnection = (sqlite: SqlDatabase): Connection => {
  sqlite.run(connectionPragmas)
  const prepared = new Map<string, Prepared>()

  const prepare = (sql: string): Prepared => {
    const kept = prepared.get(sql)
    if (kept) return kept
    if (prepared.size >= mostStatements) {
      const [oldest] = prepared
      if (oldest) {
        oldest[1].statement.free()
        prepared.delete(oldest[0])
      }
    }
    const fresh = { statement: sqlite.prepare(sql), columns: null }
    prepared.set(sql, fresh)
    return fresh
  }

  const rows = <Row>(sql: string, parameters: readonly Value[], most: number): Row[] => {
    const found: Row[] = []
    const entry = prepare(sql)
    const { statement } = entry
    try {
      if (parameters.length > 0) statement.bind(parameters.map(bindable))
      while (found.length < most && statement.step()) {
        entry.columns ??= statement.getColumnNames()
        const values = statement.get()
        const row: Record<string, Value> = {}
        for (const [index, column] of entry.columns.entries()) row[column] = values[index] as Value
        found.push(row as Row)
      }
    } finally {
      statement.reset()
    }
    return found
  }

  return {
    all: (sql, parameters = []) => rows(sql, parameters, Number.POSITIVE_INFINITY),
    get: <Row>(sql: string, parameters: readonly Value[] = []) => rows<Row>(sql, parameters, 1)[0],
    run: (sql, parameters = []) => {
      rows(sql, parameters, Number.POSITIVE_INFINITY)
      return sqlite.getRowsModified()
    },
    script: sql => {
      sqlite.run(sql)
    },
    totalChanges: () => rows<{ count: number }>('select total_changes() as count', [], 1)[0]?.count ?? 0,
    sqlite,
    close: () => {
      for (const { statement } of prepared.values()) statement.free()
      prepared.clear()
      sqlite.close()
    },
  }
}
