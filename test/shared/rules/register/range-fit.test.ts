import { expect, test } from 'vitest'
import { rangeFit } from '../../../../shared/rules/register/range-fit.ts'

const likelihoods = [
  { word: 'unlikely', low: 0, high: 40 },
  { word: 'even', low: 40, high: 60 },
  { word: 'likely', low: 60, high: 100 },
]

test.each([
  ['even', 40, 60, 'same'],
  ['even', 45, 55, 'narrower'],
  ['even', 40, 50, 'narrower'],
  ['even', 30, 70, 'wider'],
  ['even', 40, 70, 'wider'],
  ['even', 35, 55, 'beyond'],
  ['even', 45, 64, 'beyond'],
  // The midpoint of 50 to 70 is 60, which belongs to "likely": bands are half-open.
  ['even', 50, 70, 'elsewhere'],
  ['unlikely', 70, 90, 'elsewhere'],
  ['certain', 40, 60, 'unknown'],
])('%s with %d to %d %% is %s', (likelihoodWord, likelihoodLow, likelihoodHigh, fit) => {
  expect(rangeFit({ likelihoods }, { likelihoodWord, likelihoodLow, likelihoodHigh })).toBe(fit)
})
