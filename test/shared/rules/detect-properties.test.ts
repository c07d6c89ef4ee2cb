import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Claim, polarity, stage, statement } from '../../../shared/model/claim.ts'
import type { ClaimId, LineageId, PartyId } from '../../../shared/model/id.ts'
import type { TypedValue } from '../../../shared/model/typed-value.ts'
import {
  compareClaims,
  datedClaims,
  detectConflicts,
  findConflicts,
  findConflictsOf,
} from '../../../shared/rules/detect.ts'
import { claimWith, day, idOf, sourceWith, termWith } from '../../support/records.ts'
import { dollars, euros, holds, lasting, listed, on, option, percent, quantity, text } from './truth/pairs.ts'

const values: TypedValue[] = [
  ...[percent(40), percent(50), percent(40, 60), percent(90)],
  ...[dollars(5e9), dollars(7e9), euros(5e9), quantity(5, 'tonnes'), quantity(6, '')],
  ...[lasting(30, 'day'), lasting(1, 'month'), lasting(3, 'year', 5)],
  ...['2025', '2025-03~', '2025-03-11', '2025-05-01'].map(on),
  ...[holds(true), holds(false), option('joint'), option('US alone'), text('a win'), text('a defeat')],
  ...[listed('lithium'), listed('lithium', 'nickel'), listed('nickel')],
]

const draft = fc.record({
  raw: fc.constantFrom('', '', 'half', 'only lithium'),
  value: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...values) }, fc.constant(null)),
  basis: fc.constantFrom('', '', 'new licences', 'all revenue'),
  qualifier: fc.constantFrom<Claim['qualifier']>('exactly', 'exactly', 'about', 'at least', 'up to'),
  condition: fc.constantFrom('', '', 'if Russia agrees', 'if monitors arrive'),
  statement: fc.constantFrom(...statement.options),
  polarity: fc.constantFrom(...polarity.options, 'asserts' as const, 'denies' as const),
  stage: fc.constantFrom(null, null, ...stage.options),
  asOf: fc.constantFrom(null, '2025', '2025-02~', '2025-03', '2025-03-11', '2025-03-14', '2025-05-01'),
  party: fc.constantFrom(null, 1, 2),
  assertedBy: fc.constantFrom('', 'The envoy', 'The minister'),
  lineage: fc.constantFrom(null, null, 1, 2),
  rank: fc.constantFrom<Claim['rank']>('normal', 'normal', 'preferred', 'deprecated'),
  source: fc.nat(3),
})
type Draft = typeof draft extends fc.Arbitrary<infer Value> ? Value : never

/** Another id for every record, and another spelling of every name that the claims have in common. */
type Names = { id: (number: number) => number; word: (word: string) => string }
const asIs: Names = { id: number => number, word: word => word }
const renamed: Names = {
  id: number => 9_000 - number,
  word: word => (word === '' ? '' : [...word.toLowerCase()].reverse().join('').replace(/ /g, ' or ')),
}

const valueIn = (value: TypedValue | null, { word }: Names): TypedValue | null =>
  value?.type === 'one-of'
    ? option(word(value.option))
    : value?.type === 'many-of'
      ? listed(...value.options.map(word))
      : value

const sourcesIn = ({ id }: Names) =>
  [null, '2025-03-11', '2025-03-14', '2025-05-01'].map((published, at) =>
    sourceWith(id(700 + at), {
      published: published === null ? null : day(published),
      lineage: at === 2 ? idOf<LineageId>(id(801)) : null,
    }),
  )

const claimsIn = (drafts: readonly Draft[], names: Names): Claim[] =>
  drafts.map(({ source, asOf, party, lineage, basis, condition, assertedBy, value, ...more }, at) =>
    claimWith(names.id(at + 1), {
      ...more,
      value: valueIn(value, names),
      basis: names.word(basis),
      condition: names.word(condition),
      assertedBy: names.word(assertedBy),
      source: idOf(names.id(700 + source)),
      asOf: asOf === null ? null : day(asOf),
      party: party === null ? null : idOf<PartyId>(names.id(900 + party)),
      lineage: lineage === null ? null : idOf<LineageId>(names.id(800 + lineage)),
    }),
  )

