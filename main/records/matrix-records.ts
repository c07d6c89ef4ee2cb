import type { ExportView } from '../../shared/contract/exports.ts'
import type { MatrixRecords } from '../exporters/matrix/exported-case.ts'
import type { Database } from '../store/case-file.ts'
import { readCaseInfo } from './case-info.ts'
import { matrixFacts } from './claim-facts.ts'
import { readExcerpts } from './excerpts.ts'
import { claims, conflicts, lineages, positions, sources } from './tables.ts'

/** Views that tell of terms and states alone, for which no claim is read whole. */
const withoutClaims: readonly (ExportView | null)[] = ['coverage', 'terms']

/** What exports of the matrix are made of; texts of sources are not read. */
export const readMatrixRecords = (db: Database, view: ExportView | null): MatrixRecords => {
  const { name, analyst, marking } = readCaseInfo(db)
  const isBare = withoutClaims.includes(view)
  return {
    name,
    analyst,
    marking,
    facts: matrixFacts(db).facts,
    claims: isBare ? [] : claims.all(db),
    sources: sources.all(db),
    lineages: lineages.all(db),
    positions: positions.all(db),
    conflicts: conflicts.all(db),
    excerpts: isBare
      ? []
      : readExcerpts(db, 'id in (select excerpt from claimEvidence)', []).map(
          ({ id, source, anchor: { exact, page }, credibility }) => ({ id, source, exact, page, credibility }),
        ),
  }
}
