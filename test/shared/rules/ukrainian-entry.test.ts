import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entryWords, readEntry } from '../../../renderer/parts/value-entry.ts'
import { speak } from '../../../shared/language.ts'
import type { Term } from '../../../shared/model/term.ts'
import type { Qualifier, StatedValue, TypedValue } from '../../../shared/model/typed-value.ts'
import { readPartialDate } from '../../../shared/rules/read-date.ts'
import { parseValue } from '../../../shared/rules/typed-entry.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { ukrainian } from '../../../shared/translations/ukrainian.ts'

const asking = (valueType: Term['valueType']) => ({ valueType, units: [], bases: [], options: [] })
const stated = (value: TypedValue, qualifier: Qualifier): StatedValue => ({
  raw: '',
  value,
  basis: '',
  qualifier,
  condition: '',
})

beforeAll(() => speak({ language: 'uk', locale: 'uk-UA', words: ukrainian }))
afterAll(() => speak({ language: 'en', locale: 'en-GB', words: {} }))

describe('words typed in Ukrainian', () => {
  test.each([
    ['щонайменше 50 %', 'percent', { type: 'percent', low: 50, high: 50 }, 'at least'],
    ['12,5 %', 'percent', { type: 'percent', low: 12.5, high: 12.5 }, 'exactly'],
    ['не більше ніж 20 відсотків', 'percent', { type: 'percent', low: 20, high: 20 }, 'up to'],
    ['12,375 %', 'percent', { type: 'percent', low: 12.375, high: 12.375 }, 'exactly'],
    ['US$1,250', 'money', { type: 'money', low: 1250, high: 1250, currency: 'USD' }, 'exactly'],
    ['1 250,5 грн', 'money', { type: 'money', low: 1250.5, high: 1250.5, currency: 'UAH' }, 'exactly'],
    ['від 40 до 60 %', 'percent', { type: 'percent', low: 40, high: 60 }, 'exactly'],
    ['350 млрд дол. США', 'money', { type: 'money', low: 3.5e11, high: 3.5e11, currency: 'USD' }, 'exactly'],
    ['близько 1,5 мільйона євро', 'money', { type: 'money', low: 1.5e6, high: 1.5e6, currency: 'EUR' }, 'about'],
    ['100 тис. грн', 'money', { type: 'money', low: 1e5, high: 1e5, currency: 'UAH' }, 'exactly'],
    ['до 5 років', 'duration', { type: 'duration', low: 5, high: 5, unit: 'year' }, 'up to'],
    ['між 3 і 5 роками', 'duration', { type: 'duration', low: 3, high: 5, unit: 'year' }, 'exactly'],
    ['30 днів', 'duration', { type: 'duration', low: 30, high: 30, unit: 'day' }, 'exactly'],
    ['11 березня 2025 року', 'date', { type: 'date', date: '2025-03-11' }, 'exactly'],
    ['не пізніше ніж 1 травня 2025', 'date', { type: 'date', date: '2025-05-01' }, 'up to'],
    ['так', 'boolean', { type: 'boolean', holds: true }, 'exactly'],
    ['ні, лише після ратифікації', 'boolean', { type: 'boolean', holds: false }, 'exactly'],
    ['наскільки можливо', 'boolean', null, 'exactly'],
  ] as const)('“%s” is read as %s', (words, type, value, qualifier) => {
    const read = parseValue(words, asking(type))
    expect(read?.value ?? null).toEqual(value)
    expect(read?.qualifier ?? 'exactly').toBe(qualifier)
    if (read) expect(read.raw).toBe(words)
  })

  test.each([
    ['березень 2025', '2025-03'],
    ['11 берез. 2025', null],
    ['11 бер. 2025 р.', '2025-03-11'],
    ['приблизно лютий 2025', '2025-02~'],
    ['31 лютого 2025', null],
    ['скоро', null],
  ])('a field of a date reads “%s” as %s', (words, date) => expect(readPartialDate(words)).toBe(date))
})

const amounts = fc.oneof(
  fc.integer({ min: 1, max: 5_000 }),
  fc.integer({ min: 1, max: 5_000 }).map(n => n / 4),
)
const figure = fc.oneof(
  fc.integer({ min: 1, max: 400 }).map((n): TypedValue => ({ type: 'percent', low: n / 4, high: n / 4 })),
  fc
    .tuple(amounts, fc.constantFrom(1, 1e6, 1e9), fc.constantFrom('USD', 'EUR', 'GBP', 'UAH'))
    .map(([low, scale, currency]): TypedValue => ({ type: 'money', low: low * scale, high: low * scale, currency })),
  fc
    .tuple(fc.integer({ min: 1, max: 400 }), fc.constantFrom('hour', 'day', 'week', 'month', 'year'))
    .map(([low, unit]): TypedValue => ({ type: 'duration', low, high: low, unit: unit as 'day' })),
)

test('what a field shows in Ukrainian of a value is read back as that value', () => {
  fc.assert(
    fc.property(figure, fc.constantFrom<Qualifier>('exactly', 'about', 'at least', 'up to'), (value, qualifier) => {
      const words = entryWords(stated(value, qualifier))
      const read = readEntry(words, asking(value.type))
      expect([words, read.value, read.qualifier]).toEqual([words, value, qualifier])
    }),
  )
})

test('the words of a date in Ukrainian are read back as that date', () => {
  for (const month of ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'])
    for (const date of [`2025-${month}`, `2025-${month}-11`, `2025-${month}-11~`] as const)
      expect([partialDateWords(date as never), readPartialDate(partialDateWords(date as never))]).toEqual([
        partialDateWords(date as never),
        date,
      ])
})
