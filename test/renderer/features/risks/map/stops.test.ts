import { describe, expect, test } from 'vitest'
import { byClock, stopAt, stopsOf } from '../../../../../renderer/features/risks/map/stops.ts'

const issued = [
  { title: 'Brief', number: 1, created: '2025-03-18T09:00:00.000Z' },
  { title: 'Flash', number: 2, created: '2025-03-18T15:00:00.000Z' },
]
const days = ['2025-02-28', '2025-03-18', '2025-05-05']

describe('stops', () => {
  test('by date a briefing is its day', () => {
    const stops = stopsOf('dated', days, issued)
    expect(stops.map(({ day, editions }) => [day, editions.map(({ title }) => title)])).toEqual([
      ['2025-02-28', []],
      ['2025-03-18', ['Brief', 'Flash']],
      ['2025-05-05', []],
    ])
  })

  test('as recorded a briefing is its instant, before the end of its day', () => {
    const stops = stopsOf('recorded', days, issued)
    expect(stops.map(({ asOf }) => ('recorded' in asOf ? asOf.recorded : ''))).toEqual([
      '2025-02-28T23:59:59.999Z',
      '2025-03-18T09:00:00.000Z',
      '2025-03-18T15:00:00.000Z',
      '2025-03-18T23:59:59.999Z',
      '2025-05-05T23:59:59.999Z',
    ])
  })
})

test.each([
  [null, 3],
  [{ dated: '2025-05-05' }, 2],
  [{ dated: '2025-04-01' }, 1],
  [{ dated: '2024-01-01' }, 0],
])('the stop of %j', (asOf, expected) => {
  expect(stopAt(stopsOf('dated', days, []), asOf)).toBe(expected)
})

test('the other clock shows the end of the same day', () => {
  expect(byClock(null, 'recorded')).toBeNull()
  expect(byClock({ dated: '2025-03-18' }, 'recorded')).toEqual({ recorded: '2025-03-18T23:59:59.999Z' })
  expect(byClock({ recorded: '2025-03-18T09:00:00.000Z' }, 'dated')).toEqual({ dated: '2025-03-18' })
  expect(byClock({ recorded: '2025-03-18T09:00:00.000Z' }, 'recorded')).toEqual({
    recorded: '2025-03-18T09:00:00.000Z',
  })
})
