import { clipped } from '../../shared/rules/sentence.ts'
import type { Database } from './connection.ts'
import { caseSearchables, type Searchable } from './search-index.ts'

/** Half-open ranges in UTF-16 code units. */
export type Range = { start: number; end: number }

/** One hit: `marks` are the words found within `snippet`, `at` the first of them in the long text of a source. */
export type Hit = {
  kind: string
  id: string
  title: string
  source: string | null
  snippet: string
  marks: Range[]
  at: Range | null
}

export type SearchOptions = {
  limit: number
  /** Whether a record may be among the hits, asked of every match before the best are chosen. All may when left out. */
  admits?: (record: Pick<Hit, 'kind' | 'id'>) => boolean
  searchables?: readonly Searchable[]
}

// Okapi BM25 with the constants of Robertson & Zaragoza, "The Probabilistic Relevance Framework" (2009).
const saturation = 1.2
const lengthWeight = 0.75
const columnWeights = [3, 1]

type Lengths = { byDocument: number[]; last: number; count: number; total: number }

/** Lengths of documents in tokens, per connection. A length that an edit made stale bends a rank a little, no more. */
const known = new WeakMap<Database, Lengths>()

const readVarint = (bytes: Uint8Array, from: number): [value: number, next: number] => {
  let value = 0
  let factor = 1
  for (let index = from; index < bytes.length; index++) {
    const byte = bytes[index] ?? 0
    value += (byte & 0x7f) * factor
    factor *= 128
    if (byte < 0x80) return [value, index + 1]
  }
  return [value, bytes.length]
}

const lengthsOf = (db: Database): Lengths => {
  const lengths = known.get(db) ?? { byDocument: [], last: 0, count: 0, total: 0 }
  known.set(db, lengths)
  for (const { docid, size } of db.all<{ docid: number; size: Uint8Array }>(
    'select docid, size from search_fts_docsize where docid > ?',
    [lengths.last],
  )) {
    let length = 0
    for (let at = 0; at < size.length; ) {
      const [value, next] = readVarint(size, at)
      length += value
      at = next
    }
    lengths.byDocument[docid] = length
    lengths.last = docid
    lengths.count++
    lengths.total += length
  }
  return lengths
}

/** BM25 of one row from matchinfo 'pcx': phrases, columns, then per phrase and column: hits here, hits in all, rows hit. */
const rank = (info: Uint8Array, length: number, { count, total }: Lengths): number => {
  const words = new Uint32Array(info.slice().buffer)
  const phrases = words[0] ?? 0
  const columns = words[1] ?? 0
  const relative = 1 - lengthWeight + (lengthWeight * length * count) / Math.max(1, total)
  let score = 0
  for (let phrase = 0; phrase < phrases; phrase++)
    for (let column = 0; column < columns; column++) {
      const at = 2 + 3 * (phrase * columns + column)
      const hits = words[at] ?? 0
      if (hits === 0) continue
      const rows = words[at + 2] ?? 1
      const rarity = Math.log(1 + (Math.max(0, count - rows) + 0.5) / (rows + 0.5))
      score += ((columnWeights[column] ?? 1) * rarity * hits * (saturation + 1)) / (hits + saturation * relative)
    }
  return score
}

/**
 * The best hits for `match`, an expression of `matchExpression`, and how many there are in all. One pass ranks every
 * match, a second one makes snippets of those that are shown: a snippet costs more than a rank.
 */
export const search = (db: Database, match: string, options: SearchOptions): { hits: Hit[]; total: number } => {
  const { limit, admits, searchables = caseSearchables } = options
  const lengths = lengthsOf(db)
  const ranked = (admits ? admitted(db, match, admits) : matches(db, match))
    .map(({ docid, info }) => ({ docid, score: rank(info, lengths.byDocument[docid] ?? 0, lengths) }))
    .sort((one, other) => other.score - one.score || one.docid - other.docid)
  const shown = ranked.slice(0, limit).map(({ docid }) => docid)
  return { hits: shown.length === 0 ? [] : describe(db, match, shown, searchables), total: ranked.length }
}

const longestSnippet = 200

