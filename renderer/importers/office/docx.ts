import { say } from '../../say.ts'
import { childAt, childElements, elementsNamed, type XmlElement, xmlWords } from '../document/xml.ts'
import type { EnclosedFile, Reading } from '../draft.ts'
import { NotImported } from '../draft.ts'
import { docxReader } from './docx-body.ts'
import { numberingOfDocument } from './docx-numbering.ts'
import type { DocxParts, Met } from './docx-parts.ts'
import { stylesOf } from './docx-styles.ts'
import { flowWriter, surePages } from './flow.ts'
import { ifReadable, openPackage, type Package, packageStatements, setLanguage } from './package.ts'

/**
 * Reads a Word document (ECMA-376, part 1, transitional or strict). Changes that are tracked are shown as accepted; what
 * they delete, comments, hidden words, heads and feet of pages are set apart.
 */
export function readDocx(bytes: Uint8Array<ArrayBuffer>): Reading {
  const file = openPackage(bytes)
  const document = file.part(file.main)
  const body = childAt(document, 'w:body')
  if (document?.name !== 'w:document' || !body) throw new NotImported('office.noDocument')
  const relations = file.relations(file.main)
  const partsOf = (kind: string) =>
    relations.filter(relation => relation.kind === kind).flatMap(({ target }) => file.part(target) ?? [])
  const [styles] = partsOf('styles')
  const rendered = elementsNamed(body, 'w:lastRenderedPageBreak').length
  const flow = flowWriter()
  const reader = docxReader(docxParts(file, partsOf, styles), flow, rendered > 0 ? 'rendered' : 'set')
  for (const header of different(partsOf('header'))) reader.story(header, true)
  reader.story(body, false)
  reader.endnotes()
  for (const footer of different(partsOf('footer'))) reader.story(footer, true)
  const { text, blocks, pageStarts } = flow.finish()
  const language = childAt(styles, 'w:docDefaults', 'w:rPrDefault', 'w:rPr', 'w:lang')?.attributes['w:val'] ?? ''
  return {
    text,
    blocks,
    pages: surePages(pageStarts, text.length, pageCount(file)),
    statements: [...packageStatements(file), ...setLanguage(language, text, 'w:lang')],
    warnings: warningsOf(reader.met, relations.filter(({ kind }) => kind === 'oleObject').length),
    enclosed: relations
      .filter(({ kind }) => kind === 'package')
      .flatMap(({ target }) => enclosedFile(target, file.archive.bytes(target))),
  }
}

function docxParts(file: Package, partsOf: (kind: string) => XmlElement[], styles: XmlElement | undefined): DocxParts {
  const styleOf = stylesOf(styles)
  const [numbering] = partsOf('numbering')
  const byId = (kind: string, name: string) =>
    new Map(
      partsOf(kind)
        .flatMap(part => childElements(part, name))
        .map(note => [note.attributes['w:id'] ?? '', note]),
    )
  return {
    styleOf,
    numbering: numberingOfDocument(numbering, style => styleOf(style).numbering?.list),
    footnotes: byId('footnotes', 'w:footnote'),
    endnotes: byId('endnotes', 'w:endnote'),
    comments: byId('comments', 'w:comment'),
    drawn: id => {
      const target = file.relations(file.main).find(relation => relation.id === id)?.target
      return target === undefined ? [] : drawnWords(file.part(target))
    },
  }
}

/** The words of a diagram or chart: its paragraphs, and the names of the values. */
const drawnWords = (part: XmlElement | undefined): string[] => [
  ...elementsNamed(part, 'a:p').map(paragraph => elementsNamed(paragraph, 'a:t').map(xmlWords).join('')),
  ...new Set(elementsNamed(part, 'c:strCache').flatMap(cache => elementsNamed(cache, 'c:v').map(xmlWords))),
]

/** Sections repeat the heads and feet of their pages; each is read once. */
const different = (parts: XmlElement[]): XmlElement[] => [
  ...new Map(parts.map(part => [elementsNamed(part, 'w:t').map(xmlWords).join(' '), part])).values(),
]

const pageCount = ({ part }: Package): number =>
  Number(
    xmlWords(
      childAt(
        ifReadable(() => part('docProps/app.xml')),
        'Pages',
      ),
    ),
  )

const enclosedFile = (target: string, bytes: Uint8Array<ArrayBuffer> | undefined): EnclosedFile[] =>
  bytes ? [{ name: target.split('/').at(-1) ?? target, bytes }] : []

const warningsOf = ({ deletions, hidden, comments }: Met, objects: number): string[] => [
  ...(deletions > 0 ? [say('office.deletions', { count: deletions })] : []),
  ...(hidden > 0 ? [say('office.hiddenText')] : []),
  ...(comments > 0 ? [say('office.comments', { count: comments })] : []),
  ...(objects > 0 ? [say('office.objects', { count: objects })] : []),
]
