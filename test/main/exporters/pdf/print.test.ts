import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { briefingHtml } from '../../../../main/exporters/briefing/document.ts'
import { briefingDocx } from '../../../../main/exporters/formats/briefing-docx.ts'
import { briefingPage } from '../../../../main/exporters/formats/briefing-page.ts'
import { wholeFile } from '../../../../main/exporters/office/parts.ts'
import type { PdfAttachment } from '../../../../main/exporters/pdf/finish.ts'
import { headingWords } from '../../../../main/exporters/pdf/paper.ts'
import { destinationPages } from '../../../../main/exporters/pdf/places.ts'
import { type PrintedBriefing, printBriefing } from '../../../../main/exporters/pdf/print-briefing.ts'
import { everyElement } from '../../../../main/exporters/pdf/structure.ts'
import { type CaseDocument, caseDocument } from '../../../../shared/model/case-document.ts'
import { partialDate } from '../../../../shared/model/partial-date.ts'
import { openTestCase } from '../../../support/case.ts'
import {
  alternativeOf,
  bookmarksOf,
  contentOf,
  elementsOfType,
  linksOf,
  structureOf,
  typesIn,
} from '../../../support/pdf-structure.ts'
import { missingOf, startPrinting, type TestEngine } from '../../../support/printing.ts'
import { richCase } from '../../../support/rich-case.ts'
import { toldByDocx, toldByHtml, toldByPdf } from '../formats/told.ts'
import { fonts } from '../support.ts'

// Debian's Chromium stands for the pinned engine: tags, bookmarks and margin boxes, which the fallback runtime has not.
const missing = missingOf('qpdf', 'pdffonts', 'pdfinfo', 'pdftotext', 'pdfdetach')

const folder = mkdtempSync(path.join(os.tmpdir(), 'glossator-print-'))
let chromium: TestEngine

const attachments: PdfAttachment[] = ['register.csv', 'evidence.json'].map(name => ({
  name,
  data: new TextEncoder().encode(`${name} — “Протоки”\r\n`.repeat(300)),
  mediaType: name.endsWith('csv') ? 'text/csv' : 'application/json',
  description: `What ${name} holds`,
  relation: name.endsWith('csv') ? 'Data' : 'Source',
}))

const briefingOf = ({ briefings: [briefing] }: CaseDocument) => {
  if (!briefing) throw new Error('a case with a briefing')
  return briefing
}

const printed = (document: CaseDocument, at: string, password: string | null = null): Promise<PrintedBriefing> =>
  printBriefing(document, briefingOf(document).id, {
    engine: chromium.engine,
    fonts: fonts(),
    at,
    issued: true,
    attachments: () => attachments,
    password,
  })

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

const inList = (type: string, ...content: unknown[]) => ({
  type,
  attrs: { start: 3 },
  content: content.map(item => ({ type: 'listItem', content: Array.isArray(item) ? item : [item] })),
})
const line = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })

/** With numbers that lists set of themselves, one list within another. */
function inventedCase(): CaseDocument {
  const document = richCase().checked()
  const prose = briefingOf(document).blocks.find(block => block.kind === 'prose')
  const numbers = inList('orderedList', [line('First'), inList('orderedList', line('Within'))], line('Second'))
  if (!prose?.document.content) throw new Error('a briefing with prose')
  prose.document.content.push(numbers, inList('bulletList', line('Last')))
  return document
}

const cases = [
  { name: 'an invented case', document: async () => inventedCase() },
  { name: 'the sample case', document: sampleCase },
]

const run = (program: string, ...given: string[]) => execFileSync(program, given, { encoding: 'utf8', maxBuffer: 64e6 })
const at = '2025-06-02T09:00:00.000Z'
const words = (text: string) => text.replace(/\s+/g, ' ').trim()

