import { expect, test } from 'vitest'
import { daysLate, type Queued, queueOf } from '../../../../../renderer/features/risks/reviews/queue.ts'

const row = (ref: string, due: string | null, given: Partial<Queued> = {}) =>
  ({ ref, due, status: 'open', suggested: false, ...given }) as Queued

test('the queue goes from overdue to undated, the earliest first; what is put away waits for nothing', () => {
  const rows = [
    row('a', null),
    row('b', '2025-03-10'),
    row('c', '2025-03-17'),
    row('d', '2025-03-18'),
    row('e', '2025-03-01'),
    row('f', '2025-03-09'),
    row('g', null, { suggested: true }),
    row('h', '2025-03-01', { status: 'closed' }),
    row('i', '2025-03-01', { status: 'archived' }),
  ]
  const refs = queueOf(rows, '2025-03-10').map(({ section, risks }) => [section, risks.map(({ ref }) => ref).join('')])
  expect(refs).toEqual([
    ['overdue', 'ef'],
    ['week', 'bc'],
    ['later', 'd'],
    ['undated', 'ga'],
  ])
})

test('days late are counted over the end of a month', () => {
  expect([daysLate('2025-02-27', '2025-03-02'), daysLate('2025-03-02', '2025-03-02')]).toEqual([3, 0])
})
