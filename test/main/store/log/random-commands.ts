import type { Database, Value } from '../../../../main/store/case-file.ts'
import { type LoggedTable, loggedTables } from '../../../../main/store/log/change-log.ts'

/** Numbers from a seed: the same seed gives the same commands. */
export type Chance = { below(most: number): number; oneOf<Item>(items: readonly Item[]): Item }

export const chanceFrom = (seed: number): Chance => {
  let state = (seed >>> 0) + 0x9e3779b9
  const below = (most: number): number => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0
    const mixed = Math.imul(state ^ (state >>> 13), 0x297a2d39) >>> 0
    return ((mixed ^ (mixed >>> 16)) >>> 0) % most
  }
  return {
    below,
    oneOf: items => {
      const item = items[below(items.length)]
      if (item === undefined) throw new Error('Nothing to choose from')
      return item
    },
  }
}

type ForeignKey = { from: string; table: string; to: string | null }

/** What the schema says of the rows of a table, read from its own words: so that a new table needs no new generator. */
type Kind = { table: LoggedTable; required: Set<string>; links: ForeignKey[]; checkOf(column: string): string }

const kindOf = (db: Database, table: LoggedTable): Kind => {
  const { sql } = db.get<{ sql: string }>('select sql from sqlite_schema where name = ?', [table.name]) ?? { sql: '' }
  // A column that a migration added stands in the same line as the one before.
  const lines = sql.split(/\n|, (?=\w+ (?:text|integer|real|blob)\b)/).map(line => line.trim())
  return {
    table,
    required: new Set(
      db
        .all<{ name: string }>('select name from pragma_table_info(?) where "notnull" = 1 or pk > 0', [table.name])
        .map(({ name }) => name),
    ),
    links: db.all<ForeignKey>('select "from", "table", "to" from pragma_foreign_key_list(?)', [table.name]),
    checkOf: column => lines.find(line => line.startsWith(`${column} `) || line.startsWith(`"${column}" `)) ?? '',
  }
}

const words = [
  'fund',
  'It’s “quoted”',
  'null',
  '{"length":4}',
  'line\nline',
  'e\u0301🪨',
  'x'.repeat(1050),
  'y'.repeat(1050),
  'z',
]

/** A value that the column may hold; `undefined` where it points at a record and there is none. */
const valueFor = (db: Database, kind: Kind, column: string, chance: Chance): Value | undefined => {
  const { table, links, required } = kind
  const link = links.find(({ from }) => from === column)
  if (!required.has(column) && chance.below(3) === 0) return null
  if (link) {
    const found = db.all<{ id: Value }>(`select "${link.to ?? 'id'}" as id from "${link.table}" limit 8`)
    return found.length > 0 ? chance.oneOf(found).id : required.has(column) ? undefined : null
  }
  const check = kind.checkOf(column)
  const listed = check.match(/ in \(([^)]*)\)/)?.[1]
  if (listed) return chance.oneOf(listed.split(',').map(item => item.trim().replaceAll("'", '')))
  if (check.includes('json_valid')) return JSON.stringify([chance.oneOf(words), chance.below(100)])
  if (/length\(\w+\) = 64/.test(check)) return chance.below(12).toString(16).repeat(64).slice(0, 64)
  const type = table.columns.find(({ name }) => name === column)?.type.toUpperCase()
  if (type === 'BLOB') return new Uint8Array(chance.below(1200)).fill(chance.below(256))
  if (type === 'TEXT')
    return column === 'id'
      ? `${table.name}-${chance.below(6)}`
      : `${chance.oneOf(words)}${chance.below(3) === 0 ? '' : chance.below(9)}`
  // Ranges whose ends stand in two columns: the lower end in the lower half.
  if (/^(likelihoodLow|start)$/.test(column)) return chance.below(50)
  if (/^(likelihoodHigh|end)$/.test(column)) return 50 + chance.below(50)
  const [, low = '1', high = '6'] = check.match(/between (\d+) and (\d+)/) ?? []
  if (/\(id = 1\)/.test(check)) return 1
  return Number(low) + chance.below(Number(high) - Number(low) + 1)
}

const quoted = (name: string): string => `"${name}"`

const isEmpty = (db: Database, { table }: Kind): boolean => !db.get(`select 1 from ${quoted(table.name)} limit 1`)

/** At the first schemas an assessment held the scales it was made under, which never changed: here its own, by its id. */
const hasOwnScales = ({ table: { name }, links }: Kind): boolean =>
  name === 'assessment' && !links.some(({ from }) => from === 'criteria')
