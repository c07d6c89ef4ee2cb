import {
  type ExportView,
  exportView,
  type MatrixExport,
  type MatrixFormat,
  matrixFormat,
} from '../../../../shared/contract/exports.ts'
import type { Grain, MatrixAxis } from '../../../../shared/contract/matrix.ts'
import type { TermId } from '../../../../shared/model/id.ts'
import type { PartialDate } from '../../../../shared/model/partial-date.ts'

/** What the screen shows: where an export begins. */
export type OnScreen = {
  axis: MatrixAxis
  isCoverage: boolean
  asOf: PartialDate | null
  grain: Grain | null
  /** The days on which something enters, ascending. */
  days: readonly PartialDate[]
  /** The terms that the filter lets through, in the order of the matrix, and how many there are in all. */
  shown: readonly TermId[]
  terms: number
  /** The filter shows one column alone. */
  isOneColumn: boolean
}

/** What is chosen in the dialog. `view` is `all` for a workbook of all views. */
export type ExportChoice = {
  format: MatrixFormat
  view: ExportView | 'all'
  asOf: PartialDate | null
  grain: Grain | null
  onlyShown: boolean
}

/** What can be set on pages; everything else is a list. */
const forPages: readonly ExportView[] = ['sources', 'parties', 'dates', 'coverage']

/** The views that a format tells of, in the order of the workbook. */
export const viewsFor = (format: MatrixFormat): readonly (ExportView | 'all')[] =>
  format === 'docx' || format === 'pdf'
    ? forPages
    : format === 'xlsx'
      ? ['all', ...exportView.options]
      : exportView.options

export const formats = matrixFormat.options

/** What the screen shows now, as a workbook. */
export const firstChoice = (on: OnScreen): ExportChoice => ({
  format: 'xlsx',
  view: on.isCoverage ? 'coverage' : on.axis,
  asOf: on.asOf,
  grain: on.grain,
  onlyShown: on.shown.length < on.terms,
})

/** Another format; a view that it cannot tell of gives way to the one on the screen. */
export const withFormat = (choice: ExportChoice, format: MatrixFormat, on: OnScreen): ExportChoice => ({
  ...choice,
  format,
  view: viewsFor(format).includes(choice.view) ? choice.view : firstChoice(on).view,
})

/** Whether days have columns in what is chosen. */
export const hasDates = ({ view }: ExportChoice): boolean => view === 'all' || view === 'dates'

/** What is asked of the workbench. */
export const askedExport = (choice: ExportChoice, on: OnScreen): MatrixExport => ({
  format: choice.format,
  view: choice.view === 'all' ? null : choice.view,
  asOf: choice.asOf,
  grain: hasDates(choice) ? choice.grain : null,
  terms: choice.onlyShown ? [...on.shown] : null,
})
