import * as z from 'zod'
import { type FoundPassage, searchKind } from '../../shared/contract/search.ts'
import type { InputOf, OutputOf } from '../../shared/contract.ts'
import { sourceId } from '../../shared/model/id.ts'
import { asPhrase, parseQuery, type QueryField, type QueryPart } from '../../shared/rules/query.ts'
import type { Reading } from '../operation.ts'
import { newestText, passagesIn } from '../records/passages.ts'
import type { Database } from '../store/case-file.ts'
import { thoroughFinderOf } from '../store/search/finder.ts'
import { matchExpression, soughtIn } from '../store/search/match.ts'
import type { Found } from '../store/search/rank.ts'
import { browse, search, sourcesOf } from '../store/search/search.ts'

type Filter = Extract<QueryPart, { type: 'filter' }>

const named = (columns: string) => `instr(lower(${columns}), ?1) > 0`
const oneTerm = `(select id from term where lower(ref) = ?1 or ${named('name')})`
const oneRisk = `(select id from risk where lower(ref) = ?1 or ${named('title')})`
const oneTag = `(select id from tag where ${named('name')})`
const claimed = `(select id from claim where term in ${oneTerm})`

/** SQL of the ids of all records that a filter lets through; `?1` is its text in lower case. */
const membersOf: Record<Exclude<QueryField, 'kind'>, string> = {
  source: `with chosen as (select id from source where ${named('title')} or ${named('publisher')})
    select id from chosen union all select id from excerpt where source in chosen
    union all select id from claim where source in chosen`,
  tag: `select excerpt as id from excerptTag where tag in ${oneTag}
    union all select source from sourceTag where tag in ${oneTag}`,
  term: `select id from term where id in ${oneTerm} union all select id from claim where id in ${claimed}
    union all select excerpt from claimEvidence where claim in ${claimed}`,
  risk: `select id from risk where id in ${oneRisk}
    union all select excerpt from riskEvidence where risk in ${oneRisk}
    union all select claim from riskClaim where risk in ${oneRisk}`,
}

type Admits = (record: Found) => boolean

const admitting = (db: Database, { field, text, not }: Filter): Admits => {
  if (field === 'kind') throw new Error('The kind of a record is known without asking for its members')
  const members = new Set(db.all<{ id: string }>(membersOf[field], [text.toLowerCase()]).map(row => row.id))
  return ({ id }) => members.has(id) !== not
}

/** What the filters of a query let through; nothing is asked of every record when there is no filter. */
const narrowing = (db: Database, parts: readonly QueryPart[]) => {
  const filters = parts.filter(part => part.type === 'filter')
  const members = filters.filter(({ field }) => field !== 'kind').map(filter => admitting(db, filter))
  const kinds = filters.filter(({ field }) => field === 'kind')
  return {
    isEmpty: filters.length === 0,
    admits: members.length === 0 ? undefined : (record: Found) => members.every(admit => admit(record)),
    admitsKind: (kind: string) => kinds.every(({ text, not }) => (kind === text.toLowerCase()) !== not),
  }
}

export const find: Reading<'search.find'> = (db, { query, limit, kinds, perKind }) => {
  const parts = parseQuery(query)
  const match = matchExpression(parts)
  const { isEmpty, ...narrowed } = narrowing(db, parts)
  if (match === null && isEmpty) return { hits: [], total: 0, byKind: {} }
  const wanted: readonly string[] | undefined = kinds
  const options = { limit, perKind, ...narrowed, wantsKind: wanted && ((kind: string) => wanted.includes(kind)) }
  const { hits, total, byKind } = match === null ? browse(db, options) : search(db, match, options)
  return {
    hits: hits.map(hit => ({
      ...hit,
      kind: searchKind.parse(hit.kind),
      source: hit.source === null ? null : sourceId.parse(hit.source),
    })),
    total,
    byKind: z.partialRecord(searchKind, z.int()).parse(byKind),
  }
}

export const within: Reading<'search.within'> = (db, { source, query, limit }) => {
  const { text } = newestText(db, source)
  const parts = parseQuery(query)
  const phrase = asPhrase(parts)
  const placesOf = (some: readonly QueryPart[]) => thoroughFinderOf(soughtIn(some))(text)
  const together = phrase === null ? [] : placesOf(phrase)
  const places = together.length > 0 ? together : placesOf(parts)
  return { places: places.slice(0, limit).map(({ start, end }) => ({ start, end })), total: places.length }
}

export const passages: Reading<'search.passages'> = (db, { query, together, ...options }) => {
  const parts = parseQuery(query)
  const phrase = together ? asPhrase(parts) : null
  const found = phrase && passagesOf(db, [...phrase, ...parts.filter(({ type }) => type === 'filter')], options)
  return found && found.total > 0 ? found : passagesOf(db, parts, options)
}

const passagesOf = (
  db: Database,
  parts: readonly QueryPart[],
  { limit, extent, sources }: Omit<InputOf<'search.passages'>, 'query' | 'together'>,
): OutputOf<'search.passages'> => {
  const match = matchExpression(parts)
  if (match === null) return { passages: [], total: 0, bySource: [] }
  const { admits, admitsKind } = narrowing(db, parts)
  const wanted = sources && new Set<string>(sources)
  const ranked = sourcesOf(db, match, {
    limit: Number.POSITIVE_INFINITY,
    admits: record => (wanted?.has(record.id) ?? true) && (admits?.(record) ?? true),
    admitsKind: kind => kind === 'source' && admitsKind(kind),
  }).filter(({ places }) => places > 0)
  const find = thoroughFinderOf(match.sought)
  const found: FoundPassage[] = []
  const bySource = ranked.map(({ id, title, places: counted }) => {
    const source = sourceId.parse(id)
    if (found.length >= limit) return { source, title, places: counted }
    const { passages, places } = passagesIn(db, source, find, extent)
    for (const passage of passages.slice(0, limit - found.length)) found.push(passage)
    return { source, title, places }
  })
  const standing = bySource.filter(({ places }) => places > 0)
  return { passages: found, total: standing.reduce((sum, { places }) => sum + places, 0), bySource: standing }
}
