import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Claim, polarity, stage, statement } from '../../../shared/model/claim.ts'
import type { ConflictKind } from '../../../shared/model/conflict.ts'
import type { PartialDate } from '../../../shared/model/partial-date.ts'
import type { StatedValue, TypedValue, ValueType } from '../../../shared/model/typed-value.ts'
import { compareClaims, detectConflicts, findConflicts } from '../../../shared/rules/detect.ts'
import type { DatedClaim, Relation } from '../../../shared/rules/verdict.ts'
import { claimWith, day, idOf, sourceWith, termWith } from '../../support/records.ts'

const percent = (low: number, high = low): TypedValue => ({ type: 'percent', low, high })
const dollars = (low: number, high = low): TypedValue => ({ type: 'money', low, high, currency: 'USD' })
const euros = (low: number): TypedValue => ({ type: 'money', low, high: low, currency: 'EUR' })
const days = (low: number): TypedValue => ({ type: 'duration', low, high: low, unit: 'day' })
const months = (low: number): TypedValue => ({ type: 'duration', low, high: low, unit: 'month' })
const tonnes = (low: number): TypedValue => ({ type: 'quantity', low, high: low, unit: 'tonnes' })
const on = (date: string): TypedValue => ({ type: 'date', date: day(date) })
const holds = (answer: boolean): TypedValue => ({ type: 'boolean', holds: answer })
const option = (words: string): TypedValue => ({ type: 'one-of', option: words })
const listed = (...options: string[]): TypedValue => ({ type: 'many-of', options })
const text = (words: string): TypedValue => ({ type: 'text', text: words })

type Side = Partial<Omit<Claim, 'asOf'>> & { asOf?: string; published?: string }
const march: Side = { asOf: '2025-03-11' }
const may: Side = { asOf: '2025-05-01' }
const us = { party: idOf<NonNullable<Claim['party']>>(901), statement: 'position' as const }
const ukraine = { party: idOf<NonNullable<Claim['party']>>(902), statement: 'position' as const }
const wire = { lineage: idOf<NonNullable<Claim['lineage']>>(801) }

const side = ({ asOf, published, ...more }: Side, number: number): DatedClaim => ({
  claim: claimWith(number, { ...more, source: idOf(number), asOf: asOf ? day(asOf) : null }),
  date: published ? day(published) : null,
})

type Row = [
  name: string,
  a: Side,
  b: Side,
  relation: Relation,
  kind: ConflictKind | null,
  size?: string,
  tolerance?: number,
]

