import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AsOf } from '../../../../shared/contract/risks.ts'
import type { RiskFact } from '../../../../shared/rules/register/as-of.ts'
import { criteriaAt, daysOf, mapRisks } from '../../../../shared/rules/register/map.ts'
import { day, icdCriteria, idOf } from '../../../support/records.ts'
import { riskFact, scoreFact, someRisk } from '../../../support/register-facts.ts'

const mapOf = (risks: RiskFact[], asOf: AsOf) => mapRisks(risks, [icdCriteria], icdCriteria, asOf)

describe('the map', () => {
  const inherent = scoreFact(1, {
    kind: 'inherent',
    date: day('2025-02'),
    likelihoodLow: 80,
    likelihoodHigh: 95,
    impact: 4,
  })
  const march = scoreFact(2, { date: day('2025-03-10'), impact: 3 })
  const may = scoreFact(3, { date: day('2025-05-02'), likelihoodLow: 20, likelihoodHigh: 45, impact: 3 })
  const target = scoreFact(4, { kind: 'target', date: day('2026'), likelihoodLow: 5, likelihoodHigh: 20, impact: 1 })
  const risk = riskFact(1, { created: '2025-06-01T00:00:00.000Z', scores: [inherent, march, may, target] })

  test.each<[string | null, { likelihood: number; impact: number }]>([
    [null, { likelihood: 2, impact: 3 }],
    ['2025-05-02', { likelihood: 2, impact: 3 }],
    ['2025-05-01', { likelihood: 4, impact: 3 }],
    ['2025-03-09', { likelihood: 5, impact: 4 }],
  ])('as of %s', (dated, place) => {
    const [mapped] = mapOf([risk], dated === null ? null : { dated })
    expect(mapped?.place).toEqual(place)
    expect(mapped?.inherent).toEqual({ likelihood: 5, impact: 4 })
    expect(mapped?.target).toEqual({ likelihood: 1, impact: 1 })
  })

  test('a month counts from its last day: before that the risk is not on the map', () => {
    expect(mapOf([risk], { dated: '2025-02-27' })).toEqual([])
    expect(mapOf([risk], { dated: '2025-02-28' })).toHaveLength(1)
  })

  test('a risk without a score, or with a target alone, is not on the map', () => {
    expect(mapOf([riskFact(1), riskFact(2, { scores: [target] })], null)).toEqual([])
  })

  test('an archived risk is off the map, but on it for the days before, and so is a closed one for all days', () => {
    const gone = { at: '2025-06-02T00:00:00.000Z', date: day('2025-06-01'), was: 'open', status: 'archived' } as const
    const archived = riskFact(1, { ...risk, status: 'archived', moves: [gone] })
    expect(mapOf([archived], null)).toEqual([])
    expect(mapOf([archived], { dated: '2025-06-01' })).toEqual([])
    expect(mapOf([archived], { dated: '2025-05-31' })).toMatchObject([{ status: 'open', level: may.level }])
    expect(mapOf([archived], { recorded: '2025-06-01T12:00:00.000Z' })).toHaveLength(1)
    const closed = riskFact(1, { ...risk, status: 'closed', moves: [{ ...gone, status: 'closed' }] })
    expect(mapOf([closed], null)).toMatchObject([{ status: 'closed' }])
  })

  test('a wide range spans its bands', () => {
    const wide = scoreFact(1, { likelihoodLow: 45, likelihoodHigh: 90, impact: 4 })
    const [mapped] = mapOf([riskFact(1, { scores: [wide] })], null)
    expect(mapped?.place).toEqual({ likelihood: 4, impact: 4 })
    expect(mapped?.spans).toEqual({ lowest: 3, highest: 5 })
  })

  test('the band of a risk lies among those its range touches, whatever the range', () => {
    fc.assert(
      fc.property(fc.array(someRisk, { maxLength: 6 }), risks => {
        for (const { place, spans } of mapOf(risks, null)) {
          expect(place.likelihood).toBeGreaterThanOrEqual(spans.lowest)
          expect(place.likelihood).toBeLessThanOrEqual(spans.highest)
        }
      }),
    )
  })

  test('a scoring under other scales is drawn at its percentages and the same share of the impacts, and marked', () => {
    const three = { ...icdCriteria, id: idOf<typeof icdCriteria.id>(902), impacts: icdCriteria.impacts.slice(0, 3) }
    const old = riskFact(1, { scores: [scoreFact(1, { criteria: three.id, impact: 2 })] })
    const [mapped] = mapRisks([old], [three, icdCriteria], icdCriteria, null)
    expect(mapped).toMatchObject({ place: { likelihood: 4, impact: 4 }, isForeign: true })
    // Drawn as it was then, it is not.
    expect(mapRisks([old], [three, icdCriteria], three, null)).toMatchObject([
      { place: { impact: 2 }, isForeign: false },
    ])
  })

  test('the criteria of a moment are the newest that were there, the oldest before all of them', () => {
    const [one, two] = [
      { ...icdCriteria, id: idOf<typeof icdCriteria.id>(1), created: '2025-02-01T10:00:00.000Z' },
      { ...icdCriteria, id: idOf<typeof icdCriteria.id>(2), created: '2025-03-01T10:00:00.000Z' },
    ]
    const at = (asOf: AsOf) => criteriaAt([one, two], asOf)?.id
    expect([null, { dated: '2025-03-01' }, { recorded: '2025-03-01T10:00:00.000Z' }].map(at)).toEqual([
      two.id,
      two.id,
      two.id,
    ])
    expect(
      [{ dated: '2025-02-28' }, { recorded: '2025-03-01T09:59:59.999Z' }, { dated: '2024-01-01' }].map(at),
    ).toEqual([one.id, one.id, one.id])
    expect(criteriaAt([], null)).toBeNull()
  })

  test('the stops of the slider are the days on which scores and moves are dated, each once; targets are none', () => {
    const again = riskFact(2, { scores: [scoreFact(9, { date: day('2025-03-10') })] })
    expect(daysOf([risk, again], 'dated')).toEqual(['2025-02-28', '2025-03-10', '2025-05-02'])
  })

  test('between two stops nothing on the map moves, by either clock', () => {
    const strip = (asOf: AsOf, risks: RiskFact[]) => mapOf(risks, asOf)
    fc.assert(
      fc.property(
        fc.array(someRisk, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 210 }),
        (risks, number) => {
          const [before, on] = [number - 1, number].map(at =>
            new Date(Date.UTC(2025, 0, 1) + at * 86_400_000).toISOString().slice(0, 10),
          ) as [string, string]
          // A risk that nobody has scored or moved by its days is there from the day of its making.
          const stops = new Set([...daysOf(risks, 'dated'), ...risks.map(({ created }) => created.slice(0, 10))])
          if (!stops.has(on)) expect(strip({ dated: on }, risks)).toEqual(strip({ dated: before }, risks))
          const end = (of: string) => ({ recorded: `${of}T23:59:59.999Z` })
          if (!daysOf(risks, 'recorded').includes(on)) expect(strip(end(on), risks)).toEqual(strip(end(before), risks))
        },
      ),
    )
  })
})
