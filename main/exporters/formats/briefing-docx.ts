import { spokenLocale } from '../../../shared/language.ts'
import { say } from '../../say.ts'
import type { BriefingDocument } from '../briefing/document.ts'
import { childrenOf, type Html } from '../html.ts'
import { twips, wordSpaces, wordType } from '../office/docx.ts'
import {
  corePart,
  coreRelation,
  coreType,
  type Part,
  packageFile,
  relationsPart,
  typesPart,
  xmlHead,
  xmlText,
} from '../office/parts.ts'
import { looksOf, sheetsIn } from './sheet-looks.ts'
import { acrossPage, bodyPieces, type Paragraph, paragraphXml } from './word/body.ts'
import { type WordPackage, wordPackage } from './word/package.ts'
import { numberingXml, stylesXml } from './word/styles.ts'

type Told = Pick<BriefingDocument, 'root' | 'title' | 'author' | 'subject' | 'marking'>

/** As much text as is handed on at once. */
const gathering = 1 << 16

/**
 * A briefing as a Word document (ECMA-376, WordprocessingML), made of the tree that is printed: real headings, lists,
 * tables and links. Endnotes are a list at the place where the author put it, with links both ways, and not notes of
 * Word: those cannot be cited twice under one number, nor carry grades and links back. Its looks follow the tree's own style
 * sheet. `at` is the instant of the export (UTC, ISO 8601); the same tree and instant give the same bytes. Held by
 * test/main/exporters/formats/briefing-docx.test.ts.
 */
export function briefingDocx(told: Told, at: string): Iterable<Uint8Array> {
  return packageFile(partsOf(told, at))
}

