import * as z from 'zod'
import { claimId, excerptId, indicatorId, riskActionId, riskId, riskMoveId, termId } from './id.ts'
import { partialDate } from './partial-date.ts'
import { instant, line, prose, stamps } from './record.ts'

/** Archived: put away, out of the register and its counts, but kept, so that maps of earlier days still hold it. */
export const riskStatus = z.enum([
  'draft',
  'open',
  'treating',
  'monitoring',
  'accepted',
  'materialised',
  'closed',
  'archived',
])
export type RiskStatus = z.infer<typeof riskStatus>

/** One step in the life of a risk. Never changed afterwards. */
export const riskMove = z.object({
  id: riskMoveId,
  /** When it was recorded, and by whom; empty when the case names no analyst. */
  at: instant,
  by: line,
  /** The day from which it holds, which may lie before the recording. */
  date: partialDate,
  was: riskStatus,
  status: riskStatus,
  reason: prose,
})
export type RiskMove = z.infer<typeof riskMove>

/** What a risk came out of: the response to another one (a secondary risk), or an entry that was divided, joined to it or copied. */
export const riskOrigin = z.object({
  origin: riskId,
  kind: z.enum(['arises from', 'split from', 'merged from', 'copied from']),
})
export type RiskOrigin = z.infer<typeof riskOrigin>

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

export const indicatorState = z.enum(['seen', 'emerging', 'not seen'])
export type IndicatorState = z.infer<typeof indicatorState>

/** Something that could be observed, and would tell that the risk moves. */
export const indicator = z.object({
  id: indicatorId,
  statement: line.min(1),
  /** Which way the risk moves when it is seen. */
  direction: z.enum(['raises', 'lowers']),
  threshold: line,
  state: indicatorState,
  /** When its state last changed. */
  changed: instant,
  excerpts: z.array(excerptId),
})
export type Indicator = z.infer<typeof indicator>

export const acceptance = z.object({
  by: line.min(1),
  at: partialDate,
  rationale: prose.min(1),
  validUntil: partialDate.nullable(),
})
export type Acceptance = z.infer<typeof acceptance>

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
  /** What it is called in the register that it was read from, by which it is known when that is read again; else empty. */
  otherRef: line,
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
  /** By when it would strike, where a day can be named: the sooner, the higher in the ranking. */
  strikesBy: partialDate.nullable(),
  reviewDays: z.int().min(1).nullable(),
  nextReview: partialDate.nullable(),
  acceptance: acceptance.nullable(),
  /** What is done when it strikes, and what when that fails. */
  contingency: prose,
  fallback: prose,
  origins: z.array(riskOrigin),
  moves: z.array(riskMove),
  terms: z.array(riskTerm),
  claims: z.array(claimId),
  evidence: z.array(riskEvidence),
  actions: z.array(riskAction),
  indicators: z.array(indicator),
  ...stamps,
})
export type Risk = z.infer<typeof risk>
