import fc from 'fast-check'
import { expect, test } from 'vitest'
import { approximateMatches, editDistance, similarity } from '../../../shared/rules/edit-distance.ts'

/** The textbook dynamic programme, as the judge. `free` lets the pattern begin anywhere. */
const textbook = (pattern: string, text: string, free: boolean): number[] => {
  let column = [...Array(pattern.length + 1).keys()]
  const last = [column[pattern.length] as number]
  for (let at = 0; at < text.length; at++) {
    const next = [free ? 0 : at + 1]
    for (let row = 1; row <= pattern.length; row++)
      next.push(
        Math.min(
          (column[row - 1] as number) + (pattern[row - 1] === text[at] ? 0 : 1),
          (column[row] as number) + 1,
          (next[row - 1] as number) + 1,
        ),
      )
    column = next
    last.push(column[pattern.length] as number)
  }
  return last
}

const few = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 90 })

test('the distance is that of the textbook, over one block and several', () => {
  fc.assert(
    fc.property(few, few, (left, right) => {
      expect(editDistance(left, right)).toBe(textbook(left, right, false).at(-1))
    }),
    { numRuns: 500 },
  )
})

test('the distance is a metric over any text', () => {
  const any = fc.string({ unit: 'binary', maxLength: 40 })
  fc.assert(
    fc.property(any, any, any, (a, b, c) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a))
      expect(editDistance(a, b) === 0).toBe(a === b)
      expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c))
    }),
  )
})

test('a match has the errors it says, and none that is better is left out', () => {
  const pattern = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 70 })
  fc.assert(
    fc.property(pattern, few, fc.nat(20), (wanted, text, limit) => {
      const matches = approximateMatches(wanted, text, 0, text.length, limit)
      for (const { start, end, errors } of matches) {
        expect(errors).toBeLessThanOrEqual(limit)
        expect(editDistance(wanted, text.slice(start, end))).toBe(errors)
      }
      const fewest = Math.min(...textbook(wanted, text, true).slice(1))
      if (fewest <= limit) expect(Math.min(...matches.map(match => match.errors))).toBe(fewest)
      else expect(matches).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test('only the stretch asked for is searched', () => {
  expect(approximateMatches('deal', 'deal or no deal', 1, 15, 0)).toEqual([{ start: 11, end: 15, errors: 0 }])
  expect(approximateMatches('deal', 'deal or no deal', 0, 4, 0)).toEqual([{ start: 0, end: 4, errors: 0 }])
  expect(approximateMatches('deal', 'deal or no deal', 5, 5, 0)).toEqual([])
})

test('similarity is 1 for equal texts, 0 for texts without anything in common', () => {
  expect(similarity('', '')).toBe(1)
  expect(similarity('same', 'same')).toBe(1)
  expect(similarity('abc', 'xyz')).toBe(0)
  expect(similarity('abcd', 'abcx')).toBe(0.75)
})

test('two long texts without anything in common are given up in bounded time, as wholly different', () => {
  expect(editDistance('a'.repeat(40_000), 'b'.repeat(50_000))).toBe(50_000)
})
