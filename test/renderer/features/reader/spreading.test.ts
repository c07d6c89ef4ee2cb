import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Highlight } from '../../../../renderer/features/reader/runs.ts'
import { type GroupLists, spread } from '../../../../renderer/features/reader/spreading.ts'

const listsOf = (count: number): GroupLists => [
  Array.from(
    { length: count },
    (_, at): Highlight => ({ id: `${at}`, start: 0, end: 1, colour: 'straw', name: '', lane: 0 }),
  ),
]

const someGroups = fc.array(fc.nat(900), { minLength: 1, maxLength: 12 })
const spans = Array.from({ length: 12 }, (_, at) => ({ start: at * 100, end: at * 100 + 90, blocks: 40 }))

test('what is near is drawn at once, the rest the nearest first, and all of it in the end', () => {
  fc.assert(
    fc.property(someGroups, fc.nat(1100), (counts, start) => {
      const wanted = counts.map(listsOf)
      const near = { start, end: start + 120 }
      let before: readonly (GroupLists | undefined)[] = []
      let turns = 0
      for (let isWhole = false; !isWhole; turns += 1) {
        const turn = spread(wanted, before, spans, [near])
        wanted.forEach((lists, at) => {
          const span = spans[at]
          if (span && span.start < near.end && span.end > near.start) expect(turn.shown[at]).toBe(lists)
          if (before[at] === lists) expect(turn.shown[at]).toBe(lists)
        })
        if (!turn.isWhole) expect(turn.shown).not.toEqual(before)
        before = turn.shown
        isWhole = turn.isWhole
        expect(turns).toBeLessThan(20)
      }
      expect(before).toEqual(wanted)
    }),
  )
})

test('an edit of a few is on the page at once, wherever it is', () => {
  const before = Array.from({ length: 12 }, () => listsOf(500))
  const wanted = before.map((lists, at) => (at === 11 ? listsOf(90) : lists))
  expect(spread(wanted, before, spans, [{ start: 0, end: 90 }])).toEqual({ shown: wanted, isWhole: true })
})

test('what is drawn at first is little more than is seen; a short text is drawn whole', () => {
  const near = [{ start: 0, end: 0 }]
  const long = Array.from({ length: 12 }, () => listsOf(60))
  const first = spread(long, [], spans, near)
  expect(first.shown.map(lists => lists !== undefined)).toEqual([true, true, ...Array(10).fill(false)])
  const second = spread(long, first.shown, spans, near)
  expect(second.shown.filter(lists => lists !== undefined)).toHaveLength(8)
  const short = long.slice(0, 4)
  expect(spread(short, [], spans, near)).toEqual({ shown: short, isWhole: true })
})
