import type { Risk } from '../../shared/model/risk.ts'

/** A risk before the case has given it an id and a ref. */
export type RiskDraft = Omit<
  Risk,
  'id' | 'ref' | 'otherRef' | 'created' | 'updated' | 'statusReason' | 'acceptance' | 'origins' | 'moves'
>

/** A risk of which only the title is known. */
export const newRisk = (title: string): RiskDraft => ({
  title,
  cause: '',
  event: '',
  consequence: '',
  category: '',
  kind: 'threat',
  owner: '',
  status: 'draft',
  strategy: null,
  proximity: '',
  velocity: '',
  strikesBy: null,
  contingency: '',
  fallback: '',
  reviewDays: null,
  nextReview: null,
  terms: [],
  claims: [],
  evidence: [],
  actions: [],
  indicators: [],
})
