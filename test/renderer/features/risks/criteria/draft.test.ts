import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as draft from '../../../../../renderer/features/risks/criteria/draft.ts'
import { levelLetter, type Scales, scales as schema } from '../../../../../shared/model/criteria.ts'
import { presets } from '../../../../../shared/rules/register/presets.ts'
import { checkScales } from '../../../../../shared/rules/scoring.ts'

const preset = (id: string): Scales => {
  const found = presets.find(one => one.id === id)
  if (!found) throw new Error(id)
  return found.scales
}
const three = preset('three')
const edges = ({ likelihoods }: Scales) => likelihoods.map(({ low, high }) => [low, high])

describe('bands', () => {
  test('an edge that two share moves for both', () => {
    expect(edges(draft.withBand(three, 1, { low: 20 }))).toEqual([
      [0, 20],
      [20, 67],
      [67, 100],
    ])
    expect(edges(draft.withBand(three, 1, { high: 90 }))).toEqual([
      [0, 33],
      [33, 90],
      [90, 100],
    ])
  })

  test('an edge that stands alone moves alone', () => {
    const phia = preset('phia')
    expect(edges(draft.withBand(phia, 1, { low: 8 }))[0]).toEqual([0, 5])
  })

  test('a band that is split and taken away again leaves everything as it was', () => {
    const split = draft.splitBand(three, 1)
    expect(edges(split)).toEqual([
      [0, 33],
      [33, 50],
      [50, 67],
      [67, 100],
    ])
    expect(split.grid).toEqual([
      ['L', 'L', 'L'],
      ['L', 'M', 'M'],
      ['L', 'M', 'M'],
      ['L', 'M', 'H'],
    ])
    expect(draft.removeBand(split, 2)).toEqual(three)
    expect(edges(draft.removeBand(three, 0))).toEqual([
      [0, 67],
      [67, 100],
    ])
    const two = draft.removeBand(three, 0)
    expect(draft.removeBand(two, 0)).toBe(two)
  })
})

describe('limits', () => {
  test('an appetite is set, changed and taken away', () => {
    const one = draft.withAppetite(three, 'Money', 'M')
    expect(draft.withAppetite(one, '', 'L').appetite).toEqual([
      { category: 'Money', level: 'M' },
      { category: '', level: 'L' },
    ])
    expect(draft.withAppetite(one, 'Money', 'H').appetite).toEqual([{ category: 'Money', level: 'H' }])
    expect(draft.withAppetite(one, 'Money', null).appetite).toEqual([])
  })

  test('a cadence stands from the highest level down', () => {
    const more = draft.withCadence(draft.withCadence(three, 'VH', 7), 'H', null)
    expect(more.cadence.map(({ level }) => level)).toEqual(['VH', 'M', 'L'])
  })
})

test('what cannot be kept is named', () => {
  expect(draft.faultIn(three)).toBeNull()
  expect(draft.faultIn(draft.addDimension(three))).toBe('unnamed')
  expect(draft.faultIn(draft.withBand(three, 0, { word: 'likely' }))).toBe('twice')
})

test('whatever is edited, the grid fits the scales and no gap opens between bands that touched', () => {
  const at = fc.nat(8)
  const step = fc.oneof(
    at.map(index => (one: Scales) => draft.splitBand(one, index)),
    at.map(index => (one: Scales) => draft.removeBand(one, index)),
    at.map(index => (one: Scales) => draft.addImpact(one, index)),
    at.map(index => (one: Scales) => draft.removeImpact(one, index)),
    fc.tuple(at, at, fc.constantFrom(...levelLetter.options)).map(
      ([likelihood, impact, level]) =>
        (one: Scales) =>
          draft.painted(one, { likelihood, impact }, level),
    ),
  )
  fc.assert(
    fc.property(
      fc.constantFrom(...presets.map(one => one.scales)),
      fc.array(step, { maxLength: 12 }),
      (from, steps) => {
        const after = steps.reduce((one, change) => change(one), from)
        schema.parse(after)
        expect(after.grid).toHaveLength(after.likelihoods.length)
        for (const row of after.grid) expect(row).toHaveLength(after.impacts.length)
        if (from !== preset('phia')) expect(checkScales(after).filter(words => /gap|overlap/.test(words))).toEqual([])
      },
    ),
  )
})
