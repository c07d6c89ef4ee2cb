import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gridWidths } from '../../../../renderer/features/matrix/widths.ts'

const sizes = [fc.integer({ min: 500, max: 4000 }), fc.integer({ min: 1, max: 200 })] as const

test('columns fill the room exactly, or the last one in sight is no sliver', () => {
  fc.assert(
    fc.property(...sizes, (width, columns) => {
      const { name, position, column } = gridWidths(width, columns, false)
      const shown = (width - name - position) / column
      expect(column).toBeGreaterThanOrEqual(100)
      if (Math.abs(shown - columns) < 0.001) return
      expect(shown).toBeLessThan(columns)
      const part = shown - Math.floor(shown)
      expect(part >= 0.34 || (shown < 3 && part < 0.05)).toBe(true)
    }),
  )
})

test('five sources fit beside an open drawer in a window of 1280, and share a wide one with our position', () => {
  expect(gridWidths(794, 5, false).column * 5).toBeCloseTo(794 - 156 - 130)
  expect(gridWidths(1204, 5, false)).toMatchObject({ name: 250, position: 176 })
  expect(gridWidths(1844, 5, false)).toMatchObject({ name: 313, position: 258 })
  expect(gridWidths(1844, 60, false)).toMatchObject({ name: 250, position: 176 })
})

test('the titles of a map are level where there is room, and turned where there is not', () => {
  expect(gridWidths(794, 5, true).isLevel).toBe(true)
  expect(gridWidths(794, 60, true)).toMatchObject({ isLevel: false, column: 24 })
  fc.assert(fc.property(...sizes, (width, columns) => gridWidths(width, columns, true).column >= 24))
})
