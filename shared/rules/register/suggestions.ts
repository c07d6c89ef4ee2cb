import type { RiskView, Suggestion } from '../../contract/risks.ts'
import type { Conflict } from '../../model/conflict.ts'
import { daySpan, type PartialDate } from '../../model/partial-date.ts'
import type { Position } from '../../model/position.ts'
import type { Review } from '../../model/review.ts'
import type { Term } from '../../model/term.ts'
import { sentence } from '../sentence.ts'

type Around = {
  reviews: readonly Pick<Review, 'created'>[]
  /** On the terms that the risk names. */
  positions: readonly Pick<Position, 'term' | 'created'>[]
  terms: readonly Pick<Term, 'id' | 'ref' | 'name'>[]
  /** Those that bear on the risk. */
  conflicts: readonly Pick<Conflict, 'reason' | 'state' | 'created' | 'decidedAt'>[]
  /** `2025-06-02`. */
  today: string
}

const scoredAt = ({ assessments }: Pick<RiskView, 'assessments'>): string =>
  assessments.reduce((last, one) => (one.kind !== 'target' && one.created > last ? one.created : last), '')

/**
 * The instant at which somebody last looked: the newest scoring that is not a target, or a review after it; empty where nothing
 * was ever scored.
 */
export const lookedAt = (scoredAt: string, reviewedAt: string | null): string =>
  scoredAt !== '' && reviewedAt !== null && reviewedAt > scoredAt ? reviewedAt : scoredAt

/** The instant at which an acceptance has ended. */
export const endOf = (until: PartialDate): string => `${daySpan(until).last}T23:59:59.999Z`

type Suggested = Pick<RiskView, 'assessments' | 'indicators' | 'status' | 'acceptance'>

/**
 * What happened since a risk was last scored or reviewed that asks for another scoring, newest first: an indicator that shows, a position on a
 * linked term, a conflict found or decided, an acceptance that ended. Nothing is scored by itself: an analyst decides what it means.
 */
export const suggestionsFor = (
  risk: Suggested,
  { reviews, positions, terms, conflicts, today }: Around,
): Suggestion[] => {
  const reviewed =
    reviews
      .map(({ created }) => created)
      .sort()
      .at(-1) ?? null
  const since = lookedAt(scoredAt(risk), reviewed)
  if (since === '' || risk.status === 'closed' || risk.status === 'archived') return []
  const shown = risk.indicators
    .filter(({ state, changed }) => state !== 'not seen' && changed > since)
    .map(
      ({ statement, state, direction, changed, excerpts }): Suggestion => ({
        kind: 'indicator',
        sentence: sentence(`rules.suggest.${direction}`, { statement, state }),
        since: changed,
        excerpts,
      }),
    )
  const assessed = terms.flatMap(({ id, ref, name }): Suggestion[] => {
    const newest = positions
      .filter(one => one.term === id && one.created > since)
      .map(({ created }) => created)
      .sort()
      .at(-1)
    return newest === undefined
      ? []
      : [{ kind: 'position', sentence: sentence('rules.suggest.position', { ref, name }), since: newest, excerpts: [] }]
  })
  const disputed = conflicts.flatMap(({ reason, state, created, decidedAt }): Suggestion[] => {
    const at = decidedAt ?? created
    return at > since
      ? [{ kind: 'conflict', sentence: sentence('rules.suggest.conflict', { reason, state }), since: at, excerpts: [] }]
      : []
  })
  const until = risk.status === 'accepted' ? (risk.acceptance?.validUntil ?? null) : null
  const ended: Suggestion[] =
    until !== null && daySpan(until).last < today && endOf(until) > since
      ? [
          {
            kind: 'acceptance',
            sentence: sentence('rules.suggest.acceptance', { day: daySpan(until).last }),
            since: endOf(until),
            excerpts: [],
          },
        ]
      : []
  return [...shown, ...assessed, ...disputed, ...ended].sort((left, right) => right.since.localeCompare(left.since))
}
