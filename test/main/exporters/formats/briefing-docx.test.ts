import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { type BriefingDocument, briefingHtml } from '../../../../main/exporters/briefing/document.ts'
import { briefingDocx } from '../../../../main/exporters/formats/briefing-docx.ts'
import { type Child, element } from '../../../../main/exporters/html.ts'
import { wholeFile } from '../../../../main/exporters/office/parts.ts'
import { readDocx } from '../../../../renderer/importers/office/docx.ts'
import { richCase } from '../../../support/rich-case.ts'
import { toldByDocx, toldByHtml } from './told.ts'

const at = '2025-06-02T09:00:00.000Z'

const told = (): BriefingDocument => {
  const document = richCase().checked()
  const [briefing] = document.briefings
  if (!briefing) throw new Error('a case with a briefing')
  return briefingHtml(document, briefing.id, { fonts: [], engine: { chromium: Number.POSITIVE_INFINITY } })
}

const partsOf = (document: Parameters<typeof briefingDocx>[0]) => {
  const files = unzipSync(wholeFile(briefingDocx(document, at)))
  return (name: string) => new TextDecoder().decode(files[name])
}

const made = (...children: Child[]) =>
  partsOf({
    root: element('html', {}, element('body', {}, ...children)),
    title: 'T & T',
    author: 'A',
    subject: 'S',
    marking: 'TLP:RED',
  })

const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found)

test('the same briefing and instant give the same bytes; its words are those of the page', () => {
  const document = told()
  const bytes = wholeFile(briefingDocx(document, at))
  expect(Buffer.from(bytes).equals(wholeFile(briefingDocx(told(), at)))).toBe(true)
  expect(toldByDocx(bytes)).toEqual(toldByHtml(document.html))
  expect(readDocx(bytes).text).toContain(document.title)
})

test('every link, picture, list and style that is named is there, once', () => {
  const part = partsOf(told())
  const xml = part('word/document.xml')
  const names = all(xml, /<w:bookmarkStart w:id="\d+" w:name="([^"]*)"/g)
  expect(new Set(names.map(name => name.toLowerCase())).size).toBe(names.length)
  expect(Math.max(...names.map(({ length }) => length))).toBeLessThanOrEqual(40)
  const targets = all(xml, /w:anchor="([^"]*)"/g)
  expect(targets.length).toBeGreaterThan(200)
  expect(targets.filter(target => !names.includes(target))).toEqual([])
  const relations = all(part('word/_rels/document.xml.rels'), / Id="([^"]*)"/g)
  expect(all(xml, /r:(?:id|embed)="([^"]*)"/g).filter(id => !relations.includes(id))).toEqual([])
  const styles = all(part('word/styles.xml'), /w:styleId="([^"]*)"/g)
  expect(all(xml, /<w:pStyle w:val="([^"]*)"/g).filter(id => !styles.includes(id))).toEqual([])
  const lists = all(part('word/numbering.xml'), /<w:num w:numId="(\d+)"/g)
  expect(all(xml, /<w:numId w:val="(\d+)"/g).filter(id => !lists.includes(id))).toEqual([])
  // Every drawing says in words what it shows.
  expect(all(xml, /<wp:docPr [^>]*descr="([^"]*)"/g).filter(words => words === '')).toEqual([])
  // Landscape pages begin and end.
  expect(all(xml, /<w:pgSz[^>]*(landscape)?[^>]*>/g).length).toBeGreaterThan(2)
  // No field is one that Word asks about as it opens the file.
  expect(xml).not.toMatch(/w:dirty/)
  expect(part('word/settings.xml')).not.toMatch(/updateFields/)
  const pages = all(xml, / PAGEREF (\S+) /g)
  expect(pages).toHaveLength(told().headings.length)
  expect(pages.filter(name => !names.includes(name))).toEqual([])
})

const missing = ['soffice', 'pdftotext'].filter(name => !existsSync(`/usr/bin/${name}`))

test.skipIf(missing.length > 0)(
  `LibreOffice fills in the page of every line of the contents${missing.length > 0 ? ` (not here: ${missing.join(', ')})` : ''}`,
  () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'glossator-docx-'))
    try {
      const document = told()
      writeFileSync(path.join(folder, 'briefing.docx'), wholeFile(briefingDocx(document, at)))
      const profile = `-env:UserInstallation=file://${folder}/profile`
      const wanted = [
        '--headless',
        profile,
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        path.join(folder, 'briefing.docx'),
      ]
      execFileSync('soffice', wanted, { stdio: 'ignore' })
      const text = execFileSync('pdftotext', ['-layout', path.join(folder, 'briefing.pdf'), '-'], { encoding: 'utf8' })
      const pages = text.split('\f').map(page => page.replace(/\s+/g, ' '))
      const contents = pages.slice(1, 4).join(' ')
      for (const { title } of document.headings) {
        const words = title.replace(/\s+/g, ' ')
        const page = Number(contents.slice(contents.indexOf(words) + words.length).match(/^ (\d+)/)?.[1])
        expect(page, words).toBeGreaterThan(2)
        expect(pages[page - 1], words).toContain(words)
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
  60_000,
)

test('head rows repeat, spans are kept, rows are whole, and cells end with a paragraph', () => {
  const cell = (words: Child, attributes = {}) => element('td', attributes, words)
  const part = made(
    element(
      'table',
      {},
      element('caption', {}, 'What & why'),
      element('thead', {}, element('tr', {}, element('th', { scope: 'col', colspan: 3 }, 'Head'))),
      element(
        'tbody',
        {},
        element('tr', {}, cell('a', { rowspan: 2 }), cell(element('ul', {}, element('li', {}, 'b'))), cell('c')),
        element('tr', {}, cell('d'), cell('')),
      ),
    ),
  )
  const xml = part('word/document.xml')
  expect(xml).toMatch(/<w:tblHeader\/>.*<w:gridSpan w:val="3"\/>/)
  expect(xml).toContain('<w:tblCaption w:val="What &amp; why"/>')
  expect(all(xml, /<w:vMerge( w:val="restart")?\/>/g)).toHaveLength(2)
  expect(xml.match(/<w:tr>/g)).toHaveLength(3)
  expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(3)
  expect(xml.replaceAll('</w:p></w:tc>', '').includes('</w:tc>')).toBe(false)
})

test('words that mean something to XML, and lists within lists, come through', () => {
  const hostile = '<w:p>&amp; "quoted" \u0000 ]]> ł'
  const list = element('ol', { start: 4 }, element('li', {}, 'one', element('ul', {}, element('li', {}, hostile))))
  const part = made(element('p', {}, hostile), list)
  const xml = part('word/document.xml')
  expect(xml.match(/&lt;w:p&gt;&amp;amp; &quot;quoted&quot; \ufffd \]\]&gt; ł/g)).toHaveLength(2)
  expect(xml).toContain('<w:ilvl w:val="1"/>')
  expect(part('word/numbering.xml')).toContain('<w:startOverride w:val="4"/>')
  expect(part('docProps/core.xml')).toContain('<dc:title>T &amp; T</dc:title>')
  expect(part('word/header1.xml')).toContain('TLP:RED')
})
