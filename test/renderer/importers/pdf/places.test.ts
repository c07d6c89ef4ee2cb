import { degrees, PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPdf, readPdfPlaces } from '../../../../renderer/importers/pdf/read-pdf.ts'
import { pairedSigns } from '../../../../renderer/importers/pdf/sign-pairs.ts'
import { placesOfText } from '../../../../renderer/importers/pdf/text-places.ts'
import { areSound, createTextPlaces } from '../../../../renderer/parts/text-places.ts'
import { pdfOf, type Sheet } from '../../../support/pdf.ts'

/** Asks for the places of the words of a PDF by the words themselves. */
const placed = async (bytes: Uint8Array) => {
  const { text, places } = await readPdfPlaces(bytes)
  expect(areSound(places, text.length)).toBe(true)
  const ask = createTextPlaces(places)
  const rangeOf = (words: string) => {
    const start = text.indexOf(words)
    if (start < 0) throw new Error(`“${words}” is not in: ${text}`)
    return { start, end: start + words.length }
  }
  return { text, places, ask, rangeOf, boxesOf: (words: string) => ask.boxesOf(rangeOf(words)) }
}

const filler =
  'The commission met four times in the course of the year and heard the owners of the mines, the unions and the towns. ' +
  'It found no ground for the fears of the first, and asked the ministry to publish its own figures before the winter.'

