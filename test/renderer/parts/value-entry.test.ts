import { describe, expect, test } from 'vitest'
import { entryWords, readEntry, typeRead } from '../../../renderer/parts/value-entry.ts'
import type { Term } from '../../../shared/model/term.ts'
import { readSelection } from '../../../shared/rules/selection.ts'

const asking = (valueType: Term['valueType'], units: string[] = []) => ({ valueType, units, bases: [], options: [] })

describe('words typed as a value', () => {
  test.each([
    ['50', asking('percent'), { type: 'percent', low: 50, high: 50 }, 'exactly'],
    ['about 40 %', asking('percent'), { type: 'percent', low: 40, high: 40 }, 'about'],
    ['at least 30 days', asking('duration'), { type: 'duration', low: 30, high: 30, unit: 'day' }, 'at least'],
    ['US$ 500 billion', asking('money'), { type: 'money', low: 5e11, high: 5e11, currency: 'USD' }, 'exactly'],
    ['12', asking('quantity', ['tonnes']), { type: 'quantity', low: 12, high: 12, unit: 'tonnes' }, 'exactly'],
    ['2025-03', asking('date'), { type: 'date', date: '2025-03' }, 'exactly'],
  ])('“%s” is read as the term asks', (words, term, value, qualifier) => {
    const read = readEntry(words, term)
    expect(read.value).toEqual(value)
    expect(read.qualifier).toBe(qualifier)
  })

  test('words of another type are kept as words alone', () => {
    expect(readEntry('quite a lot', asking('percent'))).toMatchObject({ raw: 'quite a lot', value: null })
    expect(readEntry('2025-13', asking('date')).value).toBeNull()
  })

  test('what a field shows is read back as the same value', () => {
    for (const [words, type] of [
      ['up to 25 %', 'percent'],
      ['US$ 10 million', 'money'],
      ['three weeks', 'duration'],
    ] as const) {
      const read = readEntry(words, asking(type))
      const again = readEntry(entryWords(read), asking(type))
      expect(read.value).not.toBeNull()
      expect([again.value, again.qualifier]).toEqual([read.value, read.qualifier])
    }
  })

  test('the type of the first figure proposes terms', () => {
    expect(typeRead(readSelection('half of it, or 50 % of revenue', ''))).toBe('percent')
    expect(typeRead(readSelection('no figure at all', ''))).toBeNull()
  })
})
