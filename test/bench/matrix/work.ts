import type {
  MatrixColumn,
  MatrixFrameRow,
  MatrixFrameView,
  RowCells,
  ShownCell,
} from '../../../shared/contract/matrix.ts'
import { stage } from '../../../shared/model/claim.ts'
import type { SourceId, TermId } from '../../../shared/model/id.ts'
import { type PartialDate, partialDate } from '../../../shared/model/partial-date.ts'
import { idOf, termWith } from '../../support/records.ts'
import { randomFrom } from '../corpus.ts'

/** The same for every contender: the frame of a matrix and all of its cells. */
export type Work = { frame: MatrixFrameView; cells: RowCells[] }

const words = [
  'at least 50 % of new licence revenue',
  'US$ 350–500 billion',
  'yes',
  'late March 2025',
  'held jointly by both',
]

const dayAt = (at: number): PartialDate =>
  partialDate.parse(new Date(Date.UTC(2025, 0, 1 + at)).toISOString().slice(0, 10))

/** A made-up matrix of five claims a cell; one cell in ten says nothing and one in twenty was not read. */
export const workOf = (terms: number, sources: number): Work => {
  const random = randomFrom(7)
  const columns: MatrixColumn[] = Array.from({ length: sources }, (_, at) => ({
    key: idOf<SourceId>(10_000 + at),
    title: `Report ${at + 1} of the talks in the capital`,
    date: dayAt(at),
    grade: 'C',
  }))
  const cellOf = (column: string, row: number): ShownCell | null => {
    const kind = random()
    if (kind < 0.05) return null
    const isSilent = kind < 0.15
    return {
      column,
      state: isSilent ? 'silent' : 'value',
      words: isSilent ? [] : [words[Math.floor(random() * words.length)] ?? '', `${row} %`],
      more: isSilent ? 0 : 3,
      stage: isSilent ? null : (stage.options[Math.floor(random() * 6)] ?? null),
      count: isSilent ? 0 : 5,
      origins: isSilent ? 0 : 2,
      silences: isSilent ? 1 : 0,
      open: kind > 0.9 ? 1 : 0,
      settled: 0,
      unsupported: kind > 0.8,
      only: null,
    }
  }
  const rows = Array.from({ length: terms }, (_, at) => {
    const term = termWith(at + 1, { category: `Category ${Math.floor(at / 40) + 1}`, name: `Term number ${at + 1}` })
    const cells = columns.map(({ key }) => cellOf(key, at))
    const row: MatrixFrameRow = {
      term,
      position: null,
      partyPositions: 0,
      states: cells.map(cell => (cell === null ? 'u' : cell.state === 'silent' ? 's' : 'v')).join(''),
      facts: { claims: 300, origins: 60, open: 3, settled: 0, unread: 3, silent: 6, unsupported: 9, risks: 0 },
    }
    return { row, cells: { term: term.id, cells: cells.filter(cell => cell !== null) } }
  })
  const days = columns.flatMap(({ date }) => date ?? [])
  return {
    frame: { axis: 'sources', grain: null, columns, rows: rows.map(({ row }) => row), days },
    cells: rows.map(({ cells }) => cells),
  }
}

/** The matrix before its newest columns came. */
export const asOfWork = ({ frame, cells }: Work, columns: number): Work => {
  const known = new Set(frame.columns.slice(0, columns).map(({ key }) => key))
  return {
    frame: {
      ...frame,
      columns: frame.columns.slice(0, columns),
      rows: frame.rows.map(row => ({ ...row, states: row.states.slice(0, columns) })),
    },
    cells: cells.map(row => ({ ...row, cells: row.cells.filter(cell => known.has(cell.column)) })),
  }
}

/** The matrix with other words in one cell. */
export const editedWork = (work: Work, row: number, text: string): Work => ({
  ...work,
  cells: work.cells.map((one, at) =>
    at === row
      ? { ...one, cells: one.cells.map((cell, place) => (place === 0 ? { ...cell, words: [text] } : cell)) }
      : one,
  ),
})

/** The cells by term and column, as a table looks them up. */
export const lookUp = ({ cells }: Work): ReadonlyMap<TermId, ReadonlyMap<string, ShownCell>> =>
  new Map(cells.map(row => [row.term, new Map(row.cells.map(cell => [cell.column, cell]))]))
