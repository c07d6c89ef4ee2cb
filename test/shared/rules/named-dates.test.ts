import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partialDate } from '../../../shared/model/partial-date.ts'
import { namedDates } from '../../../shared/rules/named-dates.ts'
import { day } from '../../support/records.ts'

const published = day('2025-03-14')
const datesIn = (words: string, on = published) => namedDates(words, on).map(({ date }) => date)

test.each([
  ['The talks of 28 February broke down.', ['2025-02-28']],
  ['On Feb. 28 and on March 11th they met.', ['2025-02-28', '2025-03-11']],
  ['Drafts of 3 Sept. and of Sept 4', ['2025-09-03', '2025-09-04']],
  ['It is to be signed on 28 May.', ['2025-05-28']],
  ['On 20 December the first draft came.', ['2024-12-20']],
  ['They met on 28 February 2025, in Washington.', ['2025-02-28']],
  ['A statement of 1 May 2024 and one of the 3rd of March', ['2024-05-01', '2025-03-03']],
  ['in 2019, and again on 2025-01-31', ['2019', '2025-01-31']],
  ['Between 1 March and 5 March 2025', ['2025-03-01', '2025-03-05']],
  ['on 28 February, and on 28 February 2025', ['2025-02-28']],
])('“%s” names %j', (words, dates) => expect(datesIn(words)).toEqual(dates))

test.each(['They may 5 times do so.', 'On 31 April', 'March 5 percent', 'May 2.5 million', 'nothing'])(
  '“%s” names none',
  words => expect(datesIn(words)).toEqual([]),
)

test('a day without a year needs a source with a date; one of which only the year is known gives its own', () => {
  expect(namedDates('on 20 December', null)).toEqual([])
  expect(datesIn('on 20 December', day('2025'))).toEqual(['2025-12-20'])
  expect(datesIn('on 20 December', day('2025-01'))).toEqual(['2024-12-20'])
})

test('says how the words name a date', () => {
  expect(namedDates('on 28 February,', published)).toEqual([{ date: '2025-02-28', words: '28 February' }])
})

test('every date is one, each once, in any words', () => {
  const words = fc.array(
    fc.oneof(fc.string(), fc.constantFrom('31', '28', ' February ', 'May', ' of ', '2025', ', ', 'th', '30. ')),
  )
  fc.assert(
    fc.property(words, parts => {
      const dates = datesIn(parts.join(''))
      expect(new Set(dates).size).toBe(dates.length)
      for (const date of dates) expect(partialDate.safeParse(date).success).toBe(true)
    }),
  )
})
