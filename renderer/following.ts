import type { InputOf, OutputOf, ReadName } from '../shared/contract.ts'
import type { Outcome } from '../shared/outcome.ts'
import { keptInOrder } from '../shared/rules/kept-in-order.ts'
import { byRank, byRef } from '../shared/rules/scoring.ts'
import { call } from './api.ts'

/** An answer, and the place of the log at which it stood. */
export type Followed = { at: string; value: unknown }

type Follower = (before: Followed | null) => Promise<Outcome<Followed>>

const register: Follower = async before => {
  const outcome = await call('risks.registerSince', { since: before?.at ?? null })
  if (!outcome.ok) return outcome
  const { at, whole, rows, gone } = outcome.value
  const known = before?.value as OutputOf<'risks.register'> | undefined
  const value = whole || known === undefined ? rows : keptInOrder(known, { changed: rows, gone }, byRank)
  return { ...outcome, value: { at, value } }
}

const mapOfNow: Follower = async before => {
  const outcome = await call('risks.mapSince', { since: before?.at ?? null })
  if (!outcome.ok) return outcome
  const { at, whole, criteria, risks: changed, gone } = outcome.value
  const known = before?.value as OutputOf<'risks.map'> | undefined
  const risks = whole || known === undefined ? changed : keptInOrder(known.risks, { changed, gone }, byRef)
  return { ...outcome, value: { at, value: { criteria, risks } } }
}

/**
 * Answers too long to come whole after every edit: what changed since the one before is asked for and taken into it.
 * What did not change stays the same object, so that nothing of it is drawn anew.
 */
export const followerOf = (name: ReadName, input: unknown): Follower | null => {
  if (name === 'risks.register') return register
  return name === 'risks.map' && (input as InputOf<'risks.map'>).asOf === null ? mapOfNow : null
}
