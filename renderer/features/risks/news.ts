import type { Risk } from '../../../shared/model/risk.ts'

/** Whether a change is bad news or good: a threat that is raised is worse, an opportunity that is raised is better. */
export const newsOf = (kind: Risk['kind'], way: 'raised' | 'lowered'): 'worse' | 'better' =>
  (way === 'raised') === (kind === 'threat') ? 'worse' : 'better'

/** The tone of a badge that says so. */
export const newsTones = { worse: 'conflict', better: 'settled' } as const
