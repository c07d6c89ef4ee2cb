import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  layoutOf,
  nextZoom,
  pageAt,
  pagesBetween,
  placeAt,
  topOf,
  zooms,
} from '../../../../../renderer/features/reader/pages/page-layout.ts'

const size = fc.record({ width: fc.integer({ min: 50, max: 2000 }), height: fc.integer({ min: 50, max: 2000 }) })
const layout = fc
  .tuple(fc.array(size, { minLength: 1, maxLength: 40 }), fc.double({ min: 0.1, max: 4, noNaN: true }))
  .map(([sizes, scale]) => layoutOf(sizes, scale))

describe('pages one below the other', () => {
  test('a place is found again at its height, whatever the scale', () => {
    fc.assert(
      fc.property(layout, fc.nat(), fc.double({ min: 0, max: 0.999, noNaN: true }), (pages, which, share) => {
        const page = which % pages.sizes.length
        const y = (pages.sizes[page]?.height ?? 0) * share
        const found = placeAt(pages, topOf(pages, { page, y }))
        expect(found.page).toBe(page)
        expect(found.y).toBeCloseTo(y, 6)
      }),
    )
  })

  test('what lies between two heights has the pages of both and those between', () => {
    fc.assert(
      fc.property(layout, fc.nat(20_000), fc.nat(3_000), (pages, top, height) => {
        const { from, to } = pagesBetween(pages, top, top + height)
        expect(from).toBeGreaterThanOrEqual(0)
        expect(to).toBeLessThanOrEqual(pages.sizes.length)
        expect(to).toBeGreaterThan(from)
        expect(from).toBe(pageAt(pages, top))
      }),
    )
  })

  test('steps of the scale go on until the last, and come back', () => {
    expect(zooms.slice(0, -1).map(one => nextZoom(one, 1))).toEqual(zooms.slice(1))
    expect(zooms.slice(1).map(one => nextZoom(one, -1))).toEqual(zooms.slice(0, -1))
    expect(nextZoom(7, 1)).toBe(3)
    expect(nextZoom(0.73, 1)).toBe(0.8)
  })
})
