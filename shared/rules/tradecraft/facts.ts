import type { AnchorState } from '../../model/anchor.ts'
import type { Briefing } from '../../model/briefing.ts'
import type { CaseInfo } from '../../model/case-info.ts'
import type { Claim } from '../../model/claim.ts'
import type { Conflict } from '../../model/conflict.ts'
import type { Scales } from '../../model/criteria.ts'
import type { Credibility } from '../../model/grades.ts'
import type { ExcerptId, RiskId, SourceId, TermId } from '../../model/id.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { MarkingLevel } from '../../model/marking.ts'
import type { PartialDate } from '../../model/partial-date.ts'
import type { Position } from '../../model/position.ts'
import type { Relation } from '../../model/relation.ts'
import type { Source } from '../../model/source.ts'
import type { Term } from '../../model/term.ts'
import { type SourceLineages, sourceLineages } from '../corroboration.ts'
import { byId, grouped } from '../groups.ts'
import { markingLevels } from '../markings.ts'
import { citedExcerpts } from '../rich-text.ts'
import { type Prose, proseOf } from './prose.ts'

/** What a briefing is checked against. A case document has all of it. */
export type BriefingFacts = {
  case: Pick<CaseInfo, 'analyst' | 'marking' | 'scheme'>
  sources: readonly Source[]
  excerpts: readonly {
    id: ExcerptId
    source: SourceId
    exact: string
    state: AnchorState
    credibility: Credibility | null
  }[]
  relations: readonly Pick<Relation, 'from' | 'to' | 'kind'>[]
  terms: readonly Term[]
  claims: readonly Claim[]
  positions: readonly Position[]
  conflicts: readonly Conflict[]
  risks: readonly { id: RiskId; category: string }[]
  notes: readonly { id: string }[]
  criteria: Pick<Scales, 'likelihoods'>
}

export type KnownExcerpt = BriefingFacts['excerpts'][number]

/** The facts, indexed once for all rules. */
export type Known = {
  briefing: Briefing
  facts: BriefingFacts
  /** The day on which it is asked; null: not known, and nothing is said of it. */
  today: PartialDate | null
  levels: readonly MarkingLevel[]
  excerpts: ReadonlyMap<ExcerptId, KnownExcerpt>
  sources: ReadonlyMap<SourceId, Source>
  lineages: SourceLineages
  terms: ReadonlyMap<TermId, Term>
  claimsOf: ReadonlyMap<TermId, readonly Claim[]>
  positionsOf: ReadonlyMap<TermId, readonly Position[]>
  /** The claims that quote an excerpt. */
  quoting: ReadonlyMap<ExcerptId, readonly Claim[]>
  /** The prose of each block that has some, by the block's id. */
  prose: ReadonlyMap<string, Prose>
  /** Every excerpt that the briefing cites. */
  cited: ReadonlySet<ExcerptId>
}

export const known = (briefing: Briefing, facts: BriefingFacts, today: PartialDate | null): Known => {
  const quoting = new Map<ExcerptId, Claim[]>()
  for (const claim of facts.claims)
    for (const { excerpt } of claim.evidence) {
      const claims = quoting.get(excerpt)
      if (claims) claims.push(claim)
      else quoting.set(excerpt, [claim])
    }
  const documents = briefing.blocks.flatMap(block => ('document' in block ? [block] : []))
  return {
    briefing,
    facts,
    today,
    levels: markingLevels(facts.case),
    excerpts: byId(facts.excerpts),
    sources: byId(facts.sources),
    lineages: sourceLineages(facts.sources),
    terms: byId(facts.terms),
    claimsOf: grouped(facts.claims, claim => claim.term),
    positionsOf: grouped(facts.positions, position => position.term),
    quoting,
    prose: new Map(documents.map(({ id, document }) => [id, proseOf(document)])),
    cited: new Set(
      briefing.blocks.flatMap(block => {
        if (block.kind === 'key judgements') return block.judgements.flatMap(({ excerpts }) => excerpts)
        return 'document' in block ? citedExcerpts(block.document) : []
      }),
    ),
  }
}

/** Claims that stand and quote a passage of the judgement. */
export const claimsBehind = (judgement: Pick<Judgement, 'excerpts'>, { quoting }: Known): Claim[] => [
  ...new Set(judgement.excerpts.flatMap(id => quoting.get(id) ?? []).filter(claim => claim.rank !== 'deprecated')),
]
