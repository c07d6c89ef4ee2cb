import type { ClaimView } from '../contract/claims.ts'
import type { Comparison, ConflictView, Relation } from '../contract/conflicts.ts'
import type { AssessmentView, RiskView } from '../contract/risks.ts'
import type { Anchor } from '../model/anchor.ts'
import type { Assessment } from '../model/assessment.ts'
import type { Claim } from '../model/claim.ts'
import type { Conflict } from '../model/conflict.ts'
import type { Criteria } from '../model/criteria.ts'
import type { Excerpt } from '../model/excerpt.ts'
import type { ClaimId } from '../model/id.ts'
import type { Lineage } from '../model/lineage.ts'
import type { Party } from '../model/party.ts'
import type { Position } from '../model/position.ts'
import type { Risk } from '../model/risk.ts'
import type { Source } from '../model/source.ts'
import type { Term } from '../model/term.ts'
import { detectConflicts } from './detect.ts'
import { byId, grouped } from './groups.ts'
import { newestAssessment, newestFirst, rankRisks, trendOf } from './scoring.ts'
import { isUnsupportedRisk } from './unsupported.ts'
import { claimWords } from './words.ts'

// Records as every screen, export and command shows them. A link that leads nowhere (a damaged case; `check.run` names
// it) gives empty words, so that the rest can still be read.

type NamedTerm = Pick<Term, 'id' | 'ref' | 'name'>

/** What the views of claims draw from. `excerpts` are at least those that the claims cite. */
export type ClaimSurroundings = {
  terms: readonly NamedTerm[]
  sources: readonly Source[]
  parties: readonly Party[]
  lineages: readonly Lineage[]
  excerpts: readonly (Pick<Excerpt, 'id' | 'source'> & Pick<Anchor, 'exact' | 'prefix' | 'suffix'>)[]
}

/** The claims, each with its words, its source and its quotes. A claim without a lineage relays what its source relays. */
export const claimViews = (claims: readonly Claim[], of: ClaimSurroundings): ClaimView[] => {
  const [terms, sources, parties] = [byId(of.terms), byId(of.sources), byId(of.parties)]
  const [lineages, excerpts] = [byId(of.lineages), byId(of.excerpts)]
  return claims.map(claim => {
    const [term, source] = [terms.get(claim.term), sources.get(claim.source)]
    const lineage = claim.lineage ?? source?.lineage
    return {
      ...claim,
      words: claimWords(claim),
      termRef: term?.ref ?? '',
      termName: term?.name ?? '',
      sourceTitle: source?.title ?? '',
      sourceDate: source?.published ?? null,
      sourceReliability: source?.reliability ?? 'F',
      partyName: (claim.party && parties.get(claim.party)?.name) || '',
      lineageName: (lineage && lineages.get(lineage)?.name) || '',
      quotes: claim.evidence.flatMap(({ excerpt, role }) => {
        const cited = excerpts.get(excerpt)
        if (!cited) return []
        const { source: quoted, exact, prefix, suffix } = cited
        return [{ excerpt, source: quoted, exact, prefix, suffix, role }]
      }),
    }
  })
}

/** The conflicts with their term, their claims in the order they are recorded in, and the positions that may have to change. */
export const conflictViews = (
  conflicts: readonly Conflict[],
  of: { terms: readonly NamedTerm[]; claims: readonly ClaimView[]; positions: readonly Position[] },
): ConflictView[] => {
  const [terms, claims] = [byId(of.terms), byId(of.claims)]
  const positions = grouped(of.positions, position => position.term)
  return conflicts.map(conflict => ({
    ...conflict,
    termRef: terms.get(conflict.term)?.ref ?? '',
    termName: terms.get(conflict.term)?.name ?? '',
    views: conflict.claims.flatMap(id => claims.get(id) ?? []),
    positions: (positions.get(conflict.term) ?? []).map(({ id }) => id),
  }))
}

/** Two claims that differ without being in conflict. */
export type Difference = { relation: Relation; claims: readonly ClaimId[]; reason: string }

/**
 * What the detector sets apart from conflicts among the claims of one term: the pairs that differ, and why. A pair that is
 * on record as a conflict is left out: the analyst has seen it and judged otherwise.
 */
export const differencesWithin = (
  term: Term,
  claims: readonly Claim[],
  of: { sources: readonly Source[]; conflicts: readonly Pick<Conflict, 'claims'>[] },
): Difference[] => {
  const disputed = new Map<string, Set<number>>()
  for (const [index, conflict] of of.conflicts.entries())
    for (const id of conflict.claims) disputed.set(id, (disputed.get(id) ?? new Set()).add(index))
  const onRecord = ([one, other]: readonly ClaimId[]) => {
    const conflicts = disputed.get(other ?? '')
    return conflicts !== undefined && [...(disputed.get(one ?? '') ?? [])].some(index => conflicts.has(index))
  }
  return detectConflicts(term, claims, of.sources).comparisons.flatMap(({ relation, claims: pair, reason }) =>
    relation === 'agreement' || relation === 'conflict' || onRecord(pair) ? [] : [{ relation, claims: pair, reason }],
  )
}

/** {@link differencesWithin} every term in the order given, with the claims in full: for a document of the whole case. */
export const comparisons = (of: {
  terms: readonly Term[]
  claims: readonly ClaimView[]
  sources: readonly Source[]
  conflicts: readonly Pick<Conflict, 'claims'>[]
}): Comparison[] => {
  const views = byId(of.claims)
  const claims = grouped(of.claims, claim => claim.term)
  return of.terms.flatMap(term =>
    differencesWithin(term, claims.get(term.id) ?? [], of).map(({ relation, claims: pair, reason }) => ({
      relation,
      term: term.id,
      claims: pair.flatMap(id => views.get(id) ?? []),
      reason,
    })),
  )
}

/** The register, most serious first: every risk with its history, how it moved, and the conflicts that bear on it. */
export const riskViews = (
  risks: readonly Risk[],
  of: {
    assessments: readonly Assessment[]
    conflicts: readonly Conflict[]
    terms: readonly NamedTerm[]
    /** In force. */
    criteria: Criteria
    earlierCriteria: readonly Criteria[]
  },
): RiskView[] => {
  const versions = byId([...of.earlierCriteria, of.criteria])
  const worded = (one: Assessment): AssessmentView => ({
    ...one,
    impactWords: one.impacts.map(({ level }) => versions.get(one.criteria)?.impacts[level]?.word ?? String(level)),
  })
  const terms = byId(of.terms)
  const scored = grouped(of.assessments, assessment => assessment.risk)
  const bearing = grouped(
    of.conflicts.flatMap(conflict => [...new Set(conflict.risks)].map(risk => ({ risk, conflict }))),
    ({ risk }) => risk,
  )
  return rankRisks(
    risks.map((risk): RiskView => {
      const history = (scored.get(risk.id) ?? []).map(worded)
      return {
        ...risk,
        assessments: newestFirst(history),
        inherent: newestAssessment(history, 'inherent'),
        current: newestAssessment(history, 'current'),
        target: newestAssessment(history, 'target'),
        trend: trendOf(history),
        unsupported: isUnsupportedRisk(risk, history),
        conflicts: (bearing.get(risk.id) ?? []).map(({ conflict: { id, term, reason, state } }) => ({
          id,
          termRef: terms.get(term)?.ref ?? '',
          reason,
          state,
        })),
      }
    }),
  )
}
