import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assessmentDays, mapRisks, samePlace } from '../../../../renderer/features/risks/map.ts'
import type { RiskView } from '../../../../shared/contract/risks.ts'
import type { Assessment } from '../../../../shared/model/assessment.ts'
import { assessmentWith, day, icdScales, riskWith } from '../../../support/records.ts'

const scored = (number: number, ...assessments: Assessment[]): RiskView => ({
  ...riskWith(number),
  assessments,
  inherent: null,
  current: null,
  target: null,
  trend: 'new',
  unsupported: true,
  conflicts: [],
})

const score = (more: Partial<Assessment>) => assessmentWith(1, more)
const impacts = (level: number) => [{ dimension: 'Deal', level, rationale: '' }]

describe('the map', () => {
  const inherent = score({
    kind: 'inherent',
    date: day('2025-02'),
    likelihoodLow: 80,
    likelihoodHigh: 95,
    impacts: impacts(4),
  })
  const march = score({ date: day('2025-03-10'), likelihoodLow: 55, likelihoodHigh: 80, impacts: impacts(3) })
  const may = score({ date: day('2025-05-02'), likelihoodLow: 20, likelihoodHigh: 45, impacts: impacts(3) })
  const target = score({ kind: 'target', date: day('2026'), likelihoodLow: 5, likelihoodHigh: 20, impacts: impacts(1) })
  const risk = scored(1, inherent, march, may, target)

  test.each([
    [null, { likelihood: 2, impact: 3 }],
    ['2025-05-02', { likelihood: 2, impact: 3 }],
    ['2025-05-01', { likelihood: 4, impact: 3 }],
    ['2025-03-09', { likelihood: 5, impact: 4 }],
  ])('as of %s', (asOf, place) => {
    const [mapped] = mapRisks([risk], icdScales, asOf)
    expect(mapped?.place).toEqual(place)
    expect(mapped?.inherent).toEqual({ likelihood: 5, impact: 4 })
    expect(mapped?.target).toEqual({ likelihood: 1, impact: 1 })
  })

  test('a month counts from its last day: before that the risk is not on the map', () => {
    expect(mapRisks([risk], icdScales, '2025-02-27')).toEqual([])
    expect(mapRisks([risk], icdScales, '2025-02-28')).toHaveLength(1)
  })

  test('a risk without a score, or with a target alone, is not on the map', () => {
    expect(mapRisks([scored(1), scored(2, target)], icdScales, null)).toEqual([])
  })

  test('the worst impact counts, and a wide range spans its bands', () => {
    const wide = score({
      likelihoodLow: 45,
      likelihoodHigh: 90,
      impacts: [...impacts(1), { dimension: 'Money', level: 4, rationale: '' }],
    })
    const [mapped] = mapRisks([scored(1, wide)], icdScales, null)
    expect(mapped?.place).toEqual({ likelihood: 4, impact: 4 })
    expect(mapped?.spans).toEqual({ lowest: 3, highest: 5 })
  })

  test('the stops of the slider are the days on which scores moved, each once; targets are none', () => {
    const again = scored(2, score({ date: day('2025-03-10') }))
    expect(assessmentDays([risk, again])).toEqual(['2025-02-28', '2025-03-10', '2025-05-02'])
  })

  test('the band of a risk lies among those its range touches, whatever the range', () => {
    const range = fc.tuple(
      fc.integer({ min: 1, max: 99 }),
      fc.integer({ min: 1, max: 99 }),
      fc.integer({ min: 0, max: 4 }),
    )
    fc.assert(
      fc.property(range, ([one, other, level]) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)]
        const [mapped] = mapRisks(
          [scored(1, score({ likelihoodLow: low, likelihoodHigh: high, impacts: impacts(level) }))],
          icdScales,
          null,
        )
        expect(mapped?.place.impact).toBe(level)
        expect(mapped?.place.likelihood).toBeGreaterThanOrEqual(mapped?.spans.lowest ?? 99)
        expect(mapped?.place.likelihood).toBeLessThanOrEqual(mapped?.spans.highest ?? -1)
      }),
    )
  })

  test('a place is the same when both its indices are', () => {
    expect(samePlace({ likelihood: 1, impact: 2 }, { likelihood: 1, impact: 2 })).toBe(true)
    expect(samePlace({ likelihood: 1, impact: 2 }, { likelihood: 2, impact: 1 })).toBe(false)
  })
})
