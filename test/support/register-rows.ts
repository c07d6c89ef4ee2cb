import type { RegisterRow, Score } from '../../shared/contract/risks.ts'
import { idOf } from './records.ts'

/** A scoring of the level M; its range and the rest as `more` says. */
export const scoreWith = (more: Partial<Score> = {}): Score => ({
  id: idOf(9),
  kind: 'current',
  date: '2025-03-11' as Score['date'],
  likelihoodWord: 'unlikely',
  likelihoodLow: 20,
  likelihoodHigh: 45,
  level: 'M',
  strength: 'low',
  criteria: idOf(8),
  impact: 2,
  ...more,
})

/** A line of the register that says as little as it can. */
export const rowWith = (number: number, more: Partial<RegisterRow> = {}): RegisterRow => ({
  id: idOf(number),
  ref: `R-${String(number).padStart(2, '0')}`,
  title: `Risk ${number}`,
  category: '',
  kind: 'threat',
  owner: '',
  status: 'open',
  strategy: null,
  proximity: '',
  strikesBy: null,
  reviewDays: null,
  updated: '2025-03-11T09:00:00.000Z',
  inherent: null,
  current: null,
  target: null,
  terms: [],
  trend: 'new',
  unsupported: false,
  beyondAppetite: false,
  evidence: 0,
  indicators: 0,
  indicatorsSeen: 0,
  actionsOpen: 0,
  actionsLate: 0,
  conflictsOpen: 0,
  due: null,
  suggested: false,
  ...more,
})
