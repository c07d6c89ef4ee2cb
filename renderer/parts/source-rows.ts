import { useEffect, useMemo } from 'react'
import type { SourceRow } from '../../shared/contract/sources.ts'
import type { OutputOf } from '../../shared/contract.ts'
import type { Refusal } from '../../shared/outcome.ts'
import { hold } from '../held.ts'
import { useRead } from '../query.ts'

type Changes = OutputOf<'sources.changes'>

/** The rows as they were at a place of the history, from which on only changes are asked for. */
type Base = { at: string; rows: readonly SourceRow[] }

// Beside the screen: an analyst who comes back finds the rows there, and what changed meanwhile is asked for.
const base = hold<Base | null>(null)

/** Changes kept upon the rows before they are taken into them. */
const mostChanges = 400

/** The rows with those that changed in their place, new ones at the end, as they came. */
export const withChanges = (rows: readonly SourceRow[], changes: Changes): readonly SourceRow[] => {
  if (changes.whole) return changes.rows
  if (changes.rows.length === 0 && changes.gone.length === 0) return rows
  const [changed, gone] = [new Map(changes.rows.map(row => [row.id, row])), new Set(changes.gone)]
  const kept = rows.flatMap(row => {
    const next = changed.get(row.id)
    changed.delete(row.id)
    return gone.has(row.id) ? [] : [next ?? row]
  })
  // Undo brings back a row in the middle: ids grow with time.
  return changed.size === 0 ? kept : [...kept, ...changed.values()].sort((one, other) => (one.id < other.id ? -1 : 1))
}

/** Every source of the case as a row, in the order in which they came; undefined until they are known. An edit brings its own rows, not all of them. */
export const useSourceRows = (): { rows: readonly SourceRow[] | undefined; refusal: Refusal | undefined } => {
  const from = base.use()
  const { value: changes, refusal } = useRead('sources.changes', { since: from?.at ?? null })
  const rows = useMemo(() => changes && withChanges(from?.rows ?? [], changes), [from, changes])
  useEffect(() => {
    if (changes === undefined || rows === undefined) return
    if (changes.whole || changes.rows.length + changes.gone.length > mostChanges) base.set({ at: changes.at, rows })
  }, [changes, rows])
  // Between taking changes in and the next answer the rows taken in are those to show.
  return { rows: rows ?? from?.rows, refusal }
}