describe('where words are drawn', () => {
  test('each line has its box, from where it begins to where it ends', async () => {
    const word = fc.stringMatching(/^[a-zA-Z]{2,9}$/)
    const line = fc.array(word, { minLength: 2, maxLength: 6 }).map(words => words.join(' '))
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(line, { minLength: 1, maxLength: 6 }), async lines => {
        const ends: number[] = []
        const bytes = await pdfOf([
          sheet => {
            for (const [at, words] of lines.entries()) ends.push(sheet.line(words, { x: 70, y: 100 + at * 40 }))
          },
        ])
        const { boxesOf } = await placed(bytes)
        lines.forEach((words, at) => {
          const [box] = boxesOf(words)
          expect(box?.left).toBeCloseTo(70, 0)
          expect((box?.left ?? 0) + (box?.width ?? 0)).toBeCloseTo(ends[at] ?? 0, -1)
          expect(box?.top).toBeLessThan(100 + at * 40)
          expect((box?.top ?? 0) + (box?.height ?? 0)).toBeGreaterThan(100 + at * 40)
        })
      }),
      { numRuns: 12 },
    )
  })

  test('a stretch that crosses a page has boxes on both', async () => {
    const half =
      'The sentence that was begun at the foot of this page, and which nobody had expected to be so long that'
    const bytes = await pdfOf([
      ({ text }) => void text(`${filler} ${half}`, { x: 70, y: 60, width: 300 }),
      ({ text }) => void text(`it would go on to the next, is over. ${filler}`, { x: 70, y: 60, width: 300 }),
    ])
    const { boxesOf } = await placed(bytes)
    const pages = boxesOf('so long that it would go on').map(({ page }) => page)
    expect([...new Set(pages)]).toEqual([0, 1])
  })

  test('columns: the words of the second stand to the right of the first', async () => {
    const long = `${filler} ${filler} ${filler}`
    const bytes = await pdfOf([
      ({ text }) => {
        text(`Left begins. ${long}`, { x: 60, y: 80, width: 220 })
        text(`Right begins. ${long}`, { x: 320, y: 80, width: 220 })
      },
    ])
    const { ask, boxesOf, rangeOf } = await placed(bytes)
    expect(boxesOf('Right begins')[0]?.left).toBeCloseTo(320, 0)
    expect(boxesOf('Left begins')[0]?.left).toBeCloseTo(60, 0)
    expect(ask.firstBelow(0, 0, () => true)).toBe(rangeOf('Left begins').start)
  })

  test('a word that was broken at the end of a line has its two halves', async () => {
    const bytes = await pdfOf([
      ({ line }) => {
        line('They came to an agreement in the end, and the agree-', { x: 70, y: 100 })
        line('ment was kept by both of them for a long time after.', { x: 70, y: 112 })
      },
    ])
    const { text, ask, boxesOf } = await placed(bytes)
    expect(text).toContain('the agreement was kept')
    const at = text.indexOf('agreement was')
    const boxes = ask.boxesOf({ start: at, end: at + 'agreement'.length })
    expect(boxes).toHaveLength(2)
    expect((boxes[1]?.top ?? 0) - (boxes[0]?.top ?? 0)).toBeCloseTo(12, 1)
    expect(boxes[1]?.left).toBeCloseTo(70, 0)
    expect(boxesOf('ment was kept')[0]?.left).toBeCloseTo(70, 0)
  })

  test('text that runs up the page, and pages that are turned', async () => {
    const set = (sheet: Sheet, turned: number) => sheet.page.setRotation(degrees(turned))
    const bytes = await pdfOf([
      sheet => {
        sheet.text(filler, { x: 100, y: 100, width: 300 })
        sheet.page.drawText('Sideways in the margin', { x: 40, y: 300, size: 10, rotate: degrees(90) })
      },
      sheet => {
        sheet.text(`Turned page. ${filler}`, { x: 100, y: 100, width: 300 })
        set(sheet, 90)
      },
    ])
    const { places, ask, boxesOf } = await placed(bytes)
    expect([...places.sizes].map(Math.round)).toEqual([595, 842, 842, 595])
    const [margin] = boxesOf('Sideways in the margin')
    expect(margin?.height).toBeGreaterThan(80)
    expect(margin?.width).toBeLessThan(14)
    // A page turned by a quarter: what ran from left to right runs down, and begins at the right.
    const [turned] = boxesOf('Turned page')
    expect(turned?.page).toBe(1)
    expect(turned?.height).toBeGreaterThan(40)
    expect(turned?.left).toBeGreaterThan(700)
    const point = turned && { x: turned.left + turned.width / 2, y: turned.top + turned.height / 2 }
    expect(ask.signAt(1, point?.x ?? 0, point?.y ?? 0)).not.toBeNull()
  })

  test('every character of a text is found again at the middle of its box', async () => {
    const bytes = await pdfOf([
      ({ line, text }) => {
        line('A heading', { x: 70, y: 60, size: 18, bold: true })
        text(filler, { x: 70, y: 100, width: 260 })
        line('Widths differ: iiiii WWWWW', { x: 70, y: 400 })
      },
    ])
    const { text, ask } = await placed(bytes)
    for (let at = 0; at < text.length; at += 1) {
      if (!/\S/.test(text.charAt(at))) continue
      const [box] = ask.boxesOf({ start: at, end: at + 1 })
      if (!box) throw new Error(`no box for ${text.slice(at, at + 10)}`)
      expect(ask.signAt(0, box.left + box.width / 2, box.top + box.height / 2)).toBe(at)
      expect(ask.caretAt(0, box.left + 0.1, box.top + box.height / 2)).toBe(at)
    }
  })

  test('letters joined into one sign share its place', async () => {
    const pdf = await PDFDocument.create()
    const font = await pdf.embedFont(StandardFonts.Helvetica)
    pdf.addPage([300, 200]).drawText('office and final', { x: 20, y: 100, size: 12, font })
    const { ask, text } = await placed(await pdf.save())
    expect(text).toBe('office and final')
    expect(ask.boxesOf({ start: 0, end: text.length })).toHaveLength(1)
  })

  test('the text is the one that an import keeps', async () => {
    const bytes = await pdfOf([({ text }) => void text(filler, { x: 70, y: 60, width: 260 })])
    expect((await readPdfPlaces(bytes)).text).toBe((await readPdf(bytes)).text)
  })
})

