import type { ClaimView } from '../../shared/contract/claims.ts'
import type { Comparison, ConflictView } from '../../shared/contract/conflicts.ts'
import type { RiskView } from '../../shared/contract/risks.ts'
import { claimViews, comparisons, conflictViews, riskViews } from '../../shared/rules/views.ts'
import type { Database } from '../store/case-file.ts'
import { readExcerpts } from './excerpts.ts'
import { assessments, claims, conflicts, lineages, parties, positions, risks, sources, terms } from './tables.ts'

/** The claims that `where` selects (SQL over the columns of `claim`), each with its words, its source and its quotes. */
export const readClaimViews = (db: Database, where = 'true', values: string[] = []): ClaimView[] => {
  const cited = `id in (select excerpt from claimEvidence where claim in (select id from claim where ${where}))`
  return claimViews(claims.all(db, where, values), {
    terms: terms.all(db),
    sources: sources.all(db, `id in (select source from claim where ${where})`, values),
    parties: parties.all(db),
    lineages: lineages.all(db),
    excerpts: readExcerpts(db, cited, values).map(({ anchor, ...excerpt }) => ({ ...excerpt, ...anchor })),
  })
}

export const readConflictViews = (db: Database): ConflictView[] =>
  conflictViews(conflicts.all(db), {
    terms: terms.all(db),
    claims: readClaimViews(db, 'id in (select claim from conflictClaim)'),
    positions: positions.all(db),
  })

/** Claims that differ without being in conflict, found anew at each call. */
export const readComparisons = (db: Database): Comparison[] =>
  comparisons({
    terms: terms.all(db),
    claims: readClaimViews(db),
    sources: sources.all(db, 'id in (select source from claim)'),
    conflicts: conflicts.all(db),
  })

/** Every risk with its history, ranked, most serious first. */
export const readRiskViews = (db: Database): RiskView[] =>
  riskViews(risks.all(db), {
    assessments: assessments.all(db),
    conflicts: conflicts.all(db, 'id in (select conflict from conflictRisk)'),
    terms: terms.all(db),
  })
