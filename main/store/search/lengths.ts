import type { Database } from '../connection.ts'

/** Lengths of everything in the index, as `search_text` has them, their sum, and of which of the `kinds` each record is. */
export type Lengths = {
  byDocument: (number | undefined)[]
  kinds: string[]
  kindOf: (number | undefined)[]
  count: number
  total: number
  seen: number
  /** The last number that was read of those there were at first; null when all were. */
  readTo: number | null
  /** How many records hold a phrase, of those asked lately: while a word is typed, the ones before it stay. */
  holding: Map<string, number>
}

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

const begin = (db: Database): Lengths => {
  for (const sql of watch) db.all(sql)
  const lengths: Lengths = {
    byDocument: [],
    kinds: [],
    kindOf: [],
    count: 0,
    total: 0,
    seen: 0,
    readTo: Number.MIN_SAFE_INTEGER,
    holding: new Map(),
  }
  known.set(db, lengths)
  return lengths
}

/** Rows that one step of reading ahead takes: some hundredths of a second. */
const inOneStep = 5_000

/** One long text instead of a row each: what passes between SQLite and us costs more than what it says. */
const readOn = (db: Database, lengths: Lengths, most: number): void => {
  const rows = db.get<{ all: string | null }>(
    `select group_concat(docid || ' ' || length || ' ' || kind, ' ') as "all" from (
       select docid, length, kind from search_text where docid > ? order by docid limit ?)`,
    [lengths.readTo ?? Number.MAX_SAFE_INTEGER, most],
  )?.all
  const parts = rows ? rows.split(' ') : []
  for (let at = 0; at + 2 < parts.length; at += 3)
    set(lengths, Number(parts[at]), Number(parts[at + 1]), parts[at + 2] ?? null)
  lengths.readTo = most < 0 || parts.length < 3 * most ? null : Number(parts.at(-3))
}

/**
 * One step of reading the lengths before they are asked for: at 100,000 articles all of them are half a second. True
 * when more are left.
 */
export const readLengthsAhead = (db: Database, most = inOneStep): boolean => {
  const lengths = known.get(db) ?? begin(db)
  if (lengths.readTo !== null) readOn(db, lengths, most)
  return lengths.readTo !== null
}

const numberOf = (kinds: string[], kind: string): number => {
  const known = kinds.indexOf(kind)
  return known >= 0 ? known : kinds.push(kind) - 1
}

const set = (lengths: Lengths, docid: number, length: number | null, kind: string | null): void => {
  const before = lengths.byDocument[docid]
  if (before !== undefined) {
    lengths.count--
    lengths.total -= before
  }
  lengths.byDocument[docid] = length ?? undefined
  lengths.kindOf[docid] = kind === null ? undefined : numberOf(lengths.kinds, kind)
  if (length === null) return
  lengths.count++
  lengths.total += length
}

/** The lengths as they are now (test/main/store/search/search-ranking.test.ts holds them to the texts after random edits). */
export const lengthsOf = (db: Database): Lengths => {
  const lengths = known.get(db) ?? begin(db)
  if (lengths.readTo !== null) readOn(db, lengths, -1)
  const last = db.get<{ seen: number | null }>('select max(seen) as seen from search_changed')?.seen ?? 0
  if (last === lengths.seen) return lengths
  for (const { docid, length, kind } of db.all<{ docid: number; length: number | null; kind: string | null }>(
    `select distinct c.docid, t.length, t.kind from search_changed as c left join search_text as t on t.docid = c.docid
     where c.seen > ?`,
    [lengths.seen],
  ))
    set(lengths, docid, length, kind)
  lengths.seen = last
  lengths.holding.clear()
  return lengths
}
