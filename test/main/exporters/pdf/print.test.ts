import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRef, PDFString } from '@cantoo/pdf-lib'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Print } from '../../../../main/exporters/pdf/engine.ts'
import { destinationPages } from '../../../../main/exporters/pdf/places.ts'
import { type PrintedBriefing, printBriefing } from '../../../../main/exporters/pdf/print-briefing.ts'
import { type CaseDocument, caseDocument } from '../../../../shared/model/case-document.ts'
import { openTestCase } from '../../../support/case.ts'
import { printingChromium } from '../../../support/chromium.ts'
import { richCase } from '../../../support/rich-case.ts'
import { fonts } from '../support.ts'

// Debian's Chromium stands for the pinned engine: tags and bookmarks, which the fallback runtime has not.
const programs = ['qpdf', 'pdffonts', 'pdfinfo', 'pdftotext'].map(name => `/usr/bin/${name}`)
const missing = [printingChromium, ...programs].filter(file => !existsSync(file))

const folder = mkdtempSync(path.join(os.tmpdir(), 'glossator-print-'))
let browser: Browser

const print: Print = async (html, { header, footer, tagged }) => {
  const page = await browser.newPage({ javaScriptEnabled: false })
  await page.setContent(html)
  const pdf = await page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    displayHeaderFooter: header !== '',
    headerTemplate: header,
    footerTemplate: footer,
    tagged: tagged !== false,
    outline: tagged !== false,
  })
  await page.close()
  return new Uint8Array(pdf)
}

const printed = (document: CaseDocument, at: string): Promise<PrintedBriefing> => {
  const [briefing] = document.briefings
  if (!briefing) throw new Error('a case with a briefing')
  const engine = { chromium: Number.parseInt(browser.version(), 10) }
  return printBriefing(document, briefing.id, { engine: { ...engine, print }, fonts: fonts(), at })
}

async function sampleCase(): Promise<CaseDocument> {
  const opened = await openTestCase()
  try {
    const outcome = await opened.workbench.openSample({ path: path.join(opened.directory, 'sample.gloss') })
    if (!outcome.ok) throw new Error(outcome.message)
    return caseDocument.parse(JSON.parse((await opened.ask('export.text', { format: 'json' })).text))
  } finally {
    await opened.close()
  }
}

const cases = [
  { name: 'an invented case', document: async () => richCase().checked() },
  { name: 'the sample case', document: sampleCase },
]

const run = (program: string, ...given: string[]) => execFileSync(program, given, { encoding: 'utf8', maxBuffer: 64e6 })
const at = '2025-06-02T09:00:00.000Z'

