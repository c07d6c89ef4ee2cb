import type { Sheet, SheetCell } from '../../model/sheet.ts'

/** Rows of a sheet, or its columns as rows. */
export type Rows = readonly (readonly SheetCell[])[]

/** The sheet turned over: its columns as rows. */
export const turnedOver = (rows: Rows): SheetCell[][] => {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  return Array.from({ length: width }, (_, column) => rows.map(row => row[column] ?? ''))
}

/** `A`, `Z`, `AA`: a column from 0 as spreadsheets name it. */
export const columnLetters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : columnLetters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26))

/** `C7`: a cell by its row and column from 0. */
export const cellPlace = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`

export const shownWords = (cell: SheetCell | undefined): string =>
  cell === undefined ? '' : typeof cell === 'string' ? cell : cell.shown

/** What stands behind the cell: a number with all its digits, a day as ISO 8601; else its words. */
export const exactWords = (cell: SheetCell | undefined): string =>
  cell === undefined ? '' : typeof cell === 'string' ? cell : cell.exact

const isDay = /^\d{4}-\d{2}-\d{2}$/
/** Fifteen digits are what a spreadsheet holds; what lies beyond is noise of its arithmetic. */
const plain = (value: number) => String(Number(value.toPrecision(15)))

/**
 * The words of a cell to be read as a value. A day is ISO 8601, however it is shown ("05.01.2025" could be two days);
 * a number that is shown rounded is written with all its digits: `33 %` shown of 0.3333 is `33.33 %`.
 */
export const readableWords = (cell: SheetCell | undefined): string => {
  const shown = shownWords(cell).trim()
  const exact = exactWords(cell).trim()
  if (exact === shown || exact === '') return shown
  if (isDay.test(exact)) return exact
  const number = Number(exact)
  if (!Number.isFinite(number)) return shown
  const isShare = shown.endsWith('%')
  const value = plain(isShare ? number * 100 : number)
  const [digits = ''] = shown.match(/\d[\d,\s]*(?:\.\d+)?/) ?? []
  if (plain(Number(digits.replace(/[,\s]/g, ''))) === value.replace('-', '')) return shown
  const around = shown.replace(digits, '')
  if (isShare) return `${value} %`
  // Letters around it may be a scale, as in `1.2M`: then only the number itself is sure.
  return /^[-()\s\p{Sc}]*$/u.test(around) && digits !== '' ? shown.replace(digits, value.replace('-', '')) : value
}

/** The sheet as its layout sees it. */
export const rowsOf = ({ rows }: Pick<Sheet, 'rows'>, termsIn: 'rows' | 'columns'): Rows =>
  termsIn === 'rows' ? rows : turnedOver(rows)

export const filledCells = (row: readonly SheetCell[] | undefined): number =>
  row?.filter(cell => shownWords(cell).trim() !== '').length ?? 0
