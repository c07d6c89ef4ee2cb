import type { ExchangePlan, MatrixLayout, TermListLayout } from '../../contract/exchange.ts'
import type { Book, Sheet } from '../../model/sheet.ts'
import { sameName } from '../same-name.ts'
import { guessMatrix, type Named } from './matrix-guess.ts'
import { recordsIn } from './record-steps.ts'
import { guessTermList } from './term-list.ts'

/** A sheet, what it most likely is, and how it would be laid out as either. */
export type GuessedSheet = { kind: ExchangePlan['kind']; layout: MatrixLayout; list: TermListLayout }

/** The sheet to begin with: one of records, which an export wrote and which loses nothing; else the first shown that has words. */
export const firstSheet = ({ sheets }: Book): number => {
  const ofRecords = sheets.findIndex(sheet => recordsIn(sheet) !== null)
  return ofRecords >= 0
    ? ofRecords
    : Math.max(
        0,
        sheets.findIndex(({ hidden, rows }) => !hidden && rows.length > 0),
      )
}

/**
 * A source named for the file stands in for who reported what stands under parties and days: the one of the case, where
 * the file was read in before.
 */
export const reporterOf = (fileName: string, { sources }: Pick<Named, 'sources'>) => {
  const title = fileName.trim().slice(0, 2_000) || '?'
  const known = sources.find(source => sameName(source.title, title))
  return known ? { id: known.id } : { title }
}

/** What a sheet most likely is: records by their columns, a list of terms by heads of their fields, else a matrix. */
export const guessSheet = (sheet: Sheet, named: Named, fileName: string): GuessedSheet => {
  const list = guessTermList(sheet)
  const layout = { ...guessMatrix(sheet, named), reportedBy: reporterOf(fileName, named) }
  const hasValues = layout.columns.some(({ to }) => to.kind !== 'ignore' && to.kind !== 'stage')
  // A matrix names its terms and their categories; a list says more of them, and little else.
  const others = layout.columns.filter(({ to }) => to.kind !== 'ignore').length
  const stated = Object.keys(list.fields).length
  const isList = list.fields.name !== undefined && stated > 2 && stated > others
  const kind = recordsIn(sheet) !== null ? 'records' : isList || !hasValues ? 'terms' : 'matrix'
  return { kind, layout, list }
}

/** The plan that reads the sheets of records of a workbook together. */
export const recordPlan = ({ sheets }: Book, besides: Sheet): ExchangePlan => {
  const known = sheets.filter(one => recordsIn(one) !== null)
  return { kind: 'records', sheets: (known.length === 0 ? [besides] : known).slice(0, 2) }
}
