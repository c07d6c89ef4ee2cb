import type { Database } from '../connection.ts'
import { keepBest } from './best.ts'
import { type Lengths, lengthsOf } from './lengths.ts'
import type { MatchExpression } from './match.ts'
import { titleWeight } from './search-index.ts'
import { wordMatches } from './words.ts'

/** What is known of a record before it is looked up. */
export type Found = { kind: string; id: string }

export type RankOptions = {
  /** How many are wanted, the best first. */
  limit: number
  /** Whether a record counts at all, asked of every match. All do when left out. */
  admits?: ((record: Found) => boolean) | undefined
  /** Whether the limit is for each kind. */
  perKind?: boolean | undefined
  /** Whether records of a kind count at all. */
  admitsKind?: ((kind: string) => boolean) | undefined
  /** Whether those of a kind are among the wanted; they are counted by kind all the same. */
  wantsKind?: ((kind: string) => boolean) | undefined
}

/** A record with the number of places where the phrases of the query stand in its title and in its body. */
export type Ranked = { docid: number; inTitle: number; inBody: number }

export type Ranking = { best: Ranked[]; total: number; byKind: Record<string, number> }

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
 * every column, as matchinfo 'y' counts them. `who` says kind and id of each, where it was asked for; `holding`, where it
 * is known, how many records hold each phrase.
 */
type Matches = { docids: Float64Array; hits: Uint32Array; who: string[] | null; holding: number[] | null }

const matchesOf = (db: Database, match: MatchExpression, withRecords: boolean): Matches => {
  const found = withRecords ? null : wordMatches(db, match)
  return found ? { ...found, who: null } : { ...matchesBySqlite(db, match, withRecords), holding: null }
}

/**
 * All rows come as one value: to hand them over one by one takes longer than to find them. The limit keeps SQLite from
 * merging the two selects, after which matchinfo would no longer work; the cross join keeps the index in front: from
 * the other side every record would run the match again.
 */
export const matchesBySqlite = (
  db: Database,
  { expression, phrases }: MatchExpression,
  withRecords: boolean,
): Omit<Matches, 'holding'> => {
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

const mostHolding = 500

/** How many records hold a phrase. */
const holdingOf = (db: Database, phrase: string, known: Map<string, number>): number => {
  const kept = known.get(phrase)
  if (kept !== undefined) return kept
  const rows =
    db.get<{ rows: number }>('select count(*) as rows from search_fts where search_fts match ?', [phrase])?.rows ?? 0
  if (known.size >= mostHolding) known.clear()
  known.set(phrase, rows)
  return rows
}

/** How rare each phrase is: the weight of Robertson and Sparck Jones, plus one so that a word of every record still counts. */
const raritiesOf = (
  db: Database,
  { expression, phrases }: MatchExpression,
  { docids, holding: counted }: Matches,
  { count, holding }: Lengths,
): number[] =>
  phrases.map((phrase, at) => {
    // The only phrase of a query was counted already.
    const rows = counted?.[at] ?? (expression === `(${phrase})` ? docids.length : holdingOf(db, phrase, holding))
    return Math.log(1 + (count - rows + 0.5) / (rows + 0.5))
  })

const recordOf = (who: string): Found => {
  const cut = who.indexOf(' ')
  return { kind: who.slice(0, cut), id: who.slice(cut + 1) }
}

/**
 * The best of all matches, in one pass over them, and how many there are.
 *
 * Ranks are BM25F in its simple form: a record is its body and {@link titleWeight} times its title, then
 * Σ rarity · hits · (k1 + 1) / (hits + k1 · (1 − b + b · length / mean length)), with lengths in characters
 * (Robertson & Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, sections 3.4 to 3.6).
 */
export const rank = (db: Database, match: MatchExpression, options: RankOptions): Ranking => {
  const { limit, perKind = false, admits, admitsKind, wantsKind } = options
  const lengths = lengthsOf(db)
  const { byDocument, kinds, kindOf, count, total: characters } = lengths
  const matches = matchesOf(db, match, admits !== undefined)
  const { docids, hits, who } = matches
  const rarities = raritiesOf(db, match, matches, lengths)
  const mean = Math.max(1, characters / Math.max(1, count))
  const counts = kinds.map(() => 0)
  const admitted = kinds.map(kind => admitsKind?.(kind) ?? true)
  const wanted = kinds.map((kind, at) => admitted[at] && (wantsKind?.(kind) ?? true))
  const best = perKind ? kinds.map(() => keepBest(limit)) : [keepBest(limit)]
  let total = 0
  // Plain loops: they run for every match. What is kept is its row, which is in the order of the numbers.
  for (let row = 0; row < docids.length; row++) {
    const docid = docids[row] ?? 0
    const kind = kindOf[docid] ?? 0
    if (!admitted[kind] || (admits && who && !admits(recordOf(who[row] ?? '')))) continue
    counts[kind] = (counts[kind] ?? 0) + 1
    if (!wanted[kind]) continue
    total++
    const relative = saturation * (1 - lengthWeight + (lengthWeight * (byDocument[docid] ?? mean)) / mean)
    let score = 0
    let at = row * rarities.length * columns
    for (let phrase = 0; phrase < rarities.length; phrase++) {
      const weighted = titleWeight * (hits[at] ?? 0) + (hits[at + 1] ?? 0)
      score += ((rarities[phrase] ?? 0) * weighted * (saturation + 1)) / (weighted + relative)
      at += columns
    }
    best[perKind ? kind : 0]?.offer(row, score)
  }
  const byKind = Object.fromEntries(
    kinds.flatMap((kind, at) => ((counts[at] ?? 0) > 0 ? [[kind, counts[at] ?? 0]] : [])),
  )
  return {
    best: best
      .flatMap(one => one.sorted())
      .map(({ docid: row }) => {
        const own = hits.subarray(row * rarities.length * columns, (row + 1) * rarities.length * columns)
        const inColumn = (column: number) =>
          own.reduce((sum, hit, at) => (at % columns === column ? sum + hit : sum), 0)
        return { docid: docids[row] ?? 0, inTitle: inColumn(0), inBody: inColumn(1) }
      }),
    total,
    byKind,
  }
}
