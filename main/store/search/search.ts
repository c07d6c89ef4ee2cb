import { clipped } from '../../../shared/rules/sentence.ts'
import type { Database } from '../connection.ts'
import { finderOf, type Range } from './finder.ts'
import type { MatchExpression } from './match.ts'
import { type Ranked, type RankOptions, rank } from './rank.ts'
import { caseSearchables, type Searchable } from './search-index.ts'
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
  /** How many places there are in its title and body. */
  places: number
}

export type SearchOptions = RankOptions & { searchables?: readonly Searchable[] }

export type Answer = { hits: Hit[]; total: number; byKind: Record<string, number> }

/** The best hits for `match`, with what is shown of them, and how many there are in all. */
export const search = (db: Database, match: MatchExpression, options: SearchOptions): Answer => {
  const { best, total, byKind } = rank(db, match, options)
  const { searchables = caseSearchables } = options
  return { hits: best.length === 0 ? [] : describe(db, match, best, searchables), total, byKind }
}

/** The sources among the matches, the best first, with the number of places in their texts. */
export const sourcesOf = (
  db: Database,
  match: MatchExpression,
  options: RankOptions,
): { id: string; title: string; places: number }[] => {
  const { best } = rank(db, match, options)
  const rows = db.all<{ docid: number; id: string; title: string }>(
    `select docid, record as id, title from search_text where kind = 'source'
     and docid in (select value from json_each(?))`,
    [JSON.stringify(best.map(({ docid }) => docid))],
  )
  const known = new Map(rows.map(row => [row.docid, row]))
  return best.flatMap(({ docid, inBody }) => {
    const source = known.get(docid)
    return source ? [{ id: source.id, title: source.title, places: inBody }] : []
  })
}

const longestSnippet = 200

/** Everything that search can find, kind by kind, for a query that only narrows: the beginning of a record is its snippet. */
export const browse = (db: Database, options: SearchOptions): Answer => {
  const { limit, perKind = false, admits = () => true, searchables = caseSearchables, admitsKind, wantsKind } = options
  const hits: Hit[] = []
  const byKind: Record<string, number> = {}
  let total = 0
  for (const { kind, table, heading, opening, body, source } of searchables) {
    if (!(admitsKind?.(kind) ?? true)) continue
    const ids = db.get<{ ids: string | null }>(`select group_concat(id, char(10)) as ids from "${table}"`)?.ids
    for (const id of ids ? ids.split('\n') : []) {
      if (!admits({ kind, id })) continue
      byKind[kind] = (byKind[kind] ?? 0) + 1
      if (!(wantsKind?.(kind) ?? true)) continue
      total++
      if (perKind ? (byKind[kind] ?? 0) > limit : hits.length === limit) continue
      const shown = db.get<Pick<Hit, 'title' | 'snippet' | 'source'>>(
        `select ${heading} as title, ${opening ?? body} as snippet, ${source} as source from "${table}" as r where r.id = ?`,
        [id],
      )
      if (shown)
        hits.push({
          kind,
          id,
          ...shown,
          snippet: clipped(shown.snippet, longestSnippet),
          marks: [],
          at: null,
          places: 0,
        })
    }
  }
  return { hits, total, byKind }
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
  shown: readonly Ranked[],
  searchables: readonly Searchable[],
): Hit[] => {
  const counted = new Map(shown.map(({ docid, inTitle, inBody }) => [docid, inTitle + inBody]))
  const entries = db.all<Entry>(
    `select t.docid, t.kind, t.record, t.source, c.title, c.body, t.version is not null as long
     from search_text as t join search_content as c on c.rowid = t.docid
     where t.docid in (${shown.map(() => '?').join(', ')})`,
    shown.map(({ docid }) => docid),
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
          places: counted.get(docid) ?? 0,
        },
      ]
    }),
  )
  return shown.flatMap(({ docid }) => hits.get(docid) ?? [])
}
