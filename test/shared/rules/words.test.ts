import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rulesMessages } from '../../../shared/messages/rules.ts'
import { tradecraftMessages } from '../../../shared/messages/tradecraft.ts'
import type { StatedValue, TypedValue } from '../../../shared/model/typed-value.ts'
import { clipped, type SentenceKey, sentence } from '../../../shared/rules/sentence.ts'
import { claimWords, moneyWords, partialDateWords, valueWords, wordsBehind } from '../../../shared/rules/words.ts'
import { day } from '../../support/records.ts'

const stated = (value: TypedValue | null, more: Partial<StatedValue> = {}): StatedValue => ({
  raw: '',
  value,
  basis: '',
  qualifier: 'exactly',
  condition: '',
  ...more,
})

test.each([
  ['2025-03-11', '11 Mar 2025'],
  ['2025-03-01', '1 Mar 2025'],
  ['2025-03', 'Mar 2025'],
  ['2025', '2025'],
  ['2025-02~', 'about Feb 2025'],
  ['2025~', 'about 2025'],
])('the date %s is "%s"', (date, words) => {
  expect(partialDateWords(day(date))).toBe(words)
})

test.each<[number, number, string, string]>([
  [500e9, 500e9, 'USD', 'US$ 500 billion'],
  [350e9, 500e9, 'USD', 'US$ 350–500 billion'],
  [900e6, 1.2e9, 'EUR', '€ 900 million – 1.2 billion'],
  [1.25e6, 1.25e6, 'GBP', '£ 1.25 million'],
  [1_234_567, 1_234_567, 'USD', 'US$ 1,234,567'],
  [1_234_567_890_123, 1_234_567_890_123, 'USD', 'US$ 1,234,567,890,123'],
  [2e12, 2e12, 'CHF', 'CHF 2 trillion'],
  [0, 0, 'USD', 'US$ 0'],
  [-5e6, -5e6, 'USD', 'US$ -5 million'],
  [999.5, 999.5, 'USD', 'US$ 999.5'],
])('%s to %s %s is "%s"', (low, high, currency, words) => {
  expect(moneyWords(low, high, currency)).toBe(words)
})

test('different amounts never have the same words', () => {
  const amount = fc.integer({ min: -1e13, max: 1e13 })
  fc.assert(
    fc.property(amount, amount, (one, other) => {
      expect(moneyWords(one, one, 'USD') === moneyWords(other, other, 'USD')).toBe(one === other)
    }),
  )
})

test.each<[StatedValue, string]>([
  [stated({ type: 'percent', low: 50, high: 50 }, { basis: 'new licence revenue' }), '50 % of new licence revenue'],
  [stated({ type: 'percent', low: 50, high: 50 }, { basis: 'of future revenue' }), '50 % of future revenue'],
  [stated({ type: 'percent', low: 40, high: 50 }, { qualifier: 'about' }), 'about 40–50 %'],
  [
    stated({ type: 'money', low: 5e11, high: 5e11, currency: 'USD' }, { basis: 'minerals' }),
    'US$ 500 billion (minerals)',
  ],
  [stated({ type: 'duration', low: 30, high: 30, unit: 'day' }, { qualifier: 'at least' }), 'at least 30 days'],
  [stated({ type: 'duration', low: 1, high: 1, unit: 'month' }), '1 month'],
  [
    stated({ type: 'duration', low: 30, high: 30, unit: 'day' }, { condition: 'if Russia agrees' }),
    '30 days, if Russia agrees',
  ],
  [stated({ type: 'quantity', low: 1000, high: 1000, unit: 'tonnes' }, { qualifier: 'up to' }), 'up to 1,000 tonnes'],
  [stated({ type: 'quantity', low: 3, high: 3, unit: '' }), '3'],
  [stated({ type: 'date', date: day('2025-03') }), 'Mar 2025'],
  [stated({ type: 'date', date: day('2025-03') }, { qualifier: 'up to' }), 'by Mar 2025'],
  [stated({ type: 'date', date: day('2025-03') }, { qualifier: 'at least' }), 'not before Mar 2025'],
  [stated({ type: 'date', date: day('2025-03~') }, { qualifier: 'about' }), 'about Mar 2025'],
  [stated({ type: 'boolean', holds: true }), 'yes'],
  [stated({ type: 'boolean', holds: false }), 'no'],
  [stated({ type: 'one-of', option: 'joint' }), 'joint'],
  [stated({ type: 'many-of', options: ['lithium', 'titanium'] }), 'lithium, titanium'],
  [stated({ type: 'text', text: 'a  step\nforward' }), 'a step forward'],
  [stated(null, { raw: 'half or so' }), 'half or so'],
  [stated(null), ''],
])('%j reads "%s"', (value, words) => {
  expect(valueWords(value)).toBe(words)
})

test.each([
  ['half of the revenues', 'half of the revenues'],
  ['  half of  the revenues\n', 'half of the revenues'],
  ['50 percent', ''],
  ['50% of the revenues.', ''],
  ['about 50 per cent', 'about 50 per cent'],
  ['', ''],
])('behind 50 % of revenues the words "%s" are shown as "%s"', (raw, words) => {
  const half = { type: 'percent', low: 50, high: 50 } as const
  expect(wordsBehind(stated(half, { raw, basis: 'the revenues' }))).toBe(words)
})

test('behind words without a typed value stand no others', () =>
  expect(wordsBehind(stated(null, { raw: 'half' }))).toBe(''))

test.each([
  [{ polarity: 'silent' }, 'silent'],
  [{ polarity: 'no-value' }, 'no value given'],
  [{ polarity: 'denies' }, 'denied'],
  [{ polarity: 'denies', value: { type: 'percent', low: 50, high: 50 } }, 'denied: 50 %'],
  [{ polarity: 'asserts' }, 'asserted, without a value'],
  [{ polarity: 'asserts', raw: 'half' }, 'half'],
] as [Parameters<typeof claimWords>[0], string][])('the claim %j reads "%s"', (more, words) => {
  expect(claimWords({ ...stated(null), ...more })).toBe(words)
})

describe('sentences', () => {
  test('every message uses only plain arguments, and says what is missing when one is', () => {
    for (const [key, message] of Object.entries({ ...rulesMessages, ...tradecraftMessages })) {
      expect(message.replace(/\{\w+\}/g, '')).not.toMatch(/[{}]/)
      const names = [...message.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
      const filled = sentence(key as SentenceKey, Object.fromEntries(names.map(name => [name, `<${name}>`])))
      for (const name of names) expect(filled).toContain(`<${name}>`)
      if (names[0]) expect(() => sentence(key as SentenceKey)).toThrow(names[0])
    }
  })

  test('a clipped text is never longer than asked, never splits a pair, and keeps what fits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 2, max: 40 }), (text, length) => {
        const flat = text.replace(/\s+/g, ' ').trim()
        const cut = clipped(text, length)
        expect(cut.length).toBeLessThanOrEqual(length)
        expect(cut).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/)
        if (flat.length <= length) expect(cut).toBe(flat)
        else expect(flat.startsWith(cut.slice(0, -1))).toBe(true)
      }),
    )
    expect(clipped('one two three four', 12)).toBe('one two…')
  })
})