const anyTerm = fc
  .record({ tolerance: fc.constantFrom(0, 10), valueType: fc.constantFrom('percent' as const, 'date' as const) })
  .map(more => termWith(1, more))
const claims = fc.array(draft, { maxLength: 12 })

describe('whatever two claims say', () => {
  test('what the one is to the other, the other is to the one', () => {
    fc.assert(
      fc.property(draft, draft, anyTerm, (one, other, term) => {
        const [a, b] = datedClaims(claimsIn([one, other], asIs), sourcesIn(asIs))
        if (a && b) expect(compareClaims(a, b, term)).toEqual(compareClaims(b, a, term))
      }),
      { numRuns: 700 },
    )
  })

  test('other ids of claims, sources, parties and origins, and other names of things, change no verdict', () => {
    fc.assert(
      fc.property(draft, draft, anyTerm, (one, other, term) => {
        const verdicts = [asIs, renamed].map(names => {
          const [a, b] = datedClaims(claimsIn([one, other], names), sourcesIn(names))
          if (!a || !b) throw new Error('There are two claims.')
          const { relation, kind, size } = compareClaims(a, b, term)
          return { relation, kind, size }
        })
        expect(verdicts[1]).toEqual(verdicts[0])
      }),
      { numRuns: 700 },
    )
  })

  test('a claim agrees with itself wherever it is compared at all', () => {
    fc.assert(
      fc.property(draft, anyTerm, (one, term) => {
        const [a, b] = datedClaims(claimsIn([one, one], asIs), sourcesIn(asIs))
        if (!a || !b) throw new Error('There are two claims.')
        expect(['agreement', 'not comparable']).toContain(compareClaims(a, b, term).relation)
      }),
      { numRuns: 300 },
    )
  })

  test('a conflict has a kind, and no pair is a conflict at times apart but of a past day', () => {
    fc.assert(
      fc.property(draft, draft, anyTerm, (one, other, term) => {
        const pair = claimsIn([one, other], asIs)
        const found = findConflicts(term, pair, sourcesIn(asIs))
        for (const { kind } of found) expect(kind).not.toBeNull()
        const apart = pair.map(claim => ({ ...claim, asOf: day(claim === pair[0] ? '2001-01-01' : '2002-01-01') }))
        for (const { kind } of findConflicts(term, apart, sourcesIn(asIs))) expect(kind).toBe('date')
      }),
      { numRuns: 300 },
    )
  })
})

describe('whatever the claims of a term', () => {
  test('their order changes nothing', () => {
    fc.assert(
      fc.property(
        claims.chain(list =>
          fc.tuple(
            fc.constant(list),
            fc.shuffledSubarray(
              list.map((_, at) => at),
              { minLength: list.length },
            ),
          ),
        ),
        anyTerm,
        ([list, order], term) => {
          const all = claimsIn(list, asIs)
          const shuffled = order.flatMap(at => all[at] ?? [])
          const sources = sourcesIn(asIs)
          expect(detectConflicts(term, shuffled, sources.toReversed())).toEqual(detectConflicts(term, all, sources))
        },
      ),
      { numRuns: 150 },
    )
  })

  test('what is found of some of them alone is what is found of them among all', () => {
    fc.assert(
      fc.property(claims, fc.array(fc.nat(12), { maxLength: 3 }), anyTerm, (list, chosen, term) => {
        const all = claimsIn(list, asIs)
        const edited = new Set<ClaimId>(chosen.map(at => idOf(at + 1)))
        const sources = sourcesIn(asIs)
        const about = findConflicts(term, all, sources).filter(({ claims: pair }) => pair.some(id => edited.has(id)))
        expect(findConflictsOf(term, edited, datedClaims(all, sources))).toEqual(about)
      }),
      { numRuns: 300 },
    )
  })

  test('another claim takes none of the conflicts away', () => {
    fc.assert(
      fc.property(claims, draft, anyTerm, (list, more, term) => {
        const before = findConflicts(term, claimsIn(list, asIs), sourcesIn(asIs))
        const after = findConflicts(term, claimsIn([...list, more], asIs), sourcesIn(asIs))
        expect(after).toEqual(expect.arrayContaining(before))
      }),
      { numRuns: 150 },
    )
  })
})
