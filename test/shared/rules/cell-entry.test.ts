import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { valueType } from '../../../shared/model/typed-value.ts'
import { longestEntry, readCell } from '../../../shared/rules/cell-entry.ts'
import { claimWords } from '../../../shared/rules/words.ts'
import { termWith } from '../../support/records.ts'

const share = termWith(1, { valueType: 'percent', bases: ['new licence revenue'] })
const signed = termWith(2, { valueType: 'boolean' })
const sum = termWith(3, { valueType: 'money' })
const day = termWith(4, { valueType: 'date' })

const wordsOf = (words: string, term: typeof share) => {
  const entry = readCell(words, term)
  return entry === null ? null : claimWords({ ...entry.stated, polarity: entry.polarity })
}

describe('words in a cell', () => {
  test.each([
    ['-', 'silent'],
    ['–', 'silent'],
    ['Silent', 'silent'],
    ['says nothing', 'silent'],
    ['n/a', 'no-value'],
    ['no value given', 'no-value'],
    ['!', 'denies'],
    ['denied', 'denies'],
    ['Denies', 'denies'],
  ])('%s stands for a claim that is %s, without a value', (words, polarity) => {
    expect(readCell(words, share)).toMatchObject({ polarity, stated: { raw: '', value: null }, isRead: true })
  })

  test.each([
    ['at least 50 % of new licence revenue', share, 'at least 50 % of new licence revenue'],
    ['50', share, '50 %'],
    ['!50 %', share, 'denied: 50 %'],
    ['denied: 50 %', share, 'denied: 50 %'],
    ['no', signed, 'no'],
    ['US$350bn', sum, 'US$ 350 billion'],
    ['  March\n2025 ', day, 'Mar 2025'],
  ])('%s is read by the type of the term', (words, term, expected) => {
    expect(wordsOf(words, term)).toBe(expected)
    expect(readCell(words, term)?.isRead).toBe(true)
  })

  test('what is not of the type is kept as words', () => {
    expect(readCell('most of it', share)).toEqual({
      polarity: 'asserts',
      stated: { raw: 'most of it', value: null, basis: '', qualifier: 'exactly', condition: '' },
      isRead: false,
    })
    expect(readCell('-5 %', share)).toMatchObject({ isRead: false, stated: { raw: '-5 %' } })
    expect(readCell('deniedness', share)).toMatchObject({ polarity: 'asserts', stated: { raw: 'deniedness' } })
  })

  test('no words, and more than a claim holds, are no entry', () => {
    expect(readCell(' \n', share)).toBeNull()
    expect(readCell('x'.repeat(longestEntry + 1), share)).toBeNull()
  })

  test('no words are lost: what is not read stands in the claim', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.constantFrom(...valueType.options), (words, type) => {
        const entry = readCell(words, termWith(1, { valueType: type }))
        if (entry === null) expect(words.trim()).toBe('')
        else if (entry.stated.raw === '') expect(['silent', 'no-value', 'denies']).toContain(entry.polarity)
        else expect(words.trim().replace(/\s+/g, ' ')).toContain(entry.stated.raw)
      }),
    )
  })

  test('the words of a claim without figures are read back as the same claim', () => {
    for (const polarity of ['silent', 'no-value', 'denies'] as const) {
      const words = claimWords({ raw: '', value: null, basis: '', qualifier: 'exactly', condition: '', polarity })
      expect(readCell(words, share)?.polarity).toBe(polarity)
    }
  })
})
