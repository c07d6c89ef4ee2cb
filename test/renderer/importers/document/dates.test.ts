import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDate, readMarkedDate } from '../../../../renderer/importers/document/dates.ts'

describe('a stated date', () => {
  test.each([
    ['14 March 2025', ['2025-03-14']],
    ['Mar 14, 2025', ['2025-03-14']],
    ['Friday, March 14th, 2025', ['2025-03-14']],
    ['14. März 2025', ['2025-03-14']],
    ['14 березня 2025', ['2025-03-14']],
    ['14 марта 2025 г.', ['2025-03-14']],
    ['14 mars 2025', ['2025-03-14']],
    ['14 de marzo de 2025', ['2025-03-14']],
    ['March 2025', ['2025-03']],
    ['2025-03-14', ['2025-03-14']],
    ['2025-03-14T09:30:00.000Z', ['2025-03-14']],
    ['2025-03-14T09:30:00+02:00', ['2025-03-14']],
    ['March 14, 2025 at 9:30 am EST', ['2025-03-14']],
    ['14.03.2025', ['2025-03-14']],
    ['03/14/2025', ['2025-03-14']],
    ['05.01.2025', ['2025-01-05', '2025-05-01']],
    ['5/1/2025', ['2025-01-05', '2025-05-01']],
    ['05.05.2025', ['2025-05-05']],
    ['Thu Nov 03 2022 10:23:00 GMT+0100 (Central European Standard Time)', ['2022-11-03']],
    ['Tue, 11 Mar 2025 08:00:00 +0000', ['2025-03-11']],
    ['09:12, 14 березня 2025', ['2025-03-14']],
    ['8:42 a.m. EDT October 3, 2014', ['2014-10-03']],
    ['14 marzo 2025', ['2025-03-14']],
    ['14 Mart 2025', ['2025-03-14']],
    ['14 maaliskuuta 2025', ['2025-03-14']],
    ['14. března 2025', ['2025-03-14']],
    ['14 de março de 2025', ['2025-03-14']],
    ['2025/3/14', ['2025-03-14']],
    ['2025年3月14日', ['2025-03-14']],
    ['14-Mar-2025', ['2025-03-14']],
    ['vendredi 14 mars 2025 à 14h03', ['2025-03-14']],
  ])('%s', (words, readings) => {
    expect(readDate(words)).toEqual({ stated: words, readings })
  })

  test.each([
    '31.02.2025',
    '2025',
    'yesterday',
    '14 March',
    'On 14 March 2025 they met',
    '99 Mai 2025',
    'Marble 2, 2025',
    '',
  ])('%j is none', words => {
    expect(readDate(words)).toBeNull()
  })

  test('in numbers, every day is read, and as two days exactly when day and month can be swapped', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, fc.constantFrom('.', '/', '-'), (date, mark) => {
        const [year = '', month = '', of = ''] = date.toISOString().slice(0, 10).split('-')
        const readings = readDate([of, month, year].join(mark))?.readings ?? []
        expect(readings[0]).toBe(`${year}-${month}-${of}`)
        expect(readings).toHaveLength(Number(of) <= 12 && of !== month ? 2 : 1)
      }),
    )
  })

  test.each([
    ['20250314', ['2025-03-14']],
    ["D:20250314090000+02'00'", ['2025-03-14']],
    ['2025-03', ['2025-03']],
    ['2025/3', ['2025-03']],
    ['2025', ['2025']],
    ['20251314', undefined],
    ['1234567890', undefined],
  ])('%s: only a machine writes it', (words, readings) => {
    expect(readDate(words)).toBeNull()
    expect(readMarkedDate(words)?.readings).toEqual(readings)
  })

  test('words of any kind are read in time', () => {
    const start = performance.now()
    for (const words of [
      '1 '.repeat(50),
      'a'.repeat(99),
      `${'a. '.repeat(30)}2025`,
      `14 ${'x'.repeat(80)} 2025`,
      '1:11'.repeat(24),
    ])
      for (let times = 0; times < 200; times += 1) readMarkedDate(words)
    expect(performance.now() - start).toBeLessThan(1_000)
  })
})
