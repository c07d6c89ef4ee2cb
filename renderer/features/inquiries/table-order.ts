import type { ClaimId } from '../../../shared/model/id.ts'
import { type ClaimLine, mostTellingFirst } from '../../../shared/rules/inquiry-findings.ts'

export type Order = 'telling' | 'own'

/** The lines in the order that is wanted now. */
export const ordered = (lines: readonly ClaimLine[], order: Order): ClaimLine[] =>
  order === 'telling' ? mostTellingFirst(lines) : [...lines]

/**
 * The lines in the order in which they stood, so that no line jumps away under the hands that rate it; null when there
 * are other claims than there were, and they are to be put in order anew.
 */
export const asTheyStood = (lines: readonly ClaimLine[], stood: readonly ClaimId[]): ClaimLine[] | null => {
  const known = new Map(lines.map(line => [line.claim.id, line]))
  const kept = stood.flatMap(id => known.get(id) ?? [])
  return kept.length === lines.length && stood.length === lines.length ? kept : null
}

export const idsOf = (lines: readonly ClaimLine[]): ClaimId[] => lines.map(({ claim }) => claim.id)

/** The ids with one of them a step further; null where there is no further. */
export const stepped = <Id>(ids: readonly Id[], id: Id, by: 1 | -1): Id[] | null => {
  const from = ids.indexOf(id)
  const to = from + by
  const other = ids[to]
  if (from < 0 || other === undefined) return null
  const next = [...ids]
  next[from] = other
  next[to] = id
  return next
}
