import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numbersOf } from '../../../../renderer/parts/editor/references.ts'

test('each excerpt has one number, in the order of first citation', () => {
  expect(numbersOf([])).toEqual([])
  expect(numbersOf(['a', 'b', 'a', 'c', 'b'])).toEqual([1, 2, 1, 3, 2])
})

test('numbers are shared exactly by equal excerpts and leave no gap', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e')), cited => {
      const numbers = numbersOf(cited)
      for (const [i, one] of cited.entries())
        for (const [j, other] of cited.entries()) expect(numbers[i] === numbers[j]).toBe(one === other)
      expect([...new Set(numbers)]).toEqual([...new Set(cited)].map((_, index) => index + 1))
    }),
  )
})
