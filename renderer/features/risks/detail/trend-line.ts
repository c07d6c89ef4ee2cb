import type { RiskDetail } from '../../../../shared/contract/risks.ts'
import type { LevelLetter } from '../../../../shared/model/criteria.ts'
import type { ExcerptId } from '../../../../shared/model/id.ts'
import { daySpan, type PartialDate } from '../../../../shared/model/partial-date.ts'
import { levelRank } from '../../../../shared/rules/scoring.ts'
import { say } from '../../../say.ts'

/** Something that happened to a risk on a day: a scoring, a move in its life, a review. */
export type Step = {
  id: string
  what: 'scoring' | 'move' | 'review'
  date: PartialDate
  /** In percent of the width. */
  at: number
  title: string
  reason: string
  by: string
  excerpts: readonly ExcerptId[]
  score: { level: LevelLetter; low: number; high: number } | null
  /** A scoring that the line goes through; others stand beside it. */
  isOnLine: boolean
}

/** A stretch of the line: from a scoring to the next, in percent of the width. */
export type Stretch = { from: number; to: number; level: LevelLetter; low: number; high: number }

export type TrendLine = {
  steps: Step[]
  stretches: Stretch[]
  target: LevelLetter | null
  first: string
  /** Where the last thing happened, in percent of the width: after it the line goes on to the present day. */
  newest: number
  /** Nothing happened for so long that the end of the line is drawn shorter than it was. */
  isCut: boolean
}

type Course = Pick<RiskDetail, 'assessments' | 'moves' | 'reviews' | 'target'>

const dayOf = (date: PartialDate): string => daySpan(date).last
const time = (day: string): number => Date.parse(`${day}T00:00:00Z`)

const twoWeeks = 14 * 86_400_000

const kindWords = { inherent: 'risks.inherent', current: 'risks.current', target: 'risks.target' } as const

/**
 * The course of a risk up to a day: what happened in the order of its dates, and the level and the range between scorings. The line
 * is that of the current scorings; before the first of them that of the inherent ones. Null where nothing happened.
 */
export const trendLineOf = ({ assessments, moves, reviews, target }: Course, today: string): TrendLine | null => {
  const scorings = assessments.filter(({ kind }) => kind !== 'target')
  const dated = [
    ...scorings.map(one => ({
      id: one.id as string,
      what: 'scoring' as const,
      date: one.date,
      recorded: one.created,
      kind: one.kind as string,
      title: say('trendLine.scored', {
        kind: say(kindWords[one.kind]),
        level: one.level,
        word: one.likelihoodWord,
        low: one.likelihoodLow,
        high: one.likelihoodHigh,
      }),
      reason: one.reason,
      by: one.author,
      excerpts: one.excerpts,
      score: { level: one.level, low: one.likelihoodLow, high: one.likelihoodHigh },
    })),
    ...moves.map(one => ({
      id: one.id as string,
      what: 'move' as const,
      date: one.date,
      recorded: one.at,
      kind: '',
      title: say('trendLine.moved', { was: one.was, status: one.status }),
      reason: one.reason,
      by: one.by,
      excerpts: [],
      score: null,
    })),
    ...reviews.map(one => ({
      id: one.id as string,
      what: 'review' as const,
      date: one.date,
      recorded: one.created,
      kind: '',
      title: say('trendLine.reviewed', { outcome: say(`reviews.${one.outcome}`) }),
      reason: one.note,
      by: one.by,
      excerpts: [],
      score: null,
    })),
  ].sort(
    (one, other) =>
      dayOf(one.date).localeCompare(dayOf(other.date)) ||
      one.recorded.localeCompare(other.recorded) ||
      one.id.localeCompare(other.id),
  )
  const days = dated.map(({ date }) => dayOf(date))
  const first = days[0]
  const newest = days.at(-1)
  if (first === undefined || newest === undefined) return null
  // Years without a step would press the steps together: what follows the newest is a quarter of the width at most.
  const taken = Math.max(1, time(newest) - time(first))
  const after = Math.max(0, time(today) - time(newest))
  const most = Math.max(taken / 3, twoWeeks)
  const span = taken + Math.min(after, most)
  const at = (date: PartialDate) => ((time(dayOf(date)) - time(first)) / span) * 100
  const firstCurrent = dated.findIndex(({ kind }) => kind === 'current')
  const onLine = dated.filter(
    ({ what, kind }, index) =>
      what === 'scoring' && (kind === 'current' || firstCurrent === -1 || index < firstCurrent),
  )
  const stretches = onLine.flatMap(({ date, score }, index): Stretch[] => {
    const next = onLine[index + 1]
    return score === null ? [] : [{ ...score, from: at(date), to: next === undefined ? 100 : at(next.date) }]
  })
  const drawn = new Set(onLine.map(({ id }) => id))
  const steps = dated.map(
    ({ recorded: _, kind: __, ...step }): Step => ({ ...step, at: at(step.date), isOnLine: drawn.has(step.id) }),
  )
  return { steps, stretches, target: target?.level ?? null, first, newest: (taken / span) * 100, isCut: after > most }
}

/** The height of a level, in percent from the top: the middle of its row. */
export const heightOf = (level: LevelLetter): number => 90 - levelRank(level) * 20

/** The same between two places of the width. */
export const between = (stretches: readonly Stretch[], from: number, to: number): Stretch[] =>
  stretches
    .filter(one => one.from <= to && one.to >= from)
    .map(one => ({ ...one, from: Math.max(one.from, from), to: Math.min(one.to, to) }))

/** The level line as the points of a path, in percent of width and height: a step at each scoring. */
export const linePath = (stretches: readonly Stretch[]): string =>
  stretches
    .map(
      ({ from, to, level }, index) => `${index === 0 ? 'M' : 'L'}${from} ${heightOf(level)} L${to} ${heightOf(level)}`,
    )
    .join(' ')