const rows: Row[] = [
  // Figures
  ['equal shares at one time', { ...march, value: percent(50) }, { ...march, value: percent(50) }, 'agreement', null],
  [
    'unequal shares at one time',
    { ...march, value: percent(50) },
    { ...march, value: percent(40) },
    'conflict',
    'value',
    '10 points',
  ],
  [
    'unequal shares at different times',
    { ...march, value: percent(50) },
    { ...may, value: percent(40) },
    'change',
    null,
  ],
  [
    'equal shares at different times',
    { ...march, value: percent(50) },
    { ...may, value: percent(50) },
    'agreement',
    null,
  ],
  [
    'unequal shares within the tolerance',
    { ...march, value: percent(50) },
    { ...march, value: percent(49) },
    'agreement',
    null,
    '',
    5,
  ],
  [
    'unequal shares at the edge of the tolerance',
    { ...march, value: percent(50) },
    { ...march, value: percent(45) },
    'agreement',
    null,
    '',
    10,
  ],
  [
    'unequal shares just beyond it',
    { ...march, value: percent(50) },
    { ...march, value: percent(44.9) },
    'conflict',
    'value',
    '5.1 points',
    10,
  ],
  [
    'a share and a range around it',
    { ...march, value: percent(50) },
    { ...march, value: percent(40, 60) },
    'agreement',
    null,
  ],
  [
    'ranges that do not meet',
    { ...march, value: percent(10, 20) },
    { ...march, value: percent(30, 40) },
    'conflict',
    'value',
    '10 points',
  ],
  [
    'at least, and more',
    { ...march, value: percent(30), qualifier: 'at least' },
    { ...march, value: percent(60) },
    'agreement',
    null,
  ],
  [
    'at least, and less',
    { ...march, value: percent(30), qualifier: 'at least' },
    { ...march, value: percent(20) },
    'conflict',
    'value',
    '10 points',
  ],
  [
    'up to, and less',
    { ...march, value: percent(30), qualifier: 'up to' },
    { ...march, value: percent(20) },
    'agreement',
    null,
  ],
  [
    'up to, and at least more',
    { ...march, value: percent(30), qualifier: 'up to' },
    { ...march, value: percent(40), qualifier: 'at least' },
    'conflict',
    'value',
    '10 points',
  ],
  [
    'about, and near',
    { ...march, value: percent(50), qualifier: 'about' },
    { ...march, value: percent(54) },
    'agreement',
    null,
  ],
  [
    'about, and far',
    { ...march, value: percent(50), qualifier: 'about' },
    { ...march, value: percent(70) },
    'conflict',
    'value',
    '20 points',
  ],
  [
    'shares of different things',
    { ...march, value: percent(50), basis: 'new licence revenue' },
    { ...march, value: percent(40), basis: 'all revenue' },
    'not comparable',
    'basis',
  ],
  [
    'equal shares of different things',
    { ...march, value: percent(50), basis: 'new licences' },
    { ...march, value: percent(50), basis: 'all revenue' },
    'not comparable',
    'basis',
  ],
  [
    'one basis written two ways',
    { ...march, value: percent(50), basis: 'Of the fund' },
    { ...march, value: percent(40), basis: 'fund' },
    'conflict',
    'value',
    '10 points',
  ],
  [
    'unequal shares, one of an unknown basis',
    { ...march, value: percent(50), basis: 'new licences' },
    { ...march, value: percent(40) },
    'undecidable',
    'basis',
  ],
  [
    'equal shares, one of an unknown basis',
    { ...march, value: percent(50), basis: 'new licences' },
    { ...march, value: percent(50) },
    'agreement',
    null,
  ],
  [
    'sums in one currency',
    { ...march, value: dollars(500e9) },
    { ...march, value: dollars(350e9) },
    'conflict',
    'value',
    'US$ 150 billion',
  ],
  [
    'sums in two currencies',
    { ...march, value: dollars(500e9) },
    { ...march, value: euros(500e9) },
    'not comparable',
    'basis',
  ],
  [
    'a demand dropped later',
    { asOf: '2025-02-12', value: dollars(500e9) },
    { asOf: '2025-02-23', value: dollars(0) },
    'change',
    null,
  ],
  [
    'quantities in one unit',
    { ...march, value: tonnes(100) },
    { ...march, value: { ...tonnes(80), unit: 'Tonne' } as TypedValue },
    'conflict',
    'value',
    '20 tonnes',
  ],
  [
    'quantities in two units',
    { ...march, value: tonnes(100) },
    { ...march, value: { ...tonnes(100), unit: 'barrels' } as TypedValue },
    'not comparable',
    'basis',
  ],
  ['thirty days and one month', { ...march, value: days(30) }, { ...march, value: months(1) }, 'agreement', null],
  [
    'thirty days and two months',
    { ...march, value: days(30) },
    { ...march, value: months(2) },
    'conflict',
    'value',
    '26 days',
  ],
  [
    'thirty days and sixty',
    { ...march, value: days(30) },
    { ...march, value: days(60) },
    'conflict',
    'value',
    '30 days',
  ],
  [
    'different figures under different conditions',
    { ...march, value: days(30), condition: 'if Russia agrees' },
    { ...march, value: days(60), condition: 'if monitors arrive' },
    'not comparable',
    'scope',
  ],
  [
    'different figures, one under a condition',
    { ...march, value: days(30), condition: 'if Russia agrees' },
    { ...march, value: days(60) },
    'conflict',
    'value',
    '30 days',
  ],
  // Times
  [
    'a month and a day in it',
    { asOf: '2025-03', value: percent(50) },
    { ...march, value: percent(40) },
    'conflict',
    'value',
    '10 points',
  ],
  [
    'a year and a day in another',
    { asOf: '2024', value: percent(50) },
    { ...march, value: percent(40) },
    'change',
    null,
  ],
  ['unequal, one undated', { value: percent(50) }, { ...march, value: percent(40) }, 'undecidable', null],
  ['equal, one undated', { value: percent(50) }, { ...march, value: percent(50) }, 'agreement', null],
  [
    'unequal, dated by their sources',
    { published: '2025-03-14', value: percent(50) },
    { published: '2025-03-14', value: percent(40) },
    'conflict',
    'value',
    '10 points',
  ],
  [
    'unequal, dated by their sources apart',
    { published: '2025-03-14', value: percent(50) },
    { published: '2025-05-01', value: percent(40) },
    'change',
    null,
  ],
  [
    'an as-of date outweighs publication',
    { ...march, published: '2025-05-01', value: percent(50) },
    { ...march, published: '2025-03-12', value: percent(40) },
    'conflict',
    'value',
    '10 points',
  ],
  // Dates as values
  ['the same day', { ...march, value: on('2025-04-30') }, { ...march, value: on('2025-04-30') }, 'agreement', null],
  ['a day in the month', { ...march, value: on('2025-04-30') }, { ...march, value: on('2025-04') }, 'agreement', null],
  [
    'neighbouring days',
    { ...march, value: on('2025-04-30') },
    { ...march, value: on('2025-05-01') },
    'conflict',
    'date',
    '1 day',
  ],
  [
    'a day outside the month',
    { ...march, value: on('2025-05-10') },
    { ...march, value: on('2025-04') },
    'conflict',
    'date',
    '10 days',
  ],
  [
    'not before a day, and later',
    { ...march, value: on('2025-04-30'), qualifier: 'at least' },
    { ...march, value: on('2025-07') },
    'agreement',
    null,
  ],
  [
    'by a day, and later',
    { ...march, value: on('2025-04-30'), qualifier: 'up to' },
    { ...march, value: on('2025-05-02') },
    'conflict',
    'date',
    '2 days',
  ],
  [
    'a date to come, moved',
    { ...march, value: on('2025-06-01') },
    { asOf: '2025-04-01', value: on('2025-07-01') },
    'change',
    null,
  ],
  [
    'a date passed, told differently later',
    { asOf: '2025-05-05', value: on('2025-04-30') },
    { asOf: '2025-06-01', value: on('2025-05-01') },
    'conflict',
    'date',
    '1 day',
  ],
  // Answers, lists, words
  ['yes and no at one time', { ...march, value: holds(true) }, { ...march, value: holds(false) }, 'conflict', 'value'],
  ['yes and yes', { ...march, value: holds(true) }, { ...march, value: holds(true) }, 'agreement', null],
  ['yes, later no', { ...march, value: holds(true) }, { ...may, value: holds(false) }, 'change', null],
  ['two options', { ...march, value: option('joint') }, { ...march, value: option('US alone') }, 'conflict', 'value'],
  [
    'one option in two cases',
    { ...march, value: option('joint') },
    { ...march, value: option('Joint') },
    'agreement',
    null,
  ],
  [
    'the same list in another order',
    { ...march, value: listed('lithium', 'titanium') },
    { ...march, value: listed('Titanium', 'lithium') },
    'agreement',
    null,
  ],
  [
    'two lists that differ',
    { ...march, value: listed('lithium', 'titanium') },
    { ...march, value: listed('lithium', 'graphite') },
    'not comparable',
    'scope',
  ],
  [
    'a list and a longer one',
    { ...march, value: listed('lithium') },
    { ...march, value: listed('lithium', 'graphite') },
    'not comparable',
    'scope',
  ],
  [
    'only these, and more',
    { ...march, raw: 'only lithium', value: listed('lithium') },
    { ...march, value: listed('lithium', 'graphite') },
    'conflict',
    'scope',
  ],
  [
    'only these, and fewer',
    { ...march, raw: 'only lithium and graphite', value: listed('lithium', 'graphite') },
    { ...march, value: listed('lithium') },
    'agreement',
    null,
  ],
  [
    'only these, later more',
    { ...march, raw: 'solely lithium', value: listed('lithium') },
    { ...may, value: listed('graphite') },
    'change',
    null,
  ],
  [
    'words that differ',
    { ...march, value: text('a win for both') },
    { ...march, value: text('a defeat') },
    'undecidable',
    null,
  ],
  [
    'words that are the same',
    { ...march, value: text('A win for both') },
    { ...march, value: text('a win  for both') },
    'agreement',
    null,
  ],
  [
    'a figure and words that nothing was read in',
    { ...march, value: percent(50) },
    { ...march, raw: 'about half or so' },
    'undecidable',
    null,
  ],
  ['the same unread words', { ...march, raw: 'half or so' }, { ...march, raw: 'Half or so' }, 'agreement', null],
  ['a figure and words', { ...march, value: percent(50) }, { ...march, value: text('half') }, 'undecidable', null],
  // Polarity
  ['silence and a value', { ...march, polarity: 'silent' }, { ...march, value: percent(40) }, 'not comparable', null],
  [
    'no value and a value',
    { ...march, polarity: 'no-value' },
    { ...march, value: percent(40) },
    'not comparable',
    null,
  ],
  ['asserted and denied at one time', { ...march }, { ...march, polarity: 'denies' }, 'conflict', 'existence'],
  [
    'asserted with a value and denied outright',
    { ...march, value: percent(50) },
    { ...march, polarity: 'denies' },
    'conflict',
    'existence',
  ],
  [
    'the asserted value denied',
    { ...march, value: percent(50) },
    { ...march, polarity: 'denies', value: percent(50) },
    'conflict',
    'existence',
  ],
  [
    'another value denied',
    { ...march, value: percent(50) },
    { ...march, polarity: 'denies', value: percent(90) },
    'not comparable',
    null,
  ],
  ['asserted, later denied', { ...march }, { ...may, polarity: 'denies' }, 'change', null],
  ['asserted and denied, undated', {}, { polarity: 'denies' }, 'undecidable', null],
  ['denied twice', { ...march, polarity: 'denies' }, { ...may, polarity: 'denies' }, 'agreement', null],
  [
    'two different values denied',
    { ...march, polarity: 'denies', value: percent(50) },
    { ...march, polarity: 'denies', value: percent(90) },
    'not comparable',
    null,
  ],
  // Stages
  [
    'agreed and rejected at one time',
    { ...march, stage: 'agreed in principle' },
    { ...march, stage: 'rejected' },
    'conflict',
    'stage',
  ],
  [
    'agreed in a month, withdrawn on a day of it',
    { asOf: '2025-03', stage: 'text agreed' },
    { ...march, stage: 'withdrawn' },
    'conflict',
    'stage',
  ],
  [
    'agreed, later rejected',
    { ...march, stage: 'agreed in principle' },
    { ...may, stage: 'rejected' },
    'change',
    'stage',
  ],
  [
    'agreed and still open on one day',
    { ...march, stage: 'agreed in principle' },
    { ...march, stage: 'countered' },
    'conflict',
    'stage',
  ],
  [
    'agreed and still open in one month',
    { asOf: '2025-03', stage: 'agreed in principle' },
    { ...march, stage: 'proposed' },
    'change',
    'stage',
  ],
  [
    'proposed, later signed, at one value',
    { ...march, stage: 'proposed', value: percent(50) },
    { ...may, stage: 'signed', value: percent(50) },
    'change',
    'stage',
  ],
  [
    'proposed, later signed, at another',
    { ...march, stage: 'proposed', value: percent(50) },
    { ...may, stage: 'signed', value: percent(40) },
    'change',
    'stage',
  ],
  [
    'rumoured and rejected on one day',
    { ...march, stage: 'rumoured' },
    { ...march, stage: 'rejected' },
    'change',
    'stage',
  ],
  ['signed and in force on one day', { ...march, stage: 'signed' }, { ...march, stage: 'in force' }, 'change', 'stage'],
  ['signed and rejected, undated', { stage: 'signed' }, { stage: 'rejected' }, 'undecidable', null],
  [
    'stages of shares of different things',
    { ...march, stage: 'signed', value: percent(5), basis: 'oil' },
    { ...march, stage: 'rejected', value: percent(5), basis: 'gas' },
    'not comparable',
    'basis',
  ],
  // Who says so
  [
    'positions of two parties',
    { ...march, ...us, value: percent(50) },
    { ...march, ...ukraine, value: percent(10) },
    'not comparable',
    null,
  ],
  [
    'the position of one party, told differently',
    { ...march, ...us, value: percent(50) },
    { ...march, ...us, value: percent(10) },
    'conflict',
    'attribution',
    '40 points',
  ],
  [
    'the position of one party, changed',
    { ...march, ...us, value: percent(50) },
    { ...may, ...us, value: percent(10) },
    'change',
    null,
  ],
  [
    'positions whose holder is unknown',
    { ...march, statement: 'position', value: percent(50) },
    { ...march, ...us, value: percent(10) },
    'undecidable',
    null,
  ],
  [
    'positions of one speaker',
    { ...march, statement: 'position', assertedBy: 'The envoy', value: percent(50) },
    { ...march, statement: 'position', assertedBy: 'the envoy', value: percent(10) },
    'conflict',
    'attribution',
    '40 points',
  ],
  [
    'an offer and a position of one party',
    { ...march, ...us, value: percent(50) },
    { ...march, ...us, statement: 'offer', value: percent(10) },
    'not comparable',
    null,
  ],
  [
    'a position and a report',
    { ...march, ...us, value: percent(50) },
    { ...march, value: percent(10) },
    'not comparable',
    null,
  ],
  [
    'a forecast and a report',
    { ...march, statement: 'forecast', value: percent(50) },
    { ...march, value: percent(10) },
    'not comparable',
    null,
  ],
  [
    'forecasts of two speakers',
    { ...march, statement: 'forecast', value: percent(50) },
    { ...march, statement: 'forecast', value: percent(10) },
    'not comparable',
    null,
  ],
  [
    'forecasts of one speaker',
    { ...march, statement: 'forecast', assertedBy: 'A bank', value: percent(50) },
    { ...march, statement: 'forecast', assertedBy: 'A bank', value: percent(10) },
    'conflict',
    'attribution',
    '40 points',
  ],
  [
    'the text and a report of it',
    { ...march, statement: 'text', value: percent(50) },
    { ...march, value: percent(10) },
    'conflict',
    'value',
    '40 points',
  ],
  // Lineage and rank
  [
    'two relays of one origin that agree',
    { ...march, ...wire, value: percent(50) },
    { ...march, ...wire, value: percent(50) },
    'agreement',
    null,
  ],
  [
    'two relays that differ, the one newer',
    { ...march, ...wire, published: '2025-03-11', value: percent(50) },
    { ...march, ...wire, published: '2025-03-14', value: percent(40) },
    'change',
    null,
  ],
  [
    'two relays that differ, neither newer',
    { ...march, ...wire, value: percent(50) },
    { ...march, ...wire, value: percent(40) },
    'undecidable',
    null,
  ],
  [
    'a deprecated claim',
    { ...march, rank: 'deprecated', value: percent(50) },
    { ...march, value: percent(40) },
    'not comparable',
    null,
  ],
]

