import { looksLikeFormula } from '../../../shared/rules/exchange/guard.ts'
import {
  corePart,
  coreRelation,
  coreType,
  type FileFacts,
  type Part,
  packageFile,
  relationsPart,
  typesPart,
  xmlHead,
  xmlText,
} from './parts.ts'
import {
  cellName,
  columnName,
  daySerial,
  type Link,
  rowHeight,
  type Sheet,
  type SheetCell,
  sheetNames,
} from './sheet.ts'
import { type Styles, sheetStyles } from './sheet-styles.ts'

export type Book = {
  facts: FileFacts
  /** Printed at the head and the foot of every page. */
  marking: string
  sheets: readonly Sheet[]
}

/** Excel opens no sheet with more links than this (Excel specifications and limits). */
const mostLinks = 65_530

/** What was written, known once the last piece was taken: links beyond the limit of a sheet are left out. */
export type Written = { linksLeftOut: number }

/** Cells gathered into one piece of text. */
const pieceSize = 1 << 16

// ST_Xstring (ECMA-376, 22.9.2.19): what XML cannot hold is written as its number, and what looks like one too.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very characters to be written as numbers
const asNumber = /_(?=x[0-9A-Fa-f]{4}_)|[\0-\b\v\f\r\x0e-\x1f\ufffe\uffff]/g

