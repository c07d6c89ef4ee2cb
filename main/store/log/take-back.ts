import { grouped } from '../../../shared/rules/groups.ts'
import type { Database } from '../connection.ts'
import { type Link, linksOf } from './links.ts'
import { type NetChange, rowKey } from './net-change.ts'
import { type RowAccess, rowAccesses, type Standing } from './row-access.ts'

/** Why something was left as it is. */
export type Reason =
  /** A later command changed it, or these columns of it. */
  | { why: 'changed'; columns: string[] }
  /** It is no longer there. */
  | { why: 'removed' }
  /** Later rows of these tables point at it. */
  | { why: 'needed'; by: { table: string; id: string }[] }
  /** What it would point at is gone. */
  | { why: 'lost'; column: string; table: string; id: string }
  /** Another row has its unique value. */
  | { why: 'taken'; table: string; id: string }
  /** The table has no place for it any more. */
  | { why: 'unfit' }

/** A change that was not taken back, or not all of it. */
export type Left = { change: NetChange; reason: Reason }

/** The same with the label of the later command that is the reason, where the log names one. */
export type Explained = Left & { by: string | null }

/** What the store does not know of its rows and has to be told. */
export type Meaning = {
  /**
   * Whether a row only follows from others and is made anew by whoever changes those: it holds up nothing that it points
   * at and goes with it.
   */
  follows(db: Database, table: string, id: string): boolean
  /** Columns that say something only together: where one was changed since, all of them stay. */
  together(table: string): readonly (readonly string[])[]
  /** Whether the log has to go on knowing the rows of a table that were removed, also when old history is merged. */
  remembers(table: string): boolean
  /** Brings in line what follows from the rows that went, came or changed; throws `Refused` where they make no sense now. */
  settle(db: Database, rows: readonly Pick<NetChange, 'table' | 'id' | 'before' | 'after'>[]): void
  /** What a person is told of what was left. */
  sentences(db: Database, left: readonly Explained[]): string[]
}

export const noMeaning: Meaning = {
  follows: () => false,
  together: () => [],
  remembers: () => false,
  settle: () => undefined,
  sentences: (_, left) =>
    left.map(({ change }) => `The ${change.table} ${change.id} was left as it is: it was changed since.`),
}

/** What is to be done: rows that go, rows that get values back, rows that come back. */
type Plan = {
  remove: Map<string, NetChange>
  update: Map<string, { change: NetChange; columns: Set<string> }>
  insert: Map<string, NetChange>
  left: Left[]
}

export type TakenBack = {
  left: Left[]
  /** Rows that only followed from those that went, and went too. */
  gone: { table: string; id: string }[]
}

const chunk = 500

/** The text of a JSON value where it may be a key: null for null. */
const keyIn = (json: string | undefined): string | null => {
  if (json === undefined || json === 'null') return null
  return json.startsWith('"') ? (JSON.parse(json) as string) : json
}

const split = (key: string): { table: string; id: string } => {
  const space = key.indexOf(' ')
  return { table: key.slice(0, space), id: key.slice(space + 1) }
}

/**
 * Takes back what changes made of each row, as far as that is still there: of an update the columns that are still as it
 * left them. What a later command changed stays, and so does a row that later rows point at, with all that is part of
 * it; nothing goes or comes that would leave a link pointing nowhere. The running transaction must not check links
 * itself: rows go, change and come in the order in which no unique value is in the way of another.
 * Returns what was left. Held by test/main/store/log/take-back.test.ts.
 */
export const takeBackChanges = (db: Database, changes: readonly NetChange[], meaning: Meaning): TakenBack => {
  const access = rowAccesses(db)
  const links = linksOf(db)
  const plan = firstPlan(db, changes, access, meaning)
  const gone = settleLinks(db, plan, links, access, meaning)
  dropTaken(db, plan, access)
  for (const [table, rows] of grouped(gone, row => row.table)) access(table)?.remove(rows.map(({ id }) => id))
  for (const [rows, changes] of byTable(plan.remove.values(), access)) rows.remove(changes.map(({ id }) => id))
  updateBack(db, plan, access)
  for (const [rows, changes] of byTable(plan.insert.values(), access))
    rows.insert(changes.map(({ id, before: image }) => ({ id, image })))
  return { left: plan.left, gone }
}

