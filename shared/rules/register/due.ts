import type { Assessment } from '../../model/assessment.ts'
import type { Criteria, LevelLetter } from '../../model/criteria.ts'
import { daySpan } from '../../model/partial-date.ts'
import type { Risk } from '../../model/risk.ts'

type Watched = Pick<Risk, 'status' | 'reviewDays' | 'nextReview'> & {
  acceptance: Pick<NonNullable<Risk['acceptance']>, 'validUntil'> | null
}

/** What a risk was last looked at by: its newest review, its newest scoring, or its making. */
type Looked = {
  reviewed: Assessment['date'] | null
  scored: Assessment['date'] | null
  created: string
  level: LevelLetter | null
}

/** No later day can be written as `YYYY-MM-DD`. */
const lastDay = Date.UTC(9999, 11, 31)

const addDays = (day: string, days: number): string =>
  new Date(Math.min(lastDay, Date.parse(`${day}T00:00:00Z`) + days * 86_400_000)).toISOString().slice(0, 10)

/** After how many days a risk is to be looked at: as it says itself, else as the cadence of its level says. */
export const cadenceOf = (
  { reviewDays }: Pick<Risk, 'reviewDays'>,
  level: LevelLetter | null,
  { cadence }: Pick<Criteria, 'cadence'>,
): number | null => reviewDays ?? cadence.find(one => one.level === level)?.days ?? null

/**
 * The day by which a risk is to be looked at again, or null. A day that was set counts before any cadence; of a partial date
 * it is the last day. An acceptance that ends is due by its end; what is closed or archived is never due.
 */
export const dueOn = (risk: Watched, looked: Looked, criteria: Pick<Criteria, 'cadence'>): string | null => {
  if (risk.status === 'closed' || risk.status === 'archived') return null
  const until = risk.status === 'accepted' ? (risk.acceptance?.validUntil ?? null) : null
  const ends = until === null ? [] : [daySpan(until).last]
  if (risk.nextReview !== null) return [daySpan(risk.nextReview).last, ...ends].sort()[0] ?? null
  const days = cadenceOf(risk, looked.level, criteria)
  const seen = [looked.reviewed, looked.scored].flatMap(date => (date === null ? [] : [daySpan(date).last]))
  const last = [...seen, ...(seen.length === 0 ? [looked.created.slice(0, 10)] : [])].sort().at(-1)
  const next = days === null || last === undefined ? [] : [addDays(last, days)]
  return [...next, ...ends].sort()[0] ?? null
}
