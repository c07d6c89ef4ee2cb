import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Scales } from '../../../../shared/model/criteria.ts'
import { type PresetId, presets } from '../../../../shared/rules/register/presets.ts'
import { remapped, type Scoring } from '../../../../shared/rules/register/remapping.ts'
import { bandOf, levelOf } from '../../../../shared/rules/scoring.ts'

const preset = (id: PresetId): Scales => {
  const found = presets.find(one => one.id === id)
  if (!found) throw new Error(`There is no preset ${id}`)
  return found.scales
}

const icd = preset('icd203')

const scoring = (given: Partial<Scoring> = {}, ...levels: number[]): Scoring => ({
  likelihoodWord: 'likely',
  likelihoodLow: 55,
  likelihoodHigh: 80,
  impacts: (levels.length === 0 ? [2] : levels).map((level, at) => ({
    dimension: icd.dimensions[at] ?? 'financial',
    level,
    rationale: 'why',
  })),
  ...given,
})

describe('a scoring read on other scales', () => {
  test('on its own scales it stays as it is', () => {
    expect(remapped(icd, icd, scoring())).toEqual({ scoring: scoring(), level: 'H', notes: [] })
  })

  test('keeps its percentages and takes the word they have', () => {
    const {
      scoring: after,
      level,
      notes,
    } = remapped(icd, preset('five'), scoring({ likelihoodWord: 'very likely', likelihoodLow: 80, likelihoodHigh: 95 }))
    expect(after).toMatchObject({ likelihoodWord: 'almost certain', likelihoodLow: 80, likelihoodHigh: 95 })
    expect(level).toBe('H')
    expect(notes).toEqual(['“very likely” was 80–95 %, which is “almost certain” now.'])
  })

  test('says where the middle of its range lies in a gap', () => {
    const { scoring: after, notes } = remapped(
      icd,
      preset('phia'),
      scoring({ likelihoodWord: 'roughly even chance', likelihoodLow: 45, likelihoodHigh: 60 }),
    )
    expect(after?.likelihoodWord).toBe('realistic possibility')
    expect(notes).toEqual([
      '“roughly even chance” was 45–60 %, which is “realistic possibility” now.',
      'The middle of 45–60 % lies in a gap of the scale: it is read as “realistic possibility”.',
    ])
  })

  const renamed = {
    ...icd,
    impacts: icd.impacts.map(({ word }, at) => ({ word: `step ${at + 1}`, description: word })),
  }
  test.each<[string, Scales, number, number | null]>([
    ['by its word', { ...icd, impacts: [...icd.impacts].reverse(), grid: icd.grid }, 1, 3],
    ['by its word on a shorter scale', preset('four'), 1, 0],
    ['by its place where a scale as long has other words', renamed, 3, 3],
    ['by its share of the height where there is one', { ...renamed, impacts: renamed.impacts.slice(0, 3) }, 2, 1],
    ['not, where it would fall between two', { ...renamed, impacts: renamed.impacts.slice(0, 3) }, 1, null],
    ['at the top stays at the top', { ...renamed, impacts: renamed.impacts.slice(0, 2) }, 4, 1],
  ])('an impact is found %s', (_, to, level, expected) => {
    const { scoring: after } = remapped(icd, to, scoring({}, level))
    expect(after === null ? null : after.impacts[0]?.level).toBe(expected)
    expect(after === null ? null : after.impacts[0]?.rationale).toBe(expected === null ? null : 'why')
  })

  test('an impact that is lost takes the scoring with it, and says so', () => {
    const to = { ...renamed, impacts: renamed.impacts.slice(0, 3) }
    expect(remapped(icd, to, scoring({}, 2, 3))).toEqual({
      scoring: null,
      level: null,
      notes: [
        'Impact “moderate” is not on the new scale: “step 2” stands at the same height.',
        'Impact “major” (political) has no place on the new scale.',
      ],
    })
  })

  test('the impact of a dimension that is gone is left out by name; where it was the only one, nothing is left', () => {
    const to = { ...icd, dimensions: ['Financial'] }
    const both = remapped(icd, to, scoring({}, 1, 4))
    expect(both.scoring?.impacts).toEqual([{ dimension: 'Financial', level: 1, rationale: 'why' }])
    expect(both.level).toBe('M')
    expect(both.notes).toEqual(['The dimension “political” is gone, and its impact “severe” with it.'])
    expect(remapped(icd, { ...icd, dimensions: ['legal'] }, scoring())).toMatchObject({ scoring: null, level: null })
  })
})

test('what lies in a gap of a scale is no news on the same scale', () => {
  const phia = preset('phia')
  const between = scoring({ likelihoodWord: 'remote chance', likelihoodLow: 6, likelihoodHigh: 8 })
  expect(remapped(phia, phia, between).notes).toEqual([])
})

test('whatever is proposed is a scoring of the new scales, with the percentages of the old one', () => {
  const any = fc.constantFrom(...presets.map(({ scales }) => scales))
  const percent = fc.integer({ min: 0, max: 100 })
  fc.assert(
    fc.property(any, any, percent, percent, fc.nat(4), fc.nat(4), (from, to, one, other, first, second) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)]
      const level = (at: number) => Math.min(at, from.impacts.length - 1)
      const given = scoring({
        likelihoodWord: from.likelihoods[bandOf(from, low, high)]?.word ?? '',
        likelihoodLow: low,
        likelihoodHigh: high,
        impacts: [first, second].map((at, index) => ({
          dimension: from.dimensions[index] ?? '',
          level: level(at),
          rationale: '',
        })),
      })
      const { scoring: after, level: becomes, notes } = remapped(from, to, given)
      if (after === null) {
        expect(notes.length).toBeGreaterThan(0)
        return
      }
      expect([after.likelihoodLow, after.likelihoodHigh]).toEqual([low, high])
      expect(to.likelihoods[bandOf(to, low, high)]?.word).toBe(after.likelihoodWord)
      for (const impact of after.impacts) expect(to.dimensions).toContain(impact.dimension)
      expect(becomes).toBe(levelOf(to, low, high, after.impacts))
      if (from === to) expect({ after, notes }).toEqual({ after: given, notes: [] })
    }),
  )
})
