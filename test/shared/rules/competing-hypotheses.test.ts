import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Consistency, consistency, type Hypothesis } from '../../../shared/model/hypothesis.ts'
import type { ClaimId } from '../../../shared/model/id.ts'
import {
  byDiagnosticity,
  gradeWorth,
  type WeighedClaim,
  weighHypotheses,
} from '../../../shared/rules/competing-hypotheses.ts'
import { idOf, stamps } from '../../support/records.ts'

const claimWith = (number: number, more: Partial<WeighedClaim> = {}): WeighedClaim => ({
  id: idOf(number),
  term: idOf(500),
  source: idOf(100 + number),
  credibility: 1,
  reliability: 'A',
  lineage: null,
  ...more,
})

type Rated = Readonly<Record<number, Consistency>>

const hypothesisWith = (number: number, rated: Rated): Hypothesis => ({
  id: idOf(900 + number),
  inquiry: idOf(800),
  name: `Hypothesis ${number}`,
  description: '',
  sequence: number,
  ratings: Object.entries(rated).map(([claim, value]) => ({
    claim: idOf<ClaimId>(Number(claim)),
    consistency: value,
    reason: '',
  })),
  ...stamps,
})

const [first, second, third] = [1, 2, 3].map(number => claimWith(number)) as [WeighedClaim, WeighedClaim, WeighedClaim]
const wire = { lineage: idOf<NonNullable<WeighedClaim['lineage']>>(700) }

const places = (hypotheses: readonly Hypothesis[], claims: readonly WeighedClaim[]) =>
  weighHypotheses(hypotheses, claims).scores.map(({ place }) => place)

describe('hypotheses', () => {
  test('are ranked by what speaks against them, however much speaks for them', () => {
    const praised = hypothesisWith(1, { 1: 'very consistent', 2: 'very consistent', 3: 'inconsistent' })
    const plain = hypothesisWith(2, { 1: 'neutral', 2: 'neutral', 3: 'neutral' })
    expect(weighHypotheses([praised, plain], [first, second, third]).scores).toEqual([
      { hypothesis: praised.id, against: 1, support: 4, place: 2, unrated: 0 },
      { hypothesis: plain.id, against: 0, support: 0, place: 1, unrated: 0 },
    ])
  })

  test('that nothing else tells apart are told apart by what speaks for them, or share a place', () => {
    const one = hypothesisWith(1, { 1: 'consistent', 2: 'inconsistent' })
    const other = hypothesisWith(2, { 1: 'neutral', 2: 'inconsistent' })
    expect(places([other, one], [first, second])).toEqual([2, 1])
    expect(places([one, { ...one, id: other.id }], [first, second])).toEqual([1, 1])
  })

  test('say by how many claims they are not rated yet; what does not apply is rated', () => {
    const [score] = weighHypotheses([hypothesisWith(1, { 1: 'not applicable' })], [first, second]).scores
    expect(score).toMatchObject({ against: 0, support: 0, unrated: 1 })
  })
})

