import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatCode, shownNumber, shownText } from '../../../../renderer/importers/office/number-format.ts'

describe('number formats', () => {
  test.each([
    [1234.5, 'General', '1234.5'],
    [0.1 + 0.2, 'General', '0.3'],
    [-7, 'General', '-7'],
    [123456789012, 'General', '1.23457E+11'],
    [1e-10, 'General', '1E-10'],
    [1 / 3, 'General', '0.333333333'],
    [1234.5, '0', '1235'],
    [2.5, '0', '3'],
    [-2.5, '0', '-3'],
    [1.005, '0.00', '1.01'],
    [1234567.891, '#,##0.00', '1,234,567.89'],
    [0.5, '#.##', '.5'],
    [0.5, '#', '1'],
    [5, '000', '005'],
    [-0.001, '0.00', '0.00'],
    [0.256, '0%', '26%'],
    [0.256, '0.0%', '25.6%'],
    [-1250.5, '#,##0.00 [$€-407]', '-1,250.50 €'],
    [-1250.5, '[$€-2]#,##0.00;[Red]-[$€-2]#,##0.00', '-€1,250.50'],
    [1250.5, '"грн" #,##0.00', 'грн 1,250.50'],
    [-3, '0;(0)', '(3)'],
    [0, '0;-0;"none"', 'none'],
    [0, '#,##0;-#,##0;"-"', '-'],
    [1500000, '0.0,,"M"', '1.5M'],
    [12345, '0.00E+00', '1.23E+04'],
    [0.00012345, '0.00E+00', '1.23E-04'],
    [99999, '0.0E+0', '1.0E+5'],
    [1234567, '##0.0E+0', '1.2E+6'],
    [1.75, '# ?/?', '1 3/4'],
    [0.333333, '# ?/?', '1/3'],
    [2, '# ?/?', '2'],
    [0.3125, '# ??/16', '5/16'],
    [123456789, '000-00-0000', '123-45-6789'],
    [5551234, '(000) 000-0000', '(000) 555-1234'],
    [150, '[>=100]"many";[<0]"debt";0', 'many'],
    [50, '[>=100]"many";[<0]"debt";0', '50'],
    [5, '0" of 7"', '5 of 7'],
    [5, '"only words"', 'only words'],
    [5, '0\\d', '5d'],
  ])('%d as %s is %s', (value, code, shown) => {
    expect(shownNumber(value, code)).toBe(shown)
  })

  test.each([
    [45000, 'yyyy-mm-dd', '2023-03-15'],
    [45000, 'd mmmm yyyy', '15 March 2023'],
    [45000, 'dddd, mmm d, yy', 'Wednesday, Mar 15, 23'],
    [45000.75, 'yyyy-mm-dd hh:mm', '2023-03-15 18:00'],
    [45000.75, 'h:mm AM/PM', '6:00 PM'],
    [0.0208333333, 'h:mm', '0:30'],
    [0.5, 'mm:ss', '00:00'],
    [1.5, '[h]:mm', '36:00'],
    [0.000011574, 'ss.00', '01.00'],
    [0.999999999, 'hh:mm:ss', '00:00:00'],
    [45000, '[$-409]d-mmm-yy;@', '15-Mar-23'],
    [45000, 'dd.mm.yyyy', '15.03.2023'],
    [1, 'yyyy-mm-dd', '1900-01-01'],
    [61, 'yyyy-mm-dd', '1900-03-01'],
  ])('the day %d as %s is %s', (value, code, shown) => {
    expect(shownNumber(value, code)).toBe(shown)
  })

  test('the count from 1904, and what is no date', () => {
    expect(shownNumber(43538, 'yyyy-mm-dd', true)).toBe('2023-03-15')
    expect(shownNumber(-5, 'yyyy-mm-dd')).toBe('-5')
    expect(shownNumber(1e9, 'yyyy-mm-dd')).toBe('1000000000')
  })

  test('formats by number; those of the system as ISO 8601', () => {
    expect(shownNumber(45000, formatCode(14, new Map()))).toBe('2023-03-15')
    expect(shownNumber(0.5, formatCode(9, new Map()))).toBe('50%')
    expect(formatCode(164, new Map([[164, '0.0']]))).toBe('0.0')
    expect(formatCode(999, new Map())).toBe('General')
  })

  test('words keep what a format puts around them', () => {
    expect(shownText('a', '@')).toBe('a')
    expect(shownText('a', '0;0;0;"<"@">"')).toBe('<a>')
    // What a replacement would take for the text it replaces.
    expect(shownText('$& and $1', '@')).toBe('$& and $1')
    expect(shownText('a', '0.00')).toBe('a')
  })

  test('whatever the format, a number is shown as words', () => {
    const sign = fc.constantFrom(...'0#?.,%;@/E+-[]"\\_*ymdhs:$€ aAPM(){}é1')
    fc.assert(
      fc.property(fc.double(), fc.array(sign, { maxLength: 12 }), (value, signs) => {
        expect(typeof shownNumber(value, signs.join(''))).toBe('string')
      }),
      { numRuns: 3_000 },
    )
  })
})
