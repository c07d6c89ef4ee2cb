import type { Database } from '../connection.ts'
import { malformed, newestOf, nextNumber, type Postings, postingsIn, type Reader, sumOf } from './doclists.ts'

/**
 * A B-tree of terms, of which the index has several, each newer than the next: a leaf holds terms with their doclists, the
 * nodes above it the terms between their children, which are numbered one after the other
 * (https://www.sqlite.org/fts3.html#segment_b_tree_nodes).
 */
type Segment = { root: Uint8Array; lastLeaf: number }

/** The lengths of prefixes that have an index of their own, behind that of whole words; in bytes. */
const prefixes = [2, 3]

/** Numbers of levels that each of the indexes has for itself. */
const levels = 1024

/** The segments of an index, the newest first. */
const segmentsOf = (db: Database, index: number): Segment[] =>
  db.all<Segment>(
    `select root, leaves_end_block as lastLeaf from search_fts_segdir where level between ? and ? order by level, idx desc`,
    [index * levels, (index + 1) * levels - 1],
  )

const blockOf = (db: Database, id: number): Uint8Array => {
  const block = db.get<{ block: Uint8Array | null }>('select block from search_fts_segments where blockid = ?', [id])
  if (!block?.block) throw malformed('a node')
  return block.block
}

/**
 * A term of a node: `shared` bytes of the one before, and its own up to where the reader is. `order` says how it stands to
 * what is sought in the order of bytes, and `same` with how many bytes of that it begins: as terms ascend, most are placed
 * by these two without being put together.
 */
type Term = Reader & { shared: number; length: number; from: number; order: number; same: number }

const beforeFirst = (bytes: Uint8Array): Term => ({ bytes, at: 0, shared: 0, length: -1, from: 0, order: -1, same: 0 })

/** Goes on to the next term of a node, where all so far came before what is sought or began with it. */
const step = (term: Term, sought: Uint8Array): void => {
  const { bytes, same: sameBefore, length: lengthBefore } = term
  const shared = lengthBefore < 0 ? 0 : nextNumber(term)
  const own = nextNumber(term)
  const from = term.at
  const end = from + own
  if (end > bytes.length || (lengthBefore >= 0 && shared > lengthBefore)) throw malformed('a term')
  term.at = end
  term.shared = shared
  term.length = shared + own
  term.from = from
  if (shared > sameBefore) return
  if (shared < sameBefore) {
    term.order = 1
    term.same = shared
    return
  }
  let same = shared
  while (same - shared < own && same < sought.length && bytes[from + same - shared] === sought[same]) same++
  term.same = same
  if (same === sought.length) term.order = term.length - same
  else term.order = same === term.length ? -1 : (bytes[from + same - shared] ?? 0) - (sought[same] ?? 0)
}

/** The leaf in which a term stands, if anywhere in this segment; `id` is null when the root is the only one. */
const leafFor = (db: Database, { root }: Segment, sought: Uint8Array): { id: number | null; bytes: Uint8Array } => {
  let bytes = root
  let id: number | null = null
  for (let above = Number.POSITIVE_INFINITY; ; ) {
    const term = beforeFirst(bytes)
    const height = nextNumber(term)
    // Otherwise a damaged file could lead round in a circle.
    if (height >= above) throw malformed('a tree')
    if (height === 0) return { id, bytes }
    above = height
    id = nextNumber(term)
    for (; term.at < bytes.length; id++) {
      step(term, sought)
      if (term.order > 0) break
    }
    bytes = blockOf(db, id)
  }
}

/** Calls `found` with the postings of the terms of a segment that are, or begin with, what is sought, in their order. */
const eachIn = (
  db: Database,
  segment: Segment,
  sought: Uint8Array,
  isPrefix: boolean,
  found: (term: string, postings: Postings) => void,
): void => {
  let { id, bytes } = leafFor(db, segment, sought)
  const start = Buffer.from(sought).toString('latin1')
  for (;;) {
    const term = beforeFirst(bytes)
    nextNumber(term)
    let written = start
    while (term.at < bytes.length) {
      step(term, sought)
      const end = term.at
      const doclist = nextNumber(term)
      const from = term.at
      term.at = from + doclist
      if (term.at > bytes.length) throw malformed('a leaf')
      if (term.order === 0 || (isPrefix && term.same === sought.length)) {
        written = written.slice(0, term.shared) + Buffer.from(bytes.subarray(term.from, end)).toString('latin1')
        found(written, postingsIn(bytes, from, term.at))
        if (!isPrefix) return
      } else if (term.order > 0) return
    }
    // A whole word is in no other leaf.
    if (!isPrefix || id === null || id >= segment.lastLeaf) return
    id++
    bytes = blockOf(db, id)
  }
}

/** Whether {@link postingsOf} is quick for words that begin so: with one letter they may be a tenth of all. */
export const canLookUp = (term: Uint8Array, isPrefix: boolean): boolean =>
  !isPrefix || term.length >= Math.min(...prefixes)

/**
 * Where a word stands, as the index has it, or all that begin with it: read from the pages of the index itself, several
 * times as fast as SQLite says it row by row. Not within a transaction that changed the index, of which nothing is in its
 * pages yet. Held to what SQLite finds by test/main/store/search/segments.test.ts.
 * @throws in the words of SQLite when the index is damaged
 */
export const postingsOf = (db: Database, term: Uint8Array, isPrefix: boolean): Postings => {
  const own = isPrefix ? prefixes.indexOf(term.length) : -1
  const byTerm = new Map<string, Postings[]>()
  for (const segment of segmentsOf(db, own + 1))
    eachIn(db, segment, term, isPrefix && own < 0, (found, postings) => {
      const lists = byTerm.get(found)
      if (lists) lists.push(postings)
      else byTerm.set(found, [postings])
    })
  return sumOf([...byTerm.values()].map(newestOf))
}
