import { childrenOf, type Html, textOf } from '../../html.ts'
import { twips } from '../../office/docx.ts'
import { xmlText } from '../../office/parts.ts'
import { millimetres, type Place } from '../sheet-looks.ts'
import type { WordPackage } from './package.ts'
import { type Face, faceWithin } from './runs.ts'

/** One cell of the grid: `above` when it goes on from the row before. */
type Cell = { place: Place; column: number; wide: number; goesOn: 'starts' | 'continues' | null }
type Row = { place: Place; cells: Cell[]; isHead: boolean; isKept: boolean }

const isElement = (piece: Html | string): piece is Html => typeof piece !== 'string'

function* rowsIn(table: Place): Generator<{ place: Place; isHead: boolean; ends: boolean }> {
  for (const group of childrenOf(table.element).filter(isElement)) {
    if (group.tag === 'tr') yield { place: { element: group, above: table }, isHead: false, ends: false }
    if (group.tag !== 'thead' && group.tag !== 'tbody') continue
    const above = { element: group, above: table }
    const rows = childrenOf(group).filter(isElement)
    for (const [index, row] of rows.entries())
      yield { place: { element: row, above }, isHead: group.tag === 'thead', ends: index === rows.length - 1 }
  }
}

const spanOf = (value: unknown) => Math.min(100, Math.max(1, Number(value ?? 1) || 1))

/** Rows with every cell in its column; a cell over several rows stands in each of them. Spans end with their group. */
function* gridOf(table: Place, word: WordPackage): Generator<Row> {
  let open: (Cell & { left: number })[] = []
  for (const { place, isHead, ends } of rowsIn(table)) {
    const cells: Cell[] = open.map(({ left: _, ...cell }) => ({ ...cell, goesOn: 'continues' }))
    const next = open.flatMap(cell => (cell.left > 1 ? [{ ...cell, left: cell.left - 1 }] : []))
    let column = 0
    for (const element of childrenOf(place.element).filter(isElement)) {
      for (let there = at(cells, column); there !== undefined; there = at(cells, column)) column += there.wide
      const wide = spanOf(element.attributes.colspan)
      const deep = spanOf(element.attributes.rowspan)
      const cell: Cell = { place: { element, above: place }, column, wide, goesOn: deep > 1 ? 'starts' : null }
      cells.push(cell)
      if (deep > 1) next.push({ ...cell, left: deep - 1 })
      column += wide
    }
    open = ends ? [] : next
    const isKept = word.lookOf(place)['break-after'] === 'avoid'
    yield { place, cells: cells.sort((left, right) => left.column - right.column), isHead, isKept }
  }
}

const at = (cells: readonly Cell[], column: number) =>
  cells.find(cell => column >= cell.column && column < cell.column + cell.wide)

/** So many rows tell how wide the columns should be. */
const weighed = 200
/** The millimetres of a letter of the size of tables, and the most that one word may claim. */
const letter = 1.75
const longestWord = 38

/** Widths in millimetres: those the style sheet gives, and the rest by the words that stand in a column. */
function widthsOf(rows: readonly Row[], across: number, word: WordPackage): number[] {
  const count = Math.max(1, ...rows.flatMap(({ cells }) => cells.map(({ column, wide }) => column + wide)))
  const columns = Array.from({ length: count }, () => ({ given: null as number | null, least: 6, weight: 1 }))
  for (const { cells } of rows.slice(0, weighed))
    for (const { place, column, wide, goesOn } of cells) {
      const held = columns[column]
      if (wide > 1 || goesOn === 'continues' || held === undefined) continue
      const look = word.lookOf(place)
      held.given ??= millimetres(look.width)
      const text = textOf(place.element)
      const longest = Math.max(...text.split(/[\s–-]+/).map(({ length }) => length))
      // What may not be broken claims its whole length.
      const whole = look['white-space'] === 'nowrap' ? text.length : longest
      held.least = Math.max(held.least, Math.min(longestWord, whole * letter + 3))
      held.weight = Math.max(held.weight, Math.sqrt(text.length))
    }
  const given = columns.reduce((sum, column) => sum + (column.given ?? 0), 0)
  const free = columns.filter(column => column.given === null)
  const least = free.reduce((sum, column) => sum + column.least, 0)
  const weight = free.reduce((sum, column) => sum + column.weight, 0)
  const rest = Math.max(0, across - given - least)
  const plain = columns.map(column => column.given ?? column.least + (rest * column.weight) / Math.max(1, weight))
  const sum = plain.reduce((total, width) => total + width, 0)
  return plain.map(width => (width * across) / sum)
}

