import type { Risk } from '../../shared/model/risk.ts'

/** A risk before the case has given it an id and a ref. */
export type RiskDraft = Omit<Risk, 'id' | 'ref' | 'created' | 'updated'>

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
  statusReason: '',
  strategy: null,
  proximity: '',
  velocity: '',
  reviewDays: null,
  nextReview: null,
  acceptance: null,
  terms: [],
  claims: [],
  evidence: [],
  actions: [],
  indicators: [],
})