describe('the truth table', () => {
  test('has at least sixty rows', () => {
    expect(rows.length).toBeGreaterThanOrEqual(60)
  })

  test.each(rows)('%s', (_, left, right, relation, kind, size = '', tolerance = 0) => {
    const [a, b] = [side(left, 1), side(right, 2)]
    const term = termWith(1, { tolerance, valueType: a.claim.value?.type ?? 'percent' })
    const finding = compareClaims(a, b, term)
    expect({ relation: finding.relation, kind: finding.kind, size: finding.size }).toEqual({ relation, kind, size })
    expect(compareClaims(b, a, term)).toEqual(finding)
    const found = detectConflicts(
      term,
      [a.claim, b.claim],
      [sourceWith(1, { published: a.date }), sourceWith(2, { published: b.date })],
    )
    expect(found.conflicts).toEqual(relation === 'conflict' ? [finding] : [])
  })

  test('a reason is one sentence that names both values and their dates', () => {
    const a = side({ ...march, value: percent(50), basis: 'new licence revenue' }, 1)
    const b = side({ published: '2025-03-11', value: percent(40), basis: 'new licence revenue' }, 2)
    expect(compareClaims(a, b, termWith(1)).reason).toBe(
      '“50 % of new licence revenue” (as of 11 Mar 2025) and “40 % of new licence revenue” (published 11 Mar 2025) cannot both hold: they differ by 10 points.',
    )
    const staged = compareClaims(
      side({ ...march, stage: 'agreed in principle' }, 1),
      side({ ...march, stage: 'countered' }, 2),
      termWith(1),
    )
    expect(staged.reason).toContain('“agreed in principle” (as of 11 Mar 2025)')
    expect(staged.reason).toContain('“countered” (as of 11 Mar 2025)')
  })

  test('the claims of a finding stand in the order of what they speak of', () => {
    const [later, earlier] = [side({ ...may, value: percent(50) }, 1), side({ ...march, value: percent(40) }, 2)]
    expect(compareClaims(later, earlier, termWith(1)).claims).toEqual([earlier.claim.id, later.claim.id])
  })
})

