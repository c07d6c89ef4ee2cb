import type { MatrixFrameRow, RowCells } from '../../shared/contract/matrix.ts'
import { matrixChanges } from '../../shared/rules/matrix-changes.ts'
import { matrixCoverage } from '../../shared/rules/matrix-coverage.ts'
import type { MatrixFacts, TermFacts } from '../../shared/rules/matrix-facts.ts'
import {
  type MatrixAsked,
  type MatrixPlan,
  matrixCellRecords,
  matrixCells,
  matrixFrameOf,
  matrixFrameRow,
  matrixPlan,
} from '../../shared/rules/matrix-frame.ts'
import { termStory } from '../../shared/rules/term-story.ts'
import type { Reading } from '../operation.ts'
import { matrixFacts } from '../records/claim-facts.ts'
import { parties, positions, risks, terms } from '../records/tables.ts'
import { readClaimViews, readConflictViews } from '../records/views.ts'
import type { Database } from '../store/case-file.ts'

/** What was computed last, for the questions that follow it: a frame is asked for with its cells in blocks, and again after each edit. */
type Kept = {
  asked: string
  plan: MatrixPlan
  facts: MatrixFacts
  rows: WeakMap<TermFacts, MatrixFrameRow>
  cells: WeakMap<TermFacts, RowCells>
}

const kept = new WeakMap<Database, Kept>()

const sameColumns = (one: MatrixPlan, other: MatrixPlan) =>
  one.grain === other.grain && JSON.stringify(one.columns) === JSON.stringify(other.columns)

/** What is out may turn with a claim of another term, which dates its undated source. */
const sameOut = ({ asOf: { out: one } }: MatrixPlan, { asOf: { out: other } }: MatrixPlan) =>
  one === other || (one?.size === other?.size && [...(one ?? [])].every(id => other?.has(id)))

/** Rows stay as long as their terms, the sources, which of them are out, the parties and the columns do. */
const planFor = (db: Database, facts: MatrixFacts, { axis, asOf, grain }: MatrixAsked): Kept => {
  const asked = JSON.stringify([axis, asOf, grain])
  const before = kept.get(db)
  if (before?.asked === asked && before.facts === facts) return before
  const plan = matrixPlan(facts, { axis, asOf, grain })
  const isAlike =
    before?.asked === asked &&
    before.facts.around === facts.around &&
    sameOut(before.plan, plan) &&
    sameColumns(before.plan, plan)
  const now = {
    asked,
    plan,
    facts,
    rows: isAlike ? before.rows : new WeakMap(),
    cells: isAlike ? before.cells : new WeakMap(),
  }
  kept.set(db, now)
  return now
}

/** The row of a term, which may be known. */
const rowIn =
  ({ plan, rows }: Kept) =>
  (of: TermFacts): MatrixFrameRow => {
    const known = rows.get(of)
    if (known) return known
    const row = matrixFrameRow(of, plan)
    rows.set(of, row)
    return row
  }

const cellsIn = ({ plan, cells: known }: Kept, of: TermFacts): RowCells => {
  const before = known.get(of)
  if (before) return before
  const row = { term: of.term.id, cells: matrixCells(of, plan) }
  known.set(of, row)
  return row
}

export const frame: Reading<'matrix.frame'> = (db, asked) => {
  const { facts } = matrixFacts(db)
  const now = planFor(db, facts, asked)
  return matrixFrameOf(facts, now.plan, rowIn(now))
}

export const cells: Reading<'matrix.cells'> = (db, { terms: wanted, ...asked }) => {
  const { facts, ofTerm } = matrixFacts(db)
  const now = planFor(db, facts, asked)
  return wanted.flatMap((id): RowCells[] => {
    const of = ofTerm.get(id)
    return of ? [cellsIn(now, of)] : []
  })
}

export const cell: Reading<'matrix.cell'> = (db, { term, column, ...asked }) => {
  const { facts, ofTerm } = matrixFacts(db)
  const of = ofTerm.get(term)
  if (!of) return { claims: [], openConflicts: [], settledConflicts: [] }
  const { claims: found, open, settled } = matrixCellRecords(of, column, planFor(db, facts, asked).plan)
  return { claims: found.map(({ id }) => id), openConflicts: open, settledConflicts: settled }
}

export const changes: Reading<'matrix.changes'> = (db, { from, to }) => matrixChanges(matrixFacts(db).facts, from, to)

export const coverage: Reading<'matrix.coverage'> = (db, { asOf }) => {
  const { facts } = matrixFacts(db)
  const now = planFor(db, facts, { axis: 'sources', asOf, grain: null })
  return matrixCoverage(facts, now.plan, rowIn(now))
}

export const story: Reading<'terms.story'> = (db, { term }) =>
  termStory(terms.need(db, term), {
    claims: readClaimViews(db, 'term = ?', [term]),
    positions: positions.all(db, 'term = ?', [term]),
    parties: parties.all(db),
    conflicts: readConflictViews(db, 'term = ?', [term]),
    risks: risks.all(db, 'id in (select risk from riskTerm where term = ?)', [term]),
  })
