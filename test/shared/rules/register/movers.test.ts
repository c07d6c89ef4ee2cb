import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AsOf } from '../../../../shared/contract/risks.ts'
import { riskStatus } from '../../../../shared/model/risk.ts'
import { type RiskFact, type ScoreFact, standingAt } from '../../../../shared/rules/register/as-of.ts'
import { isMovedBetween, isScoredBetween, moversBetween } from '../../../../shared/rules/register/movers.ts'
import { day, idOf } from '../../../support/records.ts'

const instantOf = (date: string) => `${date}T10:00:00.000Z`
let made = 0
const score = (date: string, level: ScoreFact['level'], more: Partial<ScoreFact> = {}): ScoreFact => ({
  id: idOf(++made),
  kind: 'current',
  date: day(date),
  created: instantOf(date),
  likelihoodLow: 20,
  likelihoodHigh: 45,
  level,
  strength: 'moderate',
  criteria: idOf(901),
  impact: 2,
  ...more,
})

type Step = [date: string, was: RiskFact['status'], status: RiskFact['status']]

const factOf = (
  number: number,
  { created = '2025-03-01', scores = [] as ScoreFact[], moves = [] as Step[] },
): RiskFact => ({
  id: idOf(number),
  ref: `R-${String(number).padStart(2, '0')}`,
  title: `Risk ${number}`,
  category: '',
  kind: 'threat',
  created: instantOf(created),
  status: moves.at(-1)?.[2] ?? 'open',
  moves: moves.map(([date, was, status]) => ({ at: instantOf(date), date: day(date), was, status })),
  scores,
})

const since: AsOf = { recorded: instantOf('2025-03-15') }
const changesOf = (of: Parameters<typeof factOf>[1], until: AsOf = null) =>
  moversBetween([factOf(1, of)], { since, until })[0]?.changes ?? []

describe('what became of one risk', () => {
  const before = score('2025-03-10', 'M')
  const after = '2025-03-20'
  test.each<[string, Parameters<typeof factOf>[1], string[]]>([
    ['recorded since', { created: after }, ['new']],
    ['recorded since, and closed', { created: after, moves: [[after, 'open', 'closed']] }, ['closed', 'new']],
    ['there before, scored since', { scores: [score(after, 'H')] }, ['scored']],
    ['a level up', { scores: [before, score(after, 'H')] }, ['raised']],
    ['a level down', { scores: [before, score(after, 'L')] }, ['lowered']],
    ['the same again', { scores: [before, score(after, 'M')] }, []],
    ['another range', { scores: [before, score(after, 'M', { likelihoodHigh: 40 })] }, ['within its level']],
    ['another impact', { scores: [before, score(after, 'M', { impact: 1 })] }, ['within its level']],
    ['better known', { scores: [before, score(after, 'M', { strength: 'high' })] }, ['within its level']],
    [
      'the same under other criteria, whose impacts count otherwise',
      { scores: [before, score(after, 'M', { impact: 1, criteria: idOf(902) })] },
      [],
    ],
    ['another target', { scores: [before, score(after, 'VL', { kind: 'target' })] }, []],
    [
      'scored now after an inherent score',
      { scores: [score('2025-03-10', 'H', { kind: 'inherent' }), score(after, 'M')] },
      ['lowered'],
    ],
    ['up and down again', { scores: [before, score('2025-03-17', 'H'), score(after, 'M')] }, []],
    ['closed', { moves: [[after, 'open', 'closed']] }, ['closed']],
    [
      're-opened',
      {
        moves: [
          ['2025-03-10', 'open', 'closed'],
          [after, 'closed', 'open'],
        ],
      },
      ['re-opened'],
    ],
    ['materialised', { moves: [[after, 'open', 'materialised']] }, ['materialised']],
    ['accepted', { moves: [[after, 'open', 'accepted']] }, ['accepted']],
    ['archived', { moves: [[after, 'open', 'archived']] }, ['archived']],
    [
      'out of the archive',
      {
        moves: [
          ['2025-03-10', 'open', 'archived'],
          [after, 'archived', 'open'],
        ],
      },
      ['restored'],
    ],
    ['opened', { moves: [[after, 'draft', 'open']] }, ['status']],
    [
      'accepted before, taken up',
      {
        moves: [
          ['2025-03-10', 'open', 'accepted'],
          [after, 'accepted', 'treating'],
        ],
      },
      ['revoked'],
    ],
    [
      'accepted and revoked since',
      {
        moves: [
          ['2025-03-17', 'open', 'accepted'],
          [after, 'accepted', 'open'],
        ],
      },
      ['revoked'],
    ],
    [
      'closed and opened again since',
      {
        moves: [
          ['2025-03-17', 'open', 'closed'],
          [after, 'closed', 'open'],
        ],
      },
      ['re-opened'],
    ],
    [
      'there and back without a name',
      {
        moves: [
          ['2025-03-17', 'open', 'treating'],
          [after, 'treating', 'open'],
        ],
      },
      [],
    ],
    [
      'raised and accepted',
      { scores: [before, score(after, 'H')], moves: [[after, 'open', 'accepted']] },
      ['raised', 'accepted'],
    ],
  ])('%s', (_, of, changes) => {
    expect(changesOf(of)).toEqual(changes)
  })

  test('what came after the later moment is left out', () => {
    const of = { scores: [before, score(after, 'H')], moves: [['2025-03-21', 'open', 'closed'] as Step] }
    expect(changesOf(of, { recorded: instantOf('2025-03-19') })).toEqual([])
    expect(changesOf(of, { recorded: instantOf('2025-03-20') })).toEqual(['raised'])
    expect(changesOf(of, { dated: '2025-03-21' })).toEqual(['closed', 'raised'])
  })
})

