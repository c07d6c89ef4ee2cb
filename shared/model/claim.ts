import * as z from 'zod'
import { confidence, credibility } from './grades.ts'
import { claimId, excerptId, lineageId, partyId, sourceId, termId } from './id.ts'
import { partialDate } from './partial-date.ts'
import { line, prose, stamps } from './record.ts'
import { statedValue } from './typed-value.ts'

export const statement = z.enum(['fact', 'position', 'offer', 'text', 'forecast', 'inference'])
export type Statement = z.infer<typeof statement>

/** `silent`: read, and it says nothing · `denies`: it says no · `no-value`: it speaks of the term without giving a value. */
export const polarity = z.enum(['asserts', 'denies', 'silent', 'no-value'])

/** The stage of a term at the time the claim speaks of, in the usual order of a negotiation. */
export const stage = z.enum([
  'rumoured',
  'proposed',
  'countered',
  'agreed in principle',
  'text agreed',
  'signed',
  'ratified',
  'in force',
  'amended',
  'rejected',
  'withdrawn',
])
export type Stage = z.infer<typeof stage>

export const claimRank = z.enum(['preferred', 'normal', 'deprecated'])

export const evidenceRole = z.enum(['supports', 'contradicts', 'qualifies', 'context'])
export type EvidenceRole = z.infer<typeof evidenceRole>

export const claimEvidence = z.object({ excerpt: excerptId, role: evidenceRole })

/** What one source reports about one term: the atom of the matrix. Without evidence it is shown as unsupported. */
export const claim = statedValue.extend({
  id: claimId,
  term: termId,
  source: sourceId,
  /** The speaker or organisation; empty when the source speaks in its own voice. */
  assertedBy: line,
  /** Whose position it is, where it is one. */
  party: partyId.nullable(),
  statement,
  polarity,
  stage: stage.nullable(),
  asOf: partialDate.nullable(),
  eventDate: partialDate.nullable(),
  credibility,
  credibilityReason: prose,
  confidence: confidence.nullable(),
  rank: claimRank,
  rankReason: prose,
  lineage: lineageId.nullable(),
  comment: prose,
  evidence: z.array(claimEvidence),
  ...stamps,
})
export type Claim = z.infer<typeof claim>

/** A claim before the case has given it an id. */
export const claimDraft = claim.omit({ id: true, created: true, updated: true })
export type ClaimDraft = z.infer<typeof claimDraft>

/** A claim of which nothing is known but its term and its source. */
export const blankClaim: Omit<ClaimDraft, 'term' | 'source'> = {
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
  asOf: null,
  eventDate: null,
  credibility: 6,
  credibilityReason: '',
  confidence: null,
  rank: 'normal',
  rankReason: '',
  lineage: null,
  comment: '',
  evidence: [],
}
