import { describe, expect, test } from 'vitest'
import { nextAfter, queueOf, tabOf } from '../../../../renderer/features/conflicts/queue.ts'
import { conflictWith, idOf } from '../../../support/records.ts'

const entry = (
  number: number,
  state: 'open' | 'resolved' | 'dismissed',
  created: string,
  decidedAt: string | null = null,
) => ({
  ...conflictWith(number, {
    state,
    created: `2025-${created}T00:00:00.000Z`,
    decidedAt: decidedAt && `2025-${decidedAt}T00:00:00.000Z`,
  }),
  termRef: `T-${String(number).padStart(2, '0')}`,
})

const kept = [
  entry(1, 'open', '03-01'),
  entry(2, 'open', '03-03'),
  entry(3, 'open', '03-03'),
  entry(4, 'resolved', '03-05', '03-06'),
  entry(5, 'dismissed', '02-01', '03-09'),
]
const refs = (list: readonly { termRef: string }[]) => list.map(one => one.termRef)

describe('queue', () => {
  test.each([
    ['open', ['T-02', 'T-03', 'T-01']],
    ['settled', ['T-05', 'T-04']],
    ['differences', []],
  ] as const)('%s, newest first', (tab, expected) => {
    expect(refs(queueOf(kept, tab))).toEqual(expected)
  })

  test('after a decision comes the one below, at the end the one above, then nothing', () => {
    const queue = queueOf(kept, 'open')
    expect(nextAfter(queue, idOf(2))?.termRef).toBe('T-03')
    expect(nextAfter(queue, idOf(1))?.termRef).toBe('T-03')
    expect(nextAfter(queue.slice(0, 1), idOf(2))).toBeNull()
  })

  test.each([
    [undefined, undefined, 'open'],
    ['open', undefined, 'open'],
    ['resolved', undefined, 'settled'],
    ['dismissed', undefined, 'settled'],
    ['resolved', 'differences', 'differences'],
    ['open', 'nonsense', 'open'],
  ] as const)('a conflict that is %s, tab named %s: %s', (state, named, tab) => {
    expect(tabOf(state && { state }, named)).toBe(tab)
  })
})
