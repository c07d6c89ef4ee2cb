import {
  type ColumnTarget,
  type ExchangePlan,
  type MatrixLayout,
  type TermField,
  type TermListLayout,
  termField,
} from '../../../../shared/contract/exchange.ts'
import { partialDate } from '../../../../shared/model/partial-date.ts'
import type { Book, Sheet } from '../../../../shared/model/sheet.ts'
import { readableWords, rowsOf, shownWords } from '../../../../shared/rules/exchange/cells.ts'
import { firstSheet, guessSheet, recordPlan } from '../../../../shared/rules/exchange/guess-kind.ts'
import { guessMatrix, guessRows, type Named } from '../../../../shared/rules/exchange/matrix-guess.ts'

/** How a file is being read in: which of its sheets, as what, and how that is laid out. */
export type SheetReading = {
  book: Book
  sheet: number
  kind: ExchangePlan['kind']
  layout: MatrixLayout
  list: TermListLayout
}

/** The way of reading a sheet that fits best. */
export const readingOf = (book: Book, named: Named, at = firstSheet(book)): SheetReading => {
  const sheet: Sheet = book.sheets[at] ?? { name: '', hidden: false, rows: [] }
  return { book, sheet: at, ...guessSheet(sheet, named, book.fileName) }
}

export const sheetOf = ({ book, sheet }: SheetReading): Sheet =>
  book.sheets[sheet] ?? { name: '', hidden: false, rows: [] }

export const planOf = (reading: SheetReading): ExchangePlan => {
  const { kind, layout, list, book } = reading
  if (kind === 'matrix') return { kind, sheet: sheetOf(reading), layout }
  if (kind === 'terms') return { kind, sheet: sheetOf(reading), layout: list }
  return recordPlan(book, sheetOf(reading))
}

/** Turned the other way round, or with the heads in another row: columns and rows are guessed anew. */
export const laidOut = (
  reading: SheetReading,
  named: Named,
  { termsIn = reading.layout.termsIn, head }: { termsIn?: 'rows' | 'columns'; head?: number },
): SheetReading => ({
  ...reading,
  layout: { ...guessMatrix(sheetOf(reading), named, termsIn, head), reportedBy: reading.layout.reportedBy },
})

/** One column of a sheet as the analyst sees it: its place, its head and its first words. */
export type SeenColumn = { at: number; head: string; first: string }

export const columnsOf = (reading: SheetReading): SeenColumn[] => {
  const isMatrix = reading.kind === 'matrix'
  const rows = rowsOf(sheetOf(reading), isMatrix ? reading.layout.termsIn : 'rows')
  const head = isMatrix ? reading.layout.head : reading.list.head
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  return Array.from({ length: width }, (_, at) => ({
    at,
    head: readableWords(rows[head]?.[at]),
    first:
      rows
        .slice(head + 1)
        .map(row => shownWords(row[at]).trim())
        .find(Boolean) ?? '',
  }))
}

/** What a column may be taken for, as the value of a choice. */
export const choiceOf = (reading: SheetReading, at: number): string => {
  const fields = reading.kind === 'matrix' ? reading.layout.fields : reading.list.fields
  const field = termField.options.find(one => fields[one] === at)
  if (field) return `field ${field}`
  const to = reading.kind === 'matrix' ? reading.layout.columns.find(one => one.at === at)?.to : undefined
  if (to === undefined) return 'ignore'
  return to.kind === 'source' || to.kind === 'party' ? `${to.kind} ${to.id}` : to.kind
}

const targetOf = (choice: string, { at, head }: SeenColumn, reading: SheetReading): ColumnTarget => {
  const [kind, id = ''] = choice.split(' ')
  const title = head.trim().slice(0, 2_000) || `${at + 1}`
  if (choice === 'new source') return { kind: choice, title }
  if (choice === 'new party') return { kind: choice, name: title }
  if (kind === 'source') return { kind, id: id as never }
  if (kind === 'party') return { kind, id: id as never }
  const date = partialDate.safeParse(head.trim()).data
  if (kind === 'date' && date !== undefined) return { kind, date }
  const before = reading.layout.columns.findLast(
    one => one.at < at && one.to.kind !== 'stage' && one.to.kind !== 'ignore',
  )
  return kind === 'stage' && before ? { kind, of: before.at } : { kind: 'ignore' }
}

const without = (fields: MatrixLayout['fields'], at: number): MatrixLayout['fields'] =>
  Object.fromEntries(Object.entries(fields).filter(([, column]) => column !== at))

/** The reading with a column taken for something else. */
export const withChoice = (reading: SheetReading, column: SeenColumn, choice: string, named: Named): SheetReading => {
  const { at } = column
  const field = choice.startsWith('field ') ? (choice.slice(6) as TermField) : null
  const set = (fields: MatrixLayout['fields']) =>
    field === null ? without(fields, at) : { ...without(fields, at), [field]: at }
  if (reading.kind !== 'matrix') return { ...reading, list: { ...reading.list, fields: set(reading.list.fields) } }
  const { layout } = reading
  const fields = set(layout.fields)
  const others = layout.columns.filter(one => one.at !== at)
  const columns = field === null ? [...others, { at, to: targetOf(choice, column, reading) }] : others
  const rows = rowsOf(sheetOf(reading), layout.termsIn)
  const namesMoved = fields.name !== layout.fields.name || fields.ref !== layout.fields.ref
  return {
    ...reading,
    layout: {
      ...layout,
      fields,
      columns: columns.toSorted((one, other) => one.at - other.at),
      rows: namesMoved ? guessRows(rows, layout.head, fields, named) : layout.rows,
    },
  }
}
