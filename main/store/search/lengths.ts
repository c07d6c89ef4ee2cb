import type { Database } from '../connection.ts'

/** Lengths of everything in the index, as `search_text` has them, and their sum. */
export type Lengths = { byDocument: (number | undefined)[]; count: number; total: number; seen: number }

/** Per connection: another one, after another program changed the case, begins anew. */
const known = new WeakMap<Database, Lengths>()

/**
 * Tables and triggers of this connection alone, in memory: they write down what changes from here on, so that lengths
 * stay exact without reading them all again, and an edit writes nothing more to disk.
 */
const watch = [
  `create temp table search_changed (seen integer primary key, docid integer not null)`,
  ...(
    [
      ['insert', 'new'],
      ['update', 'new'],
      ['delete', 'old'],
    ] as const
  ).map(
    ([operation, row]) => `create temp trigger search_changed_${operation} after ${operation} on main.search_text begin
      insert into search_changed (docid) values (${row}.docid); end`,
  ),
]

/** One long text instead of a row each: what passes between SQLite and us costs more than what it says. */
const begin = (db: Database): Lengths => {
  for (const sql of watch) db.all(sql)
  const lengths: Lengths = { byDocument: [], count: 0, total: 0, seen: 0 }
  const rows = db.get<{ all: string | null }>(
    `select group_concat(docid || ' ' || length, ' ') as "all" from search_text`,
  )?.all
  const numbers = rows ? rows.split(' ') : []
  for (let at = 0; at + 1 < numbers.length; at += 2) set(lengths, Number(numbers[at]), Number(numbers[at + 1]))
  return lengths
}

const set = (lengths: Lengths, docid: number, length: number | null): void => {
  const before = lengths.byDocument[docid]
  if (before !== undefined) {
    lengths.count--
    lengths.total -= before
  }
  lengths.byDocument[docid] = length ?? undefined
  if (length === null) return
  lengths.count++
  lengths.total += length
}

/** The lengths as they are now (test/main/store/search/search-ranking.test.ts holds them to the texts after random edits). */
export const lengthsOf = (db: Database): Lengths => {
  const lengths = known.get(db) ?? begin(db)
  known.set(db, lengths)
  const last = db.get<{ seen: number | null }>('select max(seen) as seen from search_changed')?.seen ?? 0
  if (last === lengths.seen) return lengths
  for (const { docid, length } of db.all<{ docid: number; length: number | null }>(
    `select distinct c.docid, t.length from search_changed as c left join search_text as t on t.docid = c.docid
     where c.seen > ?`,
    [lengths.seen],
  ))
    set(lengths, docid, length)
  lengths.seen = last
  return lengths
}
