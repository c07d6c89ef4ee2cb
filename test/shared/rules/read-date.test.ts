import { expect, test } from 'vitest'
import { readPartialDate } from '../../../shared/rules/read-date.ts'

test.each([
  ['2025', '2025'],
  ['2025-03', '2025-03'],
  [' 2025-03-11~ ', '2025-03-11~'],
  ['~2025-03-11', '2025-03-11~'],
  ['about 2025', '2025~'],
  ['c. 2025-02', '2025-02~'],
  ['11 March 2025', '2025-03-11'],
  ['March 11, 2025', '2025-03-11'],
  ['11 Mar 2025', '2025-03-11'],
  ['Feb 2025', '2025-02'],
  ['about Feb 2025', '2025-02~'],
  ['about 11 March 2025', '2025-03-11~'],
  ['late February 2025', '2025-02~'],
  ['31.01.2025', '2025-01-31'],
])('reads "%s" as %s', (typed, date) => expect(readPartialDate(typed)).toBe(date))

test.each([
  '',
  'soon',
  '2025-13',
  '30 February 2025',
  '05.01.2025',
  'by 1 May 2025',
  '11 March 2025 in Jeddah',
  'March',
  'about',
])('does not read "%s"', typed => expect(readPartialDate(typed)).toBeNull())

test('what the field shows of a date is read back as that date', () => {
  for (const date of ['2025', '2025-03', '2025-03-11', '2025-03-11~']) expect(readPartialDate(date)).toBe(date)
})