/** Changes with the access to their table, newest first. */
const byTable = (changes: Iterable<NetChange>, access: ReturnType<typeof rowAccesses>): [RowAccess, NetChange[]][] =>
  [...grouped([...changes].reverse(), ({ table }) => table)].map(([table, some]) => {
    const rows = access(table)
    if (!rows) throw new Error(`There is no table ${table}`)
    return [rows, some]
  })

/** What each row by itself allows. */
const firstPlan = (
  db: Database,
  changes: readonly NetChange[],
  access: ReturnType<typeof rowAccesses>,
  meaning: Meaning,
): Plan => {
  const plan: Plan = { remove: new Map(), update: new Map(), insert: new Map(), left: [] }
  const there = new Map<NetChange, Map<string, Standing> | null>()
  const existing = new Set<NetChange>()
  for (const [table, some] of grouped(changes, change => change.table)) {
    const rows = access(table)
    if (!rows) continue
    const removed = some.filter(({ op }) => op === 'delete')
    const ids = rows.existing(removed.map(({ id }) => id))
    for (const change of removed) if (ids.has(change.id)) existing.add(change)
    const others = some.filter(({ op }) => op !== 'delete')
    const standings = rows.standing(others)
    for (const [index, change] of others.entries()) there.set(change, standings[index] ?? null)
  }
  for (const change of changes) {
    const { table, id, op } = change
    const key = rowKey(table, id)
    if (!access(table)) plan.left.push({ change, reason: { why: 'unfit' } })
    else if (op === 'delete') {
      if (!existing.has(change)) plan.insert.set(key, change)
    } else {
      const standing = there.get(change) ?? null
      const follows = standing !== null && meaning.follows(db, table, id)
      if (op === 'insert') {
        const columns = standing ? columnsWith(standing, value => value !== 'as left') : []
        if (standing && (columns.length === 0 || follows)) plan.remove.set(key, change)
        else if (standing) plan.left.push({ change, reason: { why: 'changed', columns } })
      } else if (!standing) plan.left.push({ change, reason: { why: 'removed' } })
      else {
        const others = new Set(columnsWith(standing, value => value === 'other'))
        for (const group of meaning.together(table))
          if (group.some(column => others.has(column)))
            for (const column of group) if (standing.get(column) === 'as left') others.add(column)
        const columns = columnsWith(standing, value => value === 'as left').filter(column => !others.has(column))
        if (columns.length > 0) plan.update.set(key, { change, columns: new Set(columns) })
        if (others.size > 0 && !follows) plan.left.push({ change, reason: { why: 'changed', columns: [...others] } })
      }
    }
  }
  return plan
}

const columnsWith = (standing: Map<string, Standing>, test: (value: Standing) => boolean): string[] =>
  [...standing].flatMap(([column, value]) => (test(value) ? column : []))

type Pointer = { to: string; from: string; link: Link }

/** The rows that point at rows that are to go. */
const pointersTo = (db: Database, going: Map<string, NetChange>, links: readonly Link[]): Pointer[] => {
  const ids = grouped([...going.values()], ({ table }) => table)
  return links.flatMap(link => {
    const targets = (ids.get(link.parent) ?? []).map(({ id }) => id)
    const found: Pointer[] = []
    for (let from = 0; from < targets.length; from += chunk)
      for (const { target, id } of db.all<{ target: string; id: string }>(
        `select cast(r."${link.column}" as text) as target, ${link.id} as id from "${link.table}" as r
         where r."${link.column}" in (select value from json_each(?))`,
        [JSON.stringify(targets.slice(from, from + chunk))],
      ))
        found.push({ to: rowKey(link.parent, target), from: rowKey(link.table, id), link })
    return found
  })
}

/**
 * Takes out of the plan what would leave a link pointing nowhere, until nothing of that kind is left. Returns the rows
 * that only follow from rows that go, and go too.
 */
