import type { Database } from '../connection.ts'
import type { Postings } from './doclists.ts'
import type { MatchExpression } from './match.ts'
import { tokenizer } from './search-index.ts'
import { canLookUp, postingsOf } from './segments.ts'

/**
 * What matches, ascending: numbers of records, for each the times of every phrase in every column, and for each phrase how
 * many records hold it.
 */
export type WordMatches = { docids: Float64Array; hits: Uint32Array; holding: number[] }

type Term = { bytes: Uint8Array; isPrefix: boolean }

const ready = new WeakSet<Database>()

/** A table of this connection alone, in memory, that cuts and folds as the index does (https://www.sqlite.org/fts3.html#querying_tokenizers). */
const prepare = (db: Database): void => {
  if (ready.has(db)) return
  db.all(`create virtual table if not exists temp.search_token using fts3tokenize(${tokenizer})`)
  ready.add(db)
}

/** The one word of a phrase in quotation marks; null when there are several, or none, or too many to look them up. */
const termOf = (db: Database, phrase: string): Term | null => {
  const text = phrase.slice(1, -1)
  const tokens = db.all<{ token: string; end: number }>('select token, "end" from search_token where input = ?', [text])
  const [only] = tokens
  if (!only || tokens.length > 1) return null
  const isPrefix = text.endsWith('*') && only.end === Buffer.byteLength(text) - 1
  const term = { bytes: Buffer.from(only.token), isPrefix }
  return canLookUp(term.bytes, isPrefix) ? term : null
}

/** What has all of the wanted and none of the unwanted, in one pass over them side by side. */
const matching = (wanted: readonly Postings[], unwanted: readonly Postings[]): Omit<WordMatches, 'holding'> => {
  const [leading = { count: 0, docids: new Float64Array() }] = wanted.toSorted((one, other) => one.count - other.count)
  const at = new Uint32Array(wanted.length)
  const atUnwanted = new Uint32Array(unwanted.length)
  const docids = new Float64Array(leading.count)
  const hits = new Uint32Array(leading.count * wanted.length * 2)
  let found = 0
  const goTo = ({ count, docids: numbers }: Postings, places: Uint32Array, which: number, docid: number): boolean => {
    let place = places[which] ?? 0
    while (place < count && (numbers[place] ?? 0) < docid) place++
    places[which] = place
    return place < count && numbers[place] === docid
  }
  for (let row = 0; row < leading.count; row++) {
    const docid = leading.docids[row] ?? 0
    let isMatch = true
    for (let which = 0; isMatch && which < wanted.length; which++)
      isMatch = goTo(wanted[which] as Postings, at, which, docid)
    for (let which = 0; isMatch && which < unwanted.length; which++)
      isMatch = !goTo(unwanted[which] as Postings, atUnwanted, which, docid)
    if (!isMatch) continue
    docids[found] = docid
    let put = found * wanted.length * 2
    for (let which = 0; which < wanted.length; which++) {
      const { inTitle, inBody } = wanted[which] as Postings
      const place = at[which] ?? 0
      hits[put++] = inTitle[place] ?? 0
      hits[put++] = inBody[place] ?? 0
    }
    found++
  }
  return { docids: docids.subarray(0, found), hits: hits.subarray(0, found * wanted.length * 2) }
}

/** What matches, for a query of single words, looked up in the index itself; null for others. */
export const wordMatches = (db: Database, { phrases, unwanted }: MatchExpression): WordMatches | null => {
  prepare(db)
  const terms: Term[] = []
  for (const phrase of [...phrases, ...unwanted]) {
    const term = termOf(db, phrase)
    if (term === null) return null
    terms.push(term)
  }
  const lists = terms.map(({ bytes, isPrefix }) => postingsOf(db, bytes, isPrefix))
  const wanted = lists.slice(0, phrases.length)
  return { ...matching(wanted, lists.slice(phrases.length)), holding: wanted.map(({ count }) => count) }
}
