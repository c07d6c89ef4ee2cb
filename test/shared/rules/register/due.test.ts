import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cadenceOf, dueOn } from '../../../../shared/rules/register/due.ts'
import { day } from '../../../support/records.ts'
import { someDate } from '../../../support/register-facts.ts'

const criteria = { cadence: [{ level: 'H' as const, days: 30 }] }
const watched = { status: 'open' as const, reviewDays: null, nextReview: null, acceptance: null }
const looked = { reviewed: null, scored: null, created: '2025-01-31T12:00:00.000Z', level: 'H' as const }
type Watched = Parameters<typeof dueOn>[0]
type Looked = Parameters<typeof dueOn>[1]

test.each<[string, Partial<Watched>, Partial<Looked>, string | null]>([
  ['by the cadence of its level, from its making', {}, {}, '2025-03-02'],
  ['by none where the level has none', {}, { level: 'L' }, null],
  ['by none where nobody has scored it', {}, { level: null }, null],
  ['by its own cadence before that of the level', { reviewDays: 7 }, {}, '2025-02-07'],
  ['at the end of all days by a cadence beyond them', { reviewDays: Number.MAX_SAFE_INTEGER }, {}, '9999-12-31'],
  ['from its newest scoring', {}, { scored: day('2025-02-10') }, '2025-03-12'],
  [
    'from its newest review, whichever is later',
    {},
    { scored: day('2025-02-10'), reviewed: day('2025-02') },
    '2025-03-30',
  ],
  ['not from its making where it was scored for an earlier day', {}, { scored: day('2024-12-01') }, '2024-12-31'],
  ['on the day that was set, before any cadence', { nextReview: day('2025-02-05'), reviewDays: 1 }, {}, '2025-02-05'],
  ['on the last day of a month that was set', { nextReview: day('2025-02') }, {}, '2025-02-28'],
  [
    'by the end of its acceptance',
    { status: 'accepted', acceptance: { validUntil: day('2025-02-15') } },
    {},
    '2025-02-15',
  ],
  [
    'before that by the day that was set',
    { status: 'accepted', acceptance: { validUntil: day('2025') }, nextReview: day('2025-06') },
    {},
    '2025-06-30',
  ],
  [
    'by the cadence where the acceptance has no end',
    { status: 'accepted', acceptance: { validUntil: null } },
    {},
    '2025-03-02',
  ],
  ['by no acceptance that is over', { acceptance: { validUntil: day('2025-02-15') } }, {}, '2025-03-02'],
  ['never once it is closed', { status: 'closed', nextReview: day('2025-02-05') }, {}, null],
  ['never once it is archived', { status: 'archived', reviewDays: 1 }, {}, null],
  ['also when it came true', { status: 'materialised' }, {}, '2025-03-02'],
])('a risk is due %s', (_, risk, of, due) => {
  expect(dueOn({ ...watched, ...risk }, { ...looked, ...of }, criteria)).toBe(due)
})

test('looking again later never makes it due sooner', () => {
  fc.assert(
    fc.property(someDate, someDate, fc.integer({ min: 1, max: 400 }), (one, other, reviewDays) => {
      const due = (...dates: Looked['reviewed'][]) =>
        dueOn(
          { ...watched, reviewDays },
          { ...looked, scored: dates[0] ?? null, reviewed: dates[1] ?? null },
          criteria,
        ) ?? ''
      expect(due(one, other) >= due(one)).toBe(true)
      expect(cadenceOf({ reviewDays }, 'H', criteria)).toBe(reviewDays)
    }),
  )
})
