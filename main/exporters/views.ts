import type { ClaimView, Comparison, ConflictView } from '../../shared/contract/matrix.ts'
import type { RiskView } from '../../shared/contract/risks.ts'
import type { CaseDocument } from '../../shared/model/case-document.ts'
import type { Claim } from '../../shared/model/claim.ts'
import type { ClaimId } from '../../shared/model/id.ts'
import { comparePartialDates } from '../../shared/model/partial-date.ts'
import { detectConflicts } from '../../shared/rules/detect.ts'
import { newestAssessment, newestFirst, rankRisks, trendOf } from '../../shared/rules/scoring.ts'
import { isUnsupportedRisk } from '../../shared/rules/unsupported.ts'
import { claimWords } from '../../shared/rules/words.ts'

const byId = <Record extends { id: string }>(records: readonly Record[]): ReadonlyMap<Record['id'], Record> =>
  new Map(records.map(record => [record.id, record]))

/** Every claim with its words, its source and its quotations. Throws when a link of the document leads nowhere: `check` finds those. */
export function claimViews(document: CaseDocument): ReadonlyMap<ClaimId, ClaimView> {
  const [terms, sources, parties] = [byId(document.terms), byId(document.sources), byId(document.parties)]
  const [lineages, excerpts] = [byId(document.lineages), byId(document.excerpts)]
  const lineageName = (id: Claim['lineage']) => (id === null ? '' : (lineages.get(id)?.name ?? ''))
  const view = (claim: Claim): ClaimView => {
    const [term, source] = [terms.get(claim.term), sources.get(claim.source)]
    if (term === undefined || source === undefined) throw new Error(`Claim ${claim.id} has no term or no source.`)
    return {
      ...claim,
      words: claimWords(claim),
      termRef: term.ref,
      termName: term.name,
      sourceTitle: source.title,
      sourceDate: source.published,
      sourceReliability: source.reliability,
      partyName: claim.party === null ? '' : (parties.get(claim.party)?.name ?? ''),
      lineageName: lineageName(claim.lineage ?? source.lineage),
      quotes: claim.evidence.flatMap(({ excerpt: id, role }) => {
        const excerpt = excerpts.get(id)
        if (excerpt === undefined) return []
        return [
          {
            excerpt: id,
            source: excerpt.source,
            exact: excerpt.exact,
            prefix: excerpt.prefix,
            suffix: excerpt.suffix,
            role,
          },
        ]
      }),
    }
  }
  return new Map(document.claims.map(claim => [claim.id, view(claim)]))
}

export function conflictViews(document: CaseDocument, claims: ReadonlyMap<ClaimId, ClaimView>): ConflictView[] {
  const terms = byId(document.terms)
  return document.conflicts.map(conflict => ({
    ...conflict,
    termRef: terms.get(conflict.term)?.ref ?? '',
    termName: terms.get(conflict.term)?.name ?? '',
    views: conflict.claims.flatMap(id => claims.get(id) ?? []),
    positions: document.positions.filter(({ term }) => term === conflict.term).map(({ id }) => id),
  }))
}

/**
 * What the detector sets apart from conflicts, term by term: the claims that differ by one relation in the order of
 * their dates, and why each differs from the one before it. Pairs that are on record as a conflict are left out.
 */
export type ComparisonGroup = {
  relation: Comparison['relation']
  termRef: string
  termName: string
  claims: ClaimView[]
  reasons: string[]
}

export function comparisonGroups(document: CaseDocument, views: ReadonlyMap<ClaimId, ClaimView>): ComparisonGroup[] {
  const disputed = document.conflicts.map(conflict => new Set(conflict.claims))
  const terms = [...document.terms].sort((left, right) => left.sequence - right.sequence)
  return terms.flatMap(term => {
    const claims = document.claims.filter(claim => claim.term === term.id)
    const found = detectConflicts(term, claims, document.sources).comparisons.filter(
      ({ claims: pair }) => !disputed.some(conflict => pair.every(id => conflict.has(id))),
    )
    return (['change', 'not comparable', 'undecidable'] as const).flatMap(relation => {
      const pairs = found.filter(comparison => comparison.relation === relation)
      const involved = [...new Set(pairs.flatMap(({ claims: pair }) => pair))].flatMap(id => views.get(id) ?? [])
      const ordered = involved.sort(
        (left, right) => comparePartialDates(dateOf(left), dateOf(right)) || left.id.localeCompare(right.id),
      )
      const reasons = ordered.flatMap((claim, index) => {
        const before = ordered[index - 1]
        const pair = pairs.find(({ claims: ids }) => before && ids.includes(before.id) && ids.includes(claim.id))
        return pair === undefined ? [] : [pair.reason]
      })
      return ordered.length === 0
        ? []
        : [{ relation, termRef: term.ref, termName: term.name, claims: ordered, reasons }]
    })
  })
}

const dateOf = (claim: ClaimView) => claim.asOf ?? claim.sourceDate

/** The register, most serious first. */
export function riskViews(document: CaseDocument): RiskView[] {
  const terms = byId(document.terms)
  return rankRisks(
    document.risks.map((risk): RiskView => {
      const own = document.assessments.filter(assessment => assessment.risk === risk.id)
      return {
        ...risk,
        assessments: (['inherent', 'current', 'target'] as const).flatMap(kind => newestFirst(own, kind)),
        inherent: newestAssessment(own, 'inherent'),
        current: newestAssessment(own, 'current'),
        target: newestAssessment(own, 'target'),
        trend: trendOf(own),
        unsupported: isUnsupportedRisk(risk, own),
        conflicts: document.conflicts
          .filter(({ risks }) => risks.includes(risk.id))
          .map(({ id, term, reason, state }) => ({ id, termRef: terms.get(term)?.ref ?? '', reason, state })),
      }
    }),
  )
}
