import type { TermId } from '../../shared/model/id.ts'
import type { Source } from '../../shared/model/source.ts'
import { type ComparedClaim, comparedFields, type DatedClaim } from '../../shared/rules/verdict.ts'
import type { Database } from '../store/case-file.ts'

type Row = [id: string, published: Source['published'], lineage: Source['lineage'], ...fields: unknown[]]

const columns = comparedFields.map(field => (field === 'value' ? 'json(c.value)' : `c."${field}"`)).join(', ')

/**
 * The claims of a term that can contradict another one, with what the detector compares and no more: several hundred are
 * read with each edit. They come as one text, which takes a fraction of the time of as many rows.
 */
export const comparedClaims = (db: Database, term: TermId): DatedClaim[] => {
  const found = db.get<{ rows: string }>(
    `select json_group_array(json_array(c.id, s.published, s.lineage, ${columns})) as rows
     from claim as c join source as s on s.id = c.source
     where c.term = ? and c.polarity in ('asserts', 'denies') and c.rank <> 'deprecated'`,
    [term],
  )
  return (JSON.parse(found?.rows ?? '[]') as Row[]).map(([id, published, lineage, ...fields]) => {
    const claim = Object.fromEntries([['id', id], ...comparedFields.map((field, at) => [field, fields[at]])])
    return { claim: claim as ComparedClaim, date: published, lineage }
  })
}
