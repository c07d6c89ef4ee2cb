import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { levelLetter } from '../../../../../shared/model/criteria.ts'
import { hatchPath } from '../../../../../shared/rules/register/drawing/hatch.ts'

const strokes = (path: string) =>
  [...path.matchAll(/M([\d.-]+) ([\d.-]+)L([\d.-]+) ([\d.-]+)/g)].map(match => match.slice(1).map(Number))

const box = fc.record({
  x: fc.integer({ min: 0, max: 900 }),
  y: fc.integer({ min: 0, max: 900 }),
  width: fc.integer({ min: 20, max: 200 }),
  height: fc.integer({ min: 14, max: 120 }),
})

test('strokes stay in their box and run at half a right angle', () => {
  fc.assert(
    fc.property(box, fc.constantFrom(...levelLetter.options), (one, level) => {
      for (const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] of strokes(hatchPath(one, level))) {
        for (const x of [x1, x2]) {
          expect(x).toBeGreaterThanOrEqual(one.x - 0.1)
          expect(x).toBeLessThanOrEqual(one.x + one.width + 0.1)
        }
        for (const y of [y1, y2]) {
          expect(y).toBeGreaterThanOrEqual(one.y - 0.1)
          expect(y).toBeLessThanOrEqual(one.y + one.height + 0.1)
        }
        expect(Math.abs(x2 - x1)).toBeCloseTo(Math.abs(y2 - y1), 0)
      }
    }),
  )
})

test('the graver the level, the more is drawn', () => {
  const lengths = levelLetter.options.map(level =>
    strokes(hatchPath({ x: 0, y: 0, width: 120, height: 60 }, level)).reduce(
      (sum, [x1 = 0, y1 = 0, x2 = 0, y2 = 0]) => sum + Math.hypot(x2 - x1, y2 - y1),
      0,
    ),
  )
  expect(lengths[0]).toBe(0)
  expect(lengths).toEqual([...lengths].sort((left, right) => left - right))
  expect(new Set(lengths).size).toBe(5)
})
