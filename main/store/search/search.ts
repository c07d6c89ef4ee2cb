import { clipped } from '../../../shared/rules/sentence.ts'
import type { Database } from '../connection.ts'
import { keepBest } from './best.ts'
import { finderOf, type Range } from './finder.ts'
import { lengthsOf } from './lengths.ts'
import type { MatchExpression } from './match.ts'
import { caseSearchables, type Searchable, titleWeight } from './search-index.ts'
import { snippetOf } from './snippet.ts'

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

/** Constants of BM25: k1 and b, within the ranges that Robertson & Zaragoza (2009, section 3.4) found to serve well. */
const saturation = 1.2
const lengthWeight = 0.75

/** The columns of the index: title and body. */
const columns = 2

const space = ' '.charCodeAt(0)
const zero = '0'.charCodeAt(0)

/** The `count` numbers of a text, with a space between two. Throws when there are more or fewer. */
const numbersIn = (text: string, count: number): Float64Array => {
  const numbers = new Float64Array(count)
  let found = 0
  let number = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (sign === space) {
      numbers[found++] = number
      number = 0
    } else number = number * 10 + sign - zero
  }
  if (text !== '') numbers[found++] = number
  if (found !== count) throw new Error('The index counted the hits of other phrases than it was asked for')
  return numbers
}

/**
 * Everything that matches, in the order of the index: numbers of documents, and for each the hits of every phrase in
 * every column, as matchinfo 'y' counts them. `who` says kind and id of each, where it was asked for.
 */
type Matches = { docids: Float64Array; hits: Uint32Array; who: string[] | null }

/**
 * All rows come as one value: to hand them over one by one takes longer than to find them. The limit keeps SQLite from
 * merging the two selects, after which matchinfo would no longer work; the cross join keeps the index in front: from
 * the other side every record would run the match again.
 */
const matchesOf = (db: Database, { expression, phrases }: MatchExpression, withRecords: boolean): Matches => {
  const row = db.get<{ docids: string | null; hits: Uint8Array | null; who: string | null }>(
    withRecords
      ? `select group_concat(docid, ' ') as docids, cast(group_concat(hits, '') as blob) as hits, group_concat(who, char(10)) as who
         from (select f.docid, matchinfo(search_fts, 'y') as hits, t.kind || ' ' || t.record as who
           from search_fts as f cross join search_text as t on t.docid = f.docid where search_fts match ? limit -1)`
      : `select group_concat(docid, ' ') as docids, cast(group_concat(hits, '') as blob) as hits, null as who
         from (select docid, matchinfo(search_fts, 'y') as hits from search_fts where search_fts match ? limit -1)`,
    [expression],
  )
  const bytes = row?.hits ?? new Uint8Array()
  const docids = numbersIn(row?.docids ?? '', bytes.length / (phrases.length * columns * 4))
  return { docids, hits: new Uint32Array(bytes.slice().buffer), who: row?.who?.split('\n') ?? null }
}

/** How rare each phrase is: the weight of Robertson and Sparck Jones, plus one so that a word of every record still counts. */
const raritiesOf = (db: Database, { expression, phrases }: MatchExpression, found: number, count: number): number[] =>
  phrases.map(phrase => {
    // The only phrase of a query was counted already.
    const rows =
      expression === `(${phrase})`
        ? found
        : (db.get<{ rows: number }>('select count(*) as rows from search_fts where search_fts match ?', [phrase])
            ?.rows ?? 0)
    return Math.log(1 + (count - rows + 0.5) / (rows + 0.5))
  })

/**
 * The best hits for `match` and how many there are in all. One pass ranks every match; what is shown of
 * the best is looked up in their texts.
 *
 * Ranks are BM25F in its simple form: a record is its body and {@link titleWeight} times its title, then
 * Σ rarity · hits · (k1 + 1) / (hits + k1 · (1 − b + b · length / mean length)), with lengths in characters
 * (Robertson & Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, sections 3.4 to 3.6).
 */
