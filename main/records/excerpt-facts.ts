import type { ExcerptId, SourceId, TagId, TextVersionId } from '../../shared/model/id.ts'
import type { TextRange } from '../../shared/model/text-version.ts'
import { type ExcerptFacts, foldedWords, inPlaceOrder } from '../../shared/rules/excerpt-filter.ts'
import type { Database, Value } from '../store/case-file.ts'
import { changeAt, placeInLog } from './log-place.ts'
import { touchedExcerpts } from './touched-excerpts.ts'

/** More touched excerpts than this are read with all the others: a list of ids that long is no faster. */
const mostTouched = 5_000

type Chosen = { where: (id: string) => string; values: readonly Value[] }

const chosenBy = (ids: readonly string[] | null): Chosen =>
  ids === null
    ? { where: () => 'true', values: [] }
    : { where: id => `${id} in (select value from json_each(?1))`, values: [JSON.stringify(ids)] }

/** What stands on excerpts, by excerpt. `sql` gives an `excerpt` beside the rest, those of one excerpt in order. */
const byExcerpt = <Row extends object, Found>(
  db: Database,
  sql: string,
  values: readonly Value[],
  found: (row: Row) => Found,
): ((excerpt: string) => readonly Found[]) => {
  const groups = new Map<string, Found[]>()
  for (const row of db.all<Row & { excerpt: string }>(sql, values)) {
    const group = groups.get(row.excerpt)
    if (group) group.push(found(row))
    else groups.set(row.excerpt, [found(row)])
  }
  // One list for all that have none: there may be a hundred thousand of them.
  const none: readonly Found[] = []
  return excerpt => groups.get(excerpt) ?? none
}

type Bare = Omit<ExcerptFacts, 'hasComment' | 'tags' | 'terms' | 'risks' | 'notes' | 'relations'> & {
  hasComment: number
}

/** The facts of excerpts, of all or of those named: one query per kind of link, in no order. */
const readFacts = (db: Database, ids: readonly string[] | null): ExcerptFacts[] => {
  const { where, values } = chosenBy(ids)
  const newest = new Map(
    db
      .all<{ source: SourceId; id: TextVersionId }>('select source, id, max(number) from textVersion group by source')
      .map(({ source, id }) => [source, id]),
  )
  const bare = db.all<Bare>(
    `select x.id, x.source, a.textVersion, a.start, a."end", a.state, x.colour, x.credibility, x.author,
       x.comment <> '' as hasComment, x.created, x.updated
     from excerpt as x join anchor as a on a.excerpt = x.id where ${where('x.id')}`,
    values,
  )
  const tags = byExcerpt(
    db,
    `select excerpt, tag from excerptTag where ${where('excerpt')} order by excerpt, sequence`,
    values,
    (row: { tag: TagId }) => row.tag,
  )
  const terms = byExcerpt(
    db,
    `select e.excerpt, c.term, e.role from claimEvidence as e join claim as c on c.id = e.claim
     where ${where('e.excerpt')}`,
    values,
    ({ term, role }: ExcerptFacts['terms'][number]) => ({ term, role }),
  )
  const risks = byExcerpt(
    db,
    `select excerpt, risk from riskEvidence where ${where('excerpt')}`,
    values,
    (row: { risk: ExcerptFacts['risks'][number] }) => row.risk,
  )
  const notes = byExcerpt(db, `select excerpt from noteCitation where ${where('excerpt')}`, values, () => null)
  const relations = byExcerpt(
    db,
    `select excerpt, kind from (select "from" as excerpt, kind from relation union all select "to", kind from relation)
     where ${where('excerpt')}`,
    values,
    (row: { kind: ExcerptFacts['relations'][number] }) => row.kind,
  )
  return bare
    .filter(one => newest.get(one.source) === one.textVersion)
    .map(one => ({
      ...one,
      hasComment: one.hasComment === 1,
      tags: tags(one.id),
      terms: terms(one.id),
      risks: risks(one.id),
      notes: notes(one.id).length,
      relations: relations(one.id),
    }))
}

const readWords = (db: Database, ids: readonly string[] | null): [ExcerptId, string][] => {
  const { where, values } = chosenBy(ids)
  // Those of the newest place come last, and stay.
  return db
    .all<{ id: ExcerptId; words: string }>(
      `select x.id, a.exact || ' ' || x.comment as words
       from excerpt as x join anchor as a on a.excerpt = x.id join textVersion as v on v.id = a.textVersion
       where ${where('x.id')} order by v.number`,
      values,
    )
    .map(({ id, words }) => [id, foldedWords(words)])
}

type Known = { at: string; facts: ExcerptFacts[]; words: Map<ExcerptId, string> | null }

const known = new WeakMap<Database, Known>()

/** Texts do not change: their blocks are kept as long as the case is open. */
const knownBlocks = new WeakMap<Database, Map<TextVersionId, readonly TextRange[]>>()

export const blocksIn = (db: Database, version: TextVersionId): readonly TextRange[] => {
  const kept = knownBlocks.get(db) ?? new Map<TextVersionId, readonly TextRange[]>()
  knownBlocks.set(db, kept)
  const blocks = kept.get(version)
  if (blocks) return blocks
  const row = db.get<{ blocks: string }>('select blocks from textVersion where id = ?', [version])
  const read = (JSON.parse(row?.blocks ?? '[]') as TextRange[]).map(({ start, end }) => ({ start, end }))
  kept.set(version, read)
  return read
}

/** The list with some of it read anew, in order: a list of that many is merged and not sorted again. */
const withFresh = (facts: readonly ExcerptFacts[], touched: ReadonlySet<string>, fresh: ExcerptFacts[]) => {
  fresh.sort(inPlaceOrder)
  const merged: ExcerptFacts[] = []
  let next = 0
  for (const one of facts) {
    if (touched.has(one.id)) continue
    for (; next < fresh.length && inPlaceOrder(fresh[next] as ExcerptFacts, one) < 0; next++)
      merged.push(fresh[next] as ExcerptFacts)
    merged.push(one)
  }
  return [...merged, ...fresh.slice(next)]
}

/**
 * The facts of every excerpt, in the order of `inPlaceOrder`. They are read once; after that only what the log says was
 * touched since. Held by test/main/operations/excerpt-table.test.ts against all of them read anew.
 */
export const excerptFacts = (db: Database): Known => {
  const at = placeInLog(db)
  const before = known.get(db)
  if (before?.at === at) return before
  const seq = changeAt(db, before?.at ?? null)
  const touched = before === undefined || seq === null ? null : touchedExcerpts(db, seq)
  const now =
    before === undefined || touched === null || touched.length > mostTouched
      ? { at, facts: readFacts(db, null).sort(inPlaceOrder), words: null }
      : { at, facts: before.facts, words: before.words }
  if (touched !== null && touched.length > 0 && touched.length <= mostTouched) {
    now.facts = withFresh(now.facts, new Set(touched), readFacts(db, touched))
    if (now.words) for (const [id, words] of readWords(db, touched)) now.words.set(id, words)
  }
  known.set(db, now)
  return now
}

/** Quote and comment of each excerpt, folded: read when first asked for, since they are long. */
export const excerptWords = (db: Database): ((id: ExcerptId) => string) => {
  const now = excerptFacts(db)
  now.words ??= new Map(readWords(db, null))
  const { words } = now
  return id => words.get(id) ?? ''
}
