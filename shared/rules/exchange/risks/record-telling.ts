import type { RegisterDifference } from '../../../contract/register-exchange.ts'
import { clipped, sentence } from '../../sentence.ts'
import type { RecordCells } from '../record-sheets.ts'
import type { RecordKind } from './record-kinds.ts'
import type { RecordLine } from './record-lines.ts'
import type { RiskLink } from './steps.ts'

/** What stands in for the id and the instants of a row that a person added: the case gives their own. */
export const noId = '00000000-0000-7000-8000-000000000000'
export const noInstant = '1970-01-01T00:00:00.000Z'

/** The risk that a row belongs to, and how it is called. */
export type LinkOf = (ref: string) => RiskLink | undefined

export const wordsOf = (cells: RecordCells, column: string): string => String(cells[column] ?? '').trim()

/** The columns in which rows differ, in words before and after; null where none does. */
export const differing = (
  before: RecordCells,
  after: RecordCells,
  untold: readonly string[] = ['created', 'updated'],
) => {
  const columns = Object.keys(before).filter(
    column => !untold.includes(column) && String(before[column] ?? '') !== String(after[column] ?? ''),
  )
  const lines = (cells: RecordCells) => columns.map(column => `${column}: ${cells[column] ?? ''}`).join('\n')
  return columns.length === 0 ? null : { before: lines(before), after: lines(after) }
}

export const faultsOf = (problems: readonly { column: string; cell: string }[]) =>
  problems.map(({ column, cell }) => sentence('rules.sheetBadField', { field: column, words: clipped(cell, 200) }))

/** The cells of a row with those of columns that the sheet does not have as they are in the case: they say nothing. */
export const besides = (cells: RecordLine['cells'], before: RecordCells): RecordLine['cells'] => ({
  ...before,
  ...cells,
})

export const difference = (
  { key, place }: RecordLine,
  what: RecordKind,
  kind: RegisterDifference['kind'],
  more: Partial<RegisterDifference> = {},
): RegisterDifference => ({ key, what, kind, place, title: '', column: '', before: '', after: '', notes: [], ...more })
