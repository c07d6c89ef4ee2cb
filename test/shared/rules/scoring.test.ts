import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Assessment } from '../../../shared/model/assessment.ts'
import { levelLetter } from '../../../shared/model/criteria.ts'
import {
  bandOf,
  bandsSpanned,
  checkScales,
  levelOf,
  levelRank,
  newestAssessment,
  newestFirst,
  rankRisks,
  trendOf,
} from '../../../shared/rules/scoring.ts'
import { assessmentWith, day, icdScales } from '../../support/records.ts'

const word = (band: number) => icdScales.likelihoods[band]?.word

describe('bands of ICD 203', () => {
  test.each([
    [0, 'almost no chance'],
    [1, 'almost no chance'],
    [4.99, 'almost no chance'],
    [5, 'very unlikely'],
    [19.99, 'very unlikely'],
    [20, 'unlikely'],
    [44.99, 'unlikely'],
    [45, 'roughly even chance'],
    [54.99, 'roughly even chance'],
    [55, 'likely'],
    [79.99, 'likely'],
    [80, 'very likely'],
    [94.99, 'very likely'],
    [95, 'almost certain'],
    [99, 'almost certain'],
    [100, 'almost certain'],
  ])('%s percent is "%s"', (percent, expected) => {
    expect(word(bandOf(icdScales, percent, percent))).toBe(expected)
    expect(bandsSpanned(icdScales, percent, percent).map(word)).toEqual([expected])
  })

  test.each([
    [20, 45, ['unlikely']],
    [20, 45.1, ['unlikely', 'roughly even chance']],
    [19.9, 45, ['very unlikely', 'unlikely']],
    [40, 60, ['unlikely', 'roughly even chance', 'likely']],
    [0, 100, icdScales.likelihoods.map(band => band.word)],
    [0, 1, ['almost no chance']],
    [99, 100, ['almost certain']],
  ])('%s to %s percent touches %j', (low, high, words) => {
    expect(bandsSpanned(icdScales, low, high).map(word)).toEqual(words)
  })

  test('the band of a range is among those it touches, and a range in one band touches that alone', () => {
    const percent = fc.integer({ min: 0, max: 1000 }).map(tenths => tenths / 10)
    fc.assert(
      fc.property(percent, percent, (one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)]
        const spanned = bandsSpanned(icdScales, low, high)
        expect(spanned).toContain(bandOf(icdScales, low, high))
        expect(spanned).toEqual([...spanned].sort((a, b) => a - b))
        for (const band of spanned) expect(icdScales.likelihoods[band]).toBeDefined()
      }),
    )
  })
})

describe('levels', () => {
  test.each([
    [55, 80, [2], 'H'],
    [55, 80, [0, 2, 1], 'H'],
    [1, 5, [0], 'VL'],
    [95, 99, [4], 'VH'],
    [40, 50, [1], 'M'],
  ])('%s to %s percent with impacts %j is %s', (low, high, impacts, level) => {
    expect(
      levelOf(
        icdScales,
        low,
        high,
        impacts.map(at => ({ level: at })),
      ),
    ).toBe(level)
  })

  test('every cell of the grid is looked up, none is computed', () => {
    icdScales.likelihoods.forEach((band, row) => {
      icdScales.impacts.forEach((_, column) => {
        const level = levelOf(icdScales, band.low, band.high, [{ level: column }])
        expect(level).toBe(icdScales.grid[row]?.[column])
      })
    })
  })

  test('what the grid does not hold is an error', () => {
    expect(() => levelOf(icdScales, 50, 50, [{ level: 5 }])).toThrow('ICD 203')
    expect(() => levelOf(icdScales, 50, 50, [])).toThrow(RangeError)
  })
})

const scored = (number: number, more: Partial<Assessment> = {}) => assessmentWith(number, more)

describe('assessments over time', () => {
  const march = scored(1, { date: day('2025-03-01'), level: 'M' })
  const april = scored(2, { date: day('2025-04-01'), level: 'H' })
  const target = scored(3, { date: day('2025-05-01'), kind: 'target', level: 'L' })

  test('the newest of a kind is the one of the latest date, then the one recorded last', () => {
    expect(newestAssessment([march, target, april], 'current')).toBe(april)
    expect(newestAssessment([march, april], 'inherent')).toBeNull()
    const again = scored(4, { date: april.date, created: '2025-06-01T00:00:00.000Z' })
    expect(newestFirst([again, march, april], 'current')).toEqual([again, april, march])
  })

  test.each<[string, Assessment[], ReturnType<typeof trendOf>]>([
    ['none', [], 'new'],
    ['one', [march], 'new'],
    ['one current and a target', [march, target], 'new'],
    ['a higher level', [march, april], 'raised'],
    ['a lower level', [april, scored(5, { date: day('2025-05-01'), level: 'L' })], 'lowered'],
    ['the same level, a higher range', [march, scored(5, { date: day('2025-05-01'), likelihoodHigh: 90 })], 'raised'],
    ['the same level, a lower end', [march, scored(5, { date: day('2025-05-01'), likelihoodLow: 50 })], 'lowered'],
    ['the same again', [march, scored(5, { date: day('2025-05-01') })], 'unchanged'],
  ])('%s', (_, assessments, trend) => {
    expect(trendOf(assessments)).toBe(trend)
    expect(trendOf([...assessments].reverse())).toBe(trend)
  })
})