/** Everything that search can find, kind by kind, for a query that only narrows: the beginning of a record is its snippet. */
export const browse = (db: Database, options: SearchOptions): { hits: Hit[]; total: number } => {
  const { limit, admits = () => true, searchables = caseSearchables } = options
  const kinds = searchables.map(
    ({ kind, table, heading, opening, body, source }) =>
      `select '${kind}' as kind, r.id, ${heading} as title, ${opening ?? body} as snippet, ${source} as source from "${table}" as r`,
  )
  const found = db
    .all<Pick<Hit, 'kind' | 'id' | 'title' | 'snippet' | 'source'>>(kinds.join(' union all '))
    .filter(admits)
  return {
    hits: found
      .slice(0, limit)
      .map(hit => ({ ...hit, snippet: clipped(hit.snippet, longestSnippet), marks: [], at: null })),
    total: found.length,
  }
}

type Match = { docid: number; info: Uint8Array }

const matches = (db: Database, match: string): Match[] =>
  db.all(`select docid, matchinfo(search_fts, 'pcx') as info from search_fts where search_fts match ?`, [match])

const admitted = (db: Database, match: string, admits: NonNullable<SearchOptions['admits']>): Match[] =>
  db
    .all<Match & Pick<Hit, 'kind' | 'id'>>(
      // A cross join keeps the index in front: from the other side every record would run the match again.
      `select f.docid, t.kind, t.record as id, matchinfo(search_fts, 'pcx') as info
       from search_fts as f cross join search_text as t on t.docid = f.docid where search_fts match ?`,
      [match],
    )
    .filter(admits)

type Found = { docid: number; snippet: string; places: string }
type Entry = { docid: number; kind: string; record: string; source: string | null; body: string | null }

const describe = (db: Database, match: string, shown: number[], searchables: readonly Searchable[]): Hit[] => {
  const list = shown.map(() => '?').join(', ')
  // The plus keeps SQLite from looking up the rows one by one and running the match again for each.
  const found = db.all<Found>(
    `select docid, snippet(search_fts, char(2), char(3), '…', -1, 24) as snippet, offsets(search_fts) as places
     from search_fts where search_fts match ? and +docid in (${list})`,
    [match, ...shown],
  )
  const byDocument = new Map(found.map(row => [row.docid, row]))
  const entries = db.all<Entry>(
    `select t.docid, t.kind, t.record, t.source, iif(t.version is null, null, c.body) as body
     from search_text as t join search_content as c on c.rowid = t.docid where t.docid in (${list})`,
    shown,
  )
  const entryOf = new Map(entries.map(entry => [entry.docid, entry]))
  return shown.flatMap(docid => {
    const entry = entryOf.get(docid)
    const row = byDocument.get(docid)
    if (!entry || !row) return []
    const heading = searchables.find(item => item.kind === entry.kind)
    const title = heading
      ? db.get<{ title: string | null }>(
          `select ${heading.heading} as title from "${heading.table}" as r where r.id = ?`,
          [entry.record],
        )?.title
      : null
    return [
      {
        kind: entry.kind,
        id: entry.record,
        title: title ?? '',
        source: entry.source,
        ...marked(row.snippet),
        at: entry.body === null ? null : placeIn(entry.body, row.places),
      },
    ]
  })
}

/** Takes the marks out of a snippet. */
const marked = (snippet: string): { snippet: string; marks: Range[] } => {
  const marks: Range[] = []
  let text = ''
  for (const part of snippet.replaceAll(/\s+/g, ' ').split('\u0002')) {
    const end = part.indexOf('\u0003')
    if (end >= 0) marks.push({ start: text.length, end: text.length + end })
    text += part.replace('\u0003', '')
  }
  return { snippet: text, marks }
}

/** The first hit in the body, from the bytes that offsets() counts to UTF-16 code units. */
const placeIn = (body: string, places: string): Range | null => {
  const numbers = places.split(' ').map(Number)
  let first: { byte: number; size: number } | null = null
  for (let at = 0; at + 3 < numbers.length; at += 4) {
    const [column, , byte = 0, size = 0] = numbers.slice(at, at + 4)
    if (column === 1 && (first === null || byte < first.byte)) first = { byte, size }
  }
  if (!first) return null
  const bytes = new TextEncoder().encode(body)
  const units = (from: number, to: number) =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(from, to)).length
  const start = units(0, first.byte)
  return { start, end: start + units(first.byte, first.byte + first.size) }
}
