import type { Sheet } from '../../../model/sheet.ts'
import { sentence } from '../../sentence.ts'
import { exactWords, filledCells, shownWords } from '../cells.ts'
import { joinedCells } from '../long-cells.ts'
import type { RecordCell } from '../record-sheets.ts'
import { columnsOf, kindOfHeads, kindsInOrder, type RecordKind } from './record-kinds.ts'

/** A row of records: where it stands, and its cells by the names of their columns. */
export type RecordLine = { key: string; place: string; cells: Record<string, RecordCell | undefined> }

/** The column by which a table of all kinds says of each row what it is. */
export const kindColumn = 'record'

const headsOf = ({ rows }: Pick<Sheet, 'rows'>) => (rows[0] ?? []).map(cell => shownWords(cell).trim().toLowerCase())

const kindIn = (heads: readonly string[]): RecordKind | 'mixed' | null => {
  if (heads.includes(kindColumn) && heads.includes('risk') && heads.includes('id')) return 'mixed'
  return kindOfHeads(heads)
}

/** True for a sheet of records as an export writes it. */
export const holdsRecords = (sheet: Pick<Sheet, 'rows'>): boolean => kindIn(headsOf(sheet)) !== null

/** The rows of all sheets by their kind, and what of the sheets is not read, in sentences. */
export const recordLines = (sheets: readonly Sheet[]): { lines: Map<RecordKind, RecordLine[]>; leftOut: string[] } => {
  const lines = new Map<RecordKind, RecordLine[]>(kindsInOrder.map(kind => [kind, []]))
  const leftOut: string[] = []
  for (const [number, sheet] of sheets.entries()) {
    const heads = headsOf(sheet)
    const kind = kindIn(heads)
    if (kind === null) {
      if (sheet.rows.length > 0) leftOut.push(sentence('rules.recordSheetUnknown', { sheet: sheet.name }))
      continue
    }
    const columns = new Set(kind === 'mixed' ? [kindColumn, ...kindsInOrder.flatMap(columnsOf)] : columnsOf(kind))
    for (const [at, title] of heads.entries()) {
      if (title === '') continue
      if (!columns.has(title) && !columns.has(title.replace(/ \d+$/, '')))
        leftOut.push(sentence('rules.sheetColumnUnknown', { title, sheet: sheet.name }))
      else if (heads.indexOf(title) < at) leftOut.push(sentence('rules.sheetColumnTwice', { title, sheet: sheet.name }))
    }
    for (const [at, row] of sheet.rows.entries()) {
      if (at === 0 || filledCells(row) === 0) continue
      // Of heads that stand twice the first counts: of two entries of one name the last would.
      const cells = joinedCells(
        Object.fromEntries(heads.map((head, column) => [head, exactWords(row[column])] as const).reverse()),
      )
      const said = kind === 'mixed' ? String(cells[kindColumn] ?? '').trim() : kind
      const own = kindsInOrder.find(one => one === said)
      const place = sheets.length > 1 ? `${sheet.name} ${at + 1}` : String(at + 1)
      if (own) lines.get(own)?.push({ key: `${own} ${number}.${at}`, place, cells })
      else leftOut.push(sentence('rules.sheetRowOut', { row: place, title: said, count: String(filledCells(row)) }))
    }
  }
  return { lines, leftOut }
}
