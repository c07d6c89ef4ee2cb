import { pdfOf, type Sheet } from '../support/pdf.ts'

// Words of no meaning, in the lengths and the rhythm of English.
const syllables = 'ta ro mi len sar dor vi ne pol gan ther os el ur ka bri mon sel fa ti'.split(' ')
const wordAt = (at: number) =>
  Array.from({ length: 1 + ((at * 7) % 3) }, (_, part) => syllables[(at * 13 + part * 5) % syllables.length]).join('')
const sentenceAt = (at: number) =>
  `${Array.from({ length: 9 + (at % 8) }, (_, word) => wordAt(at * 31 + word)).join(' ')}.`
const paragraphAt = (at: number, sentences: number) =>
  Array.from({ length: sentences }, (_, part) => sentenceAt(at * 17 + part)).join(' ')

const edges = ({ line }: Sheet, page: number) => {
  line('Proceedings of the commission', { x: 60, y: 40, size: 8 })
  line(String(page + 1), { x: 295, y: 815, size: 8 })
}

/** An article in two columns, with heads and page numbers. */
const columns = (page: number) => (sheet: Sheet) => {
  edges(sheet, page)
  for (const [column, x] of [60, 310].entries()) {
    let y = 80
    for (let part = 0; y < 740; part += 1)
      y = sheet.text(paragraphAt(page * 20 + column * 10 + part, 4), { x, y, width: 225 }) + 4
  }
}

/** A report: headings, paragraphs and a table. */
const report = (page: number) => (sheet: Sheet) => {
  edges(sheet, page)
  sheet.line(`${page + 1}. ${wordAt(page)} ${wordAt(page + 1)}`, { x: 60, y: 80, size: 14, bold: true })
  let y = sheet.text(paragraphAt(page, 12), { x: 60, y: 110, width: 470 }) + 20
  for (let row = 0; row < 18; row += 1, y += 14)
    for (let column = 0; column < 5; column += 1)
      sheet.line(column === 0 ? wordAt(page + row) : String((row * 137 + column * 41) % 1000), {
        x: 70 + column * 90,
        y,
        bold: row === 0,
      })
  sheet.text(paragraphAt(page + 500, 8), { x: 60, y: y + 12, width: 470 })
}

const pages = 40

export const pdfSamples = async (): Promise<{ name: string; pages: number; bytes: Uint8Array<ArrayBuffer> }[]> => {
  const made = async (name: string, set: (page: number) => (sheet: Sheet) => void) => ({
    name,
    pages,
    bytes: new Uint8Array(await pdfOf(Array.from({ length: pages }, (_, page) => set(page)))),
  })
  return [await made('two columns', columns), await made('report with tables', report)]
}

/** A report of so many pages. */
export const longReport = (pages: number): Promise<Uint8Array> =>
  pdfOf(Array.from({ length: pages }, (_, page) => (page % 3 === 0 ? report(page) : columns(page))))
