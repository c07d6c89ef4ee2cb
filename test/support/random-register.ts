import fc from 'fast-check'
import type { Assessment } from '../../shared/model/assessment.ts'
import { confidence } from '../../shared/model/grades.ts'
import type { Review } from '../../shared/model/review.ts'
import { indicatorState, type Risk, riskAction, riskStatus, riskStrategy } from '../../shared/model/risk.ts'
import { day, idOf } from './records.ts'

/**
 * Words with what breaks sheets: signs of formulas, quotes, line breaks, list marks. None is white space alone: readers of
 * workbooks take a cell of that for an empty one.
 */
const words = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc
      .array(fc.constantFrom('=', '+', "'", '"', ';', ' ', '\n', '\t', '-1', 'a', '5 %', '_x000D_', '＝'), {
        maxLength: 6,
      })
      .map(parts => parts.join('')),
  )
  .map(text => (text.trim() === '' ? '' : text))
const some = words.map(text => `a${text}`)
const date = fc.constantFrom('2025', '2025-03', '2025-03-11', '2025-02-28~').map(day)
const instant = fc.constantFrom('2025-03-01T00:00:00.000Z', '2025-04-02T10:11:12.345Z')
const orNull = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: null })
const ids = fc.integer({ min: 1_000, max: 900_000_000 }).map(number => idOf<never>(number))
const share = fc.double({ min: 0, max: 100, noNaN: true }).map(value => value + 0)

const riskWith = fc.record({
  otherRef: words,
  title: some,
  cause: words,
  event: words,
  consequence: words,
  category: words,
  kind: fc.constantFrom<Risk['kind']>('threat', 'opportunity'),
  owner: words,
  status: fc.constantFrom(...riskStatus.options),
  statusReason: words,
  strategy: orNull(fc.constantFrom(...riskStrategy.options)),
  proximity: words,
  velocity: words,
  strikesBy: orNull(date),
  reviewDays: orNull(fc.integer({ min: 1, max: 900 })),
  nextReview: orNull(date),
  acceptance: orNull(fc.record({ by: some, at: date, rationale: some, validUntil: orNull(date) })),
  contingency: words,
  fallback: words,
  moves: fc.uniqueArray(
    fc.record({
      id: ids,
      at: instant,
      by: words,
      date,
      was: fc.constantFrom(...riskStatus.options),
      status: fc.constantFrom(...riskStatus.options),
      reason: words,
    }),
    { maxLength: 2, selector: ({ id }) => id },
  ),
  actions: fc.uniqueArray(
    fc.record({
      id: ids,
      text: some,
      owner: words,
      due: orNull(date),
      status: fc.constantFrom(...riskAction.shape.status.options),
      effect: words,
    }),
    { maxLength: 2, selector: ({ id }) => id },
  ),
  indicators: fc.uniqueArray(
    fc.record({
      id: ids,
      statement: some,
      direction: fc.constantFrom<'raises' | 'lowers'>('raises', 'lowers'),
      threshold: words,
      state: fc.constantFrom(...indicatorState.options),
      changed: instant,
      excerpts: fc.constant<Risk['indicators'][number]['excerpts']>([]),
    }),
    { maxLength: 2, selector: ({ id }) => id },
  ),
  created: instant,
  updated: instant,
})
const scoreWith = fc.record({
  kind: fc.constantFrom<Assessment['kind']>('inherent', 'current', 'target'),
  likelihoodWord: words,
  likelihoodLow: share,
  likelihoodHigh: share,
  impacts: fc.array(fc.record({ dimension: words, level: fc.integer({ min: 0, max: 9 }), rationale: words }), {
    minLength: 1,
    maxLength: 3,
  }),
  level: fc.constantFrom<Assessment['level']>('VL', 'L', 'M', 'H', 'VH'),
  strength: fc.constantFrom(...confidence.options),
  reason: some,
  author: words,
  date,
  created: instant,
})
const reviewWith = fc.record({
  date,
  by: words,
  outcome: fc.constantFrom<Review['outcome']>('confirmed', 'raised', 'lowered', 'closed'),
  note: words,
  next: orNull(date),
  created: instant,
})
/** Registers of a few risks whose words break sheets. */
export const registers = fc.array(
  fc.tuple(riskWith, fc.array(scoreWith, { maxLength: 3 }), fc.array(reviewWith, { maxLength: 2 })),
  { minLength: 1, maxLength: 4 },
)

/** Risks with their scorings and reviews. */
export type RandomRegister = typeof registers extends fc.Arbitrary<infer Made> ? Made : never