describe('the ranking', () => {
  const view = (ref: string, current: Partial<Assessment> | null, inherent: Partial<Assessment> | null = null) => ({
    ref,
    strikesBy: null,
    current: current && scored(1, current),
    inherent: inherent && scored(2, inherent),
  })

  test('goes by level, range, weakness of knowledge and ref', () => {
    const ranked = [
      view('R-09', { level: 'VH' }),
      view('R-08', { level: 'H', likelihoodHigh: 90 }),
      view('R-07', { level: 'H', likelihoodLow: 60 }),
      view('R-10', { level: 'H', strength: 'low' }),
      view('R-02', { level: 'H', strength: 'moderate' }),
      view('R-11', { level: 'H', strength: 'moderate' }),
      view('R-03', { level: 'H', strength: 'high' }),
      view('R-04', null, { level: 'M' }),
      view('R-05', { level: 'L' }, { level: 'VH' }),
      view('R-01', null),
      view('R-06', null),
    ]
    fc.assert(
      fc.property(fc.shuffledSubarray(ranked, { minLength: ranked.length }), shuffled => {
        expect(rankRisks(shuffled).map(risk => risk.ref)).toEqual(ranked.map(risk => risk.ref))
      }),
    )
  })

  test('levels rise from VL to VH', () => {
    expect(levelLetter.options.map(levelRank)).toEqual([0, 1, 2, 3, 4])
  })
})

describe('checking scales', () => {
  test('the scale of ICD 203 is sound', () => {
    expect(checkScales(icdScales)).toEqual([])
  })

  const bands = (...likelihoods: [string, number, number][]) => ({
    ...icdScales,
    likelihoods: likelihoods.map(([name, low, high]) => ({ word: name, low, high })),
    grid: likelihoods.map(() => ['L', 'L', 'M', 'M', 'H'] as const).map(row => [...row]),
  })
  test.each([
    [
      'a gap',
      bands(['unlikely', 0, 40], ['likely', 50, 100]),
      ['Between the likelihoods “unlikely” and “likely” lies a gap from 40 to 50 percent.'],
    ],
    [
      'an overlap',
      bands(['unlikely', 0, 60], ['likely', 50, 100]),
      ['The likelihoods “unlikely” and “likely” overlap.'],
    ],
    [
      'an empty band',
      bands(['unlikely', 0, 50], ['likely', 50, 50]),
      ['The likelihood “likely” covers nothing: it runs from 50 to 50 percent.'],
    ],
    [
      'a word twice',
      bands(['likely', 0, 50], ['likely', 50, 100]),
      ['The likelihood word “likely” stands twice on the scale.'],
    ],
    [
      'too few rows',
      { ...icdScales, grid: icdScales.grid.slice(1) },
      ['The grid has 6 rows but there are 7 likelihood words.'],
    ],
    [
      'a short row',
      { ...icdScales, grid: icdScales.grid.map((row, at) => (at === 6 ? row.slice(1) : row)) },
      ['The grid row for “almost certain” has 4 levels but there are 5 impact levels.'],
    ],
    [
      'a fall with likelihood and a fall with impact',
      { ...icdScales, grid: icdScales.grid.map((row, at) => (at === 6 ? [...row.slice(0, 4), 'M' as const] : row)) },
      [
        'At impact “severe” the level falls from VH to M as likelihood rises to “almost certain”.',
        'At likelihood “almost certain” the level falls from VH to M as impact rises to “severe”.',
      ],
    ],
    [
      'an appetite twice',
      {
        ...icdScales,
        appetite: [
          { category: 'Money', level: 'M' as const },
          { category: 'Money', level: 'L' as const },
        ],
      },
      ['The category “Money” has more than one appetite.'],
    ],
    [
      'an impact twice',
      {
        ...icdScales,
        impacts: icdScales.impacts.map(impact => ({ ...impact, word: impact.word.replace('minor', 'major') })),
      },
      ['The impact word “major” stands twice on the scale.'],
    ],
    [
      'a thing without a name',
      { ...icdScales, dimensions: ['Deal', ' '] },
      ['A likelihood, an impact or a dimension has no name.'],
    ],
    ['a dimension twice', { ...icdScales, dimensions: ['Deal', 'Deal'] }, ['The dimension “Deal” stands twice.']],
    [
      'a cadence twice',
      {
        ...icdScales,
        cadence: [
          { level: 'H' as const, days: 30 },
          { level: 'H' as const, days: 60 },
        ],
      },
      ['The level H has more than one cadence.'],
    ],
    [
      'a likelihood word that means an impact or a confidence too',
      bands(['Severe', 0, 50], ['moderate', 50, 100]),
      [
        'Likelihood and impact share words: “moderate”, “severe”. A sentence with one of them may mean either.',
        'Likelihood shares words with confidence: “moderate”. The two must not be taken for one another.',
      ],
    ],
  ])('%s is said', (_, scales, warnings) => {
    expect(checkScales(scales)).toEqual(warnings)
  })
})
