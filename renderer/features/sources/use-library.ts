import { useMemo } from 'react'
import type { SourceRow } from '../../../shared/contract/sources.ts'
import type { Refusal } from '../../../shared/outcome.ts'
import { useRead } from '../../query.ts'

/** A row of the library with what rests on it, which is asked for apart: it changes with every excerpt. */
export type LibrarySource = SourceRow & { excerpts: number; claims: number; unread: number }

/** Every source of the case with its counts; undefined until both are known. */
export const useLibrary = (): { sources: LibrarySource[] | undefined; refusal: Refusal | undefined } => {
  const { value: rows, refusal } = useRead('sources.list', {})
  const { value: counts } = useRead('sources.counts', {})
  const sources = useMemo(() => {
    if (rows === undefined || counts === undefined) return undefined
    const byId = new Map(counts.sources.map(one => [one.id, one]))
    return rows.map((row): LibrarySource => {
      const { excerpts = 0, claims = 0, read = 0 } = byId.get(row.id) ?? {}
      return { ...row, excerpts, claims, unread: counts.terms - read }
    })
  }, [rows, counts])
  return { sources, refusal }
}
