import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf, writtenDay } from '../../../../shared/rules/timeline/days.ts'
import {
  fitted,
  heldNear,
  leastDays,
  mostDays,
  nextStep,
  panned,
  stepFor,
  stepStart,
  stepsIn,
  zoomed,
} from '../../../../shared/rules/timeline/scale.ts'

const aDay = fc.double({ min: dayOf('0001-01-01'), max: dayOf('9000-01-01'), noNaN: true })
const aWindow = fc.record({ from: aDay, days: fc.double({ min: leastDays, max: mostDays, noNaN: true }) })
const aStep = fc.double({ min: 0.0005, max: 400, noNaN: true }).map(zoom => stepFor(zoom, 40))

test('zooming keeps the place under the pointer', () => {
  fc.assert(
    fc.property(
      aWindow,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0.1, max: 10, noNaN: true }),
      (window, place, factor) => {
        const anchor = window.from + window.days * place
        const next = zoomed(window, factor, anchor)
        expect((anchor - next.from) / next.days).toBeCloseTo(place, 6)
        expect(next.days).toBeGreaterThanOrEqual(leastDays)
        expect(next.days).toBeLessThanOrEqual(mostDays)
      },
    ),
  )
})

test('a step begins at or before each of its days and the next begins after it', () => {
  fc.assert(
    fc.property(aDay, aStep, (day, step) => {
      const start = stepStart(step, day)
      expect(start).toBeLessThanOrEqual(day)
      expect(nextStep(step, start)).toBeGreaterThan(day)
      expect(stepStart(step, start)).toBe(start)
      expect(stepStart(step, nextStep(step, start))).toBe(nextStep(step, start))
    }),
  )
})

test('steps are those of the calendar', () => {
  const starts = (unit: 'week' | 'month' | 'year', count: number, from: string, days: number) =>
    stepsIn({ unit, count }, { from: dayOf(from), days }).map(writtenDay)
  expect(starts('week', 1, '2025-03-12', 10)).toEqual(['2025-03-10', '2025-03-17'])
  expect(starts('month', 1, '2023-12-31', 61)).toEqual(['2023-12-01', '2024-01-01', '2024-02-01'])
  expect(starts('month', 3, '2025-05-01', 100)).toEqual(['2025-04-01', '2025-07-01'])
  expect(starts('year', 10, '1999-06-01', 400)).toEqual(['1990-01-01', '2000-01-01'])
  expect(starts('week', 1, '1969-12-30', 3)).toEqual(['1969-12-29'])
})

test('what is fitted is all to be seen, and a window never loses it', () => {
  fc.assert(
    fc.property(
      aDay,
      fc.double({ min: 1, max: 300_000, noNaN: true }),
      fc.double({ min: -50, max: 50, noNaN: true }),
      (first, length, by) => {
        const all = { first, end: first + length }
        const whole = fitted(all)
        expect(whole.from).toBeLessThanOrEqual(all.first)
        expect(whole.from + whole.days).toBeGreaterThanOrEqual(all.end - 1e-6)
        const { from, days } = heldNear(panned(whole, by), all)
        expect(from).toBeLessThan(all.end)
        expect(from + days).toBeGreaterThan(all.first)
      },
    ),
  )
})
