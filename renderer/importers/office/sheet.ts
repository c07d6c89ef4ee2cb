import { readXml } from '../document/xml.ts'
import { NotImported } from '../draft.ts'
import { dateWords, isDateFormat } from './date-format.ts'
import { shownNumber, shownText } from './number-format.ts'

/** A cell as it is shown. `exact`: the number behind it, or the day as ISO 8601 where it is shown as a day. */
export type Cell = { words: string; isNumber: boolean; exact?: string }

/** The cells that have words, by row and column from 0. */
export type Sheet = {
  rows: Map<number, Map<number, Cell>>
  /** Cells that have a formula and no value, because no program has calculated them. */
  formulasWithoutValue: number
  /** What is printed at the head and the foot of the pages. */
  furniture: string[]
}

/** What the cells of all sheets share, and how many have been read. */
export type CellReading = {
  strings: readonly string[]
  formats: readonly string[]
  from1904: boolean
  limit: number
  read: number
}

/**
 * Reads the cells of a sheet as they are shown (ECMA-376, 18.3). The sheet is never held as a tree: it may be large.
 * @throws NotImported beyond the limit of cells
 */
export function readSheet(document: string, part: string, reading: CellReading): Sheet {
  const sheet: Sheet = { rows: new Map(), formulasWithoutValue: 0, furniture: [] }
  let place = { row: -1, column: -1 }
  let cell = emptyCell()
  let words: string | null = null
  let skip = 0
  readXml(
    document,
    {
      open(name, attributes) {
        if (name === 'row') {
          const row = Number(attributes.r)
          place = { row: row >= 1 ? row - 1 : place.row + 1, column: -1 }
        } else if (name === 'c') {
          place = placeOf(attributes.r) ?? { row: place.row, column: place.column + 1 }
          cell = { ...emptyCell(), type: attributes.t ?? 'n', style: Number(attributes.s ?? 0) }
        } else if (name === 'rPh') skip += 1
        else if (name === 'v' || name === 't' || name === 'f' || /^(?:odd|even|first)(?:Header|Footer)$/.test(name))
          words = ''
      },
      text(more) {
        if (words !== null && skip === 0) words += more
      },
      close(name) {
        if (name === 'rPh') skip -= 1
        else if (name === 'v') cell.value = words ?? ''
        else if (name === 't') cell.inline += words ?? ''
        else if (name === 'f') cell.formula = words ?? ''
        else if (/(?:Header|Footer)$/.test(name) && words) sheet.furniture.push(...furnitureOf(words))
        else if (name === 'c') keep(sheet, place, cell, reading)
        if (name !== 'rPh') words = null
      },
    },
    part,
  )
  return sheet
}

const emptyCell = () => ({ type: 'n', style: 0, value: '', inline: '', formula: '' })
type RawCell = ReturnType<typeof emptyCell>

/** `BC12` as row and column from 0; null for what is no address. */
function placeOf(address: string | undefined): { row: number; column: number } | null {
  const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(address ?? '') ?? []
  if (!letters || !digits) return null
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(digits) - 1, column }
}

function keep(sheet: Sheet, { row, column }: { row: number; column: number }, raw: RawCell, reading: CellReading) {
  const cell = shownCell(raw, reading)
  if (cell.words === '' && raw.formula !== '' && raw.value === '' && raw.type !== 'str') {
    cell.words = `=${raw.formula}`
    sheet.formulasWithoutValue += 1
  }
  if (cell.words.trim() === '') return
  reading.read += 1
  if (reading.read > reading.limit) throw new NotImported('office.tooManyCells', { limit: reading.limit })
  const cells = sheet.rows.get(row) ?? new Map<number, Cell>()
  cells.set(column, cell)
  sheet.rows.set(row, cells)
}

/** Characters that XML cannot hold are written as their numbers, `_x000D_` (ST_Xstring, 22.9.2.19). */
const characters = (words: string): string =>
  words.replace(/_x([0-9A-Fa-f]{4})_/g, (_, number: string) => String.fromCharCode(Number.parseInt(number, 16)))

function shownCell({ type, style, value, inline }: RawCell, { strings, formats, from1904 }: CellReading): Cell {
  const format = formats[style] ?? 'General'
  if (type === 's') return { words: shownText(characters(strings[Number(value)] ?? ''), format), isNumber: false }
  if (type === 'str') return { words: shownText(characters(value), format), isNumber: false }
  if (type === 'inlineStr') return { words: shownText(characters(inline || value), format), isNumber: false }
  if (type === 'b') return { words: value === '' ? '' : value === '0' ? 'FALSE' : 'TRUE', isNumber: false }
  if (type === 'e' || type === 'd') return { words: value, isNumber: type === 'd' }
  const number = Number(value)
  if (value.trim() === '') return { words: '', isNumber: true }
  return Number.isFinite(number)
    ? {
        words: shownNumber(number, format, from1904).trim(),
        isNumber: true,
        exact: isDateFormat(format) ? dayOf(number, from1904) : value.trim(),
      }
    : { words: value, isNumber: false }
}

/** A day without a time as ISO 8601; a moment, and what is no day, as the number. */
const dayOf = (serial: number, from1904: boolean): string =>
  (Number.isInteger(serial) ? dateWords(serial, 'yyyy-mm-dd', from1904) : null) ?? String(serial)

/** The words of a head or foot, without the signs that say where and how they stand (18.3.1.46). */
const furnitureOf = (words: string): string[] =>
  words
    .split(/&[LCR]/)
    .map(part =>
      part
        .replace(/&"[^"]*"|&K[0-9A-Fa-f+-]{5,6}|&\d{1,3}|&[A-Z]/g, '')
        .replace(/&&/g, '&')
        .trim(),
    )
    .filter(part => /[\p{L}\p{N}]/u.test(part))
