import type { Claim } from '../../shared/model/claim.ts'
import type { SourceId } from '../../shared/model/id.ts'
import type { PartialDate } from '../../shared/model/partial-date.ts'
import type { Term } from '../../shared/model/term.ts'

/** A claim before the case has given it an id. */
export type ClaimDraft = Omit<Claim, 'id' | 'created' | 'updated'>

/** A claim of which only the term, the source and the date of the source are known. */
export const newClaim = (term: Term, source: SourceId, asOf: PartialDate | null): ClaimDraft => ({
  term: term.id,
  source,
  raw: '',
  value: null,
  basis: '',
  qualifier: 'exactly',
  condition: '',
  assertedBy: '',
  party: null,
  statement: 'fact',
  polarity: 'asserts',
  stage: null,
  asOf,
  eventDate: null,
  credibility: 6,
  credibilityReason: '',
  confidence: null,
  rank: 'normal',
  rankReason: '',
  lineage: null,
  comment: '',
  evidence: [],
})

/** A claim as its form edits it. */
export const draftOf = (claim: Claim): ClaimDraft => ({
  term: claim.term,
  source: claim.source,
  raw: claim.raw,
  value: claim.value,
  basis: claim.basis,
  qualifier: claim.qualifier,
  condition: claim.condition,
  assertedBy: claim.assertedBy,
  party: claim.party,
  statement: claim.statement,
  polarity: claim.polarity,
  stage: claim.stage,
  asOf: claim.asOf,
  eventDate: claim.eventDate,
  credibility: claim.credibility,
  credibilityReason: claim.credibilityReason,
  confidence: claim.confidence,
  rank: claim.rank,
  rankReason: claim.rankReason,
  lineage: claim.lineage,
  comment: claim.comment,
  evidence: claim.evidence,
})
