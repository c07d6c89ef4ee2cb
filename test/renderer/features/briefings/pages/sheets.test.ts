import { expect, test } from 'vitest'
import { sheetAt } from '../../../../../renderer/features/briefings/pages/sheets.ts'

test('a place lies on the sheet whose step it falls into, half a pixel being rounding', () => {
  expect(sheetAt(0, 100)).toBe(0)
  expect(sheetAt(99, 100)).toBe(0)
  expect(sheetAt(99.6, 100)).toBe(1)
  expect(sheetAt(250, 100)).toBe(2)
  expect(sheetAt(-0.4, 100)).toBe(0)
})
