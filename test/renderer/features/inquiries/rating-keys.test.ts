import { describe, expect, test } from 'vitest'
import { digitOf, ratingTyped } from '../../../../renderer/features/inquiries/rating-keys.ts'
import { consistency } from '../../../../shared/model/hypothesis.ts'

/** What a cell holds after these were typed into it one after the other. */
const ratingAfter = (keys: string): string | null => {
  let [words, held]: [string, string | null] = ['', null]
  for (const key of keys) {
    const known = ratingTyped(key, words)
    if (known) [words, held] = [known.typed, known.rating]
  }
  return held
}

describe('ratings by letters', () => {
  test.each([
    ['c', 'consistent'],
    ['cc', 'very consistent'],
    ['CC', 'very consistent'],
    ['i', 'inconsistent'],
    ['II', 'very inconsistent'],
    ['n', 'neutral'],
    ['NA', 'not applicable'],
    ['ccc', 'consistent'],
    ['ci', 'inconsistent'],
    ['nc', 'consistent'],
    ['iii', 'inconsistent'],
  ])('%s', (keys, rating) => {
    expect(ratingAfter(keys)).toBe(rating)
  })

  test('every rating has a digit, and means it after anything else', () => {
    for (const rating of consistency.options)
      for (const before of ['', 'c', 'n', '1']) expect(ratingAfter(before + digitOf[rating])).toBe(rating)
  })

  test('other signs mean nothing', () => {
    for (const key of ['a', 'x', '6', '?', 'Enter', 'constructor']) expect(ratingTyped(key, '')).toBeNull()
  })
})
