/** Where a cell leads: to a cell of the same workbook (row and column from 0), or to a page of the web. */
export type Link = { sheet: string; row: number; column: number } | { address: string }

/** How a cell looks. Every look is told apart without colour. */
export type Look =
  | 'body'
  | 'head'
  | 'upright head'
  | 'group'
  | 'name'
  | 'strong'
  | 'quiet'
  | 'field'
  | 'mark'
  | 'note'
  | 'link'
  | 'title'

/** What a cell holds beside its words: a number with the format it is shown in (ECMA-376, 18.8.31), or a day. */
export type Held = { number: number; format: string } | { day: string }

/**
 * A cell. `words` is what a person reads, in every kind of file; a workbook holds the number or the day where there is
 * one, and shows the same words by its format.
 */
export type SheetCell = { words: string; held?: Held; look?: Look; link?: Link }

/** One sheet of a workbook, or one table of a text file. Widths are in characters. */
export type Sheet = {
  name: string
  widths: readonly number[]
  /** Rows and columns that stay when the sheet is scrolled; the rows are repeated on every printed page. */
  frozen: { rows: number; columns: number }
  /** True when the rows below the frozen ones can be filtered by their heads. */
  filtered: boolean
  /** Given each time anew, because a large sheet is never held whole. */
  rows(): Iterable<readonly SheetCell[]>
}

export const plain = (words: string): SheetCell => ({ words })
export const headCell = (words: string): SheetCell => ({ words, look: 'head' })

const forbidden = /[[\]:*?/\\\p{Cc}]+/gu

/** Names of sheets as Excel takes them: 31 characters at most, none of `[]:*?/\`, no apostrophe at an end, no two alike. */
export function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map(name => {
    const base =
      name
        .replace(forbidden, ' ')
        .trim()
        .replace(/^'+|'+$/g, '') || '–'
    for (let number = 1; ; number += 1) {
      const ending = number === 1 ? '' : ` ${number}`
      const tried = `${base.slice(0, 31 - ending.length).trim()}${ending}`
      if (taken.has(tried.toLowerCase())) continue
      taken.add(tried.toLowerCase())
      return tried
    }
  })
}

/** `A`, `Z`, `AA`: the name of a column from 0. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : `${columnName(Math.floor(column / 26) - 1)}${letter}`
}

export const cellName = (row: number, column: number): string => `${columnName(column)}${row + 1}`

const day = 86_400_000

/** A day as a workbook counts it: 1 is 1 January 1900. Null before March 1900, where the count is wrong by tradition. */
export function daySerial(date: string): number | null {
  const serial = (Date.parse(`${date}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / day
  return serial >= 61 ? serial : null
}

/**
 * A link where the words fit in one line of the cell. LibreOffice makes a field of linked text, which it does not wrap:
 * longer words would be cut off.
 */
export const linkedLine = (cell: SheetCell, link: Link | undefined, width: number): SheetCell =>
  link && cell.words.length <= width ? { ...cell, link } : cell

const lineHeight = 13
/** Beyond this a row hides its neighbours; the rest of a text is read in the cell. */
const mostLines = 16

const linesOf = ({ words, held, look }: SheetCell, width: number): number => {
  if (held || words === '' || look === 'field' || look === 'mark' || look === 'link' || look === 'group') return 1
  // A line holds fewer characters than its width in digits: words are wrapped whole.
  const room = Math.max(1, Math.floor(width * 0.9))
  return words.split(/\r\n|[\r\n]/).reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / room)), 0)
}

/** The height of a row in points, estimated from its words: not every program finds it by itself when it opens a file. */
export function rowHeight(cells: readonly SheetCell[], widths: readonly number[]): number {
  if (cells.some(({ look }) => look === 'title')) return 24
  const upright = cells.reduce(
    (most, { look, words }) => (look === 'upright head' ? Math.max(most, words.length) : most),
    0,
  )
  const lines = cells.reduce((most, cell, column) => Math.max(most, linesOf(cell, widths[column] ?? 10)), 1)
  return Math.max(Math.min(lines, mostLines) * lineHeight + 2, Math.min(upright * 5.5, 220))
}
