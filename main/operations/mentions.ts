import { type CitedQuote, type Mentionable, type Mentioned, mentionable } from '../../shared/contract/mentions.ts'
import type { Reading } from '../operation.ts'
import type { Database } from '../store/case-file.ts'

/** Where the ref and the name of each kind stand. */
const columns: Record<Mentionable, { ref: string; name: string }> = {
  term: { ref: 'ref', name: 'name' },
  risk: { ref: 'ref', name: 'title' },
  source: { ref: "''", name: 'title' },
  note: { ref: "''", name: 'title' },
}

/** T-9 before T-10; what has no ref, the newest first. */
const inOrder = (record: Mentionable) => `length(${columns[record].ref}), ${columns[record].ref}, id desc`

const select = (record: Mentionable) =>
  `select '${record}' as record, id, ${columns[record].ref} as ref, ${columns[record].name} as name from ${record}`

const keyOf = ({ record, id }: Pick<Mentioned, 'record' | 'id'>) => `${record} ${id}`

export const named: Reading<'mentions.named'> = (db, { records }) => {
  const found = new Map<string, Mentioned>()
  for (const record of mentionable.options) {
    const ids = records.filter(one => one.record === record).map(({ id }) => id)
    if (ids.length === 0) continue
    const rows = db.all<Mentioned>(`${select(record)} where id in (select value from json_each(?))`, [
      JSON.stringify(ids),
    ])
    for (const row of rows) found.set(keyOf(row), row)
  }
  return records.flatMap(one => found.get(keyOf(one)) ?? [])
}

const wordsOf = (text: string) => text.toLowerCase().split(/\s+/u).filter(Boolean)

/** The kind that the first word names, and the words after it; all kinds where it names none. */
const asked = (text: string): { kinds: readonly Mentionable[]; words: string[] } => {
  const [first = '', ...rest] = wordsOf(text)
  const kind = mentionable.safeParse(first)
  return kind.success ? { kinds: [kind.data], words: rest } : { kinds: mentionable.options, words: wordsOf(text) }
}

/** 0: its ref is the words · 1: its ref or name starts with them · 2: it has them somewhere. */
const rankOf = ({ ref, name }: Mentioned, words: string) => {
  const [inRef, inName] = [ref.toLowerCase(), name.toLowerCase()]
  if (inRef === words) return 0
  return inRef.startsWith(words) || inName.startsWith(words) ? 1 : 2
}

const found = (db: Database, record: Mentionable, words: readonly string[], limit: number): Mentioned[] => {
  if (words.length === 0) return db.all<Mentioned>(`${select(record)} order by ${inOrder(record)} limit ?`, [limit])
  // SQLite folds the case of Latin letters without marks alone: all else is compared here.
  const folds = words.every(word => /^[\x20-\x7e]+$/.test(word))
  if (!folds)
    return db
      .all<Mentioned>(`${select(record)} order by ${inOrder(record)}`)
      .filter(row => words.every(word => `${row.ref} ${row.name}`.toLowerCase().includes(word)))
      .slice(0, limit * 4)
  const { ref, name } = columns[record]
  const has = words.map((_, at) => `instr(lower(${ref} || ' ' || ${name}), ?${at + 2}) > 0`).join(' and ')
  const starts = `(lower(${ref}) || ' ' || lower(${name}) like ?${words.length + 2} || '%') desc`
  return db.all<Mentioned>(`${select(record)} where ${has} order by ${starts}, ${inOrder(record)} limit ?1`, [
    limit * 4,
    ...words,
    words[0] ?? '',
  ])
}

export const find: Reading<'mentions.find'> = (db, { words: text, limit }) => {
  const { kinds, words } = asked(text)
  const each = words.length === 0 && kinds.length > 1 ? Math.ceil(limit / kinds.length) : limit
  const whole = words.join(' ')
  return kinds
    .flatMap(kind => (words.length === 0 ? found(db, kind, words, each).slice(0, each) : found(db, kind, words, limit)))
    .map((row, at) => ({ row, rank: words.length === 0 ? 0 : rankOf(row, whole), at }))
    .toSorted((one, other) => one.rank - other.rank || one.at - other.at)
    .slice(0, limit)
    .map(({ row }) => row)
}

/** The newest place of an excerpt is that in the newest text of its source. */
const quotes = `select x.id, a.exact, a.state, a.page, x.credibility, x.source, s.title as sourceTitle, s.published, s.reliability
  from excerpt as x join source as s on s.id = x.source join anchor as a on a.excerpt = x.id
  where a.textVersion = (select v.id from anchor as b join textVersion as v on v.id = b.textVersion
    where b.excerpt = x.id order by v.number desc limit 1)`

export const quoted: Reading<'mentions.quotes'> = (db, { ids }) => {
  const rows = db.all<CitedQuote>(`${quotes} and x.id in (select value from json_each(?))`, [JSON.stringify(ids)])
  const byId = new Map<string, CitedQuote>(rows.map(row => [row.id, row]))
  return ids.flatMap(id => byId.get(id) ?? [])
}

export const findQuotes: Reading<'mentions.findQuotes'> = (db, { words: text, limit }) => {
  const words = text.split(/\s+/u).filter(Boolean)
  // SQLite folds the case of Latin letters without marks alone: words with others are found as they are typed.
  const stands = (column: string, at: number) =>
    `instr(lower(${column}), lower(?${at})) > 0 or instr(${column}, ?${at}) > 0`
  const has = words.map((_, at) => `and (${stands('a.exact', at + 2)} or ${stands('s.title', at + 2)})`)
  return db.all<CitedQuote>(`${quotes} ${has.join(' ')} order by x.id desc limit ?1`, [limit, ...words])
}
