import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Claim } from '../../../shared/model/claim.ts'
import { origins } from '../../../shared/rules/corroboration.ts'
import { claimWith, idOf, sourceWith } from '../../support/records.ts'

type Lineage = Claim['lineage']
const wire: Lineage = idOf(801)
const leak: Lineage = idOf(802)
const claims = (...pairs: [source: number, lineage: Lineage][]) =>
  pairs.map(([source, lineage], at) => claimWith(at + 1, { source: idOf(source), lineage }))
const sources = [sourceWith(1), sourceWith(2), sourceWith(3, { lineage: wire }), sourceWith(4, { lineage: wire })]

test.each<[string, [number, Lineage][], number]>([
  ['no claim', [], 0],
  [
    'two sources',
    [
      [1, null],
      [2, null],
    ],
    2,
  ],
  [
    'one source twice',
    [
      [1, null],
      [1, null],
    ],
    1,
  ],
  [
    'two sources of one lineage',
    [
      [3, null],
      [4, null],
    ],
    1,
  ],
  [
    'a claim and a source of one lineage',
    [
      [1, wire],
      [3, null],
    ],
    1,
  ],
  [
    'two relays and an own report',
    [
      [3, null],
      [4, null],
      [1, null],
    ],
    2,
  ],
  [
    'a claim with another lineage than its source',
    [
      [3, leak],
      [4, null],
    ],
    2,
  ],
  [
    'a relay beside a claim of the same source in its own voice',
    [
      [1, wire],
      [1, null],
    ],
    1,
  ],
  [
    'one source that relays two origins',
    [
      [1, wire],
      [1, leak],
    ],
    2,
  ],
  ['a source that is not known', [[99, null]], 1],
])('%s', (_, pairs, count) => {
  expect(origins(claims(...pairs), sources)).toBe(count)
})

test('is never more than sources and lineages, never falls when a claim is added, and knows no order', () => {
  const pair = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom<Lineage>(null, wire, leak))
  fc.assert(
    fc.property(fc.array(pair), pair, (pairs, more) => {
      const list = claims(...pairs)
      const count = origins(list, sources)
      expect(count).toBeLessThanOrEqual(pairs.length)
      expect(count > 0).toBe(pairs.length > 0)
      expect(origins([...list].reverse(), sources)).toBe(count)
      expect(origins([...list, ...list], sources)).toBe(count)
      expect(origins(claims(...pairs, [more[0], more[1]]), sources)).toBeGreaterThanOrEqual(Math.min(count, 1))
    }),
  )
})
