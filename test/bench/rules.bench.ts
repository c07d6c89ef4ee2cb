// What one edited claim costs against computing everything anew: 500 terms × 60 sources × 5 claims.
import type { Claim } from '../../shared/model/claim.ts'
import { findConflicts } from '../../shared/rules/detect.ts'
import { byTerm, matrixFrame, matrixRow, matrixView } from '../../shared/rules/matrix.ts'
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
const records = { terms, claims, sources, parties: [], positions: [], conflicts: [], lineages: [] }
const grouped = byTerm(records)
const frame = matrixFrame(records, 'sources')
const [first] = terms
if (first === undefined) throw new Error('There are no terms to measure.')
const of = grouped.get(first.id) ?? { claims: [], positions: [], conflicts: [] }

const detection = takeTurns(
  [
    { name: 'one', run: () => findConflicts(first, of.claims, sources) },
    { name: 'all', run: () => terms.map(term => findConflicts(term, grouped.get(term.id)?.claims ?? [], sources)) },
  ],
  5,
)
printRow('detector, one term of 300 claims', detection.get('one') ?? 0, 'all 150,000 claims', detection.get('all') ?? 0)

const matrix = takeTurns(
  [
    { name: 'row', run: () => matrixRow(first, of, frame) },
    { name: 'view', run: () => matrixView(records, 'sources') },
  ],
  5,
)
printRow('matrix, one row', matrix.get('row') ?? 0, 'all 500 rows', matrix.get('view') ?? 0)
