import { useEffect, useMemo } from 'react'
import type { SourceCounts, SourceRow } from '../../../shared/contract/sources.ts'
import type { OutputOf } from '../../../shared/contract.ts'
import type { Refusal } from '../../../shared/outcome.ts'
import { hold } from '../../held.ts'
import { useRead } from '../../query.ts'

/** A row of the library with what rests on it, which is asked for apart: it changes with every excerpt. */
export type LibrarySource = SourceRow & { excerpts: number; claims: number; unread: number }

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

/** The rows with their counts. A row that is as before, with counts as before, stays the same object. */
const counted = () => {
  let before = new Map<SourceRow, LibrarySource>()
  return (rows: readonly SourceRow[], counts: readonly SourceCounts[], terms: number): LibrarySource[] => {
    const byId = new Map(counts.map(one => [one.id, one]))
    const now = new Map<SourceRow, LibrarySource>()
    const all = rows.map(row => {
      const { excerpts = 0, claims = 0, read = 0 } = byId.get(row.id) ?? {}
      const unread = terms - read
      const known = before.get(row)
      const isSame = known && known.excerpts === excerpts && known.claims === claims && known.unread === unread
      const source = isSame ? known : { ...row, excerpts, claims, unread }
      now.set(row, source)
      return source
    })
    before = now
    return all
  }
}

/** Every source of the case with its counts; undefined until both are known. */
export const useLibrary = (): { sources: LibrarySource[] | undefined; refusal: Refusal | undefined } => {
  const from = base.use()
  const { value: changes, refusal } = useRead('sources.changes', { since: from?.at ?? null })
  const { value: counts } = useRead('sources.counts', {})
  const rows = useMemo(() => changes && withChanges(from?.rows ?? [], changes), [from, changes])
  useEffect(() => {
    if (changes === undefined || rows === undefined) return
    if (changes.whole || changes.rows.length + changes.gone.length > mostChanges) base.set({ at: changes.at, rows })
  }, [changes, rows])
  const count = useMemo(counted, [])
  const last = from?.rows
  const sources = useMemo(() => {
    // Between taking changes in and the next answer the rows taken in are those to show.
    const shown = rows ?? last
    return shown && counts && count(shown, counts.sources, counts.terms)
  }, [rows, last, counts, count])
  return { sources, refusal }
}
