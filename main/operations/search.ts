import { searchKind } from '../../shared/contract/search.ts'
import { sourceId } from '../../shared/model/id.ts'
import { parseQuery, type QueryField, type QueryPart } from '../../shared/rules/query.ts'
import type { Reading } from '../operation.ts'
import type { Database } from '../store/case-file.ts'
import { matchExpression } from '../store/search/match.ts'
import { browse, type Hit, search } from '../store/search/search.ts'

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

type Admits = (record: Pick<Hit, 'kind' | 'id'>) => boolean

const admitting = (db: Database, { field, text, not }: Filter): Admits => {
  const wanted = text.toLowerCase()
  if (field === 'kind') return ({ kind }) => (kind === wanted) !== not
  const members = new Set(db.all<{ id: string }>(membersOf[field], [wanted]).map(row => row.id))
  return ({ id }) => members.has(id) !== not
}

export const within: Reading<'search.within'> = () => {
  throw new Error('not built yet')
}

export const passages: Reading<'search.passages'> = () => {
  throw new Error('not built yet')
}

export const find: Reading<'search.find'> = (db, { query, limit }) => {
  const parts = parseQuery(query)
  const match = matchExpression(parts)
  const filters = parts.filter(part => part.type === 'filter').map(filter => admitting(db, filter))
  if (match === null && filters.length === 0) return { hits: [], total: 0, byKind: {} }
  const admits: Admits = record => filters.every(admit => admit(record))
  const { hits, total } =
    match === null
      ? browse(db, { limit, admits })
      : search(db, match, filters.length === 0 ? { limit } : { limit, admits })
  return {
    hits: hits.map(hit => ({
      ...hit,
      kind: searchKind.parse(hit.kind),
      source: hit.source === null ? null : sourceId.parse(hit.source),
    })),
    total,
    byKind: {},
  }
}
