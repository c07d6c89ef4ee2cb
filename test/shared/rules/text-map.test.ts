import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mapText, runAt } from '../../../shared/rules/text-map.ts'

const word = fc.constantFrom(
  'fund',
  'share',
  'ore',
  'licence',
  'talks',
  'signed',
  'May',
  '30',
  'of',
  'the',
  '😀',
  'e\u0301',
)
const prose = fc.array(word, { maxLength: 200 }).map(words => words.join(' '))

test('every run is shared word for word, and the chain rises in both texts without overlap', () => {
  fc.assert(
    fc.property(prose, prose, (before, after) => {
      const { chain, strays } = mapText(before, after)
      for (const { from, to, length } of [...chain, ...strays])
        expect(after.slice(to, to + length)).toBe(before.slice(from, from + length))
      chain.forEach((run, at) => {
        const next = chain[at + 1]
        expect(run.length).toBeGreaterThan(0)
        if (next) {
          expect(next.from).toBeGreaterThanOrEqual(run.from + run.length)
          expect(next.to).toBeGreaterThanOrEqual(run.to + run.length)
        }
      })
    }),
  )
})

test('a text is mapped onto itself in one run', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }), text => {
      expect(mapText(text, text).chain).toEqual([{ from: 0, to: 0, length: text.length }])
    }),
  )
})

test('one replaced word leaves a gap of just that word', () => {
  const before = 'The first draft named a share of half of all licence revenue for the joint fund.'
  const after = before.replace('half', 'a third')
  const at = before.indexOf('half')
  expect(mapText(before, after).chain).toEqual([
    { from: 0, to: 0, length: at },
    { from: at + 4, to: at + 7, length: before.length - at - 4 },
  ])
})

test('a moved paragraph is a stray', () => {
  const moved = 'Observers in the region had expected as much.'
  const rest = 'Delegations met twice on Tuesday behind closed doors and again in the evening. '.repeat(1)
  const tail = 'Neither of them commented on the outcome of the meeting, and no text was published afterwards.'
  const { chain, strays } = mapText(`${moved} ${rest}${tail}`, `${rest}${tail} ${moved}`)
  expect(chain[0]?.length).toBeGreaterThanOrEqual(rest.length + tail.length)
  expect(strays).toHaveLength(1)
})

test('the run at a place is the last that starts at or before it', () => {
  const runs = [
    { from: 2, to: 0, length: 1 },
    { from: 5, to: 4, length: 3 },
  ]
  expect([0, 2, 4, 5, 99].map(place => runAt(runs, place))).toEqual([-1, 0, 0, 1, 1])
})