test('what was recorded later than its day came since by one clock, and was there by the other', () => {
  const late = score('2025-03-10', 'H', { created: instantOf('2025-03-20') })
  const facts = [factOf(1, { scores: [score('2025-03-05', 'M'), late] })]
  expect(moversBetween(facts, { since: { recorded: instantOf('2025-03-15') }, until: null })).toHaveLength(1)
  expect(moversBetween(facts, { since: { dated: '2025-03-15' }, until: null })).toEqual([])
  expect(isScoredBetween({ since: { dated: '2025-03-15' }, until: null }, late)).toBe(false)
})

test('a target came when it was recorded, by either clock', () => {
  const target = score('2025-12-31', 'L', { kind: 'target', created: instantOf('2025-03-20') })
  const [early, end] = [{ dated: '2025-03-15' }, { dated: '2025-03-20' }]
  expect(isScoredBetween({ since: early, until: end }, target)).toBe(true)
  expect(isScoredBetween({ since: end, until: null }, target)).toBe(false)
})

test('the weightiest change comes first, then the most serious, then the ref', () => {
  const [was, up] = [score('2025-03-10', 'M'), score('2025-03-20', 'H')]
  const facts = [
    factOf(1, { scores: [was, score('2025-03-20', 'L')] }),
    factOf(4, { scores: [was, up] }),
    factOf(3, { scores: [was, up] }),
    factOf(2, { scores: [was, score('2025-03-20', 'VH')] }),
    factOf(5, { moves: [['2025-03-20', 'open', 'materialised']] }),
  ]
  const movers = moversBetween(facts, { since, until: null })
  expect(movers.map(({ ref, changes }) => `${ref} ${changes[0]}`)).toEqual([
    'R-05 materialised',
    'R-02 raised',
    'R-03 raised',
    'R-04 raised',
    'R-01 lowered',
  ])
})

const someDay = fc.integer({ min: 2, max: 28 }).map(number => `2025-03-${String(number).padStart(2, '0')}`)
const someRisk = fc
  .record({
    scores: fc.array(
      fc.tuple(someDay, someDay, fc.constantFrom('VL', 'M', 'VH'), fc.constantFrom('inherent', 'current', 'target')),
      { maxLength: 6 },
    ),
    moves: fc.array(fc.tuple(someDay, fc.constantFrom(...riskStatus.options)), { maxLength: 5 }),
  })
  .map(({ scores, moves }) => {
    const sorted = moves.sort(([one], [other]) => one.localeCompare(other))
    const steps = sorted.map(([date, to], at): Step => [date, sorted[at - 1]?.[1] ?? 'draft', to])
    return factOf(1, {
      scores: scores.map(([date, at, level, kind]) => score(date, level, { kind, created: instantOf(at) })),
      moves: steps.filter(([, was, to]) => was !== to),
    })
  })
const moment = fc.oneof(
  someDay.map((dated): AsOf => ({ dated })),
  someDay.map((on): AsOf => ({ recorded: instantOf(on) })),
  fc.constant<AsOf>(null),
)

test('a risk whose status or level is another is a mover, and one whose level is the same was neither raised nor lowered', () => {
  fc.assert(
    fc.property(someRisk, moment, moment, (risk, from, until) => {
      const told = (asOf: AsOf) => {
        const standing = standingAt(risk, asOf)
        return standing && { status: standing.status, level: (standing.current ?? standing.inherent)?.level ?? null }
      }
      const [before, after] = [told(from), told(until)]
      const changes = moversBetween([risk], { since: from, until })[0]?.changes ?? []
      if (after === null) expect(changes).toEqual([])
      else if (before?.status !== after.status || (after.level !== null && before.level !== after.level))
        expect(changes).not.toEqual([])
      if (before?.level === after?.level)
        expect(changes.filter(one => one === 'raised' || one === 'lowered')).toEqual([])
    }),
  )
})

test('nothing came between a moment and itself', () => {
  fc.assert(
    fc.property(someRisk, moment, (risk, at) => {
      expect(moversBetween([risk], { since: at, until: at })).toEqual([])
      expect(risk.moves.some(move => isMovedBetween({ since: at, until: at }, move))).toBe(false)
    }),
  )
})
