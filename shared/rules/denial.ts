import type { Claim } from '../model/claim.ts'
import type { Term } from '../model/term.ts'
import type { StatedValue } from '../model/typed-value.ts'
import { allowedBy, type Difference, optionsOf } from './difference.ts'

type Saying = StatedValue & Pick<Claim, 'polarity'>

/** A denial that names no value denies whatever is said of the term. */
export const isBare = ({ value, raw }: StatedValue): boolean => value === null && raw.trim() === ''

/** The answer to a yes-or-no question: who denies a yes says no. Null when the claim gives none. */
const answerOf = ({ polarity, value }: Saying): boolean | null =>
  value?.type === 'boolean' ? value.holds === (polarity === 'asserts') : null

/** Whether two claims on a yes-or-no question give one answer; null when it is not one, or one of them answers nothing. */
export const isOneAnswer = (one: Saying, other: Saying): boolean | null => {
  const [a, b] = [answerOf(one), answerOf(other)]
  const bare = (saying: Saying) => (saying.polarity === 'denies' && isBare(saying) ? false : null)
  const [left, right] = [a ?? (b === null ? null : bare(one)), b ?? (a === null ? null : bare(other))]
  return left === null || right === null ? null : left === right
}

/** How much of what is asserted a denial denies. */
export type Reach = 'all' | 'some' | 'none'

/** Of two values that `difference` has compared, neither of them bare. Lists: one thing of the list denied denies the list. */
export const reachOf = (
  denied: StatedValue,
  asserted: StatedValue,
  difference: Difference,
  term: Pick<Term, 'tolerance'>,
): Reach => {
  const [without, list] = [optionsOf(denied), optionsOf(asserted)]
  if (without !== null && list !== null) {
    if ([...without].every(option => list.has(option))) return 'all'
    return [...without].some(option => list.has(option)) ? 'some' : 'none'
  }
  if (difference.how === 'differs') return 'none'
  if (difference.how === 'same') return 'all'
  const [outer, inner] = [allowedBy(denied, asserted), allowedBy(asserted, denied)]
  if (outer === null || inner === null) return 'some'
  const slack = (end: number, bound: number) => (Math.max(Math.abs(end), Math.abs(bound)) * term.tolerance) / 100 + 1e-9
  const above = inner.low >= outer.low || outer.low - inner.low <= slack(outer.low, inner.low)
  const below = inner.high <= outer.high || inner.high - outer.high <= slack(outer.high, inner.high)
  return above && below ? 'all' : 'some'
}

/** Two denials that leave nothing: of 50 and more, and of 60 and less. */
export const leaveNothing = (one: StatedValue, other: StatedValue): boolean => {
  const [a, b] = [allowedBy(one, other), allowedBy(other, one)]
  if (a === null || b === null) return false
  const [floor, ceiling] = a.high === Number.POSITIVE_INFINITY ? [a, b] : [b, a]
  return (
    floor.high === Number.POSITIVE_INFINITY && ceiling.low === Number.NEGATIVE_INFINITY && floor.low <= ceiling.high
  )
}
