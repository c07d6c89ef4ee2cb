import type { Database, Value } from '../store/connection.ts'

/**
 * A list of a record that has a table of its own: links to other records, or parts such as the actions of a risk. Its
 * rows name their owner and keep the order of the list in `sequence`.
 */
export type List = {
  table: string
  /** The column that names the owning record. */
  owner: string
  /** The columns of an element; the first tells elements of one owner apart. */
  fields: readonly [string, ...string[]]
  /** True when an element is a single id and not an object. */
  plain: boolean
  lists: Record<string, List>
}

/** A list of ids. */
export const ids = (table: string, owner: string, item: string): List => ({
  table,
  owner,
  fields: [item],
  plain: true,
  lists: {},
})

/** A list of objects; `lists` are their own lists, for elements with an id. */
export const parts = (
  table: string,
  owner: string,
  fields: List['fields'],
  lists: Record<string, List> = {},
): List => ({ table, owner, fields, plain: false, lists })

type Element = Record<string, unknown>

/** Fills the lists of `records`, whose ids the SQL `owners` selects: one query per list. */
export const readLists = (
  db: Database,
  lists: Record<string, List>,
  records: Element[],
  owners: string,
  values: readonly Value[],
): void => {
  const single = records.length === 1
  for (const [field, list] of Object.entries(lists)) {
    const byOwner = new Map<unknown, unknown[]>()
    for (const record of records) {
      const elements: unknown[] = []
      record[field] = elements
      byOwner.set(record.id, elements)
    }
    if (records.length === 0) continue
    const [selection, parameters] = single ? ['?', [String(records[0]?.id)]] : [owners, values]
    const where = `"${list.owner}" in (${selection})`
    const rows = db.all<Element>(
      `select "${list.owner}" as "owner of list", ${list.fields.map(name => `"${name}"`).join(', ')}
       from "${list.table}" where ${where} order by "${list.owner}", sequence`,
      parameters,
    )
    for (const row of rows) {
      const { 'owner of list': owner, ...element } = row
      byOwner.get(owner)?.push(list.plain ? element[list.fields[0]] : element)
    }
    if (Object.keys(list.lists).length === 0) continue
    const elements = [...byOwner.values()].flat() as Element[]
    readLists(db, list.lists, elements, `select id from "${list.table}" where ${where}`, parameters)
  }
}

/** Rows for one statement: JSON arrays, as many values in each as the table has columns here. */
export const insertRows = (
  db: Database,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
): void => {
  if (rows.length === 0) return
  db.run(
    `insert into "${table}" (${columns.map(name => `"${name}"`).join(', ')})
     select ${columns.map((_, index) => `j.value ->> ${index}`).join(', ')} from json_each(?) as j`,
    [JSON.stringify(rows)],
  )
}

/** Writes the lists of new records, a statement for each kind of list. */
export const insertLists = (db: Database, lists: Record<string, List>, records: readonly Element[]): void => {
  for (const [field, list] of Object.entries(lists)) {
    const [key] = list.fields
    const rows: unknown[][] = []
    const elements: Element[] = []
    for (const record of records) {
      const kept = new Set<unknown>()
      for (const one of (record[field] as unknown[] | undefined) ?? []) {
        const element: Element = list.plain ? { [key]: one } : (one as Element)
        if (kept.has(element[key])) continue
        rows.push([record.id, ...list.fields.map(name => element[name]), kept.size])
        kept.add(element[key])
        elements.push(element)
      }
    }
    insertRows(db, list.table, [list.owner, ...list.fields, 'sequence'], rows)
    insertLists(db, list.lists, elements)
  }
}

/** Writes the list of one owner as it should be, touching only the rows that differ, because every touched row is logged. */
export const keepList = (db: Database, list: List, owner: string, elements: readonly unknown[]): void => {
  const [key] = list.fields
  const wanted = new Map<unknown, Element>()
  for (const element of elements) {
    const row: Element = list.plain ? { [key]: element } : { ...(element as Element) }
    if (!wanted.has(row[key])) wanted.set(row[key], row)
  }
  const columns = [...list.fields, 'sequence']
  const kept = db.all<Element>(
    `select ${columns.map(name => `"${name}"`).join(', ')} from "${list.table}" where "${list.owner}" = ?`,
    [owner],
  )
  const before = new Map(kept.map(row => [row[key], row]))
  const condition = `"${list.owner}" = ? and "${key}" = ?`
  for (const gone of before.keys())
    if (!wanted.has(gone)) db.run(`delete from "${list.table}" where ${condition}`, [owner, gone as Value])
  let sequence = 0
  for (const row of wanted.values()) {
    row.sequence = sequence++
    const values = columns.map(name => row[name] as Value)
    const old = before.get(row[key])
    if (!old)
      db.run(
        `insert into "${list.table}" ("${list.owner}", ${columns.map(name => `"${name}"`).join(', ')})
         values (?, ${columns.map(() => '?').join(', ')})`,
        [owner, ...values],
      )
    else if (columns.some(name => old[name] !== row[name]))
      db.run(`update "${list.table}" set ${columns.map(name => `"${name}" = ?`).join(', ')} where ${condition}`, [
        ...values,
        owner,
        row[key] as Value,
      ])
    for (const [field, nested] of Object.entries(list.lists))
      keepList(db, nested, String(row.id), (row[field] as unknown[] | undefined) ?? [])
  }
}
