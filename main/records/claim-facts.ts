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
import type { CaseFile, Database, Value } from '../store/case-file.ts'
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

type ClaimsByTerm = Map<TermId, ClaimFact[]>

const keep = (byTerm: ClaimsByTerm, rows: readonly Row[]): ClaimsByTerm => {
  for (const row of rows) {
    const known = byTerm.get(row[0])
    if (known) known.push(factOf(row))
    else byTerm.set(row[0], [factOf(row)])
  }
  return byTerm
}

/** Reads the claims of some more rows of the table; null when there are none left. */
const readOn = (db: Database, byTerm: ClaimsByTerm, from: number, count: number): number | null => {
  const last = db.get<{ last: number }>('select coalesce(max(rowid), 0) as last from claim')?.last ?? 0
  if (from >= last) return null
  keep(byTerm, rowsWhere(db, 'c.rowid > ? and c.rowid <= ?', [from, from + count]))
  return from + count
}

/** The facts of terms, of all or of those named: one query per kind of record. */
const readTerms = (db: Database, ids: readonly TermId[] | null, claims: ClaimsByTerm): TermFacts[] => {
  const chosen = (column: string): [string, Value[]] =>
    ids === null ? ['true', []] : [`${column} in (select value from json_each(?))`, [JSON.stringify(ids)]]
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

/** Facts that are being read: from which place of the log on, and how far. What changes meanwhile is read again at the end. */
type Begun = { at: string; claims: ClaimsByTerm; from: number | null }

const begun = new WeakMap<Database, Begun>()

const beginning = (db: Database): Begun => {
  const before = begun.get(db)
  if (before && changeAt(db, before.at) !== null) return before
  const now = { at: placeInLog(db), claims: new Map(), from: 0 }
  begun.set(db, now)
  return now
}

const finished = (db: Database): Known => {
  const reading = beginning(db)
  while (reading.from !== null) reading.from = readOn(db, reading.claims, reading.from, rowsAtOnce)
  begun.delete(db)
  const ofTerm = new Map(readTerms(db, null, reading.claims).map(of => [of.term.id, of]))
  return { at: reading.at, facts: factsIn(ofTerm, readSurroundings(db)), ofTerm }
}

/** The facts with what the log says was touched since they were read. */
const caughtUp = (db: Database, before: Known, seq: number, at: string): Known => {
  const touched = touchedTerms(db, seq)
  const around = areSurroundingsTouched(db, seq) ? readSurroundings(db) : before.facts.around
  const { ofTerm } = before
  for (const id of touched) ofTerm.delete(id)
  if (touched.length > 0) {
    const claims = keep(
      new Map(),
      rowsWhere(db, 'c.term in (select value from json_each(?))', [JSON.stringify(touched)]),
    )
    for (const of of readTerms(db, touched, claims)) ofTerm.set(of.term.id, of)
  }
  const isSame = touched.length === 0 && around === before.facts.around
  return { at, facts: isSame ? before.facts : factsIn(ofTerm, around), ofTerm }
}

/**
 * The facts of all claims by term. They are read once; after that only what the log says was touched since: facts of a term
 * that are the same object are the same facts. Held by test/main/records/claim-facts.test.ts against all of them read anew.
 */
export const matrixFacts = (db: Database): Known => {
  const at = placeInLog(db)
  const before = known.get(db)
  if (before?.at === at) return before
  const isKept = before !== undefined && changeAt(db, before.at) !== null
  const read = isKept ? before : finished(db)
  const now = read.at === at ? read : caughtUp(db, read, changeAt(db, read.at) ?? 0, at)
  known.set(db, now)
  return now
}

/** Rows that are read in one short piece of upkeep. */
const rowsInPause = 4_000

/** One short piece of upkeep: reads some facts, so that the matrix need not wait for them. True when more are left. */
export const readFactsInPause = (caseFile: CaseFile, rows = rowsInPause): boolean => {
  if (caseFile.isBroken()) return false
  try {
    return caseFile.read(db => {
      if (known.has(db)) return false
      const reading = beginning(db)
      if (reading.from !== null) reading.from = readOn(db, reading.claims, reading.from, rows)
      if (reading.from === null) matrixFacts(db)
      return reading.from !== null
    })
  } catch {
    // Upkeep can wait; a disk that failed shows at the next call.
    return false
  }
}
