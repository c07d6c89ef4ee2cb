import type { RegisterField, RegisterMapping, RegisterPlan } from '../../../../shared/contract/register-exchange.ts'
import type { Scales } from '../../../../shared/model/criteria.ts'
import type { Book, Sheet } from '../../../../shared/model/sheet.ts'
import { readableWords, shownWords } from '../../../../shared/rules/exchange/cells.ts'
import { guessRegister, meaningsIn, orderIn } from '../../../../shared/rules/exchange/risks/guess-register.ts'
import {
  isExportedRegister,
  registerPlanOf,
  registerSheet,
} from '../../../../shared/rules/exchange/risks/register-plan.ts'

/** How a file is being read in: which of its sheets, as records or by a mapping. */
export type Reading = { book: Book; at: number; asRecords: boolean; mapping: RegisterMapping }

const noSheet: Sheet = { name: '', hidden: false, rows: [] }
export const sheetOf = ({ book, at }: Pick<Reading, 'book' | 'at'>): Sheet => book.sheets[at] ?? noSheet

/** The way of reading a file that fits best. */
export const readingOf = (book: Book, scales: Scales, at = registerSheet(book, scales)): Reading => ({
  book,
  at,
  asRecords: isExportedRegister(book),
  mapping: guessRegister(sheetOf({ book, at }), scales),
})

export const planOf = ({ book, at, mapping, asRecords }: Reading): RegisterPlan =>
  registerPlanOf(book, at, mapping, asRecords)

/** The reading with a column taken for a field, or for none: what its words mean is guessed anew, what was said stays. */
export const withField = (reading: Reading, column: number, field: RegisterField | null, scales: Scales): Reading => {
  const { mapping } = reading
  const at = mapping.columns.findIndex(one => one.at === column)
  const columns =
    field === null
      ? mapping.columns.filter(one => one.at !== column)
      : at < 0
        ? [...mapping.columns, { at: column, field }]
        : mapping.columns.with(at, { at: column, field })
  const sheet = sheetOf(reading)
  const next = { ...mapping, columns }
  return {
    ...reading,
    mapping: {
      ...next,
      values: meaningsIn(sheet, next, scales, mapping.values),
      dayFirst: mapping.dayFirst ?? orderIn(sheet, next),
    },
  }
}

/** A column as the analyst sees it: its place, its head and its first words. */
export type SeenColumn = { at: number; head: string; first: string }

export const columnsOf = (reading: Reading): SeenColumn[] => {
  const { rows } = sheetOf(reading)
  const { head } = reading.mapping
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  return Array.from({ length: width }, (_, at) => ({
    at,
    head: readableWords(rows[head]?.[at]),
    first:
      rows
        .slice(head + 1)
        .map(row => shownWords(row[at]).trim())
        .find(Boolean) ?? '',
  })).filter(column => column.head !== '' || column.first !== '')
}
