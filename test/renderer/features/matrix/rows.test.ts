import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type GridLine,
  gridLines,
  movedTo,
  termLineFrom,
  termsOfCategory,
} from '../../../../renderer/features/matrix/rows.ts'
import { openedBy } from '../../../../renderer/features/matrix/use-opened.ts'
import type { TermId } from '../../../../shared/model/id.ts'
import { idOf } from '../../../support/records.ts'
import { columnsOf, rowWith } from './frames.ts'

const refsOf = (lines: readonly GridLine[]) =>
  lines.map(line => (line.kind === 'category' ? line.name : line.row.term.ref))

const rows = [rowWith(1, 'Money'), rowWith(2, 'Talks'), rowWith(3, 'Money'), rowWith(4, 'Aid')]

describe('lines of the grid', () => {
  test('terms of one category that stand apart in the matrix come under one head, which counts them', () => {
    const lines = gridLines(rows, new Set())
    expect(refsOf(lines)).toEqual(['Money', 'T-01', 'T-03', 'Talks', 'T-02', 'Aid', 'T-04'])
    expect(lines[0]).toEqual({ kind: 'category', name: 'Money', folded: false, count: 2, open: 0 })
  })

  test('a folded category keeps its own line, which tells of its conflicts', () => {
    const disputed = rowWith(5, 'Money')
    const lines = gridLines(
      [...rows, { ...disputed, facts: { ...disputed.facts, open: 3 } }],
      new Set(['Money', 'Aid']),
    )
    expect(refsOf(lines)).toEqual(['Money', 'Talks', 'T-02', 'Aid'])
    expect(lines[0]).toMatchObject({ folded: true, count: 3, open: 3 })
  })

  test('no term is lost or shown twice, and each stands under its own category', () => {
    const anyRows = fc
      .array(fc.constantFrom('Money', 'Talks', 'Aid', ''))
      .map(names => names.map((name, at) => rowWith(at + 1, name)))
    fc.assert(
      fc.property(anyRows, fc.subarray(['Money', 'Aid']), (given, folded) => {
        const lines = gridLines(given, new Set(folded))
        const shown = lines.flatMap(line => (line.kind === 'term' ? [line.row] : []))
        const unfolded = given.filter(row => !folded.includes(row.term.category))
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

  test.each([
    [1, 1, 2],
    [2, 1, 4],
    [2, -1, 1],
    [4, -1, 2],
    [1, -1, 1],
    [6, 1, 6],
  ] as const)('from line %i by %i an entry goes on to line %i, past the categories', (line, step, expected) => {
    expect(termLineFrom(gridLines(rows, new Set()), line, step)).toBe(expected)
  })
})

describe('the order of terms', () => {
  const ids = (...numbers: number[]) => numbers.map(number => idOf<TermId>(number))

  test.each([
    [1, 3, [2, 3, 1, 4]],
    [3, 1, [3, 1, 2, 4]],
    [4, 1, [4, 1, 2, 3]],
    [1, 4, [2, 3, 4, 1]],
    [2, 2, [1, 2, 3, 4]],
    [9, 1, [1, 2, 3, 4]],
    [1, 9, [1, 2, 3, 4]],
  ])('%i moved to the place of %i', (moved, place, expected) => {
    expect(movedTo(ids(1, 2, 3, 4), idOf(moved), idOf(place))).toEqual(ids(...expected))
  })

  test('the terms that stand under one category', () => {
    expect(termsOfCategory(gridLines(rows, new Set()), 'Money')).toEqual(ids(1, 3))
  })
})

describe('what an address opens', () => {
  test.each([
    [{ term: idOf(2) }, 2, 0],
    [{ term: idOf(2), column: 'a' }, 2, 1],
    [{ term: idOf(2), source: 'b' }, 2, 2],
    [{ term: idOf(2), column: 'position' }, 2, 3],
    [{ term: idOf(2), column: 'gone' }, 2, 0],
  ])('%j', (query, number, column) => {
    expect(openedBy({ rows }, columnsOf('ab'), query)).toMatchObject({ row: { term: { id: idOf(number) } }, column })
  })

  test.each([[{}], [{ term: idOf(9) }]])('%j opens nothing', query => {
    expect(openedBy({ rows }, columnsOf('ab'), query)).toBeNull()
  })
})
