import { expect, test } from 'vitest'
import {
  assessmentOf,
  cellOf,
  type Scoring,
  scoresFrom,
  startOf,
  warningsWith,
} from '../../../../../renderer/features/risks/detail/scoring.ts'
import type { AssessmentView } from '../../../../../shared/contract/risks.ts'
import type { Scales } from '../../../../../shared/model/criteria.ts'

const scales: Scales = {
  name: 'Two by two',
  likelihoods: [
    { word: 'unlikely', low: 0, high: 50 },
    { word: 'likely', low: 50, high: 100 },
  ],
  impacts: [
    { word: 'small', description: '' },
    { word: 'large', description: '' },
  ],
  dimensions: ['Money', 'People'],
  grid: [
    ['L', 'M'],
    ['M', 'H'],
  ],
  appetite: [],
  cadence: [],
}

const scored = (level: string, given = {}) =>
  ({
    level,
    likelihoodWord: 'likely',
    likelihoodLow: 50,
    likelihoodHigh: 100,
    strength: 'high',
    impacts: [{ dimension: 'People', level: 1, rationale: 'Many.' }],
    ...given,
  }) as unknown as AssessmentView

const scoring = (given: Partial<Scoring> = {}): Scoring => ({
  kind: 'current',
  ...scoresFrom(scales, scored('H')),
  reason: 'So.',
  date: '2025-01-01' as Scoring['date'],
  excerpts: [],
  claims: [],
  conflicts: [],
  ...given,
})

test('a kind starts from its own newest scores, else from what comes nearest', () => {
  const [inherent, current, target] = [scored('H'), scored('M'), scored('L')]
  expect(startOf({ inherent, current: null, target: null }, 'current')).toBe(inherent)
  expect(startOf({ inherent, current, target: null }, 'target')).toBe(current)
  expect(startOf({ inherent, current, target }, 'target')).toBe(target)
  expect(startOf({ inherent: null, current, target }, 'inherent')).toBeNull()
})

test('words, impacts and dimensions that the scales in force no longer have are not carried over', () => {
  const old = scored('H', {
    likelihoodWord: 'probable',
    likelihoodLow: 60,
    impacts: [
      { dimension: 'People', level: 4, rationale: 'Very many.' },
      { dimension: 'Fame', level: 0, rationale: '' },
    ],
  })
  expect(scoresFrom(scales, old)).toMatchObject({
    likelihoodWord: 'likely',
    likelihoodLow: 60,
    ratings: { Money: { level: null, rationale: '' }, People: { level: null, rationale: 'Very many.' } },
  })
})

test('a first scoring has no likelihood until one is chosen, and is not saved before', () => {
  const first = { ...scoring(), ...scoresFrom(scales, null), ratings: { Money: { level: 1, rationale: '' } } }
  expect(first).toMatchObject({ likelihoodWord: '', likelihoodLow: 0, likelihoodHigh: 100 })
  expect([cellOf(scales, first), assessmentOf(first)]).toEqual([null, null])
  expect(assessmentOf({ ...first, likelihoodWord: 'likely' })).not.toBeNull()
})

test('the cell is that of the middle of the range and of the worst impact, which is named', () => {
  const cell = { likelihood: 1, impact: 1, level: 'H', dimension: 'People' }
  expect(cellOf(scales, scoring())).toEqual(cell)
  expect(cellOf(scales, scoring({ likelihoodLow: 0, likelihoodHigh: 99 }))?.level).toBe('M')
  expect(cellOf(scales, scoring({ ratings: {} }))).toBeNull()
  expect(cellOf(scales, scoring({ likelihoodLow: 60, likelihoodHigh: 50 }))).toBeNull()
})

test('what would not fit is told before it is saved', () => {
  const risk = { kind: 'threat', inherent: scored('M'), current: scored('M'), target: null } as const
  expect(warningsWith(risk, scoring(), 'H')).toHaveLength(1)
  expect(warningsWith(risk, scoring(), 'M')).toEqual([])
  expect(warningsWith(risk, scoring({ kind: 'target' }), 'H')).toHaveLength(1)
  expect(warningsWith(risk, scoring(), null)).toEqual([])
})

test('it is saved with its impacts alone, and not without a date', () => {
  expect(assessmentOf(scoring())).toMatchObject({ impacts: [{ dimension: 'People', level: 1, rationale: 'Many.' }] })
  expect(assessmentOf(scoring())).not.toHaveProperty('ratings')
  expect(assessmentOf(scoring({ date: null }))).toBeNull()
})
