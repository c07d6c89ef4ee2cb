import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstNotPassed } from '../../../../renderer/features/reader/halving.ts'

test('Halving finds what looking at each in turn finds, and looks at few', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 })), fc.integer({ min: -1, max: 51 }), (numbers, most) => {
      const ordered = numbers.toSorted((one, other) => one - other)
      let looks = 0
      const found = firstNotPassed(ordered, one => {
        looks += 1
        return one < most
      })
      const first = ordered.findIndex(one => one >= most)
      expect(found).toBe(first === -1 ? ordered.length : first)
      expect(looks).toBeLessThanOrEqual(Math.ceil(Math.log2(ordered.length + 1)))
    }),
  )
})
