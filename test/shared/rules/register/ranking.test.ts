import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { confidence } from '../../../../shared/model/grades.ts'
import type { PartialDate } from '../../../../shared/model/partial-date.ts'
import { levelRank, rankRisks } from '../../../../shared/rules/scoring.ts'
import { day } from '../../../support/records.ts'
import { scoreFact, someDate, someScore } from '../../../support/register-facts.ts'

type Ranked = Parameters<typeof rankRisks>[0][number]

const someRanked: fc.Arbitrary<Ranked> = fc.record({
  ref: fc.integer({ min: 1, max: 400 }).map(number => `R-${String(number).padStart(2, '0')}`),
  strikesBy: fc.option(someDate),
  current: fc.option(someScore),
  inherent: fc.option(someScore),
})
const someRegister = fc.uniqueArray(someRanked, { maxLength: 25, selector: ({ ref }) => ref })

const refs = (risks: readonly Ranked[]) => risks.map(({ ref }) => ref)
const comesFirst = (one: Ranked, other: Ranked) => refs(rankRisks([one, other]))[0] === one.ref

test('the ranking is one order, whatever the order before', () => {
  fc.assert(
    fc.property(
      someRegister.chain(risks =>
        fc.tuple(fc.constant(risks), fc.shuffledSubarray(risks, { minLength: risks.length })),
      ),
      ([risks, shuffled]) => {
        const ranked = rankRisks(risks)
        expect(refs(rankRisks(shuffled))).toEqual(refs(ranked))
        expect(refs(rankRisks(ranked))).toEqual(refs(ranked))
        expect(refs(ranked).sort()).toEqual(refs(risks).sort())
      },
    ),
  )
})

test('of two risks one comes first, of three what comes before what comes before', () => {
  fc.assert(
    fc.property(fc.uniqueArray(someRanked, { minLength: 3, maxLength: 3, selector: ({ ref }) => ref }), some => {
      const [one, two, three] = some as [Ranked, Ranked, Ranked]
      expect(comesFirst(one, two)).toBe(!comesFirst(two, one))
      if (comesFirst(one, two) && comesFirst(two, three)) expect(comesFirst(one, three)).toBe(true)
    }),
  )
})

test('a risk added or taken away moves no other past another', () => {
  fc.assert(
    fc.property(someRegister, fc.nat(), (risks, at) => {
      const gone = risks[at % Math.max(1, risks.length)]?.ref
      const rest = risks.filter(({ ref }) => ref !== gone)
      expect(refs(rankRisks(rest))).toEqual(refs(rankRisks(risks)).filter(ref => ref !== gone))
    }),
  )
})

/** The order in words: by level, then upper and lower end of the range, each descending, then the weaker knowledge, then the sooner. */
const slowly = (risk: Ranked): (number | string)[] => {
  const score = risk.current ?? risk.inherent
  const first = (date: PartialDate | null) =>
    date === null ? '9999-12-31' : `${date}-01-01`.slice(0, 10).replace('~', '')
  return score
    ? [
        0,
        9 - levelRank(score.level),
        999 - score.likelihoodHigh,
        999 - score.likelihoodLow,
        confidence.options.indexOf(score.strength),
        first(risk.strikesBy),
        Number(risk.ref.slice(2)),
      ]
    : [1, 0, 0, 0, 0, first(risk.strikesBy), Number(risk.ref.slice(2))]
}

test('it is the order that is written down', () => {
  const whole = someRanked.map(risk => ({ ...risk, strikesBy: risk.strikesBy && day(risk.strikesBy.slice(0, 4)) }))
  fc.assert(
    fc.property(fc.uniqueArray(whole, { maxLength: 12, selector: ({ ref }) => ref }), risks => {
      const keys = rankRisks(risks).map(slowly)
      for (const [at, key] of keys.slice(1).entries()) {
        const before = keys[at] ?? []
        const differing = key.findIndex((part, index) => part !== before[index])
        expect((before[differing] ?? 0) < (key[differing] ?? 0)).toBe(true)
      }
    }),
  )
})

test('each step of the order counts where the ones before are alike', () => {
  const risk = (number: number, more: Partial<Ranked>): Ranked => ({
    ...{ ref: `R-${String(number).padStart(2, '0')}`, strikesBy: null, inherent: null, current: scoreFact(1) },
    ...more,
  })
  const ordered = [
    risk(9, { current: scoreFact(1, { likelihoodLow: 80, likelihoodHigh: 95, impact: 4 }) }),
    risk(8, { current: scoreFact(1, { likelihoodHigh: 81 }) }),
    risk(7, { current: scoreFact(1, { strength: 'low' }) }),
    risk(6, { strikesBy: day('2025-04') }),
    risk(5, { strikesBy: day('2025-05') }),
    risk(10, {}),
    risk(100, {}),
    risk(4, { current: scoreFact(1, { likelihoodLow: 54 }) }),
    risk(3, { current: null, inherent: scoreFact(1, { impact: 0 }) }),
    risk(2, { current: null, strikesBy: day('2025') }),
    risk(1, { current: null }),
  ]
  expect(refs(rankRisks(ordered.toReversed()))).toEqual(refs(ordered))
})
