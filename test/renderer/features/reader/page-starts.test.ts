import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutAtPages, pagesByBlock, pagesByRow } from '../../../../renderer/features/reader/page-starts.ts'

const page = (start: number, label = '', imageOnly = false) => ({ start, label, imageOnly })
const blocks = [
  { start: 0, end: 10 },
  { start: 12, end: 30 },
  { start: 32, end: 40 },
]

describe('the pages that begin in a block', () => {
  test('are those from its start on; one between two blocks begins the second', () => {
    const [first, second, third] = pagesByBlock(blocks, [page(0, 'iv'), page(11), page(20), page(32)])
    expect(first).toEqual([{ start: 0, label: 'iv', imageOnly: false }])
    expect(second).toEqual([
      { start: 12, label: '2', imageOnly: false },
      { start: 20, label: '3', imageOnly: false },
    ])
    expect(third).toEqual([{ start: 32, label: '4', imageOnly: false }])
  })

  test('a page behind the last block ends it, and pages without text share a place', () => {
    const [, , third] = pagesByBlock(blocks, [page(0), page(35, '', true), page(35), page(44)])
    expect(third?.map(({ start, label, imageOnly }) => [start, label, imageOnly])).toEqual([
      [35, '2', true],
      [35, '3', false],
      [40, '4', false],
    ])
  })

  test('a text without pages gives every block the same empty list, so that none is drawn anew', () => {
    expect(new Set(pagesByBlock(blocks, [])).size).toBe(1)
  })
})

test('the pieces of a cut stretch are the stretch, and each page begins one of them', () => {
  const cuts = fc.array(fc.integer({ min: 5, max: 25 }), { maxLength: 6 }).map(starts => starts.sort((a, b) => a - b))
  fc.assert(
    fc.property(cuts, starts => {
      const pages = starts.map((start, index) => ({ start, label: String(index), imageOnly: false }))
      const pieces = cutAtPages({ start: 5, end: 25 }, pages)
      expect(pieces[0]?.range.start).toBe(5)
      expect(pieces.at(-1)?.range.end).toBe(25)
      expect(pieces.slice(1).map(piece => piece.range.start)).toEqual(pieces.slice(0, -1).map(piece => piece.range.end))
      expect(pieces.flatMap(piece => piece.pages)).toEqual(pages)
    }),
  )
})

test('a page of a table begins in the row that holds its start, or ends just there; one between two rows in the second', () => {
  const rows = blocks
  const lists = pagesByRow(rows, [page(0), page(10), page(11), page(33)])
  expect(lists.map(list => list.map(({ start }) => start))).toEqual([[0, 10], [11], [33]])
})
