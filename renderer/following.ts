import type { OutputOf, ReadName } from '../shared/contract.ts'
import type { Outcome } from '../shared/outcome.ts'
import { keptInOrder } from '../shared/rules/kept-in-order.ts'
import { byRank } from '../shared/rules/scoring.ts'
import { call } from './api.ts'

/** An answer, and the place of the log at which it stood. */
export type Followed = { at: string; value: unknown }

type Rows = OutputOf<'risks.register'>

const register = async (before: Followed | null): Promise<Outcome<Followed>> => {
  const outcome = await call('risks.registerSince', { since: before?.at ?? null })
  if (!outcome.ok) return outcome
  const { at, whole, rows, gone } = outcome.value
  const value = whole || before === null ? rows : keptInOrder(before.value as Rows, { changed: rows, gone }, byRank)
  return { ...outcome, value: { at, value } }
}

/**
 * Answers too long to come whole after every edit: what changed since the one before is asked for and taken into it.
 * Rows that did not change stay the same objects, so that nothing of them is drawn anew.
 */
export const followers: Partial<Record<ReadName, (before: Followed | null) => Promise<Outcome<Followed>>>> = {
  'risks.register': register,
}
