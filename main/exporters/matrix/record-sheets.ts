import type { Claim } from '../../../shared/model/claim.ts'
import type { Term } from '../../../shared/model/term.ts'
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

/** Characters of all texts of a record: up to so many no cell of it is too long, however its marks are written. */
const surelyFits = 4_000

const lettersIn = (value: unknown): number => {
  if (typeof value === 'string') return value.length
  let letters = 0
  if (typeof value === 'object') for (const name in value) letters += lettersIn(value[name as keyof typeof value])
  return letters
}

/**
 * Rows of records under the names of their columns. A text too long for one cell of a workbook goes on in further
 * columns, which are there only where a record needs them.
 */
function recordSheet<One extends object>(
  name: string,
  columns: readonly string[],
  records: () => Iterable<One>,
  cellsOf: (record: One) => Readonly<Record<string, RecordCell>>,
  isPieced: boolean,
): Sheet {
  const most = new Map<string, number>()
  if (isPieced)
    for (const record of records()) {
      if (lettersIn(record) <= surelyFits) continue
      const cells = cellsOf(record)
      for (const column of columns) {
        const cell = cells[column]
        if (typeof cell === 'string' && cell.length > 32_000)
          most.set(column, Math.max(most.get(column) ?? 1, cellPieces(cell).length))
      }
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
      for (const record of records()) {
        const cells = cellsOf(record)
        yield places.map(({ column, piece }) => {
          const cell = cells[column]
          return cellOf(most.has(column) && typeof cell === 'string' ? cellPieces(cell)[piece] : cell)
        })
      }
    },
  }
}

/** Every field of every claim: shared/rules/exchange/record-sheets.ts says which column is which. */
export const claimsSheet = (exported: ExportedCase, isPieced: boolean): Sheet =>
  recordSheet<Claim>(
    viewName('claims'),
    claimColumns,
    exported.claims,
    claim => {
      const term = exported.termOf(claim.term)
      return claimCells(claim, {
        term: term?.ref ?? '',
        termName: term?.name ?? '',
        source: exported.source(claim.source)?.title ?? '',
        party: exported.partyName(claim.party),
        lineage: exported.lineageName(claim.lineage),
      })
    },
    isPieced,
  )

/** Every field of every term. */
export const termsSheet = (exported: ExportedCase, isPieced: boolean): Sheet =>
  recordSheet<Term>(viewName('terms'), termColumns, () => exported.terms.map(({ term }) => term), termCells, isPieced)