function* partsOf({ root, title, author, subject, marking }: Told, at: string): Generator<Part> {
  const word = wordPackage(looksOf(sheetsIn(root)))
  const body = childrenOf(root).find((piece): piece is Html => typeof piece !== 'string' && piece.tag === 'body')
  if (body === undefined) throw new Error('A document has a body.')
  yield typesPart([
    ['word/document.xml', `${wordType}.document.main+xml`],
    ['word/styles.xml', `${wordType}.styles+xml`],
    ['word/numbering.xml', `${wordType}.numbering+xml`],
    ['word/settings.xml', `${wordType}.settings+xml`],
    ['word/header1.xml', `${wordType}.header+xml`],
    ['word/footer1.xml', `${wordType}.footer+xml`],
    ['word/footer2.xml', `${wordType}.footer+xml`],
    coreType,
  ])
  yield relationsPart('_rels/.rels', [
    { id: 'document', kind: 'officeDocument', target: 'word/document.xml' },
    coreRelation,
  ])
  yield corePart({ title, author, subject, created: at })
  yield { name: 'word/document.xml', pieces: documentXml(body, word) }
  yield relationsPart('word/_rels/document.xml.rels', [
    { id: 'styles', kind: 'styles', target: 'styles.xml' },
    { id: 'numbering', kind: 'numbering', target: 'numbering.xml' },
    { id: 'settings', kind: 'settings', target: 'settings.xml' },
    { id: 'header', kind: 'header', target: 'header1.xml' },
    { id: 'footer', kind: 'footer', target: 'footer1.xml' },
    { id: 'footerWide', kind: 'footer', target: 'footer2.xml' },
    ...word.relations(),
  ])
  yield { name: 'word/styles.xml', pieces: [stylesXml(spokenLocale())] }
  yield { name: 'word/numbering.xml', pieces: [numberingXml(word)] }
  yield {
    name: 'word/settings.xml',
    pieces: [
      `${xmlHead}<w:settings ${wordSpaces}><w:defaultTabStop w:val="${twips(7)}"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
    ],
  }
  const marked = `<w:r><w:rPr><w:b/><w:color w:val="1C1B18"/></w:rPr><w:t xml:space="preserve">${xmlText(marking)}</w:t></w:r>`
  yield {
    name: 'word/header1.xml',
    pieces: [
      `${xmlHead}<w:hdr ${wordSpaces}><w:p><w:pPr><w:pStyle w:val="Header"/><w:jc w:val="center"/></w:pPr>${marked}</w:p></w:hdr>`,
    ],
  }
  for (const [name, across] of [
    ['footer1', acrossPage.upright],
    ['footer2', acrossPage.wide],
  ] as const)
    yield { name: `word/${name}.xml`, pieces: [footerXml(title, marked, across)] }
  for (const [index, picture] of word.pictures().entries())
    yield { name: `word/media/picture${index + 1}.emf`, pieces: [picture] }
}

const field = (name: string) => `<w:fldSimple w:instr=" ${name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`
const words = (text: string) => `<w:r><w:t xml:space="preserve">${xmlText(text)}</w:t></w:r>`
const longestTitle = 60

/** Title, marking and the page of how many, as on the printed page. */
function footerXml(title: string, marked: string, across: number): string {
  const [before = '', between = '', after = ''] = say('briefing.pageOf', { page: '|', pages: '|' }).split('|')
  const pages = `${words(before)}${field('PAGE')}${words(between)}${field('NUMPAGES')}${words(after)}`
  const short = title.length > longestTitle ? `${title.slice(0, longestTitle).trimEnd()}…` : title
  const tabs = `<w:tabs><w:tab w:val="clear" w:pos="${twips(83)}"/><w:tab w:val="clear" w:pos="${twips(166)}"/><w:tab w:val="right" w:pos="${twips(across)}"/></w:tabs>`
  const told = `<w:p><w:pPr><w:pStyle w:val="Footer"/>${tabs}</w:pPr>${words(short)}<w:r><w:tab/></w:r>${pages}</w:p>`
  const mark = `<w:p><w:pPr><w:pStyle w:val="Footer"/><w:jc w:val="center"/></w:pPr>${marked}</w:p>`
  return `${xmlHead}<w:ftr ${wordSpaces}>${told}${mark}</w:ftr>`
}

const sectionXml = (isWide: boolean) => {
  const [wide, high] = isWide ? [297, 210] : [210, 297]
  return `<w:sectPr><w:headerReference w:type="default" r:id="header"/><w:footerReference w:type="default" r:id="${isWide ? 'footerWide' : 'footer'}"/><w:type w:val="nextPage"/><w:pgSz w:w="${twips(wide)}" w:h="${twips(high)}"${isWide ? ' w:orient="landscape"' : ''}/><w:pgMar w:top="${twips(22)}" w:right="${twips(22)}" w:bottom="${twips(22)}" w:left="${twips(22)}" w:header="${twips(9)}" w:footer="${twips(9)}" w:gutter="0"/></w:sectPr>`
}

const drawingSpaces =
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'

/** The body in pieces. A section of pages is told in its last paragraph, which is therefore held back until it is known. */
function* documentXml(body: Html, word: WordPackage): Generator<string> {
  let gathered = `${xmlHead}<w:document ${wordSpaces} ${drawingSpaces}><w:body>`
  let held: Paragraph | null = null
  const letGo = (section = '') => {
    if (held !== null) gathered += paragraphXml(held, section)
    held = null
  }
  for (const piece of bodyPieces(body, word)) {
    if (piece.kind === 'turn') {
      if (held !== null) letGo(sectionXml(piece.isWide))
      else gathered += `<w:p><w:pPr><w:pStyle w:val="Gap"/>${sectionXml(piece.isWide)}</w:pPr></w:p>`
      continue
    }
    letGo()
    if (piece.kind === 'paragraph') held = piece
    else gathered += piece.xml
    if (gathered.length > gathering) {
      yield gathered
      gathered = ''
    }
  }
  letGo()
  yield `${gathered}${sectionXml(false)}</w:body></w:document>`
}
