import { quotedWords } from '../../../shared/rules/sentence.ts'
import { say } from '../../say.ts'
import { childAt, elementsNamed, xmlWords } from '../document/xml.ts'
import { NotImported, type Reading } from '../draft.ts'
import { flowWriter } from './flow.ts'
import { type Package, packageStatements } from './package.ts'
import { type Cell, readSheet, type Sheet } from './sheet.ts'
import { openWorkbook, stringOf } from './workbook.ts'

/** Cells beyond which a file is no text to read any more. */
const cellLimit = 500_000

/** Reads a workbook (ECMA-376, part 1): each sheet a heading and a table of its cells as they are shown, notes set apart. */
export function readXlsx(bytes: Uint8Array<ArrayBuffer>): Reading {
  const { file, sheets, reading } = openWorkbook(bytes, cellLimit)
  const flow = flowWriter()
  const hidden: string[] = []
  let formulas = 0
  for (const { name, hidden: isHidden, words, part } of sheets) {
    const sheet = readSheet(words, part, reading)
    const aside = besides(file, part)
    if (sheet.rows.size === 0 && aside.drawn.length + aside.notes.length === 0) continue
    if (isHidden) hidden.push(name)
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
        ? [say('office.hiddenSheets', { count: hidden.length, names: hidden.map(quotedWords).join(', ') })]
        : []),
      ...(formulas > 0 ? [say('office.formulaWithoutValue', { count: formulas })] : []),
    ],
  }
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
