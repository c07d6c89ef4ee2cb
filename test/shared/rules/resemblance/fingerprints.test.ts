import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFingerprintIndex } from '../../../../shared/rules/resemblance/fingerprint-index.ts'
import { fingerprintsOf, surelyFound } from '../../../../shared/rules/resemblance/fingerprints.ts'
import { wordsOf } from '../../../../shared/rules/resemblance/words.ts'
import { blocksOf } from '../../../support/records.ts'

const of = (words: readonly number[], quote = false) => {
  const text = words.map(word => `w${word}`).join(' ')
  return fingerprintsOf(
    wordsOf(quote ? `“${text}”` : text, blocksOf(text.length === 0 ? '' : quote ? `“${text}”` : text)),
  )
}
const some = (from: number, length: number) =>
  fc.array(fc.integer({ min: from, max: from + 999 }), { minLength: length, maxLength: length + 40 })

test(`${surelyFound} words in common are a fingerprint in common, whatever stands around them`, () => {
  fc.assert(
    fc.property(
      some(0, surelyFound),
      some(1000, 0),
      some(2000, 0),
      some(3000, 0),
      some(4000, 0),
      (passage, a, b, c, d) => {
        const [one, other] = [of([...a, ...passage, ...b]), of([...c, ...passage, ...d])]
        expect([...one.own].some(fingerprint => other.own.includes(fingerprint))).toBe(true)
      },
    ),
  )
})

test('texts without a word in common have no fingerprint in common, and one is kept in about seven', () => {
  const words = Array.from({ length: 2000 }, (_, word) => word)
  const [one, other] = [of(words), of(words.map(word => word + 5000))]
  expect([...one.own].filter(fingerprint => other.own.includes(fingerprint))).toEqual([])
  expect(2000 / one.own.length).toBeGreaterThan(5)
  expect(2000 / one.own.length).toBeLessThan(8)
})

test('what is quoted is kept apart', () => {
  const words = Array.from({ length: 60 }, (_, word) => word)
  const [plain, quoted] = [of(words), of(words, true)]
  expect(quoted.own).toHaveLength(0)
  expect([...quoted.quoted]).toEqual([...plain.own])
})

test('the index finds every document of a fingerprint, and only those', () => {
  fc.assert(
    fc.property(
      fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 50 }), { maxLength: 20 }), { maxLength: 120 }),
      all => {
        const index = createFingerprintIndex()
        for (const [document, fingerprints] of all.entries()) index.add(document, Uint32Array.from(fingerprints))
        for (let fingerprint = 0; fingerprint <= 50; fingerprint++) {
          const found: number[] = []
          index.each(fingerprint, document => found.push(document))
          const expected = [...all.keys()].filter(document => all[document]?.includes(fingerprint))
          expect(found.toSorted((a, b) => a - b)).toEqual(expected)
        }
      },
    ),
  )
})
