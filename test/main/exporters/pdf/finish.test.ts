import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNull, type PDFRef } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'
import { finishPdf } from '../../../../main/exporters/pdf/finish.ts'
import { destinationPages } from '../../../../main/exporters/pdf/places.ts'
import { printBriefing } from '../../../../main/exporters/pdf/print-briefing.ts'
import { richCase } from '../../../support/rich-case.ts'

const meta = {
  title: 'Straits — Протоки',
  author: 'M. Okafor',
  subject: 'TLP:AMBER',
  language: 'en',
  created: new Date('2025-06-02T09:00:00Z'),
}

/** A print as an engine leaves it: pages, and named destinations upon them. */
async function printed(places: Record<string, number>): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const count = Math.max(1, ...Object.values(places))
  const pages = Array.from({ length: count }, () => pdf.addPage())
  const destinations = PDFDict.withContext(pdf.context)
  for (const [name, page] of Object.entries(places)) {
    const to = PDFArray.withContext(pdf.context)
    to.push(pages[page - 1]?.ref as PDFRef)
    for (const each of [PDFName.of('XYZ'), PDFNull, PDFNull, PDFNull]) to.push(each)
    destinations.set(PDFName.of(name), to)
  }
  pdf.catalog.set(PDFName.of('Dests'), destinations)
  return pdf.save()
}

const headings = [
  { level: 1 as const, title: 'One', anchor: 'section-1' },
  { level: 2 as const, title: 'One, first — ü', anchor: 'risk-R-01' },
  { level: 2 as const, title: 'Nowhere', anchor: 'nowhere' },
  { level: 1 as const, title: 'Two', anchor: 'section-2' },
]

describe('finishing a print', () => {
  test('meta as given, the window shows the title, and the same print gives the same bytes', async () => {
    const bytes = await printed({ 'section-1': 1 })
    const [once, again] = [await finishPdf(bytes, meta), await finishPdf(bytes, meta)]
    expect(Buffer.compare(once, again)).toBe(0)
    const pdf = await PDFDocument.load(once, { updateMetadata: false })
    expect([pdf.getTitle(), pdf.getAuthor(), pdf.getSubject(), pdf.getCreator()]).toEqual([
      meta.title,
      meta.author,
      meta.subject,
      'Glossator',
    ])
    expect(pdf.getCreationDate()).toEqual(meta.created)
    expect(
      pdf.catalog.lookup(PDFName.of('ViewerPreferences'), PDFDict).get(PDFName.of('DisplayDocTitle'))?.toString(),
    ).toBe('true')
    expect(pdf.catalog.get(PDFName.of('Lang'))?.toString()).toContain('en')
  })

  test('bookmarks of two levels from the headings that have a place', async () => {
    const pdf = await PDFDocument.load(
      await finishPdf(await printed({ 'section-1': 1, 'risk-R-01': 2, 'section-2': 3 }), meta, { headings }),
    )
    const outline = pdf.catalog.lookup(PDFName.of('Outlines'), PDFDict)
    const titlesOf = (parent: PDFDict): unknown[] => {
      const titles: unknown[] = []
      for (
        let entry = parent.lookupMaybe(PDFName.of('First'), PDFDict);
        entry;
        entry = entry.lookupMaybe(PDFName.of('Next'), PDFDict)
      ) {
        const below = titlesOf(entry)
        titles.push(entry.lookup(PDFName.of('Title'), PDFHexString).decodeText(), ...(below.length > 0 ? [below] : []))
      }
      return titles
    }
    expect(titlesOf(outline)).toEqual(['One', ['One, first — ü'], 'Two'])
  })

  test('bookmarks that the engine made stay', async () => {
    const made = await PDFDocument.load(await printed({ 'section-1': 1 }))
    const own = made.context.register(made.context.obj({ Type: 'Outlines', Count: 0 }))
    made.catalog.set(PDFName.of('Outlines'), own)
    const pdf = await PDFDocument.load(await finishPdf(await made.save(), meta, { headings }))
    expect(pdf.catalog.lookup(PDFName.of('Outlines'), PDFDict).has(PDFName.of('First'))).toBe(false)
  })

  test('attachments are there, dated like the document', async () => {
    const data = new TextEncoder().encode('{}')
    const attachment = {
      name: 'evidence.json',
      data,
      mediaType: 'application/json',
      description: 'What is cited',
      relation: 'Data' as const,
    }
    const finished = await finishPdf(await printed({}), meta, { attachments: [attachment] })
    const pdf = await PDFDocument.load(finished)
    expect(pdf.getAttachments().map(({ name }) => name)).toEqual(['evidence.json'])
  })
})

test('the pages of destinations, in a dictionary or in a tree of names', async () => {
  expect(await destinationPages(await printed({ b: 2, a: 1 }))).toEqual({ a: 1, b: 2 })
  const pdf = await PDFDocument.load(await printed({ c: 3 }))
  const kept = pdf.catalog.lookup(PDFName.of('Dests'), PDFDict).get(PDFName.of('c'))
  pdf.catalog.delete(PDFName.of('Dests'))
  const leaf = pdf.context.register(pdf.context.obj({ Names: [PDFHexString.fromText('c'), kept ?? PDFNull] }))
  pdf.catalog.set(PDFName.of('Names'), pdf.context.obj({ Dests: { Kids: [leaf] } }))
  expect(await destinationPages(await pdf.save())).toEqual({ c: 3 })
})

describe('the two prints', () => {
  const rich = richCase()
  const document = rich.checked()
  const run = async (placesOf: (pass: number) => Record<string, number>, chromium = 156) => {
    const htmls: string[] = []
    const result = await printBriefing(document, rich.briefing.id, {
      engine: {
        chromium,
        print: async html => {
          htmls.push(html)
          return printed(placesOf(htmls.length))
        },
      },
      fonts: [],
      at: '2025-06-02T09:00:00.000Z',
    })
    return { htmls, ...result }
  }

  test('the second carries the pages that the first fell on', async () => {
    const { htmls, degraded } = await run(() => ({ 'section-1': 3, 'section-4': 7 }))
    expect(htmls).toHaveLength(2)
    expect(htmls[0]).not.toContain('<span class="contents-page">3</span>')
    expect(htmls[1]).toContain('<span class="contents-page">3</span>')
    expect(htmls[1]).toContain('<span class="contents-page">7</span>')
    expect(degraded).toEqual([])
  })

  test('pages that move on the second are set right by a third; what never settles is said', async () => {
    const settling = await run(pass => ({ 'section-1': pass === 1 ? 3 : 4 }))
    expect(settling.htmls).toHaveLength(3)
    expect(settling.htmls[2]).toContain('<span class="contents-page">4</span>')
    expect(settling.degraded).toEqual([])
    const restless = await run(pass => ({ 'section-1': pass }), 114)
    expect(restless.htmls).toHaveLength(3)
    expect(restless.degraded.at(-1)).toContain('off by one')
  })
})
