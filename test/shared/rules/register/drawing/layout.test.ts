import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { appetiteEdges } from '../../../../../shared/rules/register/drawing/cells.ts'
import { arrowFrom, arrowTo, fitted, mapLayout, meets } from '../../../../../shared/rules/register/drawing/layout.ts'
import { icdScales } from '../../../../support/records.ts'

const marks = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `${at}` }))
const ids = (list: readonly { id: string }[]) => list.map(one => one.id).join('')

describe('refs that fit a cell', () => {
  test.each([
    [3, 3, null, '012', 0],
    [4, 3, null, '01', 2],
    [4, 3, '3', '03', 2],
    [9, 1, '5', '', 9],
    [0, 3, null, '', 0],
  ])('%i refs in %i slots with %s selected', (count, capacity, selected, shown, more) => {
    const result = fitted(marks(count), capacity, selected)
    expect([ids(result.shown), result.more]).toEqual([shown, more])
  })

  test('every ref is shown or counted', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.integer({ min: 1, max: 12 }), fc.nat(40), (count, capacity, selected) => {
        const { shown, more } = fitted(marks(count), capacity, `${selected}`)
        expect(shown.length + more).toBe(count)
        expect(shown.length + (more > 0 ? 1 : 0)).toBeLessThanOrEqual(capacity)
        if (capacity > 1 && selected < count)
          expect(ids(shown.map(one => ({ id: `(${one.id})` })))).toContain(`(${selected})`)
      }),
    )
  })
})

test('chips lie in their cell, apart from one another and from the ring in the corner', () => {
  const pane = fc.record({ width: fc.integer({ min: 200, max: 1600 }), height: fc.integer({ min: 150, max: 1200 }) })
  fc.assert(
    fc.property(pane, fc.integer({ min: 3, max: 4 }), (size, longestRef) => {
      const layout = mapLayout(size, 7, 5, longestRef)
      const place = { likelihood: 3, impact: 2 }
      const slots = Array.from({ length: layout.capacity }, (_, at) => layout.slot(place, at))
      const { chip, cell } = layout
      for (const [at, one] of slots.entries()) {
        expect(one.x).toBeGreaterThan(layout.x(2))
        expect(one.x + chip.width).toBeLessThanOrEqual(layout.x(2) + cell.width)
        expect(one.y).toBeGreaterThan(layout.y(3))
        expect(one.y + chip.height).toBeLessThanOrEqual(layout.y(3) + cell.height + 1)
        for (const other of slots.slice(at + 1)) {
          const apart = other.x >= one.x + chip.width || other.x + chip.width <= one.x || other.y >= one.y + chip.height
          expect(apart).toBe(true)
        }
      }
    }),
  )
})

describe('appetite', () => {
  const grid = [
    ['VL', 'L', 'M'],
    ['L', 'M', 'H'],
  ] as const
  const scales = { grid: grid.map(row => [...row]) }
  test.each([
    ['VH', []],
    ['L', ['0 1 right', '0 1 top', '1 0 right']],
    ['VL', ['0 0 right', '0 0 top']],
  ] as const)('the line of %s', (appetite, expected) => {
    const edges = appetiteEdges(scales, appetite).map(
      ({ likelihood, impact, side }) => `${likelihood} ${impact} ${side}`,
    )
    expect(edges.toSorted()).toEqual(expected)
  })

  test('on a grid that rises it separates what is accepted from what is not, without a gap', () => {
    const beyond = appetiteEdges(icdScales, 'M')
    expect(beyond.filter(edge => edge.side === 'right').length).toBeGreaterThan(0)
    for (const { likelihood, impact, side } of beyond) {
      const across =
        side === 'top' ? icdScales.grid[likelihood + 1]?.[impact] : icdScales.grid[likelihood]?.[impact + 1]
      expect(['H', 'VH']).toContain(across)
    }
  })
})

describe('where an arrow meets a chip', () => {
  const chip = { x: 10, y: 10, width: 20, height: 10 }
  test.each([
    [
      { x: 20, y: 100 },
      { x: 20, y: 20 },
    ],
    [
      { x: 100, y: 15 },
      { x: 30, y: 15 },
    ],
    [
      { x: 0, y: 15 },
      { x: 10, y: 15 },
    ],
    [
      { x: 20, y: 15 },
      { x: 20, y: 15 },
    ],
  ])('from %j', (from, expected) => {
    expect(meets(from, chip)).toEqual(expected)
  })
})

test('an arrow begins and ends outside the ring and the chip, so that both are seen', () => {
  const chip = { x: 10, y: 10, width: 20, height: 10 }
  const ring = { x: 100, y: 15 }
  expect(arrowFrom(ring, chip)).toEqual({ from: { x: 94, y: 15 }, to: { x: 30, y: 15 }, ring })
  expect(arrowTo(chip, ring)).toEqual({ from: { x: 30, y: 15 }, to: { x: 94, y: 15 }, ring })
})

describe('the height of a percentage', () => {
  const layout = mapLayout({ width: 600, height: 400 }, icdScales.likelihoods.length, 5, 3)
  const height = (percent: number) => layout.yOf(percent, icdScales.likelihoods)

  test('the edge of a band is the edge of its row, and within it the scale is even', () => {
    expect(height(55)).toBe(layout.y(4) + layout.cell.height)
    expect(height(80)).toBe(layout.y(4))
    expect(height(67.5)).toBe(layout.y(4) + layout.cell.height / 2)
  })

  test('what lies over the last band or under the first is drawn at its edge', () => {
    expect(height(100)).toBe(layout.y(6))
    expect(height(0)).toBe(layout.y(0) + layout.cell.height)
  })

  test('a higher percentage is never lower', () => {
    const percent = fc.double({ min: 0, max: 100, noNaN: true })
    fc.assert(
      fc.property(percent, percent, (one, other) => {
        expect(height(Math.max(one, other))).toBeLessThanOrEqual(height(Math.min(one, other)))
      }),
    )
  })
})