describe.skipIf(missing.length > 0)(
  `printed by Chromium${missing.length > 0 ? ` (not here: ${missing.join(', ')})` : ''}`,
  () => {
    beforeAll(async () => {
      chromium = await startPrinting()
    })
    afterAll(async () => {
      await chromium.close()
      rmSync(folder, { recursive: true, force: true })
    })

    describe.each(cases)('$name', ({ name, document: read }) => {
      const file = path.join(folder, `${name}.pdf`)
      let document: CaseDocument
      let result: PrintedBriefing
      let pdf: PDFDocument
      let pages: string[]
      let text: string

      beforeAll(async () => {
        document = await read()
        result = await printed(document, at)
        writeFileSync(file, result.pdf)
        pdf = await PDFDocument.load(result.pdf, { updateMetadata: false })
        pages = run('pdftotext', '-layout', file, '-').split('\f').slice(0, -1)
        text = words(run('pdftotext', file, '-'))
      }, 120_000)

      const made = () => briefingHtml(document, briefingOf(document).id, { fonts: [], engine: chromium.engine })
      const headings = () => made().headings
      const root = () => made().root

      test('is sound, tagged, titled, nothing is missing on this engine, and nothing was fetched', () => {
        expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found')
        const info = run('pdfinfo', file)
        expect(info).toContain(`Title:           ${briefingOf(document).title}`)
        expect(info).toMatch(/Subject: +\S/)
        expect(info).toMatch(/Author: +\S/)
        expect(info).toMatch(/Tagged: +yes/)
        expect(result.degraded).toEqual([])
        expect(chromium.asked.filter(url => url !== 'about:blank')).toEqual([])
      })

      test('XMP and Info say the same', () => {
        const xmp = run('pdfinfo', '-meta', file)
        const { title, author } = briefingOf(document)
        expect(xmp).toContain(`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${title}</rdf:li>`)
        expect(xmp).toContain(`<rdf:li>${author}</rdf:li>`)
        expect(xmp).toContain('<xmp:CreateDate>2025-06-02T09:00:00Z</xmp:CreateDate>')
        expect(xmp).toContain(`<pdf:Producer>${pdf.getProducer()}</pdf:Producer>`)
        expect(pdf.getCreationDate()).toEqual(new Date(at))
        expect(xmp).not.toMatch(/pdfuaid|pdfaid/)
      })

      test('its words are those of the page and of the Word document, section by section', () => {
        const tree = briefingHtml(document, briefingOf(document).id, {
          fonts: [],
          engine: chromium.engine,
          date: partialDate.parse(at.slice(0, 10)),
          issued: true,
        })
        const expected = toldByHtml(tree.html)
        expect(expected.size).toBeGreaterThan(10)
        expect(toldByHtml(briefingPage(tree))).toEqual(expected)
        expect(toldByDocx(wholeFile(briefingDocx(tree, at)))).toEqual(expected)
        const pdfTold = toldByPdf(pdf)
        for (const [heading, told] of expected) expect(pdfTold.get(heading), heading).toBe(told)
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

      test('the marking stands twice and "page n of N" once on every page, and no title runs into them', () => {
        const { marking } = briefingOf(document)
        pages.forEach((page, index) => {
          expect(page.split(marking).length - 1, `page ${index + 1}`).toBeGreaterThanOrEqual(2)
          expect(page).toContain(`page ${index + 1} of ${pages.length}`)
        })
      })

      test('a page names at its head the section that it begins with', async () => {
        const places = await destinationPages(result.pdf)
        const sections = headings().filter(({ level, anchor }) => level === 1 && places[anchor] !== undefined)
        expect(sections.length).toBeGreaterThan(5)
        const heads = pages.map(page => words(page.split('\n').find(line => line.trim() !== '') ?? ''))
        for (const [index, { title, anchor }] of sections.entries()) {
          const from = (places[anchor] ?? 0) + 1
          const until = places[sections[index + 1]?.anchor ?? ''] ?? pages.length
          for (let page = from; page < until; page += 1) expect(heads[page - 1]).toContain(title.slice(0, 40))
        }
      })

      test('one document, a heading of the first level first, no level skipped', () => {
        const root = structureOf(pdf)
        expect(root.type).toBe('Document')
        const levels = [...everyElement(root)].flatMap(({ type }) => (/^H\d$/.test(type) ? [Number(type[1])] : []))
        expect(levels[0]).toBe(1)
        expect(levels.filter(level => level === 1)).toHaveLength(1)
        levels.forEach((level, index) => {
          if (index > 0) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
        })
      })

      test('structure is whole: lists of items with bodies, tables of rows of cells, figures told in words', () => {
        const root = structureOf(pdf)
        for (const list of elementsOfType(root, 'L'))
          expect(typesIn(list).filter(type => type !== 'LI' && type !== 'L' && type !== 'Caption')).toEqual([])
        for (const item of elementsOfType(root, 'LI')) {
          expect(typesIn(item).filter(type => type !== 'Lbl' && type !== 'LBody')).toEqual([])
          expect(typesIn(item)).toContain('LBody')
          expect(item.kids.every(({ kind }) => kind === 'element')).toBe(true)
        }
        for (const table of elementsOfType(root, 'Table'))
          expect(typesIn(table).filter(type => type !== 'TR' && type !== 'Caption')).toEqual([])
        for (const row of elementsOfType(root, 'TR'))
          expect(typesIn(row).filter(type => type !== 'TH' && type !== 'TD')).toEqual([])
        const figures = elementsOfType(root, 'Figure')
        expect(figures.length).toBeGreaterThan(1)
        expect(figures.filter(figure => alternativeOf(figure) === '')).toEqual([])
        expect(elementsOfType(root, 'NonStruct')).toEqual([])
        expect(elementsOfType(root, 'TOCI').length).toBe(headings().length)
        for (const group of ['Document', 'Sect', 'Div'].flatMap(type => elementsOfType(root, type)))
          expect(group.kids.every(({ kind }) => kind === 'element')).toBe(true)
        // Structure that poppler does not know would be told on its error channel, and left out.
        expect(run('pdfinfo', '-struct', file)).toMatch(/^Document/)
      })

      test('a head that is printed again on the next page is read once', () => {
        const repeated = elementsOfType(structureOf(pdf), 'TH').filter(
          cell =>
            new Set(
              [...everyElement(cell)].flatMap(({ kids }) =>
                kids.flatMap(kid => (kid.kind === 'content' ? [kid.page] : [])),
              ),
            ).size > 1,
        )
        expect(repeated).toEqual([])
      })

      test('all content is tagged or an artifact, and every tag leads to its element', () => {
        const spoken = new Map<string, Set<number>>()
        for (const element of everyElement(structureOf(pdf)))
          for (const kid of element.kids)
            if (kid.kind === 'content')
              spoken.set(kid.page.toString(), (spoken.get(kid.page.toString()) ?? new Set()).add(kid.mcid))
        pdf.getPages().forEach((page, index) => {
          const content = contentOf(pdf, index)
          const tagged = [...content.matchAll(/\/MCID\s+(\d+)/g)].map(([, mcid]) => Number(mcid))
          expect(new Set(tagged)).toEqual(spoken.get(page.ref.toString()) ?? new Set())
          let depth = 0
          for (const [token] of content.matchAll(/\b(?:BDC|BMC|EMC|Tj|TJ)\b/g)) {
            if (token === 'EMC') depth -= 1
            else if (token === 'Tj' || token === 'TJ') expect(depth).toBeGreaterThan(0)
            else depth += 1
          }
          expect(depth).toBe(0)
        })
      })

      test('bookmarks are the headings, in their order', () => {
        const bookmarks = bookmarksOf(pdf)
        expect(bookmarks.map(({ title }) => title)).toEqual(headingWords(root()))
        const levels = [...everyElement(structureOf(pdf))].flatMap(({ type }) => /^H(\d)$/.exec(type)?.[1] ?? [])
        expect(bookmarks.map(({ depth }) => depth + 1)).toEqual(levels.map(Number))
      })

      test('every judgement is real text', () => {
        const judgements =
          briefingOf(document).blocks.flatMap(block => (block.kind === 'key judgements' ? block.judgements : [])) ?? []
        expect(judgements.length).toBeGreaterThan(2)
        for (const judgement of judgements) expect(text).toContain(words(judgement.text).slice(0, 60))
      })

      test('the matrix stands on landscape pages and repeats its head', () => {
        const wide = pdf.getPages().flatMap((page, index) => (page.getWidth() > page.getHeight() ? [index] : []))
        expect(wide.length).toBeGreaterThan(1)
        for (const index of wide) expect(pages[index]).toContain('Our position')
      })

      test('the contents give the pages on which the sections begin', async () => {
        const places = await destinationPages(result.pdf)
        const contents = words(pages.slice(1, 4).join(' '))
        const listed = headings().filter(({ anchor }) => places[anchor] !== undefined)
        expect(listed).toHaveLength(headings().length)
        for (const { title, anchor } of listed) expect(contents).toContain(`${words(title)} ${places[anchor]}`)
      })

      test('every link resolves, from citation to endnote and back, and says where it leads', async () => {
        const places = await destinationPages(result.pdf)
        const links = linksOf(pdf)
        const named = links.flatMap(({ to }) => (to === null ? [] : [to]))
        expect(named.length).toBeGreaterThan(100)
        expect(named.filter(target => places[target] === undefined)).toEqual([])
        const notes = [...new Set(named.filter(target => target.startsWith('note-')))]
        expect(notes.length).toBeGreaterThan(30)
        for (const note of notes) {
          const back = named.filter(target => target.startsWith(`cite-${note.slice(5)}-`))
          expect(back.length, note).toBeGreaterThan(0)
        }
        expect(links.filter(({ words: said }) => said === '')).toEqual([])
      })

      test('its files come out as they went in, and are associated with the document', () => {
        const out = mkdtempSync(path.join(folder, 'files-'))
        run('pdfdetach', '-saveall', '-o', out, file)
        expect(readdirSync(out).sort()).toEqual(['evidence.json', 'register.csv'])
        for (const { name: of, data } of attachments)
          expect(Buffer.compare(readFileSync(path.join(out, of)), Buffer.from(data))).toBe(0)
        const associated = pdf.catalog.lookup(PDFName.of('AF'), PDFArray)
        const relations = Array.from({ length: associated.size() }, (_, index) =>
          associated.lookup(index, PDFDict).get(PDFName.of('AFRelationship'))?.toString(),
        )
        expect(relations).toEqual(['/Source', '/Data'])
      })
    })

    test('two exports of one case differ in dates alone; with a password nobody reads it without', async () => {
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
      const file = path.join(folder, 'compared.pdf')
      const content = ({ pdf }: PrintedBriefing) => {
        writeFileSync(file, pdf)
        return words(run('pdftotext', file, '-'))
      }
      expect(Buffer.compare(one.pdf, two.pdf)).toBe(0)
      expect(content(later).replaceAll('9 Jul 2025', '2 Jun 2025')).toBe(content(one))

      writeFileSync(file, (await printed(document, at, 'смарагд')).pdf)
      expect(() => execFileSync('pdftotext', [file, '-'], { stdio: 'ignore' })).toThrow()
      expect(run('pdfinfo', '-upw', 'смарагд', file)).toMatch(/Encrypted: +yes .*algorithm:AES-256/)
      expect(words(run('pdftotext', '-upw', 'смарагд', file, '-'))).toBe(content(one))
    }, 120_000)
  },
)
