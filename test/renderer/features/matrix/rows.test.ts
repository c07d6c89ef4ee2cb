import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gridLines, openedBy, showings } from '../../../../renderer/features/matrix/rows.ts'
import type { MatrixCell, MatrixRow, MatrixView } from '../../../../shared/contract/matrix.ts'
import type { ClaimId } from '../../../../shared/model/id.ts'
import { idOf, positionWith, termWith } from '../../../support/records.ts'

const cellWith = (more: Partial<MatrixCell> = {}): MatrixCell => ({
  state: 'value',
  words: ['yes'],
  stage: null,
  count: 1,
  origins: 1,
  claims: [],
  openConflicts: [],
  settledConflicts: [],
  unsupported: false,
  ...more,
})

const rowWith = (number: number, category: string, cells: MatrixCell[] = [cellWith()]): MatrixRow => ({
  term: termWith(number, { category }),
  cells,
  position: null,
})

const plain = rowWith(1, 'Money')
const disputed = rowWith(2, 'Money', [cellWith({ openConflicts: [idOf(1)] })])
const settled = rowWith(3, 'Talks', [cellWith({ settledConflicts: [idOf(1)] })])
const silent = rowWith(4, 'Talks', [cellWith({ state: 'silent' })])
const unread = rowWith(5, 'Aid', [cellWith(), cellWith({ state: 'unread', count: 0 })])
const unquoted = rowWith(6, 'Aid', [cellWith({ unsupported: true })])
const unfounded: MatrixRow = {
  ...rowWith(7, 'Aid'),
  position: { id: idOf(1), words: 'yes', position: positionWith(1), stale: false, unsupported: true },
}
const rows = [plain, disputed, settled, silent, unread, unquoted, unfounded]

const refsOf = (lines: ReturnType<typeof gridLines>) =>
  lines.map(line => (line.kind === 'category' ? line.name : line.row.term.ref))

describe('lines of the grid', () => {
  test.each([
    ['all', ['Money', 'T-01', 'T-02', 'Talks', 'T-03', 'T-04', 'Aid', 'T-05', 'T-06', 'T-07']],
    ['conflicts', ['Money', 'T-02']],
    ['gaps', ['Talks', 'T-04', 'Aid', 'T-05']],
    ['unsupported', ['Aid', 'T-06', 'T-07']],
  ] as const)('showing %s', (showing, expected) => {
    expect(refsOf(gridLines(rows, showing, null, new Set()))).toEqual(expected)
  })

  test('one category, and a folded one', () => {
    expect(refsOf(gridLines(rows, 'all', 'Talks', new Set()))).toEqual(['Talks', 'T-03', 'T-04'])
    const folded = gridLines(rows, 'all', null, new Set(['Money', 'Aid']))
    expect(refsOf(folded)).toEqual(['Money', 'Talks', 'T-03', 'T-04', 'Aid'])
    expect(folded[0]).toEqual({ kind: 'category', name: 'Money', folded: true })
  })

  test('terms of one category that stand apart in the matrix come under one head', () => {
    expect(refsOf(gridLines([plain, settled, disputed], 'all', null, new Set()))).toEqual([
      'Money',
      'T-01',
      'T-02',
      'Talks',
      'T-03',
    ])
  })

  test('no term is lost or shown twice, and each stands under its own category', () => {
    const anyRows = fc
      .array(fc.constantFrom('Money', 'Talks', 'Aid', ''))
      .map(names => names.map((name, at) => rowWith(at + 1, name)))
    fc.assert(
      fc.property(anyRows, fc.constantFrom(...showings), fc.subarray(['Money', 'Aid']), (given, showing, folded) => {
        const lines = gridLines(given, showing, null, new Set(folded))
        const shown = lines.flatMap(line => (line.kind === 'term' ? [line.row] : []))
        const unfolded = showing === 'all' ? given.filter(row => !folded.includes(row.term.category)) : []
        expect(new Set(shown)).toEqual(new Set(unfolded))
        expect(shown.length).toBe(unfolded.length)
        let head = ''
        for (const line of lines) {
          if (line.kind === 'category') head = line.name
          else expect(line.row.term.category).toBe(head)
        }
      }),
    )
  })
})

describe('what an address opens', () => {
  const claim = idOf<ClaimId>(77)
  const view: MatrixView = {
    axis: 'sources',
    columns: ['a', 'b'].map(key => ({ key, title: key, date: null, grade: 'C' })),
    rows: [
      rowWith(1, 'Money', [cellWith(), cellWith({ claims: [claim] })]),
      rowWith(2, 'Money', [cellWith(), cellWith()]),
    ],
  }
  test.each([
    [{ term: idOf(2) }, 2, 0],
    [{ term: idOf(2), column: 'a' }, 2, 1],
    [{ term: idOf(2), source: 'b' }, 2, 2],
    [{ term: idOf(2), column: 'position' }, 2, 3],
    [{ term: idOf(2), column: 'gone' }, 2, 0],
    [{ claim }, 1, 2],
    [{ claim, term: idOf(2) }, 1, 2],
  ])('%j', (query, number, column) => {
    expect(openedBy(view, query)).toMatchObject({ row: { term: { id: idOf(number) } }, column })
  })

  test.each([[{}], [{ term: idOf(9) }], [{ claim: idOf(9) }]])('%j opens nothing', query => {
    expect(openedBy(view, query)).toBeNull()
  })
})
