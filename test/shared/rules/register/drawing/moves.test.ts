import { expect, test } from 'vitest'
import type { MappedRisk } from '../../../../../shared/contract/risks.ts'
import { movesBetween } from '../../../../../shared/rules/register/drawing/moves.ts'
import { mappedWith } from '../../../../support/mapped.ts'
import { idOf } from '../../../../support/records.ts'

const place = { likelihood: 3, impact: 2 }
const one = mappedWith(1, place)
const mapOf = (...risks: MappedRisk[]) => ({ criteria: { id: idOf<never>(901) }, risks })
const kinds = (before: MappedRisk[], after: MappedRisk[]) =>
  movesBetween(mapOf(...before), mapOf(...after)).map(({ kind, risk }) => `${risk.ref} ${kind}`)

test.each([
  ['nothing', [one], [one], []],
  ['on the map', [], [one], ['R-01 came']],
  ['off the map', [one], [], ['R-01 left']],
  ['a level up', [one], [{ ...one, level: 'H' as const }], ['R-01 raised']],
  ['a level down, its range up', [one], [{ ...one, level: 'L' as const, likelihoodHigh: 90 }], ['R-01 lowered']],
  ['the range up within the level', [one], [{ ...one, likelihoodHigh: 60 }], ['R-01 raised']],
  ['the impact up within the level', [one], [{ ...one, place: { ...place, impact: 3 } }], ['R-01 raised']],
  ['the status alone', [one], [{ ...one, status: 'treating' as const }], ['R-01 status']],
])('%s', (_, before, after, expected) => {
  expect(kinds(before, after)).toEqual(expected)
})

test('another grid alone moves nothing', () => {
  const redrawn = { ...one, place: { ...place, impact: 4 }, isForeign: true }
  expect(movesBetween(mapOf(one), { criteria: { id: idOf<never>(902) }, risks: [redrawn] })).toEqual([])
})

test('in the order of the later map, those that left last', () => {
  const [two, three] = [mappedWith(2, place), mappedWith(3, place)]
  expect(kinds([one, two], [three, { ...two, level: 'H' }])).toEqual(['R-03 came', 'R-02 raised', 'R-01 left'])
})
