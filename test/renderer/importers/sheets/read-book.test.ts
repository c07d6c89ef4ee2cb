import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBook } from '../../../../renderer/importers/sheets/read-book.ts'
import { book, mostSheetCells } from '../../../../shared/model/sheet.ts'
import { claimColumns } from '../../../../shared/rules/exchange/record-sheets.ts'
import { xlsx } from '../../../support/office-files.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (name: string, content: Uint8Array<ArrayBuffer>) => {
  const made = readBook(name, content)
  if ('refusal' in made) throw new Error(made.refusal)
  return book.parse(made)
}
const refusal = (name: string, content: Uint8Array<ArrayBuffer>) => {
  const made = readBook(name, content)
  return 'refusal' in made ? made.refusal : ''
}

const cell = (place: string, inside: string, more = '') => `<c r="${place}"${more}>${inside}</c>`
const value = (place: string, words: string | number, more = '') => cell(place, `<v>${words}</v>`, more)

describe('a workbook', () => {
  test('gives cells as shown, with the number in full or the day behind them; empty places count', () => {
    const file = xlsx(
      {
        First: {
          inside: `<sheetData><row r="2">${value('B2', 45000, ' s="1"')}${value('C2', 0.33333, ' s="2"')}${value('E2', 12)}</row>
            <row r="4">${cell('A4', '<is><t>words</t></is>', ' t="inlineStr"')}</row></sheetData>`,
        },
        Second: { inside: `<sheetData><row><c><v>1</v></c></row></sheetData>`, state: 'hidden' },
      },
      {
        styles:
          '<numFmts><numFmt numFmtId="164" formatCode="d mmmm yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="9"/></cellXfs>',
      },
    )
    const { sheets, warnings } = read('a.xlsx', file)
    expect(sheets).toEqual([
      {
        name: 'First',
        hidden: false,
        rows: [
          [],
          ['', { shown: '15 March 2023', exact: '2023-03-15' }, { shown: '33%', exact: '0.33333' }, '', '12'],
          [],
          ['words'],
        ],
      },
      { name: 'Second', hidden: true, rows: [['1']] },
    ])
    expect(warnings).toEqual([])
  })

  test('with a cell at the far edge is refused rather than filled up', () => {
    const file = xlsx({ A: { inside: `<sheetData><row r="1048576">${value('XFD1048576', 1)}</row></sheetData>` } })
    expect(refusal('a.xlsx', file)).toContain('cells')
  })
})

describe('a table of values', () => {
  test('is one sheet named for its file, whatever parts the values; every character is kept', () => {
    const one = read('terms of deal.csv', bytes('\ufeffname;value\r\n"a;b";" x\ny "\r\n\r\n;\r\n'))
    expect(one.sheets).toEqual([
      {
        name: 'terms of deal',
        hidden: false,
        rows: [
          ['name', 'value'],
          ['a;b', ' x\ny '],
        ],
      },
    ])
    // The apostrophe that keeps a spreadsheet from running words as a formula is none of them.
    expect(read('a.csv', bytes("a,'-\n'=1+1,'tis")).sheets[0]?.rows).toEqual([
      ['a', '-'],
      ['=1+1', "'tis"],
    ])
    expect(read('a.tsv', bytes('a\tb\n1\t2')).sheets[0]?.rows).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })

  test('what is none is refused in a sentence', () => {
    expect(refusal('a.csv', bytes(''))).not.toBe('')
    expect(refusal('old.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).toContain('Save it as XLSX or CSV')
    expect(refusal('a.csv', bytes('\n\n'))).not.toBe('')
  })
})

test('nothing that a file holds makes it throw', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('a.xlsx', 'a.csv', 'a'),
      fc.uint8Array({ maxLength: 300 }),
      fc.boolean(),
      (name, rest, zip) => {
        const content = new Uint8Array([...(zip ? [0x50, 0x4b, 3, 4] : []), ...rest])
        const made = readBook(name, content)
        expect('refusal' in made ? made.refusal.length : book.parse(made).sheets.length).toBeGreaterThan(0)
      },
    ),
  )
})

test('the claims of a large case are read; beyond what can be compared it is said what to do', () => {
  const sheetOf = (claims: number) =>
    bytes(`${claimColumns.join(',')}\n${`${claimColumns.map((_, at) => at).join(',')}\n`.repeat(claims)}`)
  expect(read('claims.csv', sheetOf(20_000)).sheets[0]?.rows).toHaveLength(20_001)
  expect(refusal('claims.csv', sheetOf(mostSheetCells / claimColumns.length))).toMatch(
    /1,000,000 cells.*Save it in parts/,
  )
})