const settleLinks = (
  db: Database,
  plan: Plan,
  links: readonly Link[],
  access: ReturnType<typeof rowAccesses>,
  meaning: Meaning,
): { table: string; id: string }[] => {
  const pointers = pointersTo(db, plan.remove, links)
  const following = new Set(
    pointers
      .map(({ from }) => from)
      .filter(from => !plan.remove.has(from))
      .filter(from => meaning.follows(db, split(from).table, split(from).id)),
  )
  // Kept already, because it was changed since: its parts stay with it.
  const kept = new Set(
    plan.left.filter(({ change }) => change.op === 'insert').map(({ change }) => rowKey(change.table, change.id)),
  )
  const partsOf = partsByOwner(plan, kept, links)
  const keep = (key: string, by: { table: string; id: string }[]) => {
    const change = plan.remove.get(key)
    if (!change) return
    plan.remove.delete(key)
    kept.add(key)
    if (by.length > 0) plan.left.push({ change, reason: { why: 'needed', by } })
  }
  const parents = parentChecker(db, plan, links, access)
  for (let isSettled = false; !isSettled; ) {
    const before = plan.remove.size + plan.insert.size + columnsIn(plan)
    const holding = new Map<string, { table: string; id: string }[]>()
    for (const { to, from, link } of pointers) {
      if (!plan.remove.has(to) || plan.remove.has(from) || following.has(from)) continue
      if (plan.update.get(from)?.columns.has(link.column)) continue
      addTo(holding, to, split(from))
    }
    for (const [key, by] of holding) keep(key, by)
    for (const owner of kept) for (const part of partsOf.get(owner) ?? []) keep(part, [])
    for (const link of links) dropLost(plan, link, parents)
    isSettled = plan.remove.size + plan.insert.size + columnsIn(plan) === before
  }
  const going = new Set(pointers.filter(({ to }) => plan.remove.has(to)).map(({ from }) => from))
  return [...following].filter(from => going.has(from)).map(split)
}

const addTo = <Item>(lists: Map<string, Item[]>, key: string, item: Item): void => {
  const list = lists.get(key) ?? []
  list.push(item)
  lists.set(key, list)
}

const columnsIn = (plan: Plan): number => [...plan.update.values()].reduce((sum, { columns }) => sum + columns.size, 0)

/** By what they are part of, the rows that are to go. What that is stands in the row itself as the change left it. */
const partsByOwner = (plan: Plan, kept: Set<string>, links: readonly Link[]): Map<string, string[]> => {
  const parts = new Map<string, string[]>()
  for (const [key, { table, after }] of plan.remove)
    for (const link of links) {
      if (link.table !== table || !link.isPart) continue
      const owner = keyIn(after.get(link.column))
      if (owner === null) continue
      const ownerKey = rowKey(link.parent, owner)
      if (kept.has(ownerKey) || plan.remove.has(ownerKey)) addTo(parts, ownerKey, key)
    }
  return parts
}

/** Whether a row will be there when the plan is carried out. */
type ParentChecker = (plan: Plan, link: Link, value: string) => boolean

/** SQLite is asked about all rows that the plan may bring back at once. */
const parentChecker = (
  db: Database,
  plan: Plan,
  links: readonly Link[],
  access: ReturnType<typeof rowAccesses>,
): ParentChecker => {
  const standing = new Set<string>()
  const coming = grouped(
    [...plan.insert.values(), ...[...plan.update.values()].map(({ change }) => change)],
    ({ table }) => table,
  )
  const asked = new Map<string, Set<string>>()
  for (const { table, column, parent, parentColumn } of links) {
    const place = JSON.stringify([parent, parentColumn])
    const values = asked.get(place) ?? new Set<string>()
    asked.set(place, values)
    for (const { before } of coming.get(table) ?? []) {
      const value = keyIn(before.get(column))
      if (value !== null) values.add(value)
    }
  }
  for (const [place, values] of asked) {
    if (values.size === 0) continue
    const [parent = '', parentColumn = ''] = JSON.parse(place) as string[]
    for (const { value } of db.all<{ value: string }>(
      `select j.value from json_each(?) as j
       where exists (select 1 from "${parent}" where "${parentColumn}" = j.value)`,
      [JSON.stringify([...values])],
    ))
      standing.add(rowKey(parent, value))
  }
  return (current, { parent, parentColumn }, value) => {
    const key = rowKey(parent, value)
    if (access(parent)?.table.key[0] === parentColumn) {
      if (current.insert.has(key)) return true
      if (current.remove.has(key)) return false
    }
    return standing.has(key)
  }
}