const scalesOf = (id: Value | undefined): string =>
  JSON.stringify({ name: id, likelihoods: [id], impacts: [], dimensions: [], grid: [], appetite: [] })

/** What it points at is added first where there is none: rows that join two records would seldom come otherwise. */
const insertRow = (db: Database, kind: Kind, chance: Chance, kinds: readonly Kind[]): void => {
  const { name, columns } = kind.table
  for (const { from, table } of kind.links) {
    const parent = kinds.find(one => one.table.name === table)
    if (parent && parent !== kind && kind.required.has(from) && isEmpty(db, parent))
      insertRow(db, parent, chance, kinds)
  }
  const values = columns.map(column => valueFor(db, kind, column.name, chance))
  if (values.some(value => value === undefined)) return
  if (hasOwnScales(kind)) values[columns.findIndex(({ name }) => name === 'criteria')] = scalesOf(values[0])
  const orReplace = chance.below(6) === 0 ? 'or replace ' : ''
  db.run(
    `insert ${orReplace}into ${quoted(name)} (${columns.map(column => quoted(column.name)).join(', ')})
     values (${columns.map(() => '?').join(', ')})`,
    values as Value[],
  )
}

const keyOfSome = (db: Database, { table: { name, key } }: Kind, chance: Chance): Value[] | null => {
  const count = db.get<{ count: number }>(`select count(*) as count from ${quoted(name)}`)?.count ?? 0
  if (count === 0) return null
  const row = db.get<Record<string, Value>>(
    `select ${key.map(quoted).join(', ')} from ${quoted(name)} limit 1 offset ${chance.below(count)}`,
  )
  return key.map(column => row?.[column] ?? null)
}

const where = ({ table: { key } }: Kind): string => key.map(column => `${quoted(column)} = ?`).join(' and ')

const updateRow = (db: Database, kind: Kind, chance: Chance): void => {
  const key = keyOfSome(db, kind, chance)
  if (!key) return
  const { name, columns } = kind.table
  // The bytes of a file are never changed.
  const plain = columns.filter(
    ({ pk, name: column }) =>
      pk === 0 && !(name === 'attachment' && column !== 'length') && !(column === 'criteria' && hasOwnScales(kind)),
  )
  const column = chance.oneOf(plain.length > 0 && chance.below(6) > 0 ? plain : columns.filter(({ pk }) => pk > 0)).name
  const value = valueFor(db, kind, column, chance)
  if (value !== undefined)
    db.run(`update ${quoted(name)} set ${quoted(column)} = ? where ${where(kind)}`, [value, ...key])
}

const deleteRow = (db: Database, kind: Kind, chance: Chance): void => {
  const key = keyOfSome(db, kind, chance)
  if (key) db.run(`delete from ${quoted(kind.table.name)} where ${where(kind)}`, key)
}

/**
 * Steps on tables, of those where it can be done rather one where it was seldom done, so that every kind of change comes
 * soon; what a rule of the schema forbids is left undone.
 */
const stepper = (kinds: readonly Kind[]) => {
  const changes = [insertRow, updateRow, deleteRow].map(change => ({ change, times: new Map<Kind, number>() }))
  const [insert, update, remove] = changes
  return (db: Database, chance: Chance): void => {
    const chosen = chance.oneOf([insert, insert, insert, insert, update, update, update, remove])
    if (chosen === undefined) return
    const { change, times } = chosen
    const some = Array.from({ length: 6 }, () => chance.oneOf(kinds))
    const filled = change === insertRow ? some : some.filter(kind => !isEmpty(db, kind))
    const seldom = (one: Kind, other: Kind) => ((times.get(other) ?? 0) < (times.get(one) ?? 0) ? other : one)
    const kind = filled.length > 0 ? filled.reduce(seldom) : chance.oneOf(kinds)
    try {
      change(db, kind, chance, kinds)
      times.set(kind, (times.get(kind) ?? 0) + 1)
    } catch (error) {
      if (!(error instanceof Error) || !error.message.includes('constraint failed')) throw error
    }
  }
}

/** Commands over every kind of record that the schema of the open case has. */
export const randomCommands = (db: Database): ((db: Database, chance: Chance) => void) => {
  const kinds = loggedTables(db).map(table => kindOf(db, table))
  // Then the criteria came with the case and were only updated: test/main/store/migrations/0007-register.test.ts.
  const step = stepper(kinds.some(hasOwnScales) ? kinds.filter(({ table }) => table.name !== 'criteria') : kinds)
  return (writing, chance) => {
    const steps = 1 + chance.below(6)
    for (let index = 0; index < steps; index++) step(writing, chance)
  }
}
