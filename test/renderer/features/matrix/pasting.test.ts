import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockOf, filled, layBlock } from '../../../../renderer/features/matrix/pasting.ts'
import { gridLines } from '../../../../renderer/features/matrix/rows.ts'
import { columnsOf, rowWith } from './frames.ts'

const lines = gridLines([rowWith(1, 'Money'), rowWith(2, 'Money'), rowWith(3, 'Talks')], new Set())
const columns = columnsOf('abc')

test('a block from a spreadsheet: tabs, quotes around line ends and quotes, the last line end', () => {
  expect(blockOf('50 %\t\t"two\nlines"\r\n"say ""no"""\tx\ty\r\n')).toEqual([
    ['50 %', '', 'two\nlines'],
    ['say "no"', 'x', 'y'],
  ])
  expect(blockOf('one')).toEqual([['one']])
})

test('its rows go over the terms from there down, past the heads of categories; blanks enter nothing', () => {
  const { pasted, outside } = layBlock([['1', ''], ['2', '3'], ['4']], { line: 1, column: 2 }, lines, columns)
  expect(pasted.map(one => [one.term.ref, one.column.key, one.words])).toEqual([
    ['T-01', 'b', '1'],
    ['T-02', 'b', '2'],
    ['T-02', 'c', '3'],
    ['T-03', 'b', '4'],
  ])
  expect(outside).toEqual([])
})

test('what falls beyond the last term or column is named', () => {
  const { pasted, outside } = layBlock([['1', '2'], ['3', '4'], ['5']], { line: 2, column: 3 }, lines, columns)
  expect(pasted.map(one => one.words)).toEqual(['1', '3'])
  expect(outside).toEqual(['2', '4', '5'])
})

test('nothing is dropped unnamed: every word is laid or outside', () => {
  const blocks = fc.array(fc.array(fc.constantFrom('', ' ', '50 %', 'silent'), { maxLength: 5 }), { maxLength: 6 })
  fc.assert(
    fc.property(blocks, fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 4 }), (block, line, column) => {
      const { pasted, outside } = layBlock(block, { line, column }, lines, columns)
      expect(pasted.length + outside.length).toBe(filled(block))
    }),
  )
})
