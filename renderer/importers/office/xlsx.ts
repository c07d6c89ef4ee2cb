import { say } from '../../say.ts'
import { childAt, childElements, elementsNamed, type XmlElement, xmlWords } from '../document/xml.ts'
import { NotImported, type Reading } from '../draft.ts'
import { flowWriter } from './flow.ts'
import { formatCode } from './number-format.ts'
import { openPackage, type Package, packageStatements } from './package.ts'
import { type Cell, type CellReading, readSheet, type Sheet } from './sheet.ts'

/** Cells beyond which a file is no text to read any more. */
const cellLimit = 500_000

/** Reads a workbook (ECMA-376, part 1): each sheet a heading and a table of its cells as they are shown, notes set apart. */
export function readXlsx(bytes: Uint8Array<ArrayBuffer>): Reading {
  const file = openPackage(bytes)
  const workbook = file.part(file.main)
  if (workbook?.name !== 'workbook') throw new NotImported('office.noDocument')
  const relations = file.relations(file.main)
  const targetOf = (kind: string) => relations.find(relation => relation.kind === kind)?.target
  const reading: CellReading = {
    strings: sharedStrings(file, targetOf('sharedStrings')),
    formats: formatsOf(file.part(targetOf('styles') ?? '')),
    from1904: /^(?:1|true)$/.test(childAt(workbook, 'workbookPr')?.attributes.date1904 ?? ''),
    limit: cellLimit,
    read: 0,
  }
  const flow = flowWriter()
  const hidden: string[] = []
  let formulas = 0
  for (const { attributes } of childElements(childAt(workbook, 'sheets'), 'sheet')) {
    const { name = '', state = 'visible', 'r:id': id = '' } = attributes
    const relation = relations.find(one => one.id === id)
    const words = relation?.kind === 'worksheet' ? file.archive.text(relation.target) : undefined
    if (!relation || words === undefined) continue
    const sheet = readSheet(words, relation.target, reading)
    const aside = besides(file, relation.target)
    if (sheet.rows.size === 0 && aside.drawn.length + aside.notes.length === 0) continue
    if (state !== 'visible') hidden.push(name)
    formulas += sheet.formulasWithoutValue
    flow.block(name, { kind: 'heading', level: 2, apparatus: false })
    writeTable(sheet, flow.table)
    for (const drawn of aside.drawn) flow.block(drawn, { kind: 'paragraph', apparatus: false })
    for (const note of [...aside.notes, ...sheet.furniture]) flow.block(note, { kind: 'paragraph', apparatus: true })
  }
  return {
    ...flow.finish(),
    pages: [],
    statements: packageStatements(file),
    warnings: [
      ...(hidden.length > 0
        ? [say('office.hiddenSheets', { count: hidden.length, names: hidden.map(name => `“${name}”`).join(', ') })]
        : []),
      ...(formulas > 0 ? [say('office.formulaWithoutValue', { count: formulas })] : []),
    ],
  }
}

/** A string is its runs together; how it is pronounced is left out. */
const sharedStrings = (file: Package, target: string | undefined): string[] =>
  childElements(target === undefined ? undefined : file.part(target), 'si').map(stringOf)

const stringOf = (item: XmlElement): string =>
  childElements(item)
    .map(child => (child.name === 't' ? xmlWords(child) : child.name === 'r' ? xmlWords(childAt(child, 't')) : ''))
    .join('')

/** The number format of each cell style. */
function formatsOf(styles: XmlElement | undefined): string[] {
  const own = new Map(
    childElements(childAt(styles, 'numFmts'), 'numFmt').map(({ attributes }) => [
      Number(attributes.numFmtId),
      attributes.formatCode ?? '',
    ]),
  )
  return childElements(childAt(styles, 'cellXfs'), 'xf').map(({ attributes }) =>
    formatCode(Number(attributes.numFmtId ?? 0), own),
  )
}

/** Columns and rows without words are left out, so that a table ends where its words end. */
function writeTable({ rows }: Sheet, table: (rows: string[][], head: boolean, apparatus: boolean) => void) {
  const columns = [...new Set([...rows.values()].flatMap(row => [...row.keys()]))].sort((left, right) => left - right)
  if (rows.size * columns.length > cellLimit) throw new NotImported('office.tooManyCells', { limit: cellLimit })
  const ordered = [...rows.entries()].sort(([left], [right]) => left - right).map(([, row]) => row)
  const written = ordered.map(row => columns.map(column => row.get(column)?.words ?? ''))
  table(written, isHead(ordered, columns.length), false)
}

/** A first row of different words above numbers names the columns. */
function isHead([first, ...rest]: Map<number, Cell>[], columns: number): boolean {
  if (!first || rest.length === 0) return false
  const names = [...first.values()]
  const isFull = names.length === columns && names.every(({ isNumber }) => !isNumber)
  return isFull && new Set(names.map(({ words }) => words)).size === columns && columns > 1
}

/** The words of shapes on a sheet, and its notes: `B2, Jane Roe: words`. */
function besides(file: Package, target: string): { drawn: string[]; notes: string[] } {
  const relations = file.relations(target)
  const partsOf = (kind: string) =>
    relations.filter(relation => relation.kind === kind).flatMap(relation => file.part(relation.target) ?? [])
  return {
    drawn: partsOf('drawing').flatMap(drawing =>
      elementsNamed(drawing, 'a:p').map(paragraph => elementsNamed(paragraph, 'a:t').map(xmlWords).join('')),
    ),
    notes: partsOf('comments').flatMap(comments => {
      const authors = elementsNamed(childAt(comments, 'authors'), 'author').map(xmlWords)
      return elementsNamed(comments, 'comment').map(comment => {
        const { ref = '', authorId = '' } = comment.attributes
        const text = childAt(comment, 'text')
        return `${[ref, authors[Number(authorId)] ?? ''].filter(Boolean).join(', ')}: ${text ? stringOf(text) : ''}`
      })
    }),
  }
}
