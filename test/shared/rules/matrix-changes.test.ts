import { describe, expect, test } from 'vitest'
import { matrixChange } from '../../../shared/contract/matrix.ts'
import type { Claim } from '../../../shared/model/claim.ts'
import type { TypedValue } from '../../../shared/model/typed-value.ts'
import { matrixChanges } from '../../../shared/rules/matrix-changes.ts'
import { matrixFactsOf } from '../../../shared/rules/matrix-facts.ts'
import { claimWith, day, idOf, partyWith, sourceWith, termWith } from '../../support/records.ts'

const percent = (share: number): TypedValue => ({ type: 'percent', low: share, high: share })
const half = { value: percent(50) }

/** A claim that gives no value, in the words of its source. */
const spokenOf = (raw: string): Partial<Claim> => ({ polarity: 'no-value', value: null, raw })

/** What became of a term between a source of February and one of April, which say so. */
const between = (
  before: Partial<Claim>[],
  after: Partial<Claim>[],
  more: Partial<Parameters<typeof matrixFactsOf>[0]> = {},
) => {
  const claims = [
    ...before.map((one, at) => claimWith(at + 1, { ...half, source: idOf(1), ...one })),
    ...after.map((one, at) => claimWith(at + 11, { ...half, source: idOf(2), ...one })),
  ]
  const facts = matrixFactsOf({
    terms: [termWith(1, { valueType: 'percent' })],
    claims,
    sources: [sourceWith(1, { published: day('2025-02-01') }), sourceWith(2, { published: day('2025-04-01') })],
    parties: [partyWith(901, 'United States'), partyWith(902, 'Ukraine')],
    positions: [],
    conflicts: [],
    ...more,
  })
  return matrixChanges(facts, day('2025-03-01'), null)
}
const kinds = (...given: Parameters<typeof between>) => between(...given).map(({ kind }) => kind)

describe('what became of a statement', () => {
  test.each<[string, Partial<Claim>[], Partial<Claim>[], string[]]>([
    ['the same again', [{}], [{}], []],
    ['nothing before', [], [{}], ['added']],
    ['nothing after', [{}], [], []],
    ['silence is no statement', [], [{ polarity: 'silent', value: null }], []],
    ['silence takes nothing back', [{}], [{ polarity: 'silent', value: null }], []],
    ['a mention without a value takes nothing back', [{}], [{ polarity: 'no-value', value: null }], []],
    ['another value', [{}], [{ value: percent(60) }], ['changed']],
    ['another basis', [{}], [{ basis: 'of all revenue' }], ['changed']],
    ['at least and up to are two values', [{ qualifier: 'at least' }], [{ qualifier: 'up to' }], ['changed']],
    ['what was asserted is denied', [{}], [{ polarity: 'denies' }], ['withdrawn']],
    ['a bare denial', [{}], [{ polarity: 'denies', value: null }], ['withdrawn']],
    ['the denial of another value', [{}], [{ polarity: 'denies', value: percent(70) }], []],
    ['what was denied is asserted', [{ polarity: 'denies' }], [{}], ['changed']],
    ['rejected', [{ stage: 'proposed' }], [{ stage: 'rejected' }], ['withdrawn']],
    ['withdrawn', [{}], [{ stage: 'withdrawn' }], ['withdrawn']],
    ['stands again', [{ stage: 'rejected' }], [{ stage: 'proposed' }], ['added']],
    ['signed', [{ stage: 'proposed' }], [{ stage: 'signed' }], ['hardened']],
    ['ratified', [{ stage: 'signed' }], [{ stage: 'ratified' }], ['hardened']],
    ['in force', [{ stage: 'ratified' }], [{ stage: 'in force' }], ['hardened']],
    ['amended, the value being the same', [{ stage: 'in force' }], [{ stage: 'amended' }], []],
    ['proposed and countered', [{ stage: 'proposed' }], [{ stage: 'countered' }], []],
    ['back to a proposal', [{ stage: 'text agreed' }], [{ stage: 'proposed' }], ['softened']],
    ['a stage where none was known', [{}], [{ stage: 'signed' }], ['hardened']],
    ['a rumour where no stage was known', [{}], [{ stage: 'rumoured' }], []],
    ['a stage that is no longer named', [{ stage: 'signed' }], [{}], []],
    ['a forecast come true', [{ statement: 'forecast' }], [{ statement: 'fact' }], ['hardened']],
    ['an inference', [{ statement: 'fact' }], [{ statement: 'inference' }], ['softened']],
    ['the text itself', [{ statement: 'fact' }], [{ statement: 'text' }], ['hardened']],
    ['about', [{ qualifier: 'about' }], [{ qualifier: 'exactly' }], ['hardened']],
    ['a bound given up', [{ qualifier: 'exactly' }], [{ qualifier: 'at least' }], ['softened']],
    [
      'the stage before the qualifier',
      [{ stage: 'proposed' }],
      [{ stage: 'signed', qualifier: 'about' }],
      ['hardened'],
    ],
    ['a value where it was only spoken of', [{ polarity: 'no-value', value: null }], [{}], ['hardened']],
    ['spoken of in other words', [spokenOf('a partnership')], [spokenOf('the agreement')], []],
    [
      'spoken of with another qualifier',
      [{ ...spokenOf('a deal'), qualifier: 'at least' }],
      [{ ...spokenOf('a deal'), qualifier: 'up to' }],
      [],
    ],
    [
      'spoken of as signed',
      [spokenOf('a partnership')],
      [{ ...spokenOf('the agreement'), stage: 'signed' }],
      ['hardened'],
    ],
    ['a deprecated claim', [{}], [{ value: percent(60), rank: 'deprecated' }], []],
    ['an older preferred claim stands', [{ rank: 'preferred' }], [{ value: percent(60) }], []],
    [
      'a later source of an earlier date',
      [{ asOf: day('2025-01-20') }],
      [{ value: percent(60), asOf: day('2025-01-10') }],
      [],
    ],
    ['a claim of a later date than its source', [{}], [{ value: percent(60), asOf: day('2025-03-05') }], ['changed']],
  ])('%s', (_, before, after, expected) => {
    expect(kinds(before, after)).toEqual(expected)
  })

  test('where claims of one date disagree, what most origins say stands, whatever their order', () => {
    const more = {
      sources: [1, 2, 3, 4].map(number =>
        sourceWith(number, { published: day(number === 1 ? '2025-02-01' : '2025-04-01') }),
      ),
    }
    const after = [
      { value: percent(60) },
      { value: percent(70), source: idOf(3) },
      { value: percent(70), source: idOf(4) },
    ] as Partial<Claim>[]
    const forth = between([{}], after, more)
    expect(forth).toMatchObject([{ kind: 'changed', before: '50 %', after: '70 %' }])
    expect(forth[0]?.claims).toHaveLength(2)
    expect(between([{}], [...after].reverse(), more)[0]).toMatchObject({ after: '70 %' })
  })
})