const line = (name: string, size: number, colour = '8A857A') =>
  `<w:${name} w:val="single" w:sz="${size}" w:space="0" w:color="${colour}"/>`

const tableHead = (widths: readonly number[], caption: string) =>
  [
    `<w:tbl><w:tblPr><w:tblW w:w="${widths.reduce((sum, width) => sum + twips(width), 0)}" w:type="dxa"/>`,
    `<w:tblBorders>${line('top', 6, '1C1B18')}${line('bottom', 4, '1C1B18')}${line('insideH', 2, 'B9B3A6')}</w:tblBorders>`,
    '<w:tblLayout w:type="fixed"/>',
    '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="110" w:type="dxa"/></w:tblCellMar>',
    '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>',
    caption === '' ? '' : `<w:tblCaption w:val="${xmlText(caption)}"/>`,
    `</w:tblPr><w:tblGrid>${widths.map(width => `<w:gridCol w:w="${twips(width)}"/>`).join('')}</w:tblGrid>`,
  ].join('')

const colour = /^#([0-9a-f]{6})$/i

export type CellWriter = (cell: Place, face: Face, inside: { width: number; isKept: boolean }) => string

/**
 * A table, row by row: heads repeat on every page, no row is split between pages. `across` is what the page holds in
 * millimetres, `cellXml` writes the paragraphs of a cell.
 */
export function* tableXml(
  table: Place,
  { face, across, word, cellXml }: { face: Face; across: number; word: WordPackage; cellXml: CellWriter },
): Generator<string> {
  const rows = [...gridOf(table, word)]
  const widths = widthsOf(rows, across, word)
  const caption = childrenOf(table.element).find((piece): piece is Html => isElement(piece) && piece.tag === 'caption')
  const within = faceWithin(face, table, word.lookOf(table))
  yield tableHead(widths, caption === undefined ? '' : textOf(caption).replace(/\s+/g, ' '))
  for (const { place, cells, isHead, isKept } of rows) {
    const rowFace = faceWithin(within, place, word.lookOf(place))
    const inside = cells.map(cell => {
      const width = widths.slice(cell.column, cell.column + cell.wide).reduce((sum, each) => sum + each, 0)
      const look = word.lookOf(cell.place)
      const [, fill] = colour.exec(look['background-color'] ?? look.background ?? '') ?? []
      const looks = [
        `<w:tcW w:w="${twips(width)}" w:type="dxa"/>`,
        cell.wide > 1 ? `<w:gridSpan w:val="${cell.wide}"/>` : '',
        cell.goesOn === null ? '' : cell.goesOn === 'starts' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>',
        fill === undefined ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${fill.toUpperCase()}"/>`,
        isHead ? '<w:vAlign w:val="bottom"/>' : '',
      ].join('')
      const words =
        cell.goesOn === 'continues'
          ? '<w:p><w:pPr><w:pStyle w:val="Cell"/></w:pPr></w:p>'
          : cellXml(cell.place, rowFace, { width: width - 2, isKept: isKept || isHead })
      return `<w:tc><w:tcPr>${looks}</w:tcPr>${words}</w:tc>`
    })
    // A row with fewer cells than columns is filled up: Word calls the file damaged where a row has none at all.
    const filled = cells.reduce((sum, { wide }) => sum + wide, 0)
    const rest = widths.slice(filled).map(width => emptyCell(width))
    yield `<w:tr><w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${inside.join('')}${rest.join('')}</w:tr>`
  }
  yield '</w:tbl>'
}

const emptyCell = (width: number) =>
  `<w:tc><w:tcPr><w:tcW w:w="${twips(width)}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="Cell"/></w:pPr></w:p></w:tc>`
