import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LevelLetter, levelLetter, type Scales } from '../../../../shared/model/criteria.ts'
import { checkCox } from '../../../../shared/rules/register/cox.ts'
import { presets } from '../../../../shared/rules/register/presets.ts'

/** A grid with equal steps, lowest likelihood first. */
const grid = (...lines: string[]): Scales => {
  const rows = lines.map(line => line.split(' ') as LevelLetter[])
  const step = 100 / rows.length
  return {
    name: 'tried',
    likelihoods: rows.map((_, at) => ({ word: `p${at + 1}`, low: at * step, high: (at + 1) * step })),
    impacts: (rows[0] ?? []).map((_, at) => ({ word: `i${at + 1}`, description: '' })),
    dimensions: ['all'],
    grid: rows,
    appetite: [],
    cadence: [],
  }
}

const verdicts = (scales: Scales) => Object.fromEntries(checkCox(scales).map(({ rule, holds }) => [rule, holds]))

describe('what Cox proves of small grids', () => {
  test('three equal steps: green left and bottom, red in the corner alone, keeps all three', () => {
    expect(verdicts(grid('L L L', 'L M M', 'L M H'))).toEqual({ weak: true, between: true, colour: true })
  })

  test.each([
    ['a red cell in the left column', grid('L L L', 'L M M', 'H M H'), 'weak', [2, 0]],
    ['a red cell in the bottom row', grid('L L H', 'L M M', 'L M H'), 'weak', [0, 2]],
    ['a red cell beside a green one', grid('L L L', 'L L H', 'L M H'), 'weak', [1, 2]],
  ])('%s is not weakly consistent', (_, scales, rule, [likelihood, impact]) => {
    const found = checkCox(scales).find(one => one.rule === rule)
    expect(found?.holds).toBe(false)
    expect(found?.cells[0]).toEqual({ likelihood, impact })
  })

  test('two levels never have one between', () => {
    expect(verdicts(grid('L H', 'L H')).between).toBe(false)
    expect(verdicts(grid('L L', 'L H')).between).toBe(false)
  })

  test('a corner that is crossed counts as a step without a level between', () => {
    const found = checkCox(grid('L M M', 'M H H', 'M H H')).find(({ rule }) => rule === 'between')
    expect(found).toMatchObject({
      holds: false,
      cells: [
        { likelihood: 0, impact: 0 },
        { likelihood: 1, impact: 1 },
      ],
      sentence: 'No betweenness: one small step leads from p1 / i1 (L) to p2 / i2 (H) with no level between.',
    })
  })

  test('a cell of the left column that is not green is wrongly coloured: it holds no risk at all', () => {
    const found = checkCox(grid('L L L', 'M M M', 'L M H')).find(({ rule }) => rule === 'colour')
    expect(found?.holds).toBe(false)
    expect(found?.cells).toEqual([{ likelihood: 1, impact: 0 }])
  })

  test('the sentence says where, and how far', () => {
    const weak = checkCox(grid('L L H', 'L M M', 'L M H'))[0]
    expect(weak?.sentence).toBe(
      'Not weakly consistent: p1 / i3 (H) holds risks as small as 0.00, p3 / i1 (L) some as large as 0.33.',
    )
  })
})

test('nothing is said of one level, nor of a grid that does not fit', () => {
  expect(checkCox(grid('M M', 'M M'))).toEqual([])
  expect(checkCox({ ...grid('L M', 'M H'), grid: [['L']] })).toEqual([])
})

test('every preset is weakly consistent and has betweenness; three and four equal steps are coloured as Cox asks', () => {
  expect(Object.fromEntries(presets.map(({ id, scales }) => [id, verdicts(scales)]))).toEqual({
    icd203: { weak: true, between: true, colour: false },
    phia: { weak: true, between: true, colour: false },
    nist80030: { weak: true, between: true, colour: false },
    three: { weak: true, between: true, colour: true },
    four: { weak: true, between: true, colour: true },
    five: { weak: true, between: true, colour: false },
  })
})

const anyGrid = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 5 }))
  .chain(([rows, columns]) =>
    fc.array(
      fc
        .array(fc.constantFrom(...levelLetter.options), { minLength: columns, maxLength: columns })
        .map(letters => letters.join(' ')),
      { minLength: rows, maxLength: rows },
    ),
  )
  .map(lines => grid(...lines))

/** Points inside cells, as a slow definition: a point of the top level with less risk than one of the bottom level. */
const hasInversion = ({ grid: rows }: Scales): boolean => {
  const inside = [0.001, 0.25, 0.5, 0.75, 0.999]
  const points = rows.flatMap((row, at) =>
    row.flatMap((level, column) =>
      inside.flatMap(up =>
        inside.map(right => ({
          rank: levelLetter.options.indexOf(level),
          risk: ((at + up) / rows.length) * ((column + right) / row.length),
        })),
      ),
    ),
  )
  const ranks = points.map(({ rank }) => rank)
  const [top, bottom] = [Math.max(...ranks), Math.min(...ranks)]
  const red = Math.min(...points.filter(({ rank }) => rank === top).map(({ risk }) => risk))
  const green = Math.max(...points.filter(({ rank }) => rank === bottom).map(({ risk }) => risk))
  return red < green
}

test('weak consistency agrees with points taken inside the cells', () => {
  fc.assert(
    fc.property(anyGrid, scales => {
      const [weak] = checkCox(scales)
      // Points stand a thousandth inside: an inversion of less than that is on the side of the rule.
      if (weak?.holds) expect(hasInversion(scales)).toBe(false)
      if (hasInversion(scales) && weak) expect(weak.holds).toBe(false)
    }),
    { numRuns: 300 },
  )
})

test('what is weakly consistent has no red cell on an edge with a green one, nor red at the left or the bottom (lemmas 1 and 2)', () => {
  fc.assert(
    fc.property(anyGrid, scales => {
      const [weak] = checkCox(scales)
      if (!weak?.holds) return
      const ranks = scales.grid.map(row => row.map(level => levelLetter.options.indexOf(level)))
      const [top, bottom] = [Math.max(...ranks.flat()), Math.min(...ranks.flat())]
      ranks.forEach((row, up) => {
        row.forEach((rank, right) => {
          if (rank !== top) return
          expect(Math.min(up, right)).toBeGreaterThan(0)
          const beside = [ranks[up - 1]?.[right], ranks[up + 1]?.[right], row[right - 1], row[right + 1]]
          expect(beside).not.toContain(bottom)
        })
      })
    }),
    { numRuns: 500 },
  )
})