export const search = (
  db: Database,
  match: MatchExpression,
  options: SearchOptions,
): { hits: Hit[]; total: number } => {
  const { limit, admits, searchables = caseSearchables } = options
  const { byDocument, count, total } = lengthsOf(db)
  const { docids, hits, who } = matchesOf(db, match, admits !== undefined)
  const rarities = raritiesOf(db, match, docids.length, count)
  const mean = Math.max(1, total / Math.max(1, count))
  const best = keepBest(limit)
  let admitted = 0
  // Plain loops: they run for every match.
  for (let row = 0; row < docids.length; row++) {
    if (admits && who && !admits(recordOf(who[row] ?? ''))) continue
    admitted++
    const docid = docids[row] ?? 0
    const relative = saturation * (1 - lengthWeight + (lengthWeight * (byDocument[docid] ?? mean)) / mean)
    let score = 0
    let at = row * rarities.length * columns
    for (let phrase = 0; phrase < rarities.length; phrase++) {
      const weighted = titleWeight * (hits[at] ?? 0) + (hits[at + 1] ?? 0)
      score += ((rarities[phrase] ?? 0) * weighted * (saturation + 1)) / (weighted + relative)
      at += columns
    }
    best.offer(docid, score)
  }
  const shown = best.sorted().map(({ docid }) => docid)
  return { hits: shown.length === 0 ? [] : describe(db, match, shown, searchables), total: admitted }
}

const recordOf = (who: string): Pick<Hit, 'kind' | 'id'> => {
  const cut = who.indexOf(' ')
  return { kind: who.slice(0, cut), id: who.slice(cut + 1) }
}

const longestSnippet = 200

/** Everything that search can find, kind by kind, for a query that only narrows: the beginning of a record is its snippet. */
export const browse = (db: Database, options: SearchOptions): { hits: Hit[]; total: number } => {
  const { limit, admits = () => true, searchables = caseSearchables } = options
  const hits: Hit[] = []
  let total = 0
  for (const { kind, table, heading, opening, body, source } of searchables) {
    const ids = db.get<{ ids: string | null }>(`select group_concat(id, char(10)) as ids from "${table}"`)?.ids
    for (const id of ids ? ids.split('\n') : []) {
      if (!admits({ kind, id })) continue
      total++
      if (hits.length === limit) continue
      const shown = db.get<Pick<Hit, 'title' | 'snippet' | 'source'>>(
        `select ${heading} as title, ${opening ?? body} as snippet, ${source} as source from "${table}" as r where r.id = ?`,
        [id],
      )
      if (shown) hits.push({ kind, id, ...shown, snippet: clipped(shown.snippet, longestSnippet), marks: [], at: null })
    }
  }
  return { hits, total }
}

type Entry = {
  docid: number
  kind: string
  record: string
  source: string | null
  title: string
  body: string
  long: number
}

const titlesOf = (db: Database, { table, heading }: Searchable, ids: readonly string[]): Map<string, string> =>
  new Map(
    db
      .all<{ id: string; title: string | null }>(
        `select r.id, ${heading} as title from "${table}" as r where r.id in (${ids.map(() => '?').join(', ')})`,
        ids,
      )
      .map(({ id, title }) => [id, title ?? '']),
  )

/** What is shown of the hits. The index is not asked again: it would look for all of them anew, and read each text twice. */
const describe = (
  db: Database,
  { sought }: MatchExpression,
  shown: readonly number[],
  searchables: readonly Searchable[],
): Hit[] => {
  const entries = db.all<Entry>(
    `select t.docid, t.kind, t.record, t.source, c.title, c.body, t.version is not null as long
     from search_text as t join search_content as c on c.rowid = t.docid
     where t.docid in (${shown.map(() => '?').join(', ')})`,
    shown,
  )
  const titles = new Map(
    searchables.map(item => {
      // What is indexed as the title came with the entry.
      const other = item.heading !== item.title
      const ids = other ? entries.filter(({ kind }) => kind === item.kind).map(({ record }) => record) : []
      return [item.kind, ids.length > 0 ? titlesOf(db, item, ids) : null]
    }),
  )
  const find = finderOf(sought)
  const hits = new Map(
    entries.map(({ docid, kind, record, source, title, body, long }): [number, Hit] => {
      const places = find(body)
      const inTitle = places.length > 0 ? [] : find(title)
      const [first] = places
      return [
        docid,
        {
          kind,
          id: record,
          title: titles.get(kind)?.get(record) ?? title,
          source,
          ...(inTitle.length > 0 ? snippetOf(title, inTitle) : snippetOf(body, places)),
          at: long && first ? { start: first.start, end: first.end } : null,
        },
      ]
    }),
  )
  return shown.flatMap(docid => hits.get(docid) ?? [])
}
