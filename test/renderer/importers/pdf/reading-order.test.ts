import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pdfOf, type Sheet } from '../../../support/pdf.ts'
import { draftFrom, faults, outline } from '../imports.ts'

const harbour =
  'The harbour was dredged twice in the spring because the silt came back sooner than the engineers had expected it to. ' +
  'Barges lay idle for a week while the pumps were repaired, and the grain stayed in the silos above the quay.'
const railway =
  'The railway carried most of what the barges could not, at a price that the mills upriver found hard to bear. ' +
  'Some of them closed for the season, and others sent their flour by road over the pass and down to the plain.'
const market =
  'At the market the price of bread rose by a third before the council set a limit, which held until the harvest came in. ' +
  'Bakers complained that the limit was below their cost, and the council paid them the difference from its reserve.'

const twoColumns = ({ text }: Sheet) => {
  text(harbour, { x: 60, y: 200, width: 220 })
  text(railway, { x: 310, y: 200, width: 220 })
}

describe('columns', () => {
  test('are read one after the other, below what stands across them', async () => {
    const draft = await draftFrom(
      'columns.pdf',
      await pdfOf([
        sheet => {
          sheet.line('A Season on the River', { x: 200, y: 120, size: 18, bold: true })
          sheet.text(market, { x: 60, y: 150, width: 470 })
          twoColumns(sheet)
        },
      ]),
    )
    expect(outline(draft)).toEqual([
      'title: A Season on the River',
      `paragraph: ${market}`,
      `paragraph: ${harbour}`,
      `paragraph: ${railway}`,
    ])
  })

  test('may be three, and drawn in any order', async () => {
    const columns = [
      { words: railway, x: 225 },
      { words: market, x: 400 },
      { words: harbour, x: 50 },
    ]
    const bytes = await pdfOf([
      ({ text }) => {
        for (const { words, x } of columns) text(words, { x, y: 100, width: 150 })
      },
    ])
    expect((await draftFrom('three.pdf', bytes)).text).toBe([harbour, railway, market].join('\n\n'))
  })

  test('a paragraph that goes on in the next column and on the next page is one paragraph, and knows its pages', async () => {
    const words = `${harbour} ${railway} ${market}`.split(' ')
    const part = (from: number, to: number) => words.slice(from, to).join(' ')
    const bytes = await pdfOf([
      ({ text }) => {
        text(part(0, 30), { x: 60, y: 100, width: 220 })
        text(part(30, 70), { x: 310, y: 100, width: 220 })
      },
      ({ text }) => void text(part(70, words.length), { x: 60, y: 100, width: 220 }),
    ])
    const draft = await draftFrom('on.pdf', bytes)
    expect(outline(draft)).toEqual([`paragraph: ${words.join(' ')}`])
    expect(draft.pages).toHaveLength(2)
    expect(draft.text.slice(draft.pages[1]?.start)).toBe(part(70, words.length))
  })

  test('whatever the words, they come in the order they were set in, in one, two or three columns over pages', async () => {
    const word = fc.constantFrom(...`${harbour} ${railway} ${market}`.split(' '))
    const setting = fc.record({
      words: fc.array(word, { minLength: 130, maxLength: 400, size: 'max' }),
      columns: fc.integer({ min: 1, max: 3 }),
      each: fc.integer({ min: 45, max: 80 }),
    })
    await fc.assert(
      fc.asyncProperty(setting, async ({ words, columns, each }) => {
        const draft = await draftFrom('any.pdf', await pdfOf(pagesOf(words, columns, each)))
        expect(faults(draft)).toEqual([])
        const read = draft.text.trim().split(/\s+/)
        expect(read.toSorted()).toEqual(words.toSorted())
        // The columns of the last page may be too short to tell from a list; those before it are read in order.
        const sure = Math.floor(words.length / (each * columns)) * each * columns
        expect(read.slice(0, sure)).toEqual(words.slice(0, sure))
      }),
      { numRuns: 20, endOnFailure: true },
    )
  })
})

/** Sets words in columns of so many each. */
const pagesOf = (words: readonly string[], columns: number, each: number) =>
  Array.from({ length: Math.ceil(words.length / (each * columns)) }, (_, page) => ({ text }: Sheet) => {
    const width = 500 / columns
    for (let column = 0; column < columns; column += 1) {
      const from = (page * columns + column) * each
      const part = words.slice(from, from + each).join(' ')
      if (part !== '') text(part, { x: 45 + column * width, y: 90, width: width - 20 })
    }
  })

describe('what is not columns', () => {
  test('a table is read row by row, its cells apart', async () => {
    const rows = [
      ['Commodity', 'Tonnes', 'Price'],
      ['Wheat', '1,200', '310'],
      ['Barley', '640', '255'],
      ['Rye', '75', '240'],
    ]
    const bytes = await pdfOf([
      sheet => {
        sheet.text(harbour, { x: 60, y: 80, width: 470 })
        for (const [index, row] of rows.entries())
          for (const [column, cell] of row.entries())
            sheet.line(cell, { x: 80 + column * 130, y: 180 + index * 14, bold: index === 0 })
        sheet.text(market, { x: 60, y: 270, width: 470 })
      },
    ])
    const draft = await draftFrom('table.pdf', bytes)
    const table = draft.blocks.find(block => block.kind === 'table')
    expect(table?.head).toBe(true)
    expect(table?.rows?.map(row => row.map(({ start, end }) => draft.text.slice(start, end)))).toEqual(rows)
    expect(draft.blocks.map(block => block.kind)).toEqual(['paragraph', 'table', 'paragraph'])
  })

  test('a cell that all but touches the next is one of its own where other rows have theirs', async () => {
    const rows = [
      ['Commodity', 'Measured in', 'Tonnes'],
      ['Wheat', 'sheds', '1,200'],
      ['Barley that was malted', 'the open', '640'],
      ['Rye', 'sheds', '75'],
    ]
    const bytes = await pdfOf([
      sheet => {
        sheet.text(harbour, { x: 60, y: 80, width: 470 })
        // Set twice at one place it is read once.
        const widest = sheet.line('Barley that was malted', { x: 80, y: 208 })
        for (const [index, row] of rows.entries())
          for (const [column, cell] of row.entries())
            sheet.line(cell, { x: [80, widest + 8, 400][column] ?? 0, y: 180 + index * 14 })
      },
    ])
    const draft = await draftFrom('close.pdf', bytes)
    const table = draft.blocks.find(block => block.kind === 'table')
    expect(table?.rows?.map(row => row.map(({ start, end }) => draft.text.slice(start, end)))).toEqual(rows)
  })

  test('text that runs up the margin is set apart', async () => {
    const bytes = await pdfOf([
      sheet => {
        sheet.text(harbour, { x: 60, y: 80, width: 400 })
        sheet.page.drawText('Received 3 May', {
          x: 30,
          y: 300,
          size: 9,
          rotate: { type: 'degrees', angle: 90 } as never,
        })
      },
    ])
    expect(outline(await draftFrom('margin.pdf', bytes))).toEqual([
      `paragraph: ${harbour}`,
      '*paragraph: Received 3 May',
    ])
  })

  test('a page that lies on its side is read as it is seen', async () => {
    const bytes = await pdfOf([twoColumns], pdf => {
      pdf.getPage(0).setRotation({ type: 'degrees', angle: 90 } as never)
    })
    expect((await draftFrom('side.pdf', bytes)).text).toBe(`${harbour}\n\n${railway}`)
  })
})