const stated: fc.Arbitrary<Pick<StatedValue, 'value' | 'basis' | 'qualifier' | 'condition' | 'raw'>> = fc.record({
  raw: fc.constantFrom('', 'half', 'only lithium'),
  value: fc.oneof(
    fc.constant(null),
    fc.constantFrom(40, 50, 60).map(low => percent(low)),
    fc.constantFrom('2025-03', '2025-03-11', '2025-05-01').map(on),
    fc.boolean().map(holds),
    fc.subarray(['lithium', 'graphite', 'titanium'], { minLength: 1 }).map(options => listed(...options)),
  ),
  basis: fc.constantFrom('', 'new licences', 'all revenue'),
  qualifier: fc.constantFrom('exactly', 'about', 'at least', 'up to'),
  condition: fc.constantFrom('', '', 'if Russia agrees'),
})
const anyDate: fc.Arbitrary<PartialDate | null> = fc.constantFrom(
  null,
  ...['2025', '2025-02~', '2025-03', '2025-03-11', '2025-03-14', '2025-05-01'].map(day),
)
const maybe = <Item>(...items: Item[]) => fc.constantFrom(null, ...items)
const anyClaim = fc.record({
  stated,
  statement: fc.constantFrom(...statement.options),
  polarity: fc.constantFrom(...polarity.options),
  stage: maybe(...stage.options),
  asOf: anyDate,
  party: maybe(us.party, ukraine.party),
  assertedBy: fc.constantFrom('', 'The envoy'),
  lineage: maybe(wire.lineage),
  rank: fc.constantFrom<Claim['rank']>('normal', 'normal', 'deprecated'),
  source: fc.nat(3),
})
type Drafted = typeof anyClaim extends fc.Arbitrary<infer Value> ? Value : never
const anyTerm = fc
  .record({ tolerance: fc.constantFrom(0, 10), valueType: fc.constantFrom<ValueType>('percent', 'date', 'many-of') })
  .map(more => termWith(1, more))
