import type { ClaimId } from '../../shared/model/id.ts'
import { daySpan, type PartialDate } from '../../shared/model/partial-date.ts'
import type { Source } from '../../shared/model/source.ts'
import type { Term } from '../../shared/model/term.ts'
import { type ComparedClaim, comparedFields, comparedStatements, type DatedClaim } from '../../shared/rules/verdict.ts'
import type { Database, Value } from '../store/case-file.ts'

type Row = [id: ClaimId, published: Source['published'], lineage: Source['lineage'], ...fields: unknown[]]

const columns = comparedFields.map(field => (field === 'value' ? 'json(c.value)' : `c."${field}"`)).join(', ')

/** Rows come as one text, which takes a fraction of the time of as many rows. */
const claimsWhere = (db: Database, where: string, values: readonly Value[]): DatedClaim[] => {
  const found = db.get<{ rows: string }>(
    `select json_group_array(json_array(c.id, s.published, s.lineage, ${columns})) as rows
     from claim as c join source as s on s.id = c.source
     where c.term = ?1 and c.polarity in ('asserts', 'denies') and c.rank <> 'deprecated' and ${where}`,
    values,
  )
  return (JSON.parse(found?.rows ?? '[]') as Row[]).map(([id, published, lineage, ...fields]) => {
    const claim = Object.fromEntries([['id', id], ...comparedFields.map((field, at) => [field, fields[at]])])
    return { claim: claim as ComparedClaim, date: published, lineage }
  })
}

const spoken = `replace(coalesce(c.asOf, s.published), '~', '')`
const endOf = (month: string, year: string) =>
  `case length(${spoken}) when 10 then ${spoken} when 7 then ${spoken} || '${month}' else ${spoken} || '${year}' end`
/** Every month is taken to have 31 days: a claim too many is read, never one too few. */
const meeting = `(?5 = 'date' or (${endOf('-01', '-01-01')} <= ?3 and ${endOf('-31', '-12-31')} >= ?4))`
const others = `c.id not in (select value from json_each(?2)) and ${meeting}
  and c.statement in (select value from json_each(?6))`

const isDated = (date: PartialDate | null): date is PartialDate => date !== null

/**
 * The claims named, and those of the term that can contradict one of them, with what the detector compares and no more:
 * of several hundred, those that speak of one time. Held by test/main/records/detection.test.ts.
 */
export const comparedClaims = (
  db: Database,
  term: Pick<Term, 'id' | 'valueType'>,
  edited: readonly ClaimId[],
): DatedClaim[] => {
  const named = JSON.stringify(edited)
  const chosen = claimsWhere(db, 'c.id in (select value from json_each(?2))', [term.id, named])
  const spans = chosen
    .map(({ claim, date }) => claim.asOf ?? date)
    .filter(isDated)
    .map(daySpan)
  const [first] = spans.map(span => span.first).sort()
  const last = spans
    .map(span => span.last)
    .sort()
    .at(-1)
  if (first === undefined || last === undefined) return chosen
  const statements = chosen.flatMap(({ claim }) => comparedStatements(claim.statement))
  return [
    ...chosen,
    ...claimsWhere(db, others, [term.id, named, last, first, term.valueType, JSON.stringify(statements)]),
  ]
}
