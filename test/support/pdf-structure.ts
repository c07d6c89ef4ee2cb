import { inflateSync } from 'node:zlib'
import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib'
import { destinationOf } from '../../main/exporters/pdf/places.ts'
import { everyElement, readStructure, type StructureElement } from '../../main/exporters/pdf/structure.ts'

export const textIn = (value: unknown): string =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : ''

/** The structure of a tagged document; throws where there is none. */
export function structureOf(pdf: PDFDocument): StructureElement {
  const root = readStructure(pdf)
  if (!root) throw new Error('a tagged document')
  return root
}

export const elementsOfType = (root: StructureElement, type: string): StructureElement[] =>
  [...everyElement(root)].filter(element => element.type === type)

export const typesIn = (element: StructureElement): string[] =>
  element.kids.flatMap(kid => (kid.kind === 'element' ? [kid.element.type] : []))

export const alternativeOf = (element: StructureElement): string => textIn(element.dict.get(PDFName.of('Alt')))

/** The titles of the bookmarks, each with its depth. */
export function bookmarksOf(pdf: PDFDocument): { title: string; depth: number }[] {
  const found: { title: string; depth: number }[] = []
  const visit = (parent: PDFDict | undefined, depth: number) => {
    let entry = parent?.lookupMaybe(PDFName.of('First'), PDFDict)
    for (; entry; entry = entry.lookupMaybe(PDFName.of('Next'), PDFDict)) {
      found.push({ title: textIn(entry.get(PDFName.of('Title'))), depth })
      visit(entry, depth + 1)
    }
  }
  visit(pdf.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict), 0)
  return found
}

export type FoundLink = { page: number; to: string | null; words: string }

/** Every link annotation: the name it leads to within the document, or null, and what it says. */
export const linksOf = (pdf: PDFDocument): FoundLink[] =>
  pdf.getPages().flatMap((page, index) => {
    const annotations = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray)
    return Array.from({ length: annotations?.size() ?? 0 }, (_, at) => {
      const annotation = annotations?.lookup(at)
      const words = annotation instanceof PDFDict ? textIn(annotation.get(PDFName.of('Contents'))) : ''
      return { page: index + 1, to: destinationOf(annotation) ?? null, words }
    })
  })

/** The content of a page as text. */
export function contentOf(pdf: PDFDocument, page: number): string {
  const stream = pdf.context.lookup(pdf.getPage(page).node.get(PDFName.of('Contents')))
  if (!(stream instanceof PDFRawStream)) throw new Error('a page with one content stream')
  return inflateSync(stream.getContents()).toString('latin1')
}
