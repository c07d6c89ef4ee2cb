import { z } from 'zod'
import { claimId, excerptId, indicatorId, riskActionId, riskId, termId } from './id.ts'
import { partialDate } from './partial-date.ts'
import { line, prose, stamps } from './record.ts'

export const riskStatus = z.enum(['draft', 'open', 'treating', 'monitoring', 'accepted', 'materialised', 'closed'])

/** Treatment options of ISO 31000:2018, 6.5.2. */
export const riskStrategy = z.enum([
  'avoid',
  'reduce likelihood',
  'reduce consequence',
  'share',
  'retain',
  'remove source',
  'take',
])

export const riskEvidenceRole = z.enum(['indicates', 'aggravates', 'mitigates', 'contradicts'])
export const riskEvidence = z.object({ excerpt: excerptId, role: riskEvidenceRole })

export const riskAction = z.object({
  id: riskActionId,
  text: line.min(1),
  owner: line,
  due: partialDate.nullable(),
  status: z.enum(['planned', 'under way', 'done', 'dropped']),
  effect: line,
})
export type RiskAction = z.infer<typeof riskAction>

export const indicator = z.object({
  id: indicatorId,
  statement: line.min(1),
  threshold: line,
  state: z.enum(['seen', 'emerging', 'not seen']),
  excerpts: z.array(excerptId),
})
export type Indicator = z.infer<typeof indicator>

export const acceptance = z.object({
  by: line.min(1),
  at: partialDate,
  rationale: prose.min(1),
  validUntil: partialDate.nullable(),
})

/** How a term bears on a risk: which way its answer, were it settled, would move the risk. */
export const termEffect = z.enum(['raises', 'lowers', 'bears on'])
export type TermEffect = z.infer<typeof termEffect>
export const riskTerm = z.object({ term: termId, effect: termEffect })
export type RiskTerm = z.infer<typeof riskTerm>

/** A register entry. Its scores are assessments; its place in the ranking follows from them. */
export const risk = z.object({
  id: riskId,
  /** `R-03`: short, unique in the case, never reused. */
  ref: z.string().regex(/^R-\d{2,}$/),
  title: line.min(1),
  cause: prose,
  event: prose,
  consequence: prose,
  category: line,
  kind: z.enum(['threat', 'opportunity']),
  owner: line,
  status: riskStatus,
  statusReason: prose,
  strategy: riskStrategy.nullable(),
  /** When it would strike, and how fast its effects would be felt; in the analyst's words. */
  proximity: line,
  velocity: line,
  reviewDays: z.int().min(1).nullable(),
  nextReview: partialDate.nullable(),
  acceptance: acceptance.nullable(),
  terms: z.array(riskTerm),
  claims: z.array(claimId),
  evidence: z.array(riskEvidence),
  actions: z.array(riskAction),
  indicators: z.array(indicator),
  ...stamps,
})
export type Risk = z.infer<typeof risk>