describe('the places of a text that was corrected', () => {
  test('what the correction left keeps its place, what it wrote has none', async () => {
    const bytes = await pdfOf([({ text }) => void text(filler, { x: 70, y: 60, width: 260 })])
    const { text } = await readPdfPlaces(bytes)
    const corrected = text.replace('four times', 'on seventeen separate occasions')
    const [before, after] = [await placesOfText(bytes, text), await placesOfText(bytes, corrected)]
    expect(areSound(after, corrected.length)).toBe(true)
    const at = (whole: string, words: string) => {
      const start = whole.indexOf(words)
      return { start, end: start + words.length }
    }
    const words = 'publish its own figures'
    expect(createTextPlaces(after).boxesOf(at(corrected, words))).toEqual(
      createTextPlaces(before).boxesOf(at(text, words)),
    )
    expect(createTextPlaces(after).boxesOf(at(corrected, 'seventeen separate'))).toEqual([])
  })
})

describe('what was drawn beside what was written', () => {
  const pairs = (drawn: string, written: string) =>
    [...pairedSigns(drawn, written)].map(at => drawn[at] ?? '·').join('')

  test.each([
    ['a hyphen at the end of a line', 'the agree-ment holds', 'the agreement holds', 'the·agreement·holds'],
    ['spaces put in', 'Anglo-Americanloan', 'Anglo-American loan', 'Anglo-American·loan'],
    ['an accent before its letter', 'na\u00A8\u0131ve', 'na\u00EFve', 'na\u0131ve'],
    ['raised figures', 'in 20143 already', 'in 2014\u00B3 already', 'in·20143·already'],
    ['a sign of a symbol font', '\uF0B7 the first', '\u2022 the first', '\uF0B7·the·first'],
    ['words that are not there', 'one two three four', 'one three four', 'one·three·four'],
  ])('%s', (_, drawn, written, expected) => {
    expect(pairs(drawn, written)).toBe(expected)
  })

  test('words that lose hyphens and get spaces anew find every letter', () => {
    const word = fc.stringMatching(/^[a-zà-öø-ÿа-я]{3,12}$/)
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), fc.infiniteStream(fc.nat(9)), (words, steps) => {
        const next = () => steps.next().value
        const written = words.join(' ').normalize('NFC')
        // Lines end within words, at a hyphen that is not part of the text.
        const drawn = words
          .map(one => (next() < 4 ? `${one.slice(0, 2)}-${one.slice(2)}` : one))
          .join(next() < 5 ? '' : ' ')
        const found = pairedSigns(drawn, written)
        for (let at = 0; at < written.length; at += 1) {
          if (written[at] === ' ') expect(found[at]).toBe(-1)
          else expect(drawn[found[at] ?? -1]).toBe(written[at])
        }
      }),
    )
  })

  test('whatever the two are, it ends, and pairs go forward', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 300 }), (drawn, written) => {
        const found = [...pairedSigns(drawn, written)].filter(at => at >= 0)
        expect(found.every((at, index) => index === 0 || at > (found[index - 1] ?? 0))).toBe(true)
        expect(found.every(at => at < drawn.length)).toBe(true)
      }),
    )
  })
})

describe('places that a broken reader gives', () => {
  test('are told from sound ones', async () => {
    const bytes = await pdfOf([({ text }) => void text(filler, { x: 70, y: 60, width: 260 })])
    const { text, places } = await readPdfPlaces(bytes)
    const broken = [
      { ...places, edges: places.edges.slice(1) },
      { ...places, lines: places.lines.map(() => Number.NaN) },
      { ...places, pages: places.pages.map(() => 9) },
      { ...places, starts: places.starts.toReversed() },
      { ...places, lengths: places.lengths.map(() => 4_000_000_000) },
      { ...places, lengths: places.lengths.map(() => 0) },
    ]
    expect(areSound(places, text.length)).toBe(true)
    expect(areSound(places, text.length - 1)).toBe(false)
    expect(broken.map(one => areSound(one, text.length))).toEqual(broken.map(() => false))
  })
})