describe('a claim', () => {
  test('weighs by its grades; what cannot be judged stands in the middle', () => {
    expect(gradeWorth('A', 1)).toBe(1)
    expect(gradeWorth('E', 5)).toBeCloseTo(0.04)
    expect(gradeWorth('F', 1)).toBeGreaterThan(gradeWorth('D', 1))
    expect(gradeWorth('F', 1)).toBeLessThan(gradeWorth('C', 1))
    expect(gradeWorth('A', 6)).toBe(gradeWorth('F', 1))
  })

  test('shares its weight with the others that relay its origin about the same term', () => {
    const relays = [claimWith(1, wire), claimWith(2, wire), claimWith(3, { ...wire, term: idOf(501) })]
    expect(weighHypotheses([], relays).claims.map(({ weight, sharing }) => [weight, sharing])).toEqual([
      [0.5, 2],
      [0.5, 2],
      [1, 1],
    ])
    const alone = [claimWith(1, { source: idOf(100) }), claimWith(2, { source: idOf(100) })]
    expect(weighHypotheses([], alone).claims.map(({ weight }) => weight)).toEqual([0.5, 0.5])
  })

  test('tells nothing when it fits all hypotheses alike, most when it fits one and not another', () => {
    const one = hypothesisWith(1, { 1: 'consistent', 2: 'very consistent', 3: 'consistent' })
    const other = hypothesisWith(2, { 1: 'consistent', 2: 'very inconsistent' })
    const { claims } = weighHypotheses([one, other], [first, second, third])
    expect(claims.map(({ diagnosticity }) => diagnosticity)).toEqual([0, 1, null])
    expect(claims.toSorted(byDiagnosticity).map(({ claim }) => claim)).toEqual([second.id, first.id, third.id])
  })

  test('decides when another hypothesis is ahead without it, and turns when only the order below changes', () => {
    const one = hypothesisWith(1, { 1: 'very inconsistent', 2: 'neutral', 3: 'neutral' })
    const two = hypothesisWith(2, { 1: 'neutral', 2: 'inconsistent', 3: 'neutral' })
    const three = hypothesisWith(3, { 1: 'neutral', 2: 'neutral', 3: 'neutral' })
    const { claims } = weighHypotheses([one, two, three], [first, second, third])
    expect(claims.map(({ decides, turns }) => [decides, turns])).toEqual([
      [true, true],
      [true, true],
      [false, false],
    ])
    const far = hypothesisWith(4, { 1: 'very inconsistent', 2: 'very inconsistent', 3: 'inconsistent' })
    const near = hypothesisWith(5, { 3: 'very inconsistent' })
    const least = weighHypotheses([three, near, far], [first, second, third]).claims
    expect(least.map(({ decides, turns }) => [decides, turns])).toEqual([
      [false, false],
      [false, false],
      [true, true],
    ])
  })

  test('that one origin relays decides nothing alone, but the origin does', () => {
    const relays = [claimWith(1, wire), claimWith(2, wire)]
    const one = hypothesisWith(1, { 1: 'inconsistent', 2: 'inconsistent' })
    const other = hypothesisWith(2, { 1: 'neutral', 2: 'neutral' })
    const { claims, origins } = weighHypotheses([one, other], relays)
    expect(claims.map(({ decides }) => decides)).toEqual([false, false])
    expect(origins).toEqual([
      { lineage: wire.lineage, source: null, claims: relays.map(({ id }) => id), decides: true },
    ])
  })
})

const someClaims = fc.array(
  fc.record({
    term: fc.constantFrom(500, 501),
    source: fc.constantFrom(101, 102, 103),
    lineage: fc.constantFrom(null, 700),
    credibility: fc.constantFrom(1 as const, 3 as const, 6 as const),
    reliability: fc.constantFrom('A' as const, 'C' as const, 'F' as const),
  }),
  { minLength: 1, maxLength: 6 },
)

const someTables = fc
  .tuple(
    someClaims,
    fc.array(fc.array(fc.constantFrom(...consistency.options, null), { minLength: 6, maxLength: 6 }), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([drawn, rated]) => ({
    claims: drawn.map(({ term, source, lineage, ...grades }, index) =>
      claimWith(index + 1, {
        ...grades,
        term: idOf(term),
        source: idOf(source),
        lineage: lineage === null ? null : wire.lineage,
      }),
    ),
    hypotheses: rated.map((row, number) =>
      hypothesisWith(
        number,
        Object.fromEntries(row.flatMap((value, index) => (value === null ? [] : [[index + 1, value]]))),
      ),
    ),
  }))

test('neither the order of the claims nor that of the hypotheses changes what stands where', () => {
  fc.assert(
    fc.property(someTables, ({ claims, hypotheses }) => {
      const one = weighHypotheses(hypotheses, claims)
      const other = weighHypotheses(hypotheses.toReversed(), claims.toReversed())
      expect(other.scores.toReversed()).toEqual(one.scores)
      expect(other.claims.toReversed()).toEqual(one.claims)
      for (const { weight } of one.claims) expect(weight).toBeGreaterThan(0)
      expect(Math.min(...one.scores.map(({ place }) => place))).toBe(1)
    }),
  )
})

test('what a claim or an origin decides and turns is what is found by weighing anew without it', () => {
  fc.assert(
    fc.property(someTables, ({ claims, hypotheses }) => {
      const whole = weighHypotheses(hypotheses, claims)
      const places = (left: typeof claims) => weighHypotheses(hypotheses, left).scores.map(({ place }) => place)
      const order = places(claims)
      const ahead = (of: readonly number[]) => of.map(place => place === 1)
      for (const { claim, decides, turns } of whole.claims) {
        const then = places(claims.filter(({ id }) => id !== claim))
        expect([turns, decides]).toEqual([then.join() !== order.join(), ahead(then).join() !== ahead(order).join()])
      }
      for (const origin of whole.origins) {
        const then = places(claims.filter(({ id }) => !origin.claims.includes(id)))
        expect(origin.decides).toBe(ahead(then).join() !== ahead(order).join())
      }
    }),
    { numRuns: 400 },
  )
})
