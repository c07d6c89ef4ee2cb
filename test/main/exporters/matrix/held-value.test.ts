import fc from 'fast-check'
import { expect, test } from 'vitest'
import { heldValues } from '../../../../main/exporters/matrix/held-value.ts'
import { shownNumber } from '../../../../renderer/importers/office/number-format.ts'
import type { TypedValue } from '../../../../shared/model/typed-value.ts'
import { valueWords } from '../../../../shared/rules/words.ts'
import { day } from '../../../support/records.ts'

const stated = (value: TypedValue, more = {}) => ({
  raw: '',
  value,
  basis: '',
  qualifier: 'exactly' as const,
  condition: '',
  ...more,
})
const money = (low: number, high = low): TypedValue => ({ type: 'money', low, high, currency: 'USD' })
const percent = (low: number, high = low): TypedValue => ({ type: 'percent', low, high })

test.each([
  [percent(50), {}, ' [signed] !', { number: 0.5, format: '0 %" [signed] !"' }],
  [
    percent(12.5),
    { qualifier: 'at least', basis: 'licence "A"' },
    '',
    { number: 0.125, format: '"at least "0.0 %" of licence "\\""A"\\"""' },
  ],
  [money(350e9), {}, '', { number: 350e9, format: '"US$ "0,,," billion"' }],
  [money(1_500_000), {}, ' *', { number: 1_500_000, format: '"US$ "0.0,," million *"' }],
  [money(1250), {}, '', { number: 1250, format: '"US$ "#,##0' }],
  [{ type: 'duration', low: 30, high: 30, unit: 'day' }, {}, '', { number: 30, format: '0" days"' }],
  [{ type: 'date', date: day('2025-03-11') }, {}, '', { day: '2025-03-11' }],
  [{ type: 'date', date: day('2025-03') }, {}, '', undefined],
  [{ type: 'date', date: day('2025-03-11~') }, {}, '', undefined],
  [{ type: 'date', date: day('2025-03-11') }, { qualifier: 'up to' }, '', undefined],
  [percent(3, 5), {}, '', undefined],
  [money(-5), {}, '', undefined],
  [{ type: 'boolean', holds: true }, {}, '', undefined],
] as [TypedValue, object, string, unknown][])('%j with %j and “%s” is held as %j', (value, more, signs, held) => {
  expect(heldValues()(valueWords(stated(value, more)) + signs, value, 100)).toEqual(held)
})

test('a cell shows exactly the words that it tells', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.integer({ min: 0, max: 100_000 }).map(number => percent(number / 1000)),
        fc.integer({ min: 0, max: 2_000_000 }).map(number => money(number * 1000)),
        fc.integer({ min: 0, max: 999_999 }).map(number => money(number)),
        fc.nat(4000).map((low): TypedValue => ({ type: 'quantity', low, high: low, unit: 'tonnes' })),
      ),
      fc.constantFrom('exactly', 'at least', 'up to', 'about'),
      fc.constantFrom('', 'new licences', '5 fields', 'a "fund"'),
      fc.constantFrom('', ' [signed]', ' 3/2 !'),
      (value, qualifier, basis, signs) => {
        const words = valueWords(stated(value, { qualifier, basis })) + signs
        const held = heldValues()(words, value, 200)
        if (held && 'number' in held) expect(shownNumber(held.number, held.format)).toBe(words)
        else expect(held).toBeUndefined()
      },
    ),
  )
})

test('words longer than the cell, and more formats than a workbook keeps, stay words', () => {
  const held = heldValues()
  expect(held('50 % of a long basis', percent(50), 10)).toBeUndefined()
  for (let number = 0; number < 150; number += 1) held(`50 % of ${number} things`, percent(50), 100)
  expect(held('50 % of it all', percent(50), 100)).toBeUndefined()
  expect(held('50 % of 7 things', percent(50), 100)).toBeDefined()
})