describe.skipIf(missing.length > 0)(
  `printed by Chromium${missing.length > 0 ? ` (not here: ${missing.join(', ')})` : ''}`,
  () => {
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: printingChromium, args: ['--no-sandbox', '--disable-gpu'] })
    })
    afterAll(async () => {
      await browser.close()
      rmSync(folder, { recursive: true, force: true })
    })

    describe.each(cases)('$name', ({ name, document: made }) => {
      const file = path.join(folder, `${name}.pdf`)
      let document: CaseDocument
      let result: PrintedBriefing
      let pages: string[]
      let text: string

      beforeAll(async () => {
        document = await made()
        result = await printed(document, at)
        writeFileSync(file, result.pdf)
        pages = run('pdftotext', '-layout', file, '-').split('\f').slice(0, -1)
        text = run('pdftotext', file, '-').replace(/\s+/g, ' ')
      }, 120_000)

      test('is sound, tagged, titled, and nothing is missing on this engine', () => {
        expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found')
        const info = run('pdfinfo', file)
        expect(info).toContain(`Title:           ${document.briefings[0]?.title}`)
        expect(info).toMatch(/Subject: +\S/)
        expect(info).toMatch(/Author: +\S/)
        expect(info).toMatch(/Tagged: +yes/)
        expect(result.degraded).toEqual([])
      })

      test('every font is embedded, none is Type 3, all are the two faces of the product', () => {
        const rows = run('pdffonts', file).trim().split('\n').slice(2)
        expect(rows.length).toBeGreaterThan(3)
        for (const row of rows) {
          expect(row).toMatch(/(SourceSerif4|Inter)/)
          expect(row).not.toContain('Type 3')
          expect(row).toMatch(/ yes yes yes /)
        }
      })

      test('the marking stands twice and "page n of N" once on every page', () => {
        const marking = document.briefings[0]?.marking ?? ''
        pages.forEach((page, index) => {
          expect(page.split(marking).length - 1, `page ${index + 1}`).toBeGreaterThanOrEqual(2)
          expect(page).toContain(`page ${index + 1} of ${pages.length}`)
        })
      })

      test('every judgement is real text', () => {
        const judgements =
          document.briefings[0]?.blocks.flatMap(block => (block.kind === 'key judgements' ? block.judgements : [])) ??
          []
        expect(judgements.length).toBeGreaterThan(2)
        for (const judgement of judgements) {
          const start = judgement.text.replace(/\s+/g, ' ').slice(0, 60)
          expect(text).toContain(start)
        }
      })

      test('the matrix stands on landscape pages and repeats its head', async () => {
        const pdf = await PDFDocument.load(result.pdf)
        const wide = pdf.getPages().flatMap((page, index) => (page.getWidth() > page.getHeight() ? [index] : []))
        expect(wide.length).toBeGreaterThan(1)
        for (const index of wide) expect(pages[index]).toContain('Our position')
      })

      test('the contents give the pages on which the sections begin', async () => {
        const places = await destinationPages(result.pdf)
        const contents = pages[1] ?? ''
        for (const [anchor, page] of Object.entries(places).filter(([name]) => name.startsWith('section-'))) {
          const heading = document.briefings[0]?.blocks[Number(anchor.slice(8)) - 1]
          const title = heading && 'heading' in heading ? heading.heading : ''
          if (title !== '') expect(contents).toMatch(new RegExp(`${title.replace(/[^\w ]/g, '.')} +${page}\n`))
        }
        expect(contents).toMatch(/(Bottom line|Key judgements) +\d+\n/)
      })

      test('every link within the document resolves, from citation to endnote and back', async () => {
        const pdf = await PDFDocument.load(result.pdf)
        const places = await destinationPages(result.pdf)
        const targets = pdf.getPages().flatMap(page => {
          const annotations = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray)
          return Array.from({ length: annotations?.size() ?? 0 }, (_, index) =>
            destinationOf(annotations?.lookup(index)),
          )
        })
        const named = targets.filter(target => target !== undefined)
        expect(named.length).toBeGreaterThan(100)
        expect(named.filter(target => places[target] === undefined)).toEqual([])
        const notes = [...new Set(named.filter(target => target.startsWith('note-')))]
        expect(notes.length).toBeGreaterThan(30)
        for (const note of notes) {
          const back = named.filter(target => target.startsWith(`cite-${note.slice(5)}-`))
          expect(back.length, note).toBeGreaterThan(0)
        }
      })

      test('bookmarks name the sections', async () => {
        const pdf = await PDFDocument.load(result.pdf)
        const outline = pdf.catalog.lookup(PDFName.of('Outlines'), PDFDict)
        expect(outline.has(PDFName.of('First'))).toBe(true)
      })
    })

    test('two exports of one case differ in dates alone', async () => {
      const document = richCase().checked()
      for (const briefing of document.briefings)
        briefing.blocks = briefing.blocks.filter(({ kind }) =>
          ['key judgements', 'heat map', 'endnotes'].includes(kind),
        )
      const [one, two, later] = [
        await printed(document, at),
        await printed(document, at),
        await printed(document, '2025-07-09T10:11:12.000Z'),
      ]
      const content = ({ pdf }: PrintedBriefing) => {
        const bytes = path.join(folder, 'compared.pdf')
        writeFileSync(bytes, pdf)
        return run('pdftotext', '-layout', bytes, '-')
      }
      expect(Buffer.compare(one.pdf, two.pdf)).toBe(0)
      expect(content(later).replace('9 Jul 2025', '2 Jun 2025')).toBe(content(one))
    }, 120_000)
  },
)

/** The name that a link annotation leads to: its own, or that of its action. */
function destinationOf(annotation: unknown): string | undefined {
  if (!(annotation instanceof PDFDict)) return undefined
  const action = annotation.lookupMaybe(PDFName.of('A'), PDFDict)
  const target = annotation.get(PDFName.of('Dest')) ?? action?.get(PDFName.of('D'))
  const found = target instanceof PDFRef ? annotation.context.lookup(target) : target
  if (found instanceof PDFName) return found.decodeText()
  return found instanceof PDFString ? found.decodeText() : undefined
}