const heldText = (text: string): string =>
  xmlText(
    text.replace(asNumber, character => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`),
  )

const typeBase = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const sheetFile = (index: number) => `worksheets/sheet${index + 1}.xml`

/**
 * A workbook (ECMA-376, SpreadsheetML) piece by piece. No cell is ever a formula: text is an inline string, and what a
 * spreadsheet would take for a formula when someone edits the cell is marked as quoted. The same book gives the same
 * bytes. Held by test/main/exporters/office/xlsx.test.ts.
 */
export function xlsxFile(book: Book): { pieces: Iterable<Uint8Array>; written: Written } {
  const written: Written = { linksLeftOut: 0 }
  return { pieces: packageFile(bookParts(book, written)), written }
}

function* bookParts({ facts, marking, sheets }: Book, written: Written): Generator<Part> {
  const names = sheetNames(sheets.map(({ name }) => name))
  const nameOf = new Map(sheets.map(({ name }, index) => [name, names[index] ?? name]))
  const styles = sheetStyles()
  yield typesPart([
    ['xl/workbook.xml', `${typeBase}.sheet.main+xml`],
    ['xl/styles.xml', `${typeBase}.styles+xml`],
    coreType,
    ...sheets.map((_, index) => [`xl/${sheetFile(index)}`, `${typeBase}.worksheet+xml`] as const),
  ])
  yield relationsPart('_rels/.rels', [{ id: 'book', kind: 'officeDocument', target: 'xl/workbook.xml' }, coreRelation])
  yield corePart(facts)
  yield { name: 'xl/workbook.xml', pieces: [workbook(sheets, names)] }
  yield relationsPart('xl/_rels/workbook.xml.rels', [
    ...sheets.map((_, index) => ({ id: `sheet${index + 1}`, kind: 'worksheet', target: sheetFile(index) })),
    { id: 'styles', kind: 'styles', target: 'styles.xml' },
  ])
  for (const [index, sheet] of sheets.entries()) {
    const outside = new Map<string, string>()
    yield { name: `xl/${sheetFile(index)}`, pieces: sheetPieces(sheet, { styles, marking, nameOf, outside, written }) }
    if (outside.size > 0)
      yield relationsPart(
        `xl/worksheets/_rels/sheet${index + 1}.xml.rels`,
        [...outside].map(([target, id]) => ({ id, kind: 'hyperlink', target, outside: true })),
      )
  }
  // Last, because only now all styles are known.
  yield { name: 'xl/styles.xml', pieces: [styles.part()] }
}

const quotedName = (name: string) => `'${name.replaceAll("'", "''")}'`

function workbook(sheets: readonly Sheet[], names: readonly string[]): string {
  const repeated = sheets.flatMap(({ frozen }, index) => {
    const name = quotedName(names[index] ?? '')
    const parts = [
      frozen.columns > 0 ? `${name}!$A:$${columnName(frozen.columns - 1)}` : '',
      frozen.rows > 0 ? `${name}!$1:$${frozen.rows}` : '',
    ].filter(Boolean)
    return parts.length === 0
      ? []
      : [`<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${xmlText(parts.join(','))}</definedName>`]
  })
  return [
    `${xmlHead}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">`,
    '<bookViews><workbookView/></bookViews><sheets>',
    ...names.map((name, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="sheet${index + 1}"/>`),
    '</sheets>',
    repeated.length > 0 ? `<definedNames>${repeated.join('')}</definedNames>` : '',
    '</workbook>',
  ].join('')
}

type Around = {
  styles: Styles
  marking: string
  nameOf: ReadonlyMap<string, string>
  /** The addresses that the sheet leads to, with the ids of their relations. */
  outside: Map<string, string>
  written: Written
}

function* sheetPieces(sheet: Sheet, around: Around): Generator<string> {
  const { frozen, widths, filtered } = sheet
  yield [
    `${xmlHead}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">`,
    `<sheetViews><sheetView workbookViewId="0" showGridLines="0">${paneOf(frozen)}</sheetView></sheetViews>`,
    widths.length === 0
      ? ''
      : `<cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`,
    '<sheetData>',
  ].join('')
  const links: string[] = []
  let [row, most, gathered] = [0, 0, '']
  for (const cells of sheet.rows()) {
    gathered += `<row r="${row + 1}" ht="${rowHeight(cells, widths)}">`
    for (const [column, cell] of cells.entries()) {
      const at = cellName(row, column)
      gathered += cellXml(at, cell, around.styles)
      if (cell.link && links.length >= mostLinks) around.written.linksLeftOut += 1
      else if (cell.link) links.push(linkXml(at, cell.link, around))
    }
    gathered += '</row>'
    row += 1
    most = Math.max(most, cells.length)
    if (gathered.length > pieceSize) {
      yield gathered
      gathered = ''
    }
  }
  const hasFilter = filtered && frozen.rows > 0 && row > frozen.rows && most > 0
  yield [
    gathered,
    '</sheetData>',
    hasFilter ? `<autoFilter ref="${cellName(frozen.rows - 1, 0)}:${cellName(row - 1, most - 1)}"/>` : '',
    links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : '',
    '<pageMargins left="0.6" right="0.6" top="0.8" bottom="0.8" header="0.4" footer="0.4"/>',
    '<pageSetup paperSize="9" orientation="landscape"/>',
    `<headerFooter><oddHeader>&amp;C${furniture(around.marking)}</oddHeader><oddFooter>&amp;L&amp;A&amp;C${furniture(around.marking)}&amp;R&amp;P / &amp;N</oddFooter></headerFooter>`,
    '</worksheet>',
  ].join('')
}

/** Words at the head or foot of a page, where an ampersand would begin a sign (18.3.1.46). */
const furniture = (words: string) => xmlText(words.replaceAll('&', '&&'))

function paneOf({ rows, columns }: Sheet['frozen']): string {
  if (rows === 0 && columns === 0) return ''
  const pane = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight'
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`
  return `<pane${split} topLeftCell="${cellName(rows, columns)}" activePane="${pane}" state="frozen"/><selection pane="${pane}" activeCell="${cellName(rows, columns)}" sqref="${cellName(rows, columns)}"/>`
}

function cellXml(at: string, { words, held, look = 'body' }: SheetCell, styles: Styles): string {
  const style = (format: string, quoted = false) => styles.of({ look, format, quoted })
  if (held && 'number' in held) return `<c r="${at}" s="${style(held.format)}"><v>${held.number}</v></c>`
  const serial = held ? daySerial(held.day) : null
  if (serial !== null) return `<c r="${at}" s="${style('d mmm yyyy')}"><v>${serial}</v></c>`
  if (words === '') return `<c r="${at}" s="${style('')}"/>`
  return `<c r="${at}" s="${style('', looksLikeFormula(words))}" t="inlineStr"><is><t xml:space="preserve">${heldText(words)}</t></is></c>`
}

function linkXml(at: string, link: Link, { nameOf, outside }: Around): string {
  if ('address' in link) {
    const id = outside.get(link.address) ?? `link${outside.size + 1}`
    outside.set(link.address, id)
    return `<hyperlink ref="${at}" r:id="${id}"/>`
  }
  const place = `${quotedName(nameOf.get(link.sheet) ?? link.sheet)}!${cellName(link.row, link.column)}`
  return `<hyperlink ref="${at}" location="${xmlText(place)}" display="${xmlText(place)}"/>`
}