const sources = ['2025-03-11', '2025-03-14', '2025-05-01'].map((published, at) =>
  sourceWith(at, { published: day(published), lineage: at === 2 ? wire.lineage : null }),
)
const asClaims = (drafts: readonly Drafted[], number = (at: number) => at + 1) =>
  drafts.map(({ stated: value, source, ...more }, at) =>
    claimWith(number(at), { ...value, ...more, source: idOf(source) }),
  )

describe('the detector over any claims', () => {
  const drafts = fc.array(anyClaim, { maxLength: 14 })

  test('finds the same pairs in any order of the claims', () => {
    fc.assert(
      fc.property(drafts, anyTerm, fc.nat(), (list, term, seed) => {
        const claims = asClaims(list)
        const turned = [
          ...claims.slice(seed % (claims.length + 1)),
          ...claims.slice(0, seed % (claims.length + 1)),
        ].reverse()
        expect(detectConflicts(term, turned, sources)).toEqual(detectConflicts(term, claims, sources))
      }),
    )
  })

  test('the swift search finds exactly what comparing every pair finds', () => {
    fc.assert(
      fc.property(drafts, anyTerm, (list, term) => {
        const claims = asClaims(list)
        const dated = claims.map(claim => {
          const source = sources.find(one => one.id === claim.source)
          return { claim, date: source?.published ?? null, lineage: source?.lineage ?? null }
        })
        const pairs = dated
          .flatMap((a, at) => dated.slice(at + 1).map(b => compareClaims(a, b, term)))
          .filter(finding => finding.relation === 'conflict')
        const key = (finding: (typeof pairs)[number]) => JSON.stringify(finding)
        expect(findConflicts(term, claims, sources).map(key).sort()).toEqual(pairs.map(key).sort())
      }),
      { numRuns: 300 },
    )
  })

  test('renaming the ids changes no relation, no kind and no sentence', () => {
    fc.assert(
      fc.property(drafts, anyTerm, (list, term) => {
        const sentences = (number: (at: number) => number) => {
          const { conflicts, comparisons } = detectConflicts(term, asClaims(list, number), sources)
          return [...conflicts, ...comparisons]
            .map(({ relation, kind, reason }) => `${relation} ${kind} ${reason}`)
            .sort()
        }
        expect(sentences(at => 500 - at)).toEqual(sentences(at => at + 1))
      }),
    )
  })

  test('no claim that is deprecated, silent or without a value is in a conflict, and none stands against itself', () => {
    fc.assert(
      fc.property(drafts, anyTerm, (list, term) => {
        const claims = asClaims(list)
        for (const { claims: ids, relation } of findConflicts(term, claims, sources)) {
          expect(relation).toBe('conflict')
          expect(ids[0]).not.toBe(ids[1])
          for (const claim of claims.filter(one => ids.includes(one.id))) {
            expect(claim.rank).not.toBe('deprecated')
            expect(['asserts', 'denies']).toContain(claim.polarity)
          }
        }
      }),
    )
  })
})

