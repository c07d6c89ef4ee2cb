import { describe, expect, test } from 'vitest'
import { xlsx } from '../../../support/office-files.ts'
import { cells, draftFrom, faults, outline, refusalOf } from '../imports.ts'

const cell = (place: string, inside: string, more = '') => `<c r="${place}"${more}>${inside}</c>`
const value = (place: string, words: string | number, more = '') => cell(place, `<v>${words}</v>`, more)
const row = (number: number, ...inside: string[]) => `<row r="${number}">${inside.join('')}</row>`
const data = (...rows: string[]) => `<sheetData>${rows.join('')}</sheetData>`

const read = async (...given: Parameters<typeof xlsx>) => {
  const draft = await draftFrom('a.xlsx', xlsx(...given))
  expect(faults(draft)).toEqual([])
  return { draft, tables: draft.blocks.filter(({ kind }) => kind === 'table') }
}

describe('a workbook', () => {
  test('each sheet is a heading and a table of what its cells show', async () => {
    const { draft, tables } = await read(
      {
        First: {
          inside: data(
            row(1, value('A1', 0, ' t="s"'), cell('B1', '<is><t>in</t><r><t>line</t></r></is>', ' t="inlineStr"')),
            row(2, value('A2', 1, ' t="s"'), value('B2', 45000, ' s="1"')),
            row(3, cell('A3', '<f>1+1</f><v>2</v>'), value('B3', 1, ' t="b"'), value('D3', '#N/A', ' t="e"')),
            row(4, cell('A4', '<f>NOW()</f>'), value('B4', 0.25, ' s="2"')),
          ),
        },
        Second: { inside: data('<row><c><v>1</v></c><c t="str"><v>two</v></c></row>'), state: 'veryHidden' },
      },
      {
        strings: ['<t>shared</t>', '<r><t xml:space="preserve">ri</t></r><r><t>ch</t></r><rPh><t>read so</t></rPh>'],
        styles:
          '<numFmts><numFmt numFmtId="164" formatCode="d mmmm yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="10"/></cellXfs>',
      },
    )
    expect(tables.map(table => cells(draft, table))).toEqual([
      [
        ['shared', 'inline', ''],
        ['rich', '15 March 2023', ''],
        ['2', 'TRUE', '#N/A'],
        ['=NOW()', '25.00%', ''],
      ],
      [['1', 'two']],
    ])
    expect(outline(draft).filter(line => !line.startsWith('table'))).toEqual(['title: First', 'heading 2: Second'])
    expect(draft.warnings).toEqual([
      'The sheet “Second” is hidden in the file.',
      'A formula has no value in the file; the formula is shown.',
    ])
  })

  test('days counted from 1904; columns and rows without words are left out', async () => {
    const { draft, tables } = await read(
      {
        A: {
          inside: data(
            row(5, value('C5', 43538, ' s="0"'), value('XFD5', 'x', ' t="str"')),
            row(1048576, value('C1048576', 1)),
          ),
        },
      },
      { book: '<workbookPr date1904="1"/>', styles: '<cellXfs><xf numFmtId="14"/></cellXfs>' },
    )
    expect(cells(draft, tables[0])).toEqual([
      ['2023-03-15', 'x'],
      ['1904-01-02', ''],
    ])
  })

  test('a first row of names above numbers is a head', async () => {
    const names = row(1, value('A1', 'Ship', ' t="str"'), value('B1', 'Dues', ' t="str"'))
    const { tables } = await read({
      A: { inside: data(names, row(2, value('A2', 'Gannet', ' t="str"'), value('B2', 5))) },
      B: { inside: data(row(1, value('A1', 1), value('B1', 2)), row(2, value('A2', 3), value('B2', 4))) },
    })
    expect(tables.map(({ head }) => head)).toEqual([true, false])
  })

  test('more cells than a text can have are refused, however they are spread', async () => {
    const full = Array.from({ length: 5_001 }, (_, index) =>
      row(index + 1, ...Array<string>(100).fill('<c><v>1</v></c>')),
    )
    expect(await refusalOf('a.xlsx', xlsx({ A: { inside: data(...full) } }))).toMatch(/500,000 cells/)
    const letters = (column: number): string =>
      column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26)
    const spread = Array.from({ length: 800 }, (_, index) => row(index + 1, value(`${letters(index)}${index + 1}`, 1)))
    expect(await refusalOf('a.xlsx', xlsx({ A: { inside: data(...spread) } }))).toMatch(/500,000 cells/)
  })
})
