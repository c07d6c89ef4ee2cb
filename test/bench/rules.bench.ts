// What one edited claim costs against computing everything anew: 500 terms × 60 sources × 5 claims.
import type { Claim } from '../../shared/model/claim.ts'
import { findConflicts } from '../../shared/rules/detect.ts'
import { grouped } from '../../shared/rules/groups.ts'
import { matrixFactsOf } from '../../shared/rules/matrix-facts.ts'
import { matrixFrameOf, matrixFrameRow, matrixPlan } from '../../shared/rules/matrix-frame.ts'
import { claimWith, day, idOf, sourceWith, termWith } from '../support/records.ts'
import { printRow, takeTurns } from './measure.ts'

const terms = Array.from({ length: 500 }, (_, at) => termWith(at + 1))
const sources = Array.from({ length: 60 }, (_, at) =>
  sourceWith(1000 + at, { published: day(`2025-0${1 + (at % 9)}-15`) }),
)
const claims: Claim[] = terms.flatMap((term, row) =>
  sources.flatMap((source, column) =>
    Array.from({ length: 5 }, (_, at) => {
      const number = 100_000 + (row * 60 + column) * 5 + at
      const share = 10 + ((row + column + at) % 3)
      return claimWith(number, {
        term: term.id,
        source: source.id,
        asOf: day(`2025-0${1 + (column % 9)}-0${1 + at}`),
        raw: `${share} %`,
        value: { type: 'percent', low: share, high: share },
        evidence: [{ excerpt: idOf(number), role: 'supports' }],
      })
    }),
  ),
)
const records = { terms, claims, sources, parties: [], positions: [], conflicts: [] }
const ofTerm = grouped(claims, claim => claim.term)
const today = { axis: 'sources', asOf: null, grain: null } as const
const [first] = terms
if (first === undefined) throw new Error('There are no terms to measure.')
const ofFirst = ofTerm.get(first.id) ?? []

const detection = takeTurns(
  [
    { name: 'one', run: () => findConflicts(first, ofFirst, sources) },
    { name: 'all', run: () => terms.map(term => findConflicts(term, ofTerm.get(term.id) ?? [], sources)) },
  ],
  5,
)
printRow('detector, one term of 300 claims', detection.get('one') ?? 0, 'all 150,000 claims', detection.get('all') ?? 0)

/** From the records: nothing that is kept of a term counts. */
const wholeFrame = () => {
  const facts = matrixFactsOf(records)
  return matrixFrameOf(facts, matrixPlan(facts, today))
}
const plan = matrixPlan(matrixFactsOf(records), today)
const rowOf = (term: (typeof terms)[number]) =>
  matrixFactsOf({ ...records, terms: [term], claims: ofFirst }).terms.map(of => matrixFrameRow(of, plan))

const matrix = takeTurns(
  [
    { name: 'row', run: () => rowOf(first) },
    { name: 'view', run: () => wholeFrame() },
  ],
  5,
)
printRow('matrix, one row', matrix.get('row') ?? 0, 'all 500 rows', matrix.get('view') ?? 0)
