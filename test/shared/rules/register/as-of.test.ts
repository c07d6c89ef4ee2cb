import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daySpan } from '../../../../shared/model/partial-date.ts'
import { type RiskFact, type ScoreFact, standingAt } from '../../../../shared/rules/register/as-of.ts'
import { newestAssessment } from '../../../../shared/rules/scoring.ts'
import { day } from '../../../support/records.ts'
import { riskFact, scoreFact, someInstant, someRisk } from '../../../support/register-facts.ts'

const kinds = ['inherent', 'current', 'target'] as const

/** A risk with only what `isThere` lets stand, its status that of the last move left. */
const left = (risk: RiskFact, isThere: (one: { at: string; date: ScoreFact['date']; kind?: string }) => boolean) => {
  const moves = risk.moves.filter(isThere)
  const status = moves.at(-1)?.status ?? risk.moves[0]?.was ?? risk.status
  const scores = risk.scores.filter(({ created, date, kind }) => isThere({ at: created, date, kind }))
  return riskFact(1, { ...risk, moves, scores, status })
}

/** Where a risk stands by the newest of what there is of it. */
const plainly = (risk: RiskFact) => ({
  status: risk.status,
  ...Object.fromEntries(kinds.map(kind => [kind, newestAssessment(risk.scores, kind)])),
})

describe('where a risk stood', () => {
  test('as recorded by an instant is where it stands with what was recorded since taken away', () => {
    fc.assert(
      fc.property(someRisk, someInstant, (risk, instant) => {
        const then = left(risk, ({ at }) => at <= instant)
        expect(standingAt(risk, { recorded: instant })).toEqual(risk.created <= instant ? plainly(then) : null)
      }),
    )
  })

  test('as dated by a day is where it stands with what is dated later taken away; a target holds on every day', () => {
    fc.assert(
      fc.property(someRisk, someInstant, (risk, instant) => {
        const dated = instant.slice(0, 10)
        const then = left(risk, ({ date, kind }) => kind === 'target' || daySpan(date).last <= dated)
        const isThere =
          risk.created.slice(0, 10) <= dated ||
          then.moves.length > 0 ||
          then.scores.some(({ kind }) => kind !== 'target')
        expect(standingAt(risk, { dated })).toEqual(isThere ? plainly(then) : null)
      }),
    )
  })

  test('after everything, by either clock, it is where it stands now', () => {
    fc.assert(
      fc.property(someRisk, risk => {
        const now = standingAt(risk, null)
        expect(now).toEqual(plainly(risk))
        expect(standingAt(risk, { recorded: '2030-01-01T00:00:00.000Z' })).toEqual(now)
        expect(standingAt(risk, { dated: '2030-01-01' })).toEqual(now)
      }),
    )
  })

  test('what was recorded later changes nothing of what the register said', () => {
    fc.assert(
      fc.property(someRisk, someInstant, fc.integer({ min: 1, max: 99 }), (risk, instant, likelihoodLow) => {
        const later = scoreFact(1_000_000, {
          created: '2025-12-01T00:00:00.000Z',
          date: day('2025-01-01'),
          likelihoodLow,
        })
        const more = riskFact(1, { ...risk, scores: [later, ...risk.scores] })
        expect(standingAt(more, { recorded: instant })).toEqual(standingAt(risk, { recorded: instant }))
      }),
    )
  })

  test('a month counts from its last day; a move that was dated back holds once it is told', () => {
    const closed = {
      at: '2025-05-20T00:00:00.000Z',
      date: day('2025-05-05'),
      was: 'treating',
      status: 'closed',
    } as const
    const treated = {
      at: '2025-05-10T00:00:00.000Z',
      date: day('2025-05-10'),
      was: 'open',
      status: 'treating',
    } as const
    const risk = riskFact(1, { created: '2025-01-01T00:00:00.000Z', status: 'closed', moves: [treated, closed] })
    const statusOn = (asOf: Parameters<typeof standingAt>[1]) => standingAt(risk, asOf)?.status
    expect(['2025-05-04', '2025-05-07', '2025-05-12'].map(dated => statusOn({ dated }))).toEqual([
      'open',
      'closed',
      'closed',
    ])
    expect(statusOn({ recorded: '2025-05-12T00:00:00.000Z' })).toBe('treating')
    const scored = riskFact(1, {
      created: '2025-06-01T00:00:00.000Z',
      scores: [scoreFact(1, { date: day('2025-02') })],
    })
    expect(standingAt(scored, { dated: '2025-02-27' })).toBeNull()
    expect(standingAt(scored, { dated: '2025-02-28' })?.current?.id).toBe(scored.scores[0]?.id)
  })
})
