import type { MatrixFrameRow, MatrixFrameView } from '../../../shared/contract/matrix.ts'
import type { ClaimId } from '../../../shared/model/id.ts'
import { useRead } from '../../query.ts'

/** The row and the column that an address opens; column 0 is the whole term, the last one our position. */
export type Opened = { row: MatrixFrameRow; column: number }

/** `?term=ID` with the key of a column or `position`: what it opens among the columns shown; null when it opens nothing. */
export const openedBy = (
  { rows }: Pick<MatrixFrameView, 'rows'>,
  columns: readonly { key: string }[],
  query: Readonly<Record<string, string>>,
): Opened | null => {
  const row = rows.find(one => one.term.id === query.term)
  if (row === undefined) return null
  const key = query.column ?? query.source
  return { row, column: key === 'position' ? columns.length + 1 : columns.findIndex(column => column.key === key) + 1 }
}

/** As `openedBy`; `?claim=ID` opens the cell that the claim stands in, for which it is asked. */
export const useOpened = (
  frame: MatrixFrameView | undefined,
  columns: readonly { key: string }[],
  query: Readonly<Record<string, string>>,
): Opened | null => {
  const { value } = useRead('claims.list', query.claim === undefined ? null : { ids: [query.claim as ClaimId] })
  if (frame === undefined) return null
  const claim = value?.[0]
  if (claim === undefined) return query.claim === undefined ? openedBy(frame, columns, query) : null
  const key = frame.axis === 'sources' ? claim.source : frame.axis === 'parties' ? (claim.party ?? '') : undefined
  return openedBy(frame, columns, { term: claim.term, ...(key === undefined ? {} : { column: key }) })
}
