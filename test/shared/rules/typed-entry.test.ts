import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { statedValue, type ValueType } from '../../../shared/model/typed-value.ts'
import { parseValue } from '../../../shared/rules/typed-entry.ts'
import { valueWords } from '../../../shared/rules/words.ts'
import { termWith } from '../../support/records.ts'

type Entry = [
  typed: string,
  valueType: ValueType,
  words: string | null,
  term?: Partial<Parameters<typeof termWith>[1] & object>,
]
const entries: Entry[] = [
  ['50', 'percent', '50 %'],
  ['50%', 'percent', '50 %'],
  ['at least 50 % of new licence revenue', 'percent', 'at least 50 % of new licence revenue'],
  ['40-60', 'percent', '40–60 %'],
  ['about 12.5 percent, if parliament agrees', 'percent', 'about 12.5 %, if parliament agrees'],
  ['150', 'percent', null],
  ['half', 'percent', '50 %'],
  ['US$350bn', 'money', 'US$ 350 billion'],
  ['$10 million a year', 'money', 'US$ 10 million (per year)'],
  ['USD500m', 'money', 'US$ 500 million'],
  ['up to €2.5 million', 'money', 'up to € 2.5 million'],
  ['500', 'money', null],
  ['500', 'money', 'US$ 500', { units: ['USD'] }],
  ['between 3 and 5 years', 'duration', '3–5 years'],
  ['30 days', 'duration', '30 days'],
  ['30', 'duration', null],
  ['30', 'duration', '30 days', { units: ['day'] }],
  ['1 month', 'duration', '1 month'],
  ['40 tonnes', 'quantity', '40 tonnes'],
  ['40', 'quantity', '40 tonnes', { units: ['tonnes'] }],
  ['2025-03-11', 'date', '11 Mar 2025'],
  ['2025-03~', 'date', 'about Mar 2025'],
  ['11 March 2025', 'date', '11 Mar 2025'],
  ['about February 2025', 'date', 'about Feb 2025'],
  ['2025', 'date', '2025'],
  ['by 30 April 2025', 'date', 'by 30 Apr 2025'],
  ['05.01.2025', 'date', null],
  ['31 February 2025', 'date', null],
  ['yes', 'boolean', 'yes'],
  ['No', 'boolean', 'no'],
  ['no, if parliament votes against', 'boolean', 'no'],
  ['maybe', 'boolean', null],
  ['yes but', 'boolean', null],
  ['joint', 'one-of', 'Jointly managed', { options: ['Jointly managed', 'United States alone'] }],
  ['ukraine', 'one-of', null, { options: ['Jointly managed', 'United States alone'] }],
  [
    'lithium, titan and graphite',
    'many-of',
    'Lithium, Titanium, Graphite',
    { options: ['Lithium', 'Titanium', 'Graphite'] },
  ],
  ['lithium, gold', 'many-of', null, { options: ['Lithium', 'Titanium', 'Graphite'] }],
  ['lithium; gold', 'many-of', 'lithium, gold'],
  ['a step forward', 'text', 'a step forward'],
  ['Article 3 applies.', 'clause', 'Article 3 applies.'],
  ['50 % or more of new licence revenue', 'percent', 'at least 50 % of new licence revenue'],
  ['50%+', 'percent', 'at least 50 %'],
  ['50pct', 'percent', '50 %'],
  ['50% minimum', 'percent', 'at least 50 %'],
  ['not more than 50 %', 'percent', 'up to 50 %'],
  ['not less than 50 %', 'percent', 'at least 50 %'],
  ['from 40 to 60 %', 'percent', '40–60 %'],
  ['from 40 %', 'percent', 'at least 40 %'],
  ['exactly 50 %', 'percent', '50 %'],
  ['half of new licence revenue', 'percent', '50 % of new licence revenue'],
  ['less than half', 'percent', 'up to 50 %'],
  ['three quarters of profits', 'percent', '75 % of profits'],
  ['12,5 %', 'percent', '12.5 %'],
  ['none', 'percent', '0 %'],
  ['50 % (of new licences)', 'percent', '50 % of new licences'],
  ['two thirds', 'percent', null],
  ['a third of revenue', 'percent', null],
  ['5 percentage points', 'percent', null],
  ['50/50', 'percent', null],
  ['all of it', 'percent', null],
  ['50 or 60 %', 'percent', null],
  ['at least 50 % at most', 'percent', null],
  ['350bn USD', 'money', 'US$ 350 billion'],
  ['350 €', 'money', '€ 350'],
  ['2,5 Mio. €', 'money', '€ 2.5 million'],
  ['€2.5m p.a.', 'money', '€ 2.5 million (per year)'],
  ['€2.5m/year', 'money', '€ 2.5 million (per year)'],
  ['between $350bn and $500bn', 'money', 'US$ 350–500 billion'],
  ['from $350 to $500 billion', 'money', 'US$ 350–500 billion'],
  ['half a billion dollars', 'money', 'US$ 500 million'],
  ['$500 billion worth of minerals', 'money', 'US$ 500 billion (minerals)'],
  ['¥5bn', 'money', null],
  ['350bn', 'money', null],
  ['350bn', 'money', 'US$ 350 billion', { units: ['USD'] }],
  ['350 billion', 'money', 'US$ 350 billion', { units: ['USD'] }],
  ['3–5 yrs', 'duration', '3–5 years'],
  ['30d', 'duration', '30 days'],
  ['a month', 'duration', '1 month'],
  ['half a year', 'duration', '6 months'],
  ['a decade', 'duration', '10 years'],
  ['30 days or more', 'duration', 'at least 30 days'],
  ['10 years at most', 'duration', 'up to 10 years'],
  ['30 calendar days', 'duration', '30 days'],
  ['18 months, renewable', 'duration', '18 months, renewable'],
  ['30 working days', 'duration', null],
  ['30 working days', 'duration', null, { units: ['day'] }],
  ['3 months to 1 year', 'duration', null],
  ['1 year and 6 months', 'duration', null],
  ['40t', 'quantity', '40 tonnes', { units: ['tonnes'] }],
  ['1 seat', 'quantity', '1 seats', { units: ['seats'] }],
  ['1.2 million', 'quantity', '1,200,000 tonnes', { units: ['tonnes'] }],
  ['40,000 tonnes a year', 'quantity', '40,000 tonnes (per year)'],
  ['late March 2025', 'date', 'about Mar 2025'],
  ['end of March 2025', 'date', 'about Mar 2025'],
  ['mid-2025', 'date', 'about 2025'],
  ['Q1 2025', 'date', 'about 2025'],
  ['by the end of 2025', 'date', 'by 2025'],
  ['after 1 May 2025', 'date', 'not before 1 May 2025'],
  ['no later than 30 April 2025', 'date', 'by 30 Apr 2025'],
  ['until 2030', 'date', 'by 2030'],
  ['11th of March 2025', 'date', '11 Mar 2025'],
  ['Tuesday, 11 March 2025', 'date', '11 Mar 2025'],
  ['in March 2025', 'date', 'Mar 2025'],
  ['2025/3/11', 'date', '11 Mar 2025'],
  ['11-14 March 2025', 'date', null],
  ['between March and May 2025', 'date', null],
  ['11.3.2025', 'date', null],
  ['after the end of March 2025', 'date', null],
  ['2025-13', 'date', null],
  ['not yet', 'boolean', 'no'],
  ['yes (in principle)', 'boolean', 'yes'],
  ['✓', 'boolean', 'yes'],
  ['nobody knows', 'boolean', null],
  ['agreed', 'boolean', null],
  ['alone', 'one-of', 'United States alone', { options: ['Jointly managed', 'United States alone'] }],
  [
    'jointly managed, if ratified',
    'one-of',
    'Jointly managed',
    { options: ['Jointly managed', 'United States alone'] },
  ],
  ['managed', 'one-of', null, { options: ['managed jointly', 'managed by Ukraine'] }],
  ['only lithium', 'many-of', 'Lithium', { options: ['Lithium', 'Titanium'] }],
  ['lithium / titanium', 'many-of', 'Lithium, Titanium', { options: ['Lithium', 'Titanium'] }],
  ['all', 'many-of', 'Lithium, Titanium', { options: ['Lithium', 'Titanium'] }],
  ['', 'text', null],
  ['  ', 'percent', null],
]

