import Papa from 'papaparse'
import { type Book, mostSheetCells, type Sheet, type SheetCell } from '../../../shared/model/sheet.ts'
import { unguarded } from '../../../shared/rules/exchange/guard.ts'
import { endingOf } from '../../../shared/rules/file-kinds.ts'
import { say } from '../../say.ts'
import { NotImported, type Refused } from '../draft.ts'
import { type Cell, readSheet } from '../office/sheet.ts'
import { openWorkbook } from '../office/workbook.ts'
import { decode } from '../text/decode.ts'
import { jsonTables } from './json-tables.ts'

/**
 * Reads a spreadsheet as the cells of its sheets, or says in a sentence why it cannot be. XLSX by its content, anything
 * else as a table of values. Nothing that a file holds makes it throw; it runs where every untrusted file is read.
 */
export function readBook(fileName: string, bytes: Uint8Array<ArrayBuffer>): Book | Refused {
  try {
    if (bytes.length === 0) throw new NotImported('importing.empty')
    const isPackage = bytes[0] === 0x50 && bytes[1] === 0x4b
    if (!isPackage && /^(?:xlsx?|ods|numbers)$/i.test(endingOf(fileName)))
      throw new NotImported('exchange.notASpreadsheet')
    const isJson = !isPackage && endingOf(fileName).toLowerCase() === 'json'
    const read = isPackage ? workbookSheets(bytes) : isJson ? jsonSheets(fileName, bytes) : valueSheet(fileName, bytes)
    if (read.sheets.every(({ rows }) => rows.length === 0)) throw new NotImported('importing.empty')
    return { fileName, ...read }
  } catch (error) {
    if (error instanceof NotImported) {
      // What the reader of texts says of too many cells is no advice for a matrix.
      const key = error.key.endsWith('.tooManyCells') ? 'exchange.tooManyCells' : error.key
      return { refusal: say(key, { file: fileName, ...error.values }) }
    }
    const reason = error instanceof Error ? error.message : String(error)
    return { refusal: say('importing.unreadable', { file: fileName, reason }) }
  }
}

type Read = Pick<Book, 'sheets' | 'warnings'>

function workbookSheets(bytes: Uint8Array<ArrayBuffer>): Read {
  const { sheets, reading } = openWorkbook(bytes, mostSheetCells)
  let formulas = 0
  const read = sheets.map(({ name, hidden, words, part }): Sheet => {
    const { rows, formulasWithoutValue } = readSheet(words, part, reading)
    formulas += formulasWithoutValue
    return { name: name.slice(0, 2_000), hidden, rows: ended(rowsOf(rows)) }
  })
  return { sheets: read, warnings: formulas > 0 ? [say('office.formulaWithoutValue', { count: formulas })] : [] }
}

/** Empty rows and cells count too: where a value stands is what it means. */
function rowsOf(rows: ReadonlyMap<number, ReadonlyMap<number, Cell>>): SheetCell[][] {
  const last = largest(rows.keys())
  const widths = new Map([...rows].map(([at, row]) => [at, largest(row.keys()) + 1]))
  // A cell far out at the edge would make a sheet of nothing but empty cells.
  const places = [...widths.values()].reduce((sum, width) => sum + width, last + 1)
  if (places > mostSheetCells * 10 || last >= mostSheetCells)
    throw new NotImported('office.tooManyCells', { limit: mostSheetCells })
  return Array.from({ length: last + 1 }, (_, at) =>
    Array.from({ length: widths.get(at) ?? 0 }, (_, column) => cellOf(rows.get(at)?.get(column))),
  )
}

const largest = (numbers: Iterable<number>): number => {
  let most = -1
  for (const one of numbers) if (one > most) most = one
  return most
}

const cellOf = (cell: Cell | undefined): SheetCell => {
  if (cell === undefined) return ''
  const { words: shown, exact = shown } = cell
  return exact === shown ? shown : { shown, exact }
}

function jsonSheets(fileName: string, bytes: Uint8Array<ArrayBuffer>): Read {
  const { text, warnings } = decode(bytes)
  const sheets = jsonTables(nameOf(fileName), text.replace(/^\ufeff/, ''))
  const cells = sheets.reduce((sum, { rows }) => sum + rows.reduce((most, row) => most + row.length, 0), 0)
  if (cells > mostSheetCells) throw new NotImported('importing.tooManyCells', { limit: mostSheetCells })
  return { sheets: sheets.map(sheet => ({ ...sheet, rows: ended(sheet.rows) })), warnings }
}

/** The name of a file without its folder and its ending. */
const nameOf = (fileName: string) => fileName.replace(/^.*[\\/]|\.[^.\\/]*$/g, '')

/** The line by which Excel tells which character parts the values. */
const separatorLine = /^sep=(.)\r?\n/

function valueSheet(fileName: string, bytes: Uint8Array<ArrayBuffer>): Read {
  const { text, warnings } = decode(bytes)
  const values = text.replace(/^\ufeff/, '')
  const told = separatorLine.exec(values)
  const body = values.slice(told?.[0].length ?? 0)
  const rows: string[][] = []
  let cells = 0
  let broken: number | null = null
  Papa.parse<string[]>(body, {
    delimiter: told?.[1] ?? delimiterOf(body),
    step: ({ data, errors }, parser) => {
      rows.push(data.map(unguarded))
      cells += data.length
      if (errors.some(({ type }) => type === 'Quotes')) broken ??= rows.length
      if (cells > mostSheetCells) parser.abort()
    },
  })
  if (cells > mostSheetCells) throw new NotImported('importing.tooManyCells', { limit: mostSheetCells })
  return {
    sheets: [{ name: nameOf(fileName), hidden: false, rows: ended(rows) }],
    warnings: broken === null ? warnings : [...warnings, say('importing.quoteOpen', { row: broken })],
  }
}

/** What parts the values, as the first rows with words show it. */
const delimiterOf = (text: string): string =>
  Papa.parse<string[]>(text, { preview: 100, skipEmptyLines: 'greedy', delimitersToGuess: [',', ';', '\t', '|'] }).meta
    .delimiter

const isEmpty = (cell: SheetCell) => typeof cell === 'string' && cell === ''

/** Without the empty cells at the end of rows, and the empty rows at the end. */
const ended = (rows: readonly SheetCell[][]): SheetCell[][] => {
  const shortened = rows.map(row => row.slice(0, row.findLastIndex(cell => !isEmpty(cell)) + 1))
  return shortened.slice(0, shortened.findLastIndex(row => row.length > 0) + 1)
}