const dropLost = (plan: Plan, link: Link, isThere: ParentChecker): void => {
  const lost = (change: NetChange): Reason | null => {
    const value = change.table === link.table ? keyIn(change.before.get(link.column)) : null
    if (value === null || isThere(plan, link, value)) return null
    return { why: 'lost', column: link.column, table: link.parent, id: value }
  }
  for (const [key, change] of plan.insert) {
    const reason = lost(change)
    if (!reason) continue
    plan.insert.delete(key)
    plan.left.push({ change, reason })
  }
  for (const [key, { change, columns }] of plan.update) {
    const reason = columns.has(link.column) ? lost(change) : null
    if (!reason) continue
    columns.delete(link.column)
    if (columns.size === 0) plan.update.delete(key)
    plan.left.push({ change, reason })
  }
}

/** Rows whose unique values another row has by now do not come back, and with them what is part of them. */
const dropTaken = (db: Database, plan: Plan, access: ReturnType<typeof rowAccesses>): void => {
  const sets = new Map<string, string[][]>()
  const dropped: NetChange[] = []
  for (const [key, change] of plan.insert) {
    const { table, before } = change
    let unique = sets.get(table)
    if (!unique) {
      unique = uniqueSets(db, table)
      sets.set(table, unique)
    }
    for (const columns of unique) {
      const values = columns.map(column => keyIn(before.get(column)))
      if (values.includes(null)) continue
      const key0 = access(table)?.table.key[0] ?? ''
      const holder = db.get<{ id: string }>(
        `select cast("${key0}" as text) as id from "${table}" where ${columns.map(column => `"${column}" = ?`).join(' and ')}`,
        values,
      )
      if (!holder || plan.remove.has(rowKey(table, holder.id))) continue
      const released = plan.update.get(rowKey(table, holder.id))?.columns
      if (released && columns.some(column => released.has(column))) continue
      plan.insert.delete(key)
      plan.left.push({ change, reason: { why: 'taken', table, id: holder.id } })
      dropped.push(change)
      break
    }
  }
  if (dropped.length === 0) return
  const links = linksOf(db)
  const isThere = parentChecker(db, plan, links, access)
  for (let before = -1; before !== plan.insert.size; ) {
    before = plan.insert.size
    for (const link of links) dropLost(plan, link, isThere)
  }
}

const uniqueSets = (db: Database, table: string): string[][] =>
  db
    .all<{ name: string }>(`select name from pragma_index_list(?) where origin = 'u'`, [table])
    .map(({ name }) =>
      db
        .all<{ name: string }>('select name from pragma_index_info(?) order by seqno', [name])
        .map(column => column.name),
    )

/**
 * Gives columns their values back: of all rows of a table at once, or, where the table refuses that, of each row, or of
 * each column by itself.
 */
const updateBack = (db: Database, plan: Plan, access: ReturnType<typeof rowAccesses>): void => {
  const images = new Map(
    [...plan.update.values()].map(({ change, columns }) => [
      change,
      new Map([...change.before].filter(([column]) => columns.has(column))),
    ]),
  )
  for (const [rows, changes] of byTable(images.keys(), access)) {
    const logged = changes.map(change => ({ change, id: change.id, image: images.get(change) ?? new Map() }))
    if (isFit(db, () => rows.update(logged))) continue
    for (const { change, id, image } of logged) {
      if (isFit(db, () => rows.update([{ id, image }]))) continue
      const unfit = [...image].filter(
        ([column, value]) => !isFit(db, () => rows.update([{ id, image: new Map([[column, value]]) }])),
      )
      if (unfit.length > 0)
        plan.left.push({ change, reason: { why: 'changed', columns: unfit.map(([column]) => column) } })
    }
  }
}

/** Whether the tables take it; what they refuse leaves nothing behind. */
const isFit = (db: Database, step: () => void): boolean => {
  db.run('savepoint step')
  try {
    step()
    return true
  } catch (error) {
    db.run('rollback to step')
    if (error instanceof Error && error.message.includes('constraint failed')) return false
    throw error
  } finally {
    db.run('release step')
  }
}
