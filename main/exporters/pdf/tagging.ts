import { deflateSync, inflateSync } from 'node:zlib'
import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import { type MarkedSection, markedSections, type PageContent, pageContent, withArtifacts } from './marked-content.ts'
import { mendStructure, roleMap } from './mending.ts'
import { destinationOf, webAddressOf } from './places.ts'
import { everyElement, readStructure, writeStructure } from './structure.ts'

export type Labels = {
  /** The names of the headings' destinations. */
  headings: ReadonlySet<string>
  /** What a link within the document says of where it leads, by its destination. */
  links: ReadonlyMap<string, string>
}

/**
 * Mends the structure that the engine made, and marks as artifacts whatever is no part of it. A document without tags is
 * left alone: what can be read out of it is its text.
 */
export function mendTags(pdf: PDFDocument, { headings, links }: Labels): void {
  const root = readStructure(pdf)
  if (root === null) return
  const contents = new Map<PDFRef, PageContent>()
  const sections = new Map<PDFRef, Map<number, MarkedSection>>()
  for (const page of pdf.getPages()) {
    const bytes = contentOf(pdf, page.node.get(PDFName.of('Contents')))
    if (bytes === null) continue
    const content = pageContent(bytes)
    contents.set(page.ref, content)
    sections.set(page.ref, new Map(markedSections(content).map(section => [section.mcid, section])))
  }
  const before = new Set([...everyElement(root)].map(({ ref }) => ref))
  const pages = {
    section: (page: PDFRef, mcid: number) => sections.get(page)?.get(mcid),
    destination: (annotation: PDFRef) => destinationOf(pdf.context.lookup(annotation)) ?? null,
  }
  const dropped = mendStructure(pdf, root, pages, headings)
  // What Chromium tags with no element above it is no part of the structure either.
  const spoken = new Map<PDFRef, Set<number>>()
  for (const element of everyElement(root))
    for (const kid of element.kids)
      if (kid.kind === 'content') spoken.set(kid.page, (spoken.get(kid.page) ?? new Set()).add(kid.mcid))
  for (const page of pdf.getPages()) {
    const content = contents.get(page.ref)
    if (content === undefined) continue
    const gone = dropped.get(page.ref) ?? new Set<number>()
    for (const mcid of sections.get(page.ref)?.keys() ?? []) if (!spoken.get(page.ref)?.has(mcid)) gone.add(mcid)
    setContent(pdf, page.node.get(PDFName.of('Contents')), withArtifacts(content, gone))
  }
  writeStructure(pdf, root, before)
  const tree = pdf.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
  tree.set(PDFName.of('RoleMap'), pdf.context.obj({ ...roleMap }))
  pdf.catalog.set(PDFName.of('MarkInfo'), pdf.context.obj({ Marked: true }))
  labelLinks(pdf, links)
}

/** A link says where it leads to whoever cannot see it (ISO 14289-1, 7.18.5). */
function labelLinks(pdf: PDFDocument, links: ReadonlyMap<string, string>): void {
  for (const page of pdf.getPages()) {
    const annotations = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray)
    for (let index = 0; index < (annotations?.size() ?? 0); index += 1) {
      const annotation = annotations?.lookup(index)
      if (!(annotation instanceof PDFDict) || annotation.has(PDFName.of('Contents'))) continue
      const name = destinationOf(annotation)
      const words = name === undefined ? webAddressOf(annotation) : (links.get(name) ?? name)
      if (words) annotation.set(PDFName.of('Contents'), PDFHexString.fromText(words))
    }
  }
}

function contentOf(pdf: PDFDocument, entry: unknown): Uint8Array | null {
  const stream = entry instanceof PDFRef ? pdf.context.lookup(entry) : entry
  if (stream instanceof PDFArray && stream.size() === 1) return contentOf(pdf, stream.get(0))
  if (!(stream instanceof PDFRawStream)) return null
  const filter = stream.dict.get(PDFName.of('Filter'))
  if (filter === undefined) return stream.getContents()
  const name = filter instanceof PDFArray && filter.size() === 1 ? filter.get(0) : filter
  return name === PDFName.of('FlateDecode') ? inflateSync(stream.getContents()) : null
}

function setContent(pdf: PDFDocument, entry: unknown, content: Uint8Array): void {
  const ref = entry instanceof PDFArray ? entry.get(0) : entry
  if (!(ref instanceof PDFRef)) return
  const dict = pdf.context.obj({ Filter: 'FlateDecode' })
  pdf.context.assign(ref, PDFRawStream.of(dict, new Uint8Array(deflateSync(content))))
}
