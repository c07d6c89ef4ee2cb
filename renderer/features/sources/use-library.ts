import { useMemo } from 'react'
import type { SourceCounts, SourceRow } from '../../../shared/contract/sources.ts'
import type { Refusal } from '../../../shared/outcome.ts'
import { useSourceRows } from '../../parts/source-rows.ts'
import { useRead } from '../../query.ts'

/** A row of the library with what rests on it, which is asked for apart: it changes with every excerpt. */
export type LibrarySource = SourceRow & { excerpts: number; claims: number; unread: number }

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
  const { rows, refusal } = useSourceRows()
  const { value: counts } = useRead('sources.counts', {})
  const count = useMemo(counted, [])
  const sources = useMemo(() => rows && counts && count(rows, counts.sources, counts.terms), [rows, counts, count])
  return { sources, refusal }
}
