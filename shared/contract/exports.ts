import * as z from 'zod'
import { termId } from '../model/id.ts'
import { partialDate } from '../model/partial-date.ts'
import { exported } from './exported.ts'
import { grain } from './matrix.ts'
import { write } from './operation.ts'

/**
 * What of the matrix is exported: three axes, the coverage with its gaps, lists of what stands behind the cells, and the
 * two sheets that hold every field of claims and terms and can be read back.
 */
export const exportView = z.enum([
  'sources',
  'parties',
  'dates',
  'coverage',
  'positions',
  'conflicts',
  'evidence',
  'claims',
  'terms',
])
export type ExportView = z.infer<typeof exportView>

export const matrixFormat = z.enum(['xlsx', 'csv', 'docx', 'pdf', 'json'])
export type MatrixFormat = z.infer<typeof matrixFormat>

export const matrixExport = z.strictObject({
  format: matrixFormat,
  /** Null: in a workbook all of them, else the terms by sources. */
  view: exportView.nullable(),
  /** As it could have been drawn up on that day (shared/rules/matrix-as-of.ts); null: all that the case has. */
  asOf: partialDate.nullable(),
  /** Of the dates; null: the finest with at most 40 columns. */
  grain: grain.nullable(),
  /** The terms that are told of, as a filter left them; null: all. */
  terms: z.array(termId).max(100_000).nullable(),
})
export type MatrixExport = z.infer<typeof matrixExport>

export const exportOperations = {
  /** Views of the matrix, to a file the analyst chooses. */
  'matrix.export': write(matrixExport, exported),
}
