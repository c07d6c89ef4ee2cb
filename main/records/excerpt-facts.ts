import type { ExcerptId, SourceId, TagId, TextVersionId } from '../../shared/model/id.ts'
import type { TextRange } from '../../shared/model/text-version.ts'
import { type ExcerptFacts, foldedWords, inPlaceOrder } from '../../shared/rules/excerpt-filter.ts'
import type { Database, Value } from '../store/case-file.ts'
import { changeAt, placeInLog } from './log-place.ts'
import { touchedExcerpts } from './touched-excerpts.ts'

/** More touched excerpts than this, and half of all, are read with all the others: that is no slower. */
const mostTouched = 5_000

type Chosen = { where: (id: string) => string; values: readonly Value[] }

const chosenBy = (ids: readonly string[] | null): Chosen =>
  ids === null
    ? { where: () => 'true', values: [] }
    : { where: id => `${id} in (select value from json_each(?1))`, values: [JSON.stringify(ids)] }

/** Many rows as one text: what passes between SQLite and us costs more than what it says. */
const manyRows = <Row extends readonly unknown[]>(
  db: Database,
  columns: string,
  from: string,
  values: readonly Value[],
): Row[] =>
  JSON.parse(
    db.get<{ rows: string }>(`select json_group_array(json_array(${columns})) as rows from ${from}`, values)?.rows ??
      '[]',
  ) as Row[]

/** What stands on excerpts, by excerpt; `columns` gives the excerpt first. */
const byExcerpt = <Row extends readonly [string, ...unknown[]], Found>(
  db: Database,
  columns: string,
  from: string,
  values: readonly Value[],
  found: (row: Row) => Found,
): ((excerpt: string) => readonly Found[]) => {
  const groups = new Map<string, Found[]>()
  for (const row of manyRows<Row>(db, columns, from, values)) {
    const group = groups.get(row[0])
    if (group) group.push(found(row))
    else groups.set(row[0], [found(row)])
  }
  // One list for all that have none: there may be a hundred thousand of them.
  const none: readonly Found[] = []
  return excerpt => groups.get(excerpt) ?? none
}

type Facts = ExcerptFacts
type Term = Facts['terms'][number]
type Bare = readonly [
  id: ExcerptId,
  textVersion: TextVersionId,
  start: number,
  end: number,
  state: Facts['state'],
  colour: Facts['colour'],
  credibility: Facts['credibility'],
  author: string,
  hasComment: number,
  created: string,
  updated: string,
]

/** The facts of excerpts, of all or of those named: one query per kind of link, in no order. */
const readFacts = (db: Database, ids: readonly string[] | null): ExcerptFacts[] => {
  const { where, values } = chosenBy(ids)
  const newest = new Map(
    db
      .all<{ source: SourceId; id: TextVersionId }>('select source, id, max(number) from textVersion group by source')
      .map(({ source, id }) => [id, source]),
  )
  const bare = manyRows<Bare>(
    db,
    `x.id, a.textVersion, a.start, a."end", a.state, x.colour, x.credibility, x.author, x.comment <> '', x.created, x.updated`,
    `excerpt as x join anchor as a on a.excerpt = x.id where ${where('x.id')}`,
    values,
  )
  const tags = byExcerpt(
    db,
    'excerpt, tag',
    `excerptTag where ${where('excerpt')}`,
    values,
    ([, tag]: [string, TagId]) => tag,
  )
  const terms = byExcerpt(
    db,
    'e.excerpt, c.term, e.role',
    `claimEvidence as e join claim as c on c.id = e.claim where ${where('e.excerpt')}`,
    values,
    ([, term, role]: [string, Term['term'], Term['role']]) => ({ term, role }),
  )
  const risks = byExcerpt(
    db,
    'excerpt, risk',
    `(select excerpt, risk from riskEvidence where ${where('excerpt')}
       union select e.excerpt, i.risk from indicatorEvidence as e join indicator as i on i.id = e.indicator where ${where('e.excerpt')}
       union select e.excerpt, a.risk from assessmentExcerpt as e join assessment as a on a.id = e.assessment where ${where('e.excerpt')})`,
    values,
    ([, risk]: [string, ExcerptFacts['risks'][number]]) => risk,
  )
  const notes = byExcerpt(db, 'excerpt', `noteCitation where ${where('excerpt')}`, values, () => null)
  const relations = byExcerpt(
    db,
    'excerpt, kind',
    `(select "from" as excerpt, kind from relation union all select "to", kind from relation) where ${where('excerpt')}`,
    values,
    ([, kind]: [string, ExcerptFacts['relations'][number]]) => kind,
  )
  return bare.flatMap(
    ([id, textVersion, start, end, state, colour, credibility, author, hasComment, created, updated]) => {
      const source = newest.get(textVersion)
      if (source === undefined) return []
      return {
        id,
        source,
        textVersion,
        start,
        end,
        state,
        colour,
        credibility,
        author,
        hasComment: hasComment === 1,
        created,
        updated,
        tags: tags(id),
        terms: terms(id),
        risks: risks(id),
        notes: notes(id).length,
        relations: relations(id),
      }
    },
  )
}

/** Quote and comment as they are in the newest texts. */
const readWords = (db: Database, ids: readonly string[] | null): [ExcerptId, string][] => {
  const { where, values } = chosenBy(ids)
  // The plus keeps SQLite from going through all places of all texts for a few excerpts.
  return manyRows<[ExcerptId, string]>(
    db,
    `x.id, a.exact || ' ' || x.comment`,
    `excerpt as x join anchor as a on a.excerpt = x.id
     where ${where('x.id')}
       and +a.textVersion in (select id from (select id, max(number) from textVersion group by source))`,
    values,
  ).map(([id, words]) => [id, foldedWords(words)])
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
  const isMost = touched !== null && touched.length > Math.max(mostTouched, (before?.facts.length ?? 0) / 2)
  const now =
    before === undefined || touched === null || isMost
      ? { at, facts: readFacts(db, null).sort(inPlaceOrder), words: null }
      : { at, facts: before.facts, words: before.words }
  if (touched !== null && touched.length > 0 && !isMost) {
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
