import { describe, expect, test } from 'vitest'
import { pdfOf, type Sheet } from '../../../support/pdf.ts'
import { draftFrom, outline } from '../imports.ts'

const body =
  'The commission met four times in the course of the year and heard the owners of the mines, the unions and the towns. ' +
  'It found no ground for the fears of the first, and asked the ministry to publish its own figures before the winter.'
const more =
  'Its report went to the assembly in November and was debated for two days, after which the assembly took note of it. ' +
  'Nothing more was heard of the matter until the spring, when the ministry printed a table without any comment.'

const plain = { x: 70, width: 450 }

describe('the edges of pages', () => {
  const page =
    (number: number, words: string) =>
    ({ line, text }: Sheet) => {
      line('Annual report', { x: 70, y: 40, size: 8 })
      line(`The commission of ${1990 + number}`, { x: 400, y: 40, size: 8 })
      text(words, { ...plain, y: 100 })
      line(String(number + 6), { x: 290, y: 810, size: 8 })
    }

  test('running heads and page numbers are set apart, keep their page, and give it its label', async () => {
    const draft = await draftFrom('edges.pdf', await pdfOf([page(1, body), page(2, more), page(3, body)]))
    expect(outline(draft)).toEqual(
      [body, more, body].flatMap((words, index) => [
        `*paragraph: Annual report The commission of ${1991 + index}`,
        `paragraph: ${words}`,
        `*paragraph: ${index + 7}`,
      ]),
    )
    expect(draft.pages.map(({ label }) => label)).toEqual(['7', '8', '9'])
    expect(draft.pages.map(({ start }) => draft.text.slice(start, start + 13))).toEqual(Array(3).fill('Annual report'))
  })

  test('what stands once at the top of a page is text', async () => {
    const first = ({ line, text }: Sheet) => {
      line('A word before', { x: 70, y: 40 })
      text(body, { ...plain, y: 100 })
    }
    const draft = await draftFrom('once.pdf', await pdfOf([first, ({ text }) => void text(more, { ...plain, y: 60 })]))
    expect(draft.blocks.some(block => block.apparatus)).toBe(false)
  })

  test('a page that holds only a picture is said to, and keeps its place', async () => {
    const bytes = await pdfOf([
      ({ text }) => void text(body, { ...plain, y: 60 }),
      ({ page: sheet }) => sheet.drawRectangle({ x: 50, y: 50, width: 400, height: 600 }),
      ({ text }) => void text(more, { ...plain, y: 60 }),
    ])
    const draft = await draftFrom('picture.pdf', bytes)
    expect(draft.pages.map(({ imageOnly }) => imageOnly)).toEqual([false, true, false])
    expect(draft.pages[1]?.start).toBe(draft.pages[2]?.start)
    expect(draft.warnings).toEqual(['Page 2 is only a picture; its words are not in the text.'])
  })
})

describe('kinds of blocks', () => {
  test('headings by size, weight and number', async () => {
    const bytes = await pdfOf([
      ({ line, text }) => {
        line('Mines and Towns', { x: 70, y: 60, size: 20, bold: true })
        line('1 Findings', { x: 70, y: 100, size: 14, bold: true })
        text(body, { ...plain, y: 120 })
        line('1.1 What was asked', { x: 70, y: 180, size: 12, bold: true })
        text(more, { ...plain, y: 200 })
      },
    ])
    expect(outline(await draftFrom('headings.pdf', bytes))).toEqual([
      'title: Mines and Towns',
      'heading 2: 1 Findings',
      `paragraph: ${body}`,
      'heading 3: 1.1 What was asked',
      `paragraph: ${more}`,
    ])
  })

  test('a first line that is set in begins a paragraph, and so does a space', async () => {
    const bytes = await pdfOf([
      ({ text }) => {
        const next = text(body, { ...plain, y: 60 })
        text(more, { ...plain, y: next + 14 })
      },
    ])
    expect(outline(await draftFrom('paragraphs.pdf', bytes))).toEqual([`paragraph: ${body}`, `paragraph: ${more}`])
  })

  test('items of lists, over several lines and in two depths', async () => {
    const bytes = await pdfOf([
      ({ line, text }) => {
        text(body, { ...plain, y: 60 })
        line('•', { x: 80, y: 110 })
        const next = text(
          'the owners of the mines, who came with their own figures and left before the others had spoken',
          { x: 92, y: 110, width: 300 },
        )
        line('•', { x: 80, y: next })
        line('the unions', { x: 92, y: next })
        line('–', { x: 100, y: next + 12 })
        line('of the north', { x: 112, y: next + 12 })
        line('•', { x: 80, y: next + 24 })
        line('the towns', { x: 92, y: next + 24 })
      },
    ])
    expect(outline(await draftFrom('list.pdf', bytes)).slice(1)).toEqual([
      'list item 1: • the owners of the mines, who came with their own figures and left before the others had spoken',
      'list item 1: • the unions',
      'list item 2: – of the north',
      'list item 1: • the towns',
    ])
  })

  test('a footnote, with its raised sign as it is seen, before a paragraph that goes on overleaf', async () => {
    const bytes = await pdfOf([
      ({ line, text }) => {
        text(body, { ...plain, y: 60 })
        const end = line('The figures were printed', { x: 70, y: 120 })
        const next = line('3', { x: end, y: 116, size: 6 })
        line('in March and drawn together by the office of the', { x: next + 2.5, y: 120 })
        line('3', { x: 70, y: 757, size: 5 })
        line('Printed by order of the assembly.', { x: 74, y: 760, size: 8 })
      },
      ({ text }) => void text('commission, which had asked for them. ', { ...plain, y: 60 }),
    ])
    const draft = await draftFrom('note.pdf', bytes)
    expect(outline(draft)).toEqual([
      `paragraph: ${body}`,
      'footnote: ³ Printed by order of the assembly.',
      'paragraph: The figures were printed³ in March and drawn together by the office of the commission, which had asked for them.',
    ])
    expect(draft.text.slice(draft.pages[1]?.start)).toBe('commission, which had asked for them.')
  })

  test('a caption', async () => {
    const bytes = await pdfOf([
      ({ line, text }) => {
        text(body, { ...plain, y: 60 })
        line('Figure 2: Mines in use, by district', { x: 120, y: 300, size: 9 })
        text(more, { ...plain, y: 340 })
      },
    ])
    expect(outline(await draftFrom('caption.pdf', bytes))[1]).toBe('caption: Figure 2: Mines in use, by district')
  })

  test('what is filled into a form stands where it was written', async () => {
    const bytes = await pdfOf(
      [
        ({ line }) => {
          line('Name of the applicant:', { x: 70, y: 100 })
          line('Signed in the presence of two witnesses of full age.', { x: 70, y: 160 })
        },
      ],
      pdf => {
        const field = pdf.getForm().createTextField('name')
        field.setText('Oleh Hnatiuk')
        field.addToPage(pdf.getPage(0), { x: 175, y: 735, width: 150, height: 16 })
      },
    )
    expect((await draftFrom('form.pdf', bytes)).text).toContain('Name of the applicant: Oleh Hnatiuk')
  })
})
