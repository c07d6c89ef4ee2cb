import * as fc from 'fast-check'
import { confidence } from '../../shared/model/grades.ts'
import type { PartialDate } from '../../shared/model/partial-date.ts'
import { type RiskMove, riskStatus } from '../../shared/model/risk.ts'
import type { RiskFact, ScoreFact } from '../../shared/rules/register/as-of.ts'
import { levelOf } from '../../shared/rules/scoring.ts'
import { day, icdCriteria, idOf, stamps } from './records.ts'

/** A scoring under the ICD scales; the level is that of its range and impact. */
export const scoreFact = (number: number, more: Partial<ScoreFact> = {}): ScoreFact => {
  const score = {
    id: idOf<ScoreFact['id']>(number),
    kind: 'current' as const,
    date: day('2025-03-15'),
    created: stamps.created,
    likelihoodLow: 55,
    likelihoodHigh: 80,
    strength: 'moderate' as const,
    criteria: icdCriteria.id,
    impact: 2,
    ...more,
  }
  const level = levelOf(icdCriteria, score.likelihoodLow, score.likelihoodHigh, [{ level: Math.min(4, score.impact) }])
  return { level, ...score }
}

export const riskFact = (number: number, more: Partial<RiskFact> = {}): RiskFact => ({
  id: idOf(number),
  ref: `R-${String(number).padStart(2, '0')}`,
  title: 'A risk',
  category: '',
  kind: 'threat',
  status: 'open',
  created: stamps.created,
  moves: [],
  scores: [],
  ...more,
})

const partOf = (iso: string) => fc.constantFrom(iso, iso, iso.slice(0, 7), iso.slice(0, 4), `${iso}~`)
export const someDate: fc.Arbitrary<PartialDate> = fc
  .integer({ min: 0, max: 200 })
  .chain(number => partOf(new Date(Date.UTC(2025, 0, 1) + number * 86_400_000).toISOString().slice(0, 10)))
  .map(words => day(words))
export const someInstant = fc
  .integer({ min: 0, max: 200 * 24 })
  .map(hour => new Date(Date.UTC(2025, 0, 1) + hour * 3_600_000).toISOString())

export const someScore: fc.Arbitrary<ScoreFact> = fc
  .record({
    number: fc.integer({ min: 1, max: 999_999 }),
    kind: fc.constantFrom('inherent' as const, 'current' as const, 'target' as const),
    date: someDate,
    created: someInstant,
    ends: fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 })),
    strength: fc.constantFrom(...confidence.options),
    impact: fc.integer({ min: 0, max: 4 }),
  })
  .map(({ number, ends, ...rest }) =>
    scoreFact(number, { ...rest, likelihoodLow: Math.min(...ends), likelihoodHigh: Math.max(...ends) }),
  )

/** Risks whose moves form a chain, recorded one after another on any days, back-dated ones too. */
export const someRisk: fc.Arbitrary<RiskFact> = fc
  .record({
    number: fc.integer({ min: 1, max: 999 }),
    created: someInstant,
    first: fc.constantFrom(...riskStatus.options),
    steps: fc.array(fc.record({ status: fc.constantFrom(...riskStatus.options), date: someDate, at: someInstant }), {
      maxLength: 5,
    }),
    scores: fc.uniqueArray(someScore, { maxLength: 8, selector: ({ id }) => id }),
  })
  .map(({ number, created, first, steps, scores }) => {
    const ats = steps.map(({ at }) => at).sort()
    const moves = steps.map(({ status, date }, index) => ({
      id: idOf<RiskMove['id']>(index),
      at: ats[index] ?? created,
      date,
      was: steps[index - 1]?.status ?? first,
      status,
    }))
    return riskFact(number, { created, moves, scores, status: moves.at(-1)?.status ?? first })
  })
