import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { canonicalText } from '../../../../shared/rules/canonical-text.ts'
import { cells, draftFrom, faults, refusalOf } from '../imports.ts'

const tableOf = async (name: string, content: string | Uint8Array) => {
  const draft = await draftFrom(name, content)
  const table = draft.blocks.find(({ kind }) => kind === 'table')
  return { draft, rows: cells(draft, table), head: table?.head }
}

describe('a table of values', () => {
  test.each([',', ';', '\t', '|'])('its separator %j is found', async separator => {
    const content = [
      ['Term', 'Share', 'Since'],
      ['Oil, and gas; more', '50%', '2025-03-11'],
      ['A "fund"', '', '11.03.2025'],
    ]
    const { draft, rows, head } = await tableOf('a.csv', Papa.unparse(content, { delimiter: separator }))
    expect(rows).toEqual(content)
    expect(head).toBe(true)
    expect(faults(draft)).toEqual([])
    expect(draft.mediaType).toBe('text/csv')
  })

  test('its first row is its head only when it names columns', async () => {
    expect((await tableOf('a.csv', '1880,-0.17\n1881,-0.09\n')).head).toBe(false)
    expect((await tableOf('a.csv', 'year,temp\n1880,-0.17\n')).head).toBe(true)
    expect((await tableOf('a.csv', 'Kyiv,yes\nGeneva,yes\n')).head).toBe(false)
    expect((await tableOf('a.csv', 'name,name\na,b\n')).head).toBe(false)
    expect((await tableOf('a.csv', ',March,April\nOil,1,2\n')).head).toBe(true)
    expect((await tableOf('a.csv', 'only\n')).head).toBe(false)
  })

  test('cells with line ends, quotation marks and separators in them stay whole', async () => {
    const { rows, draft } = await tableOf('a.csv', 'a,b\r\n"one\r\ntwo","said ""so"", and left"\r\n')
    expect(rows).toEqual([
      ['a', 'b'],
      ['one\ntwo', 'said "so", and left'],
    ])
    expect(faults(draft)).toEqual([])
  })

  test('the separator that Excel names is used, and its line is kept apart', async () => {
    const { rows, draft } = await tableOf('a.csv', 'sep=;\na;b,c\n1;2,5\n')
    expect(rows).toEqual([
      ['a', 'b,c'],
      ['1', '2,5'],
    ])
    expect(draft.blocks[0]).toMatchObject({ kind: 'code', apparatus: true })
  })

  test('whatever its cells hold, they come back', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('', 'a,b', '"', 'مرحبا', '1;2', 'a\nb'),
    )
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(table, async rows => {
        const content = [['First column', 'Second column', 'Third'], ...rows]
        const expected = content
          .map(row => row.map(one => canonicalText(one).trim()))
          .filter(row => row.some(one => one !== ''))
        const { rows: read, draft } = await tableOf('a.csv', Papa.unparse(content, { quotes: true }))
        expect(read).toEqual(expected)
        expect(faults(draft)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('an open quotation mark is said with its row, and nothing is lost', async () => {
    const { draft } = await tableOf('a.csv', 'a,b\n1,2\n3,"4\n5,6\n')
    expect(draft.warnings.join(' ')).toMatch(/In row 3 a quotation mark/)
    expect(draft.text).toMatch(/4\n5,6/)
  })

  test('a database is refused, however it is packed', async () => {
    expect(await refusalOf('a.csv', 'a,b\n'.repeat(100_001))).toMatch(/more than 200,000 cells/)
    expect(await refusalOf('a.csv', ','.repeat(10_000_000))).toMatch(/more than 200,000 cells|no words/)
  })
})
