import { kindsInOrder, type RecordKind } from '../../../shared/rules/exchange/risks/record-kinds.ts'
import {
  type RecordTable,
  type RegisterDocument,
  registerTable,
  registerTables,
} from '../../../shared/rules/exchange/risks/register-tables.ts'
import { localDay } from '../../../shared/rules/local-day.ts'
import { say } from '../../say.ts'
import { csvPieces } from '../csv.ts'
import { headCell, type Sheet, type SheetCell } from '../office/sheet.ts'
import { type Written, xlsxFile } from '../office/xlsx.ts'

/** A register as it is exported, and whose it is. */
export type ExportedRegister = { document: RegisterDocument; analyst: string; marking: string; at: string }

/** Risks first: they are what a person looks for. */
const order: readonly RecordKind[] = [
  'risk',
  ...kindsInOrder.filter(kind => kind !== 'risk' && kind !== 'criteria'),
  'criteria',
]

/** The columns of people's words are wide, those of ids and short words narrow. */
const widthOf = (column: string) => {
  if (/^(?:id|created|updated|at|changed|level|kind|date|risk|ref)$/.test(column)) return 12
  return /reason|cause|event|consequence|title|text|statement|note|contingency|fallback/.test(column) ? 40 : 16
}

const cellOf = (cell: string | number): SheetCell =>
  typeof cell === 'number'
    ? { words: String(cell), look: 'field', held: { number: cell, format: '' } }
    : { words: cell, look: 'field' }

const sheetOf = (name: string, { columns, rows }: RecordTable): Sheet => ({
  name,
  widths: columns.map(widthOf),
  frozen: { rows: 1, columns: 2 },
  filtered: true,
  *rows() {
    yield columns.map(headCell)
    for (const row of rows()) yield row.map(cellOf)
  },
})

const kindName = (kind: RecordKind): string => say(`registerExchange.sheet.${kind}`)

const aboutSheet = ({ document, analyst, marking, at }: ExportedRegister): Sheet => ({
  name: say('registerExchange.sheet.about'),
  widths: [110],
  frozen: { rows: 0, columns: 0 },
  filtered: false,
  *rows() {
    yield [{ words: say('registerExchange.aboutTitle', { name: document.case }), look: 'title' }]
    yield [{ words: marking, look: 'note' }]
    yield [{ words: say('registerExchange.drawn', { day: localDay(at), analyst: analyst || '–' }), look: 'note' }]
    yield [
      {
        words: say('registerExchange.counts', {
          risks: document.risks.length,
          assessments: document.assessments.length,
          reviews: document.reviews.length,
        }),
        look: 'note',
      },
    ]
    yield [{ words: say('registerExchange.roundTrip'), look: 'note' }]
    yield []
    for (const kind of order)
      yield [{ words: kindName(kind), look: 'link', link: { sheet: kindName(kind), row: 0, column: 0 } }]
  },
})

/** The register as a workbook, a sheet for each kind of records. */
export const registerXlsx = (exported: ExportedRegister): { pieces: Iterable<Uint8Array>; written: Written } => {
  const { document, analyst, marking, at } = exported
  const tables = registerTables(document)
  const sheets = order.flatMap(kind => {
    const table = tables.get(kind)
    return table ? [sheetOf(kindName(kind), table)] : []
  })
  const facts = {
    title: say('registerExchange.aboutTitle', { name: document.case }),
    author: analyst,
    subject: marking,
    created: at,
  }
  return xlsxFile({ facts, marking, sheets: [aboutSheet(exported), ...sheets] })
}

/** The register as one table of values, which says of each row what it is. */
export const registerCsv = ({ document }: ExportedRegister): Iterable<Uint8Array> => {
  const { columns, rows } = registerTable(document)
  return csvPieces(
    (function* () {
      yield columns.map((words): SheetCell => ({ words }))
      for (const row of rows()) yield row.map(cellOf)
    })(),
  )
}

const bytes = new TextEncoder()

/** The register as one JSON document, a record a line. */
export function* registerJson({ document }: ExportedRegister): Generator<Uint8Array> {
  const { criteria, risks, assessments, reviews, ...head } = document
  let gathered = `${JSON.stringify(head).slice(0, -1)}`
  for (const [name, records] of Object.entries({ criteria, risks, assessments, reviews })) {
    gathered += `,\n"${name}":[`
    for (const [at, record] of records.entries()) {
      gathered += `${at === 0 ? '' : ','}\n${JSON.stringify(record)}`
      if (gathered.length < 1 << 16) continue
      yield bytes.encode(gathered)
      gathered = ''
    }
    gathered += '\n]'
  }
  yield bytes.encode(`${gathered}}\n`)
}
