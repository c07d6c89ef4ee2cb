import type { AnchorState } from '../../model/anchor.ts'
import type { Briefing } from '../../model/briefing.ts'
import type { CaseInfo } from '../../model/case-info.ts'
import type { Claim } from '../../model/claim.ts'
import type { Conflict } from '../../model/conflict.ts'
import type { Scales } from '../../model/criteria.ts'
import type { Credibility } from '../../model/grades.ts'
import type { ClaimId, ExcerptId, RiskId, SourceId, TermId } from '../../model/id.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { MarkingLevel } from '../../model/marking.ts'
import type { PartialDate } from '../../model/partial-date.ts'
import type { Position } from '../../model/position.ts'
import type { Relation } from '../../model/relation.ts'
import type { Source } from '../../model/source.ts'
import type { Term } from '../../model/term.ts'
import { type SourceLineages, sourceLineages } from '../corroboration.ts'
import { byId, grouped } from '../groups.ts'
import { indexed } from '../indexed.ts'
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
  risks: ReadonlyMap<string, BriefingFacts['risks'][number]>
  notes: ReadonlyMap<string, { id: string }>
  claimsOf: ReadonlyMap<TermId, readonly Claim[]>
  positionsOf: ReadonlyMap<TermId, readonly Position[]>
  /** The claims that quote an excerpt. */
  quoting: ReadonlyMap<ExcerptId, readonly Claim[]>
  /** The open conflicts that a claim is part of. */
  openOf: ReadonlyMap<ClaimId, readonly Conflict[]>
  /** What an excerpt relays, by the excerpt that relays it. */
  relayedBy: ReadonlyMap<ExcerptId, readonly ExcerptId[]>
  /** The prose of each block that has some, by the block's id. */
  prose: ReadonlyMap<string, Prose>
  /** Every excerpt that the briefing cites. */
  cited: ReadonlySet<ExcerptId>
}

const add = <Key, Item>(index: Map<Key, Item[]>, key: Key, item: Item) => {
  const items = index.get(key)
  if (items) items.push(item)
  else index.set(key, [item])
}

const excerptsById = indexed((all: BriefingFacts['excerpts']) => byId(all))
const sourcesById = indexed((all: BriefingFacts['sources']) => byId(all))
const termsById = indexed((all: BriefingFacts['terms']) => byId(all))
const risksById = indexed((all: BriefingFacts['risks']) => byId(all))
const notesById = indexed((all: BriefingFacts['notes']) => byId(all))
const lineagesOf = indexed((all: BriefingFacts['sources']) => sourceLineages(all))
const claimsByTerm = indexed((all: BriefingFacts['claims']) => grouped(all, claim => claim.term))
const positionsByTerm = indexed((all: BriefingFacts['positions']) => grouped(all, position => position.term))

const claimsByExcerpt = indexed((all: BriefingFacts['claims']) => {
  const index = new Map<ExcerptId, Claim[]>()
  for (const claim of all) for (const { excerpt } of claim.evidence) add(index, excerpt, claim)
  return index
})

const openByClaim = indexed((all: BriefingFacts['conflicts']) => {
  const index = new Map<ClaimId, Conflict[]>()
  for (const conflict of all)
    if (conflict.state === 'open') for (const claim of conflict.claims) add(index, claim, conflict)
  return index
})

const relaysByExcerpt = indexed((all: BriefingFacts['relations']) => {
  const index = new Map<ExcerptId, ExcerptId[]>()
  for (const { kind, from, to } of all) if (kind === 'relays') add(index, from, to)
  return index
})

/** By the document: of a briefing that is being written only one block is another than before. */
const written = indexed(proseOf)

export const known = (briefing: Briefing, facts: BriefingFacts, today: PartialDate | null): Known => {
  const documents = briefing.blocks.flatMap(block => ('document' in block ? [block] : []))
  return {
    briefing,
    facts,
    today,
    levels: markingLevels(facts.case),
    excerpts: excerptsById(facts.excerpts),
    sources: sourcesById(facts.sources),
    lineages: lineagesOf(facts.sources),
    terms: termsById(facts.terms),
    risks: risksById(facts.risks),
    notes: notesById(facts.notes),
    claimsOf: claimsByTerm(facts.claims),
    positionsOf: positionsByTerm(facts.positions),
    quoting: claimsByExcerpt(facts.claims),
    openOf: openByClaim(facts.conflicts),
    relayedBy: relaysByExcerpt(facts.relations),
    prose: new Map(documents.map(({ id, document }) => [id, written(document)])),
    cited: new Set(
      briefing.blocks.flatMap(block => {
        if (block.kind === 'key judgements') return block.judgements.flatMap(({ excerpts }) => excerpts)
        return 'document' in block ? citedExcerpts(block.document) : []
      }),
    ),
  }
}

/** The open conflicts that the claims behind a judgement are part of, each once. */
export const conflictsBehind = (judgement: Pick<Judgement, 'excerpts'>, of: Known): Conflict[] => [
  ...new Set(claimsBehind(judgement, of).flatMap(({ id }) => of.openOf.get(id) ?? [])),
]

/** Claims that stand and quote a passage of the judgement. */
export const claimsBehind = (judgement: Pick<Judgement, 'excerpts'>, { quoting }: Known): Claim[] => [
  ...new Set(judgement.excerpts.flatMap(id => quoting.get(id) ?? []).filter(claim => claim.rank !== 'deprecated')),
]
