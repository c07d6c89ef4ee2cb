import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { wholeFile } from '../../../../main/exporters/office/parts.ts'
import { cellName, daySerial, type Sheet, type SheetCell, sheetNames } from '../../../../main/exporters/office/sheet.ts'
import { type Book, xlsxFile } from '../../../../main/exporters/office/xlsx.ts'
import { readBook } from '../../../../renderer/importers/sheets/read-book.ts'

const facts = { title: 'T', author: 'A', subject: 'S', created: '2025-06-02T09:00:00.000Z' }

const sheet = (name: string, rows: readonly (readonly SheetCell[])[], more: Partial<Sheet> = {}): Sheet => ({
  name,
  widths: [10, 20],
  frozen: { rows: 1, columns: 1 },
  filtered: true,
  rows: () => rows,
  ...more,
})

const book = (...sheets: Sheet[]): Book => ({ facts, marking: 'TLP:AMBER', sheets })

const parts = (of: Book): Record<string, string> => {
  const files = unzipSync(wholeFile(xlsxFile(of).pieces))
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]))
}

const readBack = (of: Book) => {
  const read = readBook('x.xlsx', wholeFile(xlsxFile(of).pieces))
  if ('refusal' in read) throw new Error(String(read.refusal))
  return read.sheets
}

test('frozen panes, widths, a filter, heads that repeat, the marking on every page', () => {
  const { 'xl/worksheets/sheet1.xml': words = '', 'xl/workbook.xml': workbook = '' } = parts(
    book(sheet("It's [here", [[{ words: 'a' }, { words: 'b' }], [{ words: '1' }]])),
  )
  expect(words).toContain('<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>')
  expect(words).toContain('<col min="2" max="2" width="20" customWidth="1"/>')
  expect(words).toContain('<autoFilter ref="A1:B2"/>')
  expect(words).toMatch(/<oddHeader>&amp;CTLP:AMBER<\/oddHeader>/)
  expect(workbook).toContain(`'It''s  here'!$A:$A,'It''s  here'!$1:$1`)
})

test('figures and days keep what they are; text is never a formula, and is marked where it could become one', () => {
  const words = parts(
    book(
      sheet('S', [
        [
          { words: '50 %', held: { number: 0.5, format: '0 %' } },
          { words: '11 Mar 2025', held: { day: '2025-03-11' } },
          { words: '=HYPERLINK("http://x")' },
          { words: '-5' },
        ],
      ]),
    ),
  )
  const cells = words['xl/worksheets/sheet1.xml'] ?? ''
  expect(cells).toMatch(/<c r="A1" s="\d"><v>0.5<\/v><\/c>/)
  expect(cells).toMatch(/<c r="B1" s="\d"><v>45727<\/v><\/c>/)
  expect(cells).not.toContain('<f>')
  const [, style = ''] = /<c r="C1" s="(\d+)" t="inlineStr">/.exec(cells) ?? []
  const styles = [...(words['xl/styles.xml'] ?? '').matchAll(/<xf [^>]*>/g)].map(([xf]) => xf)
  expect(styles[Number(style) + 1]).toContain('quotePrefix="1"')
  expect(words['xl/styles.xml']).toContain('formatCode="0 %"')
})

test('links lead to cells of other sheets and to the web, each address once', () => {
  const cell = { words: 'a', link: { address: 'https://a.example/?b=1&c="2"' } }
  const words = parts(
    book(
      sheet("Bob's", [[cell], [cell]]),
      sheet('T', [[{ words: 'b', link: { sheet: "Bob's", row: 1, column: 27 } }]]),
    ),
  )
  expect(words['xl/worksheets/_rels/sheet1.xml.rels']?.match(/<Relationship /g)).toHaveLength(1)
  expect(words['xl/worksheets/_rels/sheet1.xml.rels']).toContain('https://a.example/?b=1&amp;c=&quot;2&quot;')
  expect(words['xl/worksheets/sheet2.xml']).toContain(`location="'Bob''s'!AB2"`)
})

test('any words come back from the file as they were, and the same book is the same bytes', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.string({ unit: 'grapheme', minLength: 1 }),
          fc.constantFrom('=1+1', ' a ', 'a\r\nb', '\u0000\u001b', '_x000D_', '<b>&"', '\ttab', "'=x", '😀'),
        ),
        { minLength: 1, maxLength: 12 },
      ),
      texts => {
        const of = book(sheet('S', [texts.map(words => ({ words }))]))
        expect(Buffer.from(wholeFile(xlsxFile(of).pieces)).equals(wholeFile(xlsxFile(of).pieces))).toBe(true)
        const [row = []] = readBack(of)[0]?.rows ?? []
        const words = row.map(cell => (typeof cell === 'string' ? cell : cell.exact))
        texts.forEach((text, column) => {
          // White space alone is read as nothing.
          if (text.trim() !== '') expect(words[column]).toBe(text)
        })
      },
    ),
    { numRuns: 60 },
  )
})

test('names of sheets are what Excel takes, and none twice', () => {
  expect(sheetNames(['a/b', 'A b', '', "'x'", 'y'.repeat(40), 'y'.repeat(40)])).toEqual([
    'a b',
    'A b 2',
    '–',
    'x',
    'y'.repeat(31),
    `${'y'.repeat(29)} 2`,
  ])
})

test('cells by their names, days by their numbers', () => {
  expect([cellName(0, 0), cellName(9, 25), cellName(0, 26), cellName(1, 702)]).toEqual(['A1', 'Z10', 'AA1', 'AAA2'])
  expect([daySerial('1900-03-01'), daySerial('2025-01-01'), daySerial('1900-02-28')]).toEqual([61, 45658, null])
})

test('more links than Excel opens are left out and counted', () => {
  const rows = Array.from({ length: 65_532 }, (): SheetCell[] => [
    { words: 'a', link: { sheet: 'S', row: 0, column: 0 } },
  ])
  const { pieces, written } = xlsxFile(book(sheet('S', rows)))
  wholeFile(pieces)
  expect(written.linksLeftOut).toBe(2)
})
