import type { Consistency } from '../../../shared/model/hypothesis.ts'

/** The ratings by what is typed: their letters, or a digit that walks from one end of the scale to the other. */
const typedRatings: Readonly<Record<string, Consistency>> = {
  cc: 'very consistent',
  c: 'consistent',
  n: 'neutral',
  i: 'inconsistent',
  ii: 'very inconsistent',
  na: 'not applicable',
  1: 'very consistent',
  2: 'consistent',
  3: 'neutral',
  4: 'inconsistent',
  5: 'very inconsistent',
  0: 'not applicable',
}

/** The digit that stands for a rating. */
export const digitOf: Readonly<Record<Consistency, string>> = {
  'very consistent': '1',
  consistent: '2',
  neutral: '3',
  inconsistent: '4',
  'very inconsistent': '5',
  'not applicable': '0',
}

/**
 * What a letter or a digit means after `before`, what was typed in the same cell just before it: `c` and then `c` is CC,
 * `n` and then `a` is NA. Null where it means nothing. `typed` is what stands before the next letter.
 */
export const ratingTyped = (key: string, before: string): { rating: Consistency; typed: string } | null => {
  const letter = key.toLowerCase()
  for (const typed of [before + letter, letter]) {
    const rating = Object.hasOwn(typedRatings, typed) ? typedRatings[typed] : undefined
    if (rating !== undefined) return { rating, typed }
  }
  return null
}
