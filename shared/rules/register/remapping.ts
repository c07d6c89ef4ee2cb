import type { Assessment } from '../../model/assessment.ts'
import type { LevelLetter, Scales } from '../../model/criteria.ts'
import { bandOf, levelOf } from '../scoring.ts'
import { sentence } from '../sentence.ts'

export type Scoring = Pick<Assessment, 'likelihoodWord' | 'likelihoodLow' | 'likelihoodHigh' | 'impacts'>

/** What a scoring comes to under other scales. `scoring` and `level` are null where it has no place on them; `notes` say what was decided, a sentence each. */
export type Remapped = { scoring: Scoring | null; level: LevelLetter | null; notes: string[] }

type Scaled = Pick<Scales, 'likelihoods' | 'impacts'>

/** Capitals make no other word. */
export const isNamedAlike = (one: string, other: string): boolean =>
  one.trim().toLocaleLowerCase('en') === other.trim().toLocaleLowerCase('en')

/** Whether the middle of a range lies between two bands, on neither. */
const isInGap = (scales: Scaled, { likelihoodLow, likelihoodHigh }: Scoring): boolean => {
  const middle = (likelihoodLow + likelihoodHigh) / 2
  const band = scales.likelihoods[bandOf(scales, likelihoodLow, likelihoodHigh)]
  return band !== undefined && middle >= band.high && scales.likelihoods.some(({ low }) => low > middle)
}

/**
 * Percentages are what was judged: they stay, and the word is the one that they have on the new scale. A gap is told where there
 * was none before.
 */
const likelihoodUnder = (from: Scaled, to: Scaled, scoring: Scoring) => {
  const { likelihoodWord: before, likelihoodLow, likelihoodHigh } = scoring
  const band = to.likelihoods[bandOf(to, likelihoodLow, likelihoodHigh)]
  const after = band?.word ?? before
  const range = { before, after, low: String(likelihoodLow), high: String(likelihoodHigh) }
  const inGap = isInGap(to, scoring) && !isInGap(from, scoring)
  const means = isNamedAlike(before, after) ? [] : [sentence('rules.remap.elsewhere', range)]
  return { after, notes: [...means, ...(inGap ? [sentence('rules.remap.gap', range)] : [])] }
}

/**
 * The index of an impact on the new scale: of the same word; else, where both scales are of one length, the same place; else the level at
 * the same share of the height, where the new scale has one there exactly. Otherwise null: to guess between two is the analyst's.
 */
const impactUnder = (from: Scaled, to: Scaled, level: number): number | null => {
  const word = from.impacts[level]?.word
  const named = to.impacts.findIndex(impact => word !== undefined && isNamedAlike(impact.word, word))
  if (named >= 0) return named
  const [own, top] = [from.impacts.length - 1, to.impacts.length - 1]
  if (own < 1 || level > own) return null
  const place = (level * top) / own
  return Number.isInteger(place) ? place : null
}

/**
 * A scoring made under the scales `from`, read on the scales `to`. It only proposes: history is never rewritten. An impact of a
 * dimension that is gone is left out; where none is left, or one has no place, the scoring has none either.
 */
export const remapped = (from: Scaled, to: Scales, scoring: Scoring): Remapped => {
  const { after, notes } = likelihoodUnder(from, to, scoring)
  const impacts: Scoring['impacts'] = []
  let isLost = false
  for (const impact of scoring.impacts) {
    const { dimension, level } = impact
    const before = from.impacts[level]?.word ?? String(level + 1)
    const known = to.dimensions.find(one => isNamedAlike(one, dimension))
    const at = impactUnder(from, to, level)
    if (known === undefined) notes.push(sentence('rules.remap.dimensionLost', { dimension, before }))
    else if (at === null) {
      isLost = true
      notes.push(sentence('rules.remap.impactLost', { before, dimension }))
    } else {
      const word = to.impacts[at]?.word ?? ''
      if (!isNamedAlike(word, before)) notes.push(sentence('rules.remap.impactByPlace', { before, after: word }))
      impacts.push({ ...impact, dimension: known, level: at })
    }
  }
  if (isLost || impacts.length === 0) return { scoring: null, level: null, notes: [...new Set(notes)] }
  const { likelihoodLow, likelihoodHigh } = scoring
  return {
    scoring: { likelihoodWord: after, likelihoodLow, likelihoodHigh, impacts },
    level: levelOf(to, likelihoodLow, likelihoodHigh, impacts),
    notes: [...new Set(notes)],
  }
}