describe('reading typed values', () => {
  test.each(entries)('"%s" for %s', (typed, valueType, words, more = {}) => {
    const stated = parseValue(typed, termWith(1, { valueType, ...more }))
    expect(stated && valueWords(stated)).toBe(words)
    if (stated) {
      expect(stated.raw).toBe(typed.trim())
      expect(statedValue.safeParse(stated).success).toBe(true)
    }
  })

  test('the words of a figure are read back as the same figure', () => {
    const figure = fc.integer({ min: 1, max: 100 })
    fc.assert(
      fc.property(figure, figure, fc.constantFrom('exactly', 'at least', 'up to', 'about'), (one, other, qualifier) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)]
        for (const value of [
          { type: 'percent' as const, low, high },
          { type: 'money' as const, low: low * 1e9, high: high * 1e9, currency: 'USD' },
          { type: 'duration' as const, low, high, unit: 'month' as const },
        ]) {
          const stated = { raw: 'x', value, basis: '', qualifier, condition: '' } as const
          const read = parseValue(valueWords(stated), termWith(1, { valueType: value.type }))
          expect(read).toMatchObject({ value, qualifier })
        }
      }),
    )
  })

  test('a condition and an aside are kept beside the value', () => {
    const pause = termWith(1, { valueType: 'duration' })
    expect(parseValue('30 days, renewable, if Russia agrees', pause)).toMatchObject({
      value: { low: 30, unit: 'day' },
      condition: 'renewable, if Russia agrees',
    })
    expect(parseValue('no – rejected', termWith(2, { valueType: 'boolean' }))).toMatchObject({
      value: { holds: false },
      condition: 'rejected',
    })
  })

  test('no words end the reading, and what is read is valid', () => {
    const bits = [
      '50',
      '%',
      '$',
      'bn',
      ' ',
      'half',
      'to',
      'at least',
      'March',
      '2025',
      'days',
      'of',
      ',',
      '-',
      'if',
      '(',
    ] as const
    const words = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom(...bits), { maxLength: 9 }).map(list => list.join(' ')),
    )
    const types = fc.constantFrom<ValueType>(
      'percent',
      'money',
      'duration',
      'quantity',
      'date',
      'boolean',
      'one-of',
      'many-of',
    )
    fc.assert(
      fc.property(words, types, fc.constantFrom<string[]>([], ['USD'], ['day']), (typed, valueType, units) => {
        const read = parseValue(typed, termWith(1, { valueType, units, options: ['half', 'to'] }))
        if (read) expect(statedValue.safeParse(read).success).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('long words are read in linear time', () => {
    const began = performance.now()
    for (const valueType of [
      'percent',
      'money',
      'duration',
      'quantity',
      'date',
      'boolean',
      'one-of',
      'many-of',
    ] as const)
      for (const bit of ['1,000 to ', 'between 3 and 4 ', 'if, ', 'yes - ', '11 March ', 'a half of '])
        parseValue(bit.repeat(200), termWith(1, { valueType, options: ['half'], units: ['day'] }))
    expect(performance.now() - began).toBeLessThan(2_000)
  })
})