test('thousands of claims of one term on different days are searched without comparing every pair', () => {
  const claims = [...Array(5_000).keys()].map(at => {
    const date = new Date(Date.UTC(2000, 0, 1 + at)).toISOString().slice(0, 10)
    return claimWith(at + 1, { asOf: day(date), value: percent(at % 100) })
  })
  const began = performance.now()
  expect(findConflicts(termWith(1), claims, [])).toEqual([])
  expect(performance.now() - began).toBeLessThan(2_000)
})

describe('comparisons', () => {
  const compared = (left: Side, right: Side) => {
    const claims = [side(left, 1).claim, side(right, 2).claim]
    return detectConflicts(termWith(1), claims, []).comparisons.map(found => found.relation)
  }

  test.each<[string, Side, Side, Relation[]]>([
    ['a change is shown', { ...march, value: percent(50) }, { ...may, value: percent(40) }, ['change']],
    [
      'positions of two parties that differ are shown',
      { ...march, ...us, value: percent(50) },
      { ...march, ...ukraine, value: percent(10) },
      ['not comparable'],
    ],
    [
      'positions of two parties that agree are not',
      { ...march, ...us, value: percent(50) },
      { ...march, ...ukraine, value: percent(50) },
      [],
    ],
    ['a conflict is not', { ...march, value: percent(50) }, { ...march, value: percent(40) }, []],
    ['agreement is not', { ...march, value: percent(50) }, { ...march, value: percent(50) }, []],
    ['silence is not', { ...march, value: percent(50) }, { ...march, polarity: 'silent' }, []],
    [
      'a deprecated claim is not',
      { ...march, value: percent(50) },
      { ...may, value: percent(9), rank: 'deprecated' },
      [],
    ],
  ])('%s', (_, left, right, relations) => {
    expect(compared(left, right)).toEqual(relations)
  })
})
