import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type GridPress, isTyped, placeAfter } from '../../../renderer/parts/grid-keys.ts'

const press = (keys: string): GridPress => {
  const parts = keys.split('+')
  return {
    key: parts.at(-1) ?? '',
    ctrlKey: parts.includes('Control'),
    metaKey: parts.includes('Meta'),
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
  }
}

const bounds = { lines: 40, lastColumn: 6, page: 10 }

describe('the keyboard of the grid', () => {
  test.each([
    ['ArrowDown', 6, 3],
    ['ArrowUp', 4, 3],
    ['ArrowRight', 5, 4],
    ['ArrowLeft', 5, 2],
    ['PageDown', 15, 3],
    ['PageUp', 0, 3],
    ['Home', 5, 0],
    ['End', 5, 6],
    ['Control+Home', 0, 0],
    ['Control+End', 39, 6],
    ['Meta+End', 39, 6],
    ['Control+ArrowDown', 39, 3],
    ['Control+ArrowUp', 0, 3],
    ['Control+ArrowRight', 5, 6],
    ['Control+ArrowLeft', 5, 0],
  ])('%s', (keys, line, column) => {
    expect(placeAfter(press(keys), { line: 5, column: 3 }, bounds)).toEqual({ line, column })
  })

  test.each(['Enter', 'Escape', 'a', 'Alt+ArrowUp', 'Alt+ArrowDown', 'Tab'])('%s does not move', keys => {
    expect(placeAfter(press(keys), { line: 5, column: 3 }, bounds)).toBeNull()
  })

  test.each([
    ['5', true],
    ['é', true],
    ['😀', true],
    ['-', true],
    [' ', false],
    ['?', false],
    ['Enter', false],
    ['Control+c', false],
    ['Alt+s', false],
    ['Meta+v', false],
  ])('%s types: %s', (keys, typed) => {
    expect(isTyped(press(keys))).toBe(typed)
  })

  test('no key leaves the grid', () => {
    const keys = ['ArrowDown', 'ArrowUp', 'ArrowRight', 'ArrowLeft', 'PageDown', 'PageUp', 'Home', 'End']
    const presses = fc.array(fc.constantFrom(...keys, ...keys.map(key => `Control+${key}`)), { maxLength: 40 })
    const sizes = fc.record({ lines: fc.integer({ min: 1, max: 50 }), lastColumn: fc.integer({ min: 0, max: 20 }) })
    fc.assert(
      fc.property(presses, sizes, (pressed, { lines, lastColumn }) => {
        let place = { line: 0, column: 0 }
        for (const keys of pressed) {
          place = placeAfter(press(keys), place, { lines, lastColumn, page: 7 }) ?? place
          expect(place.line).toBeGreaterThanOrEqual(0)
          expect(place.line).toBeLessThan(lines)
          expect(place.column).toBeGreaterThanOrEqual(0)
          expect(place.column).toBeLessThanOrEqual(lastColumn)
        }
      }),
    )
  })
})
