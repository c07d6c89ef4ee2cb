import * as z from 'zod'
import { assessment } from '../../../model/assessment.ts'
import { criteria } from '../../../model/criteria.ts'
import { line } from '../../../model/record.ts'
import { review } from '../../../model/review.ts'
import { risk } from '../../../model/risk.ts'
import { cellPieces, columnPiece } from '../long-cells.ts'
import type { RecordCell } from '../record-sheets.ts'
import { cellsOf, columnsOf, kindsInOrder, lineOfRisk, lineOfScore, type RecordKind } from './record-kinds.ts'
import { kindColumn } from './record-lines.ts'

/** A register with its past as one JSON document: every record with every field, as in the model. */
export const registerDocument = z.object({
  format: z.literal('glossator-register'),
  version: z.literal(1),
  case: line,
  criteria: z.array(criteria),
  risks: z.array(risk),
  assessments: z.array(assessment),
  reviews: z.array(review),
})
export type RegisterDocument = z.infer<typeof registerDocument>

type Cells = Record<string, RecordCell>

/** The rows of a register of one kind, in the order of its risks. */
export function* linesOf(
  of: Omit<RegisterDocument, 'format' | 'version' | 'case'>,
  kind: RecordKind,
): Generator<Cells> {
  const refs = new Map(of.risks.map(one => [one.id, one.ref]))
  const refOf = (id: (typeof of.risks)[number]['id']) => refs.get(id) ?? id
  switch (kind) {
    case 'criteria':
      for (const version of of.criteria) yield cellsOf('criteria', version)
      return
    case 'risk':
      for (const one of of.risks) yield cellsOf('risk', lineOfRisk(one, refOf))
      return
    case 'assessment':
      for (const one of of.assessments) yield cellsOf('assessment', lineOfScore(one, refOf(one.risk)))
      return
    case 'review':
      for (const one of of.reviews) yield cellsOf('review', { ...one, risk: refOf(one.risk) })
      return
    case 'move':
      for (const { ref, moves } of of.risks) for (const one of moves) yield cellsOf('move', { ...one, risk: ref })
      return
    case 'action':
      for (const { ref, actions } of of.risks) for (const one of actions) yield cellsOf('action', { ...one, risk: ref })
      return
    case 'indicator':
      for (const { ref, indicators } of of.risks)
        for (const one of indicators) yield cellsOf('indicator', { ...one, risk: ref })
  }
}

/** A table: the names of its columns, and its rows each time anew. */
export type RecordTable = { columns: readonly string[]; rows(): Iterable<readonly RecordCell[]> }

/** Texts too long for a cell go on in further columns, which are there only where a record needs them. */
const tableOf = (columns: readonly string[], lines: () => Iterable<Cells>): RecordTable => {
  const most = new Map<string, number>()
  for (const cells of lines())
    for (const [column, cell] of Object.entries(cells))
      if (typeof cell === 'string' && cell.length > 32_000)
        most.set(column, Math.max(most.get(column) ?? 1, cellPieces(cell).length))
  const places = columns.flatMap(column =>
    Array.from({ length: most.get(column) ?? 1 }, (_, piece) => ({ column, piece })),
  )
  return {
    columns: places.map(({ column, piece }) => columnPiece(column, piece)),
    *rows() {
      for (const cells of lines())
        yield places.map(({ column, piece }) => {
          const cell = cells[column] ?? ''
          return most.has(column) && typeof cell === 'string' ? (cellPieces(cell)[piece] ?? '') : cell
        })
    },
  }
}

type Records = Omit<RegisterDocument, 'format' | 'version' | 'case'>

/** One table for each kind of records. */
export const registerTables = (of: Records): Map<RecordKind, RecordTable> =>
  new Map(kindsInOrder.map(kind => [kind, tableOf(columnsOf(kind), () => linesOf(of, kind))]))

/** All records in one table, which says of each row what it is. */
export const registerTable = (of: Records): RecordTable =>
  tableOf([...new Set([kindColumn, ...kindsInOrder.flatMap(columnsOf)])], function* () {
    for (const kind of kindsInOrder) for (const cells of linesOf(of, kind)) yield { [kindColumn]: kind, ...cells }
  })
