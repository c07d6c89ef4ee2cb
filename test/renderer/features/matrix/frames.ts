import type { MatrixColumn, MatrixFrameRow, MatrixFrameView, ShownCell } from '../../../../shared/contract/matrix.ts'
import { termWith } from '../../../support/records.ts'

/** A row of the frame under columns of which nothing is known but letters. */
export const rowWith = (number: number, category: string, more: Partial<MatrixFrameRow> = {}): MatrixFrameRow => ({
  term: termWith(number, { category }),
  position: null,
  partyPositions: 0,
  states: 'vv',
  facts: { claims: 2, origins: 2, open: 0, settled: 0, unread: 0, silent: 0, unsupported: 0, risks: 0 },
  ...more,
})

export const columnsOf = (keys: string): MatrixColumn[] =>
  [...keys].map(key => ({ key, title: key, date: null, grade: 'C' }))

export const frameOf = (rows: MatrixFrameRow[], keys = 'ab'): MatrixFrameView => ({
  axis: 'sources',
  grain: null,
  columns: columnsOf(keys),
  rows,
  days: [],
})

export const cellWith = (column: string, more: Partial<ShownCell> = {}): ShownCell => ({
  column,
  state: 'value',
  words: ['yes'],
  more: 0,
  stage: null,
  count: 1,
  origins: 1,
  silences: 0,
  open: 0,
  settled: 0,
  unsupported: false,
  only: null,
  ...more,
})
