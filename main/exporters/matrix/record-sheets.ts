import { cellPieces, columnPiece } from '../../../shared/rules/exchange/long-cells.ts'
import {
  claimCells,
  claimColumns,
  type RecordCell,
  termCells,
  termColumns,
} from '../../../shared/rules/exchange/record-sheets.ts'
import { headCell, type Sheet, type SheetCell } from '../office/sheet.ts'
import { type ExportedCase, viewName } from './exported-case.ts'

/** The columns of people's words are wide, those of ids and short words narrow. */
const widthOf = (column: string) =>
  / id$|^id$/.test(column) ? 12 : /reason|comment|question|words/.test(column) ? 40 : 16

const cellOf = (cell: RecordCell | undefined): SheetCell =>
  typeof cell === 'number'
    ? { words: String(cell), look: 'field', held: { number: cell, format: '' } }
    : { words: cell ?? '', look: 'field' }

/**
 * Rows of records under the names of their columns. A text too long for one cell of a workbook goes on in further
 * columns, which are there only where a record needs them.
 */
function recordSheet(
  name: string,
  columns: readonly string[],
  records: () => Iterable<Readonly<Record<string, RecordCell>>>,
  isPieced: boolean,
): Sheet {
  const most = new Map<string, number>()
  if (isPieced)
    for (const cells of records())
      for (const column of columns) {
        const cell = cells[column]
        if (typeof cell === 'string' && cell.length > 32_000)
          most.set(column, Math.max(most.get(column) ?? 1, cellPieces(cell).length))
      }
  const places = columns.flatMap(column =>
    Array.from({ length: most.get(column) ?? 1 }, (_, piece) => ({ column, piece })),
  )
  return {
    name,
    widths: places.map(({ column }) => widthOf(column)),
    frozen: { rows: 1, columns: 1 },
    filtered: true,
    *rows() {
      yield places.map(({ column, piece }) => headCell(columnPiece(column, piece)))
      for (const cells of records())
        yield places.map(({ column, piece }) => {
          const cell = cells[column]
          return cellOf(most.has(column) && typeof cell === 'string' ? cellPieces(cell)[piece] : cell)
        })
    },
  }
}

/** Every field of every claim: shared/rules/exchange/record-sheets.ts says which column is which. */
export const claimsSheet = (exported: ExportedCase, isPieced: boolean): Sheet =>
  recordSheet(
    viewName('claims'),
    claimColumns,
    function* () {
      for (const claim of exported.claims()) {
        const term = exported.termOf(claim.term)
        yield claimCells(claim, {
          term: term?.ref ?? '',
          termName: term?.name ?? '',
          source: exported.source(claim.source)?.title ?? '',
          party: exported.partyName(claim.party),
          lineage: exported.lineageName(claim.lineage),
        })
      }
    },
    isPieced,
  )

/** Every field of every term. */
export const termsSheet = (exported: ExportedCase, isPieced: boolean): Sheet =>
  recordSheet(viewName('terms'), termColumns, () => exported.terms.map(({ term }) => termCells(term)), isPieced)
