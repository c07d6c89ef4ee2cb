import { type LoggedTable, loggedTable } from './change-log.ts'
import type { Database } from './connection.ts'

/**
 * Undo and redo from the log alone. An undo is a new transaction that applies the before-images of another one in
 * reverse; a redo is the undo of an undo. So nothing in the log is ever changed or removed, and the stacks of undo and
 * redo need not be kept anywhere: they follow from `undoOf`.
 */
type Transaction = { id: number; label: string; undoOf: number | null }

const transactionAt = (db: Database, id: number): Transaction | undefined =>
  db.get<Transaction>('select id, label, undoOf from tx where id <= ? order by id desc limit 1', [id])

/** The command at the bottom of a chain "undo of redo of undo of …", and whether the chain took it back. */
const rootOf = (db: Database, transaction: Transaction): { id: number; isUndo: boolean } => {
  let isUndo = false
  let current = transaction
  while (current.undoOf !== null) {
    isUndo = !isUndo
    const below = transactionAt(db, current.undoOf)
    if (below?.id !== current.undoOf) throw new Error(`Transaction ${current.undoOf} is missing from the log`)
    current = below
  }
  return { id: current.id, isUndo }
}

/** What undo would take back: the last command (or its redo) that is not taken back already. */
export const nextUndo = (db: Database): Transaction | null => {
  let transaction = transactionAt(db, Number.MAX_SAFE_INTEGER)
  while (transaction) {
    if (!rootOf(db, transaction).isUndo) return transaction
    const undone = transactionAt(db, transaction.undoOf ?? 0)
    transaction = undone && transactionAt(db, rootOf(db, undone).id - 1)
  }
  return null
}

/** What redo would take back: the last undo that no later command buried. */
export const nextRedo = (db: Database): Transaction | null => {
  let transaction = transactionAt(db, Number.MAX_SAFE_INTEGER)
  while (transaction) {
    if (rootOf(db, transaction).isUndo) return transaction
    if (transaction.undoOf === null) return null
    transaction = transactionAt(db, transaction.undoOf - 1)
  }
  return null
}

type Change = { seq: number; table: string; op: 'insert' | 'update' | 'delete' }

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

type Steps = Record<Change['op'], { expected: string; apply: string }>

/**
 * SQL that takes back one change (`?1` is its `seq`) of a table. Values go from the log to the row inside SQLite and
 * never through JavaScript, which would round large integers. `expected` finds a row when the current state of the
 * record is the after-image of the change.
 */
const stepsFor = ({ name, columns, key }: LoggedTable): Steps => {
  const table = quoted(name)
  const names = columns.map(column => column.name)
  const typeOf = new Map(columns.map(column => [column.name, column.type.toUpperCase()]))
  const path = (column: string, member = '') => `'$.${JSON.stringify(column).replaceAll("'", "''")}${member}'`
  const valueIn = (image: string, column: string) =>
    typeOf.get(column) === 'BLOB'
      ? `unhex(json_extract(${image}, ${path(column, '.hex')}))`
      : `json_extract(${image}, ${path(column)})`
  const isIn = (image: string, column: string) => `json_type(${image}, ${path(column)}) is not null`
  const keyInLog = key.map((column, index) =>
    key.length === 1 ? `cast(c.id as ${typeOf.get(column) || 'text'})` : `json_extract(c.id, '$[${index}]')`,
  )
  const row = `${table} as r, change as c where c.seq = ?1 and ${key
    .map((column, index) => `r.${quoted(column)} = ${keyInLog[index]}`)
    .join(' and ')}`
  const thisRow = `(${key.map(quoted).join(', ')}) in (select ${key.map(column => `r.${quoted(column)}`).join(', ')} from ${row})`
  const isAfter = (column: string) => {
    const value = `r.${quoted(column)}`
    const same = `${value} is ${valueIn('c.after', column)}`
    if (!['BLOB', 'TEXT'].includes(typeOf.get(column) ?? '')) return same
    const length = `json_extract(c.after, ${path(column, '.length')})`
    return `iif(json_type(c.after, ${path(column)}) = 'object' and ${length} is not null, length(${value}) = ${length}, ${same})`
  }
  const before = '(select before from change where seq = ?1)'
  return {
    insert: {
      expected: `select 1 from ${row} and ${names.map(isAfter).join(' and ')}`,
      apply: `delete from ${table} where ${thisRow}`,
    },
    update: {
      expected: `select 1 from ${row} and ${names.map(column => `iif(${isIn('c.after', column)}, ${isAfter(column)}, 1)`).join(' and ')}`,
      apply: `update ${table} set ${names
        .map(
          column => `${quoted(column)} = iif(${isIn(before, column)}, ${valueIn(before, column)}, ${quoted(column)})`,
        )
        .join(', ')} where ${thisRow}`,
    },
    delete: {
      expected: `select 1 where not exists (select 1 from ${row})`,
      apply: `insert into ${table} (${names.map(quoted).join(', ')}) select ${names
        .map(column => valueIn('c.before', column))
        .join(', ')} from change as c where c.seq = ?1`,
    },
  }
}

/**
 * Applies the before-images of `transaction` in reverse, inside the running transaction. Returns the table and id of
 * the row that stands in the way when something else changed since, and null when all went back.
 */
export const takeBack = (db: Database, transaction: number): { table: string; id: string } | null => {
  const steps = new Map<string, Steps>()
  const changes = db.all<Change & { id: string }>(
    `select seq, "table", id, op from change
     where tx = ?1 and seq between (select firstSeq from tx where id = ?1) and (select lastSeq from tx where id = ?1)
     order by seq desc`,
    [transaction],
  )
  db.run('pragma defer_foreign_keys = on')
  for (const { seq, table, id, op } of changes) {
    let known = steps.get(table)
    if (!known) {
      const schema = loggedTable(db, table)
      if (!schema) return { table, id }
      known = stepsFor(schema)
      steps.set(table, known)
    }
    const { expected, apply } = known[op]
    if (!db.get(expected, [seq])) return { table, id }
    if (db.run(apply, [seq]) !== 1) return { table, id }
  }
  return null
}
