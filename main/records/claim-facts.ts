import type { Claim } from '../../shared/model/claim.ts'
import type { Conflict } from '../../shared/model/conflict.ts'
import type { TermId } from '../../shared/model/id.ts'
import { grouped } from '../../shared/rules/groups.ts'
import {
  type ClaimFact,
  claimFact,
  conflictFact,
  inTermOrder,
  type MatrixFacts,
  type MatrixSurroundings,
  type PartyFact,
  positionFact,
  type SourceFact,
  surroundingsOf,
  type TermFacts,
} from '../../shared/rules/matrix-facts.ts'
import type { Database, Value } from '../store/case-file.ts'
import { changeAt, placeInLog } from './log-place.ts'
import { conflicts, positions, terms } from './tables.ts'
import { areSurroundingsTouched, touchedTerms } from './touched-terms.ts'

/** Rows read as one text: more at once take memory and no less time. */
const rowsAtOnce = 20_000

/** Values longer than this are clauses, which are read no further than words of them are shown. */
const longestValue = 2_000

type Row = readonly [
  term: TermId,
  id: Claim['id'],
  source: Claim['source'],
  party: Claim['party'],
  polarity: Claim['polarity'],
  stage: Claim['stage'],
  rank: Claim['rank'],
  asOf: Claim['asOf'],
  lineage: Claim['lineage'],
  statement: Claim['statement'],
  raw: string,
  value: Claim['value'],
  basis: string,
  qualifier: Claim['qualifier'],
  condition: string,
  hasEvidence: number,
]

const columns = `c.term, c.id, c.source, c.party, c.polarity, c.stage, c.rank, c.asOf, c.lineage, c.statement,
  case when c.value is null then substr(c.raw, 1, 400) else '' end,
  case when length(c.value) > ${longestValue} and c.value ->> '$.text' is not null
    then json_object('type', c.value ->> '$.type', 'text', substr(c.value ->> '$.text', 1, 400)) else json(c.value) end,
  c.basis, c.qualifier, c.condition, exists (select 1 from claimEvidence as e where e.claim = c.id)`

const someEvidence: Claim['evidence'] = []
const hasOne = [null] as unknown as Claim['evidence']

const factOf = ([, ...row]: Row): ClaimFact => {
  const [id, source, party, polarity, stage, rank, asOf, lineage, statement, raw, value, basis, qualifier, condition] =
    row
  return claimFact({
    id,
    source,
    party,
    polarity,
    stage,
    rank,
    asOf,
    lineage,
    statement,
    raw,
    value,
    basis,
    qualifier,
    condition,
    evidence: row[14] === 1 ? hasOne : someEvidence,
  })
}

const rowsWhere = (db: Database, where: string, values: readonly Value[]): Row[] =>
  JSON.parse(
    db.get<{ rows: string }>(
      `select json_group_array(json_array(${columns})) as rows from claim as c where ${where}`,
      values,
    )?.rows ?? '[]',
  ) as Row[]

const readClaims = (db: Database, ids: readonly TermId[] | null): Map<TermId, ClaimFact[]> => {
  const byTerm = new Map<TermId, ClaimFact[]>()
  const keep = (rows: readonly Row[]) => {
    for (const row of rows) {
      const known = byTerm.get(row[0])
      if (known) known.push(factOf(row))
      else byTerm.set(row[0], [factOf(row)])
    }
  }
  if (ids !== null) {
    keep(rowsWhere(db, 'c.term in (select value from json_each(?))', [JSON.stringify(ids)]))
    return byTerm
  }
  const last = db.get<{ last: number }>('select coalesce(max(rowid), 0) as last from claim')?.last ?? 0
  for (let from = 0; from < last; from += rowsAtOnce)
    keep(rowsWhere(db, 'c.rowid > ? and c.rowid <= ?', [from, from + rowsAtOnce]))
  return byTerm
}

/** The facts of terms, of all or of those named: one query per kind of record. */
const readTerms = (db: Database, ids: readonly TermId[] | null): TermFacts[] => {
  const chosen = (column: string): [string, Value[]] =>
    ids === null ? ['true', []] : [`${column} in (select value from json_each(?))`, [JSON.stringify(ids)]]
  const claims = readClaims(db, ids)
  const ofPositions = grouped(positions.all(db, ...chosen('term')), position => position.term)
  const ofConflicts = grouped<TermId, Conflict>(conflicts.all(db, ...chosen('term')), conflict => conflict.term)
  const [where, values] = chosen('term')
  const risks = new Map(
    db
      .all<{ term: TermId; risks: number }>(
        `select term, count(*) as risks from riskTerm where ${where} group by term`,
        values,
      )
      .map(row => [row.term, row.risks]),
  )
  return terms.all(db, ...chosen('id')).map(term => ({
    term,
    claims: claims.get(term.id) ?? [],
    positions: (ofPositions.get(term.id) ?? []).map(positionFact),
    conflicts: (ofConflicts.get(term.id) ?? []).map(conflictFact),
    risks: risks.get(term.id) ?? 0,
  }))
}

const readSurroundings = (db: Database): MatrixSurroundings =>
  surroundingsOf(
    db.all<SourceFact>('select id, title, published, reliability, lineage from source'),
    db.all<PartyFact>('select id, name, sequence from party'),
  )

type Known = { at: string; facts: MatrixFacts; ofTerm: Map<TermId, TermFacts> }

const known = new WeakMap<Database, Known>()

const factsIn = (ofTerm: ReadonlyMap<TermId, TermFacts>, around: MatrixSurroundings): MatrixFacts => ({
  terms: [...ofTerm.values()].sort((left, right) => inTermOrder(left.term, right.term)),
  around,
})

/**
 * The facts of all claims by term. They are read once; after that only what the log says was touched since: facts of a term
 * that are the same object are the same facts. Held by test/main/operations/matrix.test.ts against all of them read anew.
 */
export const matrixFacts = (db: Database): Known => {
  const at = placeInLog(db)
  const before = known.get(db)
  if (before?.at === at) return before
  const seq = changeAt(db, before?.at ?? null)
  if (before === undefined || seq === null) {
    const ofTerm = new Map(readTerms(db, null).map(of => [of.term.id, of]))
    const now = { at, facts: factsIn(ofTerm, readSurroundings(db)), ofTerm }
    known.set(db, now)
    return now
  }
  const touched = touchedTerms(db, seq)
  const around = areSurroundingsTouched(db, seq) ? readSurroundings(db) : before.facts.around
  const { ofTerm } = before
  for (const id of touched) ofTerm.delete(id)
  if (touched.length > 0) for (const of of readTerms(db, touched)) ofTerm.set(of.term.id, of)
  const isSame = touched.length === 0 && around === before.facts.around
  const now = { at, facts: isSame ? before.facts : factsIn(ofTerm, around), ofTerm }
  known.set(db, now)
  return now
}