test('what is spoken of without a value is told in the words of its sources', () => {
  const signed = { ...spokenOf('the agreement'), stage: 'signed' as const }
  expect(between([spokenOf('a partnership')], [signed])).toMatchObject([
    { sentence: '“the agreement” is firmer, from no stage to signed (1 Apr 2025).' },
  ])
  expect(between([spokenOf('')], [{ ...signed, raw: '' }])).toMatchObject([
    { sentence: '“no value given” is firmer, from no stage to signed (1 Apr 2025).' },
  ])
})

describe('holders', () => {
  const stance = (party: number, share: number): Partial<Claim> => ({
    statement: 'position',
    party: idOf(party),
    value: percent(share),
  })

  test('reports and each party change for themselves, the reports first', () => {
    const changes = between(
      [{}, stance(901, 50), stance(902, 40)],
      [stance(902, 30), stance(901, 50), { value: percent(55) }],
    )
    expect(changes.map(({ kind, holder, before, after }) => [kind, holder, before, after])).toEqual([
      ['changed', 'Reports', '50 %', '55 %'],
      ['changed', 'Ukraine', '40 %', '30 %'],
    ])
    expect(matrixChange.array().safeParse(changes).error).toBeUndefined()
  })

  test('an offer is firmer than a position', () => {
    expect(between([stance(901, 50)], [{ ...stance(901, 50), statement: 'offer' }])).toMatchObject([
      { kind: 'hardened', sentence: '“50 %” is firmer, from position to offer (1 Apr 2025).' },
    ])
  })

  test('stances of no named party are not mixed with reports', () => {
    expect(between([{}], [{ statement: 'position', value: percent(10) }])).toMatchObject([
      { kind: 'added', holder: 'No party', isStance: true, party: null },
    ])
  })
})

test('each sentence names what changed and when, and the claims are those that came', () => {
  expect(between([{ stage: 'proposed' }], [{ stage: 'signed' }])).toMatchObject([
    { sentence: '“50 %” is firmer, from proposed to signed (1 Apr 2025).', claims: [idOf(11)], termRef: 'T-01' },
  ])
  expect(between([{}], [{ value: percent(60), asOf: day('2025-03') }])[0]?.sentence).toBe(
    '“50 %” has become “60 %” (Mar 2025).',
  )
  expect(between([{}], [{ polarity: 'denies' }])[0]?.sentence).toBe('“50 %” no longer stands: denied (1 Apr 2025).')
  expect(between([{ stage: 'rejected' }], [{ stage: 'proposed' }])[0]?.sentence).toBe(
    '“50 %” stands again, from rejected to proposed (1 Apr 2025).',
  )
  expect(between([], [{ polarity: 'no-value', value: null }])[0]?.sentence).toBe(
    'It is spoken of now, without a value (1 Apr 2025).',
  )
  const worded = [termWith(1, { valueType: 'text' })]
  expect(
    between([{ value: null, raw: 'A fund' }], [{ value: null, raw: 'A joint fund' }], { terms: worded })[0]?.sentence,
  ).toBe('After “A fund” the words are “A joint fund” (1 Apr 2025).')
})

test('two days in either order are the same two days', () => {
  const facts = matrixFactsOf({
    terms: [termWith(1)],
    claims: [claimWith(1, half)],
    sources: [sourceWith(1, { published: day('2025-02-01') })],
    parties: [],
    positions: [],
    conflicts: [],
  })
  const [early, late] = [day('2025-01'), day('2025-03')]
  expect(matrixChanges(facts, late, early)).toEqual(matrixChanges(facts, early, late))
  expect(matrixChanges(facts, early, late)).toHaveLength(1)
  expect(matrixChanges(facts, late, late)).toEqual([])
})
