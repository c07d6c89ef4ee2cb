import { describe, expect, test } from 'vitest'
import { scales } from '../../../../shared/model/criteria.ts'
import { type PresetId, presets } from '../../../../shared/rules/register/presets.ts'
import { bandOf, bandsSpanned, checkScales, levelOf } from '../../../../shared/rules/scoring.ts'

/** Every cell of every preset: likelihood upwards, a line each; impact to the right. Written by hand, not read from the product. */
const truth: Record<PresetId, { bands: [string, number, number][]; impacts: string[]; cells: string[] }> = {
  icd203: {
    bands: [
      ['almost no chance', 1, 5],
      ['very unlikely', 5, 20],
      ['unlikely', 20, 45],
      ['roughly even chance', 45, 55],
      ['likely', 55, 80],
      ['very likely', 80, 95],
      ['almost certain', 95, 99],
    ],
    impacts: ['negligible', 'minor', 'moderate', 'major', 'severe'],
    cells: [
      'VL VL VL L  M ',
      'VL VL L  M  M ',
      'VL L  M  M  H ',
      'L  L  M  H  H ',
      'L  M  H  H  VH',
      'L  M  H  VH VH',
      'M  M  H  VH VH',
    ],
  },
  phia: {
    bands: [
      ['remote chance', 0, 5],
      ['highly unlikely', 10, 20],
      ['unlikely', 25, 35],
      ['realistic possibility', 40, 50],
      ['likely', 55, 75],
      ['highly likely', 80, 90],
      ['almost certain', 95, 100],
    ],
    impacts: ['negligible', 'minor', 'moderate', 'major', 'severe'],
    cells: [
      'VL VL VL L  M ',
      'VL VL L  M  M ',
      'VL L  M  M  H ',
      'L  L  M  H  H ',
      'L  M  H  H  VH',
      'L  M  H  VH VH',
      'M  M  H  VH VH',
    ],
  },
  nist80030: {
    bands: [
      ['very low', 0, 5],
      ['low', 5, 21],
      ['moderate', 21, 80],
      ['high', 80, 96],
      ['very high', 96, 100],
    ],
    impacts: ['very low', 'low', 'moderate', 'high', 'very high'],
    cells: ['VL VL VL L  L ', 'VL L  L  L  M ', 'VL L  M  M  H ', 'VL L  M  H  VH', 'VL L  M  H  VH'],
  },
  three: {
    bands: [
      ['unlikely', 0, 33],
      ['possible', 33, 67],
      ['likely', 67, 100],
    ],
    impacts: ['minor', 'moderate', 'major'],
    cells: ['L L L', 'L M M', 'L M H'],
  },
  four: {
    bands: [
      ['unlikely', 0, 25],
      ['possible', 25, 50],
      ['likely', 50, 75],
      ['very likely', 75, 100],
    ],
    impacts: ['minor', 'moderate', 'major', 'severe'],
    cells: ['L L L L', 'L M M M', 'L M H H', 'L M H H'],
  },
  five: {
    bands: [
      ['rare', 0, 20],
      ['unlikely', 20, 40],
      ['possible', 40, 60],
      ['likely', 60, 80],
      ['almost certain', 80, 100],
    ],
    impacts: ['negligible', 'minor', 'moderate', 'major', 'severe'],
    cells: ['VL VL VL VL L ', 'VL VL L  L  M ', 'VL L  M  M  H ', 'VL L  M  H  VH', 'L  M  H  VH VH'],
  },
}

test('every preset has its truth, and is scales', () => {
  expect(presets.map(({ id }) => id)).toEqual(Object.keys(truth))
  for (const preset of presets) expect(scales.parse(preset.scales)).toEqual(preset.scales)
})

describe.each(presets.map(preset => [preset.id, preset] as const))('%s', (id, preset) => {
  const { bands, impacts, cells } = truth[id]
  const own = preset.scales
  const letters = cells.map(line => line.trim().split(/\s+/))
  const table = bands.flatMap(([word, low, high], row) =>
    impacts.map((impact, column) => ({ word, low, high, impact, row, column, level: letters[row]?.[column] })),
  )

  test('has these words and ranges', () => {
    expect(own.likelihoods.map(({ word, low, high }) => [word, low, high])).toEqual(bands)
    expect(own.impacts.map(({ word }) => word)).toEqual(impacts)
    expect(own.grid.flat()).toHaveLength(table.length)
  })

  test.each(table)('$word and $impact are $level', ({ low, high, row, column, level }) => {
    const at = [{ level: column }]
    expect(own.grid[row]?.[column]).toBe(level)
    // The whole band, its lower edge, and just under its upper edge.
    for (const [from, to] of [
      [low, high],
      [low, low],
      [high - 0.01, high - 0.01],
    ] as const)
      expect(levelOf(own, from, to, at)).toBe(level)
  })

  test('the upper edge of a band is the next one where they touch, the last one holds its own', () => {
    for (const [at, [, , high]] of bands.entries()) {
      const next = bands[at + 1]
      expect(bandOf(own, high, high)).toBe(next !== undefined && next[1] === high ? at + 1 : at)
      if (next !== undefined && next[1] === high) expect(bandsSpanned(own, next[1], high)).toEqual([at + 1])
    }
    expect(bandOf(own, 100, 100)).toBe(bands.length - 1)
    expect(bandOf(own, 0, 0)).toBe(0)
  })

  test('a range touches every band from the one it begins in to the one it ends in, and not the one it ends at', () => {
    for (const [first, [, low]] of bands.entries())
      for (let last = first; last < bands.length; last += 1) {
        const high = bands[last]?.[2] ?? 100
        const every = Array.from({ length: last - first + 1 }, (_, step) => first + step)
        expect(bandsSpanned(own, low, high)).toEqual(every)
      }
  })

  test('the worst impact counts, in any order', () => {
    for (const { low, high, row, column } of table) {
      const better = Array.from({ length: column + 1 }, (_, level) => ({ level }))
      expect(levelOf(own, low, high, better)).toBe(letters[row]?.[column])
      expect(levelOf(own, low, high, better.reverse())).toBe(letters[row]?.[column])
    }
  })
})

test('only what is published with a fault is warned of', () => {
  const warned = Object.fromEntries(presets.map(({ id, scales: own }) => [id, checkScales(own)]))
  expect(warned).toEqual({
    icd203: [],
    phia: [
      'Between the likelihoods “remote chance” and “highly unlikely” lies a gap from 5 to 10 percent.',
      'Between the likelihoods “highly unlikely” and “unlikely” lies a gap from 20 to 25 percent.',
      'Between the likelihoods “unlikely” and “realistic possibility” lies a gap from 35 to 40 percent.',
      'Between the likelihoods “realistic possibility” and “likely” lies a gap from 50 to 55 percent.',
      'Between the likelihoods “likely” and “highly likely” lies a gap from 75 to 80 percent.',
      'Between the likelihoods “highly likely” and “almost certain” lies a gap from 90 to 95 percent.',
    ],
    nist80030: [
      'Likelihood and impact share words: “very low”, “low”, “moderate”, “high”, “very high”. A sentence with one of them may mean either.',
      'Likelihood shares words with confidence: “low”, “moderate”, “high”. The two must not be taken for one another.',
    ],
    three: [],
    four: [],
    five: [],
  })
})
