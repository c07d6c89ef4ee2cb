import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Entry,
  entriesOf,
  placeOf,
  rowsOf,
  stretchOf,
  ticksOf,
} from '../../../../renderer/features/story/story.ts'
import type { TermStory } from '../../../../shared/contract/matrix.ts'
import { day } from '../../../support/records.ts'

const told = (id: string, date: string | null) => ({ claim: { id }, date, dated: 'claim' })
const assessed = (id: string, validAt: string) => ({ position: { id, validAt }, partyName: '', until: null })
const story = (claims: object[], positions: object[]) =>
  ({ claims, positions }) as unknown as Pick<TermStory, 'claims' | 'positions'>
const ids = (entries: readonly Entry[]) => entries.map(({ id }) => id)

test('entries stand in the order of time, what was said before what was made of it, undated last', () => {
  const of = story(
    [told('late', '2025-04-01'), told('undated', null), told('early', '2025-02-10'), told('same', '2025-03-11')],
    [assessed('position', '2025-03-11')],
  )
  expect(ids(entriesOf(of, 'everything'))).toEqual(['early', 'same', 'position', 'late', 'undated'])
  expect(ids(entriesOf(of, 'claims'))).toEqual(['early', 'same', 'late', 'undated'])
  expect(ids(entriesOf(of, 'positions'))).toEqual(['position'])
})

test('the strip covers every possible day of the dates, and dates stand in it in their order', () => {
  const entries = entriesOf(story([told('a', '2025'), told('b', '2025-03-11'), told('c', null)], []), 'everything')
  const stretch = stretchOf(entries)
  if (stretch === null) throw new Error('no stretch')
  const year = placeOf(day('2025'), stretch)
  expect(year.first).toBeGreaterThan(0)
  expect(year.last).toBeLessThan(1)
  expect(placeOf(day('2025-03-11'), stretch).first).toBeGreaterThan(year.first)
  expect(stretchOf(entriesOf(story([told('c', null)], []), 'everything'))).toBeNull()
})

test('ticks are months, of a long stretch years', () => {
  const stretch = (from: string, to: string) =>
    stretchOf(entriesOf(story([told('a', from), told('b', to)], []), 'everything')) ?? { from: 0, to: 0 }
  expect(ticksOf(stretch('2024-11-20', '2025-02-03')).map(({ label }) => label)).toEqual([
    'Dec 2024',
    'Jan 2025',
    'Feb',
  ])
  expect(ticksOf(stretch('2022-06-01', '2025-02-03')).map(({ label }) => label)).toEqual(['2023', '2024', '2025'])
})

test('marks that would lie over each other go into rows of their own', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), given => {
      const places = given.toSorted((one, other) => one - other)
      const rows = rowsOf(places, 0.1)
      for (const [index, place] of places.entries())
        for (const [other, earlier] of places.slice(0, index).entries())
          if (rows[other] === rows[index]) expect(place - earlier).toBeGreaterThanOrEqual(0.1 - 1e-9)
    }),
  )
})
