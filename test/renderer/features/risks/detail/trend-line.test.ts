import { expect, test } from 'vitest'
import { between, heightOf, linePath, trendLineOf } from '../../../../../renderer/features/risks/detail/trend-line.ts'
import type { RiskDetail } from '../../../../../shared/contract/risks.ts'

type Course = Parameters<typeof trendLineOf>[0]
type Scoring = Course['assessments'][number]

const scoring = (date: string, level: string, given: Partial<Scoring> = {}) =>
  ({
    id: `a ${date} ${level}`,
    kind: 'current',
    date,
    created: `${date}T10:00:00.000Z`,
    level,
    likelihoodWord: 'likely',
    likelihoodLow: 55,
    likelihoodHigh: 80,
    reason: `Why ${level}`,
    excerpts: [],
    author: 'Ada',
    ...given,
  }) as unknown as Scoring

const move = { id: 'm', at: '2025-01-11T09:00:00.000Z', by: '', date: '2025-01-11', was: 'open', status: 'treating' }
const course = (given: Partial<Record<keyof Course, unknown>>): Course =>
  ({ assessments: [], moves: [], reviews: [], target: null, ...given }) as unknown as Pick<
    RiskDetail,
    'assessments' | 'moves' | 'reviews' | 'target'
  >

test('what happened comes in the order of its dates, each where its day stands', () => {
  const assessments = [scoring('2025-01-21', 'H'), scoring('2025-01-01', 'M')]
  const line = trendLineOf(course({ assessments, moves: [{ ...move, reason: 'Begun.' }] }), '2025-01-21')
  expect(line?.steps.map(({ what, at, reason }) => [what, at, reason])).toEqual([
    ['scoring', 0, 'Why M'],
    ['move', 50, 'Begun.'],
    ['scoring', 100, 'Why H'],
  ])
  expect(line?.stretches.map(({ from, to, level }) => [from, to, level])).toEqual([
    [0, 100, 'M'],
    [100, 100, 'H'],
  ])
  expect(line).toMatchObject({ first: '2025-01-01', newest: 100, isCut: false })
})

test('the line goes through inherent scorings only until the first current one', () => {
  const assessments = [
    scoring('2025-01-01', 'VH', { kind: 'inherent' }),
    scoring('2025-01-03', 'H', { id: 'first' as never }),
    scoring('2025-01-05', 'VH', { kind: 'inherent' }),
    scoring('2025-01-05', 'L', { kind: 'target' }),
  ]
  const line = trendLineOf(course({ assessments, target: { level: 'L' } }), '2025-01-05')
  expect(line?.stretches.map(({ level }) => level)).toEqual(['VH', 'H'])
  expect(line?.steps.map(({ isOnLine }) => isOnLine)).toEqual([true, true, false])
  expect(line?.target).toBe('L')
})

test('years without a step take a quarter of the width', () => {
  const assessments = [scoring('2020-01-01', 'M'), scoring('2020-07-01', 'H')]
  const line = trendLineOf(course({ assessments }), '2026-01-01')
  expect(line?.newest).toBeCloseTo(75)
  expect(line?.isCut).toBe(true)
  expect(between(line?.stretches ?? [], line?.newest ?? 0, 100).at(-1)).toMatchObject({ level: 'H', to: 100 })
})

test('a target alone, or nothing, is no course', () => {
  expect(trendLineOf(course({}), '2025-01-01')).toBeNull()
  expect(
    trendLineOf(course({ assessments: [scoring('2025-01-01', 'M', { kind: 'target' })] }), '2025-01-01'),
  ).toBeNull()
})

test('the path steps from level to level', () => {
  expect([heightOf('VH'), heightOf('VL')]).toEqual([10, 90])
  const stretch = { low: 0, high: 10 }
  expect(
    linePath([
      { ...stretch, from: 0, to: 40, level: 'M' },
      { ...stretch, from: 40, to: 100, level: 'H' },
    ]),
  ).toBe('M0 50 L40 50 L40 30 L100 30')
})
