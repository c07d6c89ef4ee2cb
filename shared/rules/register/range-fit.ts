import type { Scales } from '../../model/criteria.ts'
import { bandOf } from '../scoring.ts'

/**
 * How a range in percent stands to that of its word. `same`: they are one · `narrower`: it lies within · `wider`: it holds the
 * word's and more · `beyond`: it crosses an end of it · `elsewhere`: its midpoint belongs to another word, under which the level
 * is looked up · `unknown`: the scales have no such word.
 */
export type RangeFit = 'same' | 'narrower' | 'wider' | 'beyond' | 'elsewhere' | 'unknown'

export const rangeFit = (
  scales: Pick<Scales, 'likelihoods'>,
  {
    likelihoodWord,
    likelihoodLow: low,
    likelihoodHigh: high,
  }: Record<'likelihoodLow' | 'likelihoodHigh', number> & {
    likelihoodWord: string
  },
): RangeFit => {
  const at = scales.likelihoods.findIndex(({ word }) => word === likelihoodWord)
  const band = scales.likelihoods[at]
  if (band === undefined) return 'unknown'
  if (low === band.low && high === band.high) return 'same'
  if (bandOf(scales, low, high) !== at) return 'elsewhere'
  if (low >= band.low && high <= band.high) return 'narrower'
  return low <= band.low && high >= band.high ? 'wider' : 'beyond'
}
