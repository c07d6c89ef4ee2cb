import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'
import type { Heading } from '../briefing/context.ts'

export type PdfMeta = { title: string; author: string; subject: string; language: string; created: Date }

export type PdfAttachment = { name: string; data: Uint8Array; mediaType: string; description: string }

/**
 * What the engine leaves out of a print: who wrote it and about what, the language, the title in the window's bar, and
 * bookmarks where it has made none. The same bytes and meta give the same bytes: no clock, no random id.
 */
export async function finishPdf(
  printed: Uint8Array,
  meta: PdfMeta,
  { headings = [], attachments = [] }: { headings?: readonly Heading[]; attachments?: readonly PdfAttachment[] } = {},
): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(printed, { updateMetadata: false })
  pdf.setTitle(meta.title, { showInWindowTitleBar: true })
  pdf.setAuthor(meta.author)
  pdf.setSubject(meta.subject)
  pdf.setCreator('Glossator')
  pdf.setLanguage(meta.language)
  pdf.setCreationDate(meta.created)
  pdf.setModificationDate(meta.created)
  if (!pdf.catalog.has(PDFName.of('Outlines'))) addOutline(pdf, headings)
  for (const { name, data, mediaType, description } of attachments)
    await pdf.attach(data, name, {
      mimeType: mediaType,
      description,
      creationDate: meta.created,
      modificationDate: meta.created,
    })
  return pdf.save({ useObjectStreams: true, addDefaultPage: false })
}

/** The page, from 1, that every named destination of a print lies on. Chromium makes one of every id that is linked to. */
export async function destinationPages(printed: Uint8Array): Promise<Record<string, number>> {
  const pdf = await PDFDocument.load(printed, { updateMetadata: false })
  const numbers = new Map(pdf.getPages().map((page, index) => [page.ref, index + 1]))
  const pages: [string, number][] = []
  for (const [name, destination] of destinationsOf(pdf)) {
    const page = destination.get(0)
    const number = page instanceof PDFRef ? numbers.get(page) : undefined
    if (number !== undefined) pages.push([name, number])
  }
  return Object.fromEntries(pages.sort(([left], [right]) => (left < right ? -1 : 1)))
}

/** Named destinations as PDF 1.1 keeps them (a dictionary in the catalogue) and as PDF 1.2 does (a tree of names). */
function* destinationsOf(pdf: PDFDocument): Generator<[string, PDFArray]> {
  const arrayOf = (value: PDFObject | undefined): PDFArray | undefined => {
    const found = pdf.context.lookup(value)
    return found instanceof PDFDict
      ? arrayOf(found.get(PDFName.of('D')))
      : found instanceof PDFArray
        ? found
        : undefined
  }
  const old = pdf.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)
  for (const [name, value] of old?.entries() ?? []) {
    const destination = arrayOf(value)
    if (destination) yield [name.decodeText(), destination]
  }
  const root = pdf.catalog.lookupMaybe(PDFName.of('Names'), PDFDict)?.lookupMaybe(PDFName.of('Dests'), PDFDict)
  const nodes = root ? [root] : []
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    const names = node.lookupMaybe(PDFName.of('Names'), PDFArray)
    for (let index = 0; index + 1 < (names?.size() ?? 0); index += 2) {
      const name = names?.lookup(index)
      const destination = arrayOf(names?.get(index + 1))
      if (destination && (name instanceof PDFString || name instanceof PDFHexString))
        yield [name.decodeText(), destination]
    }
    const kids = node.lookupMaybe(PDFName.of('Kids'), PDFArray)
    for (let index = 0; index < (kids?.size() ?? 0); index += 1) {
      const kid = kids?.lookup(index)
      if (kid instanceof PDFDict) nodes.push(kid)
    }
  }
}

type Bookmark = { title: string; to: PDFArray; under: Bookmark[] }

/** Bookmarks of two levels; a heading that nothing links to has no destination and is left out. */
function addOutline(pdf: PDFDocument, headings: readonly Heading[]): void {
  const destinations = new Map(destinationsOf(pdf))
  const top: Bookmark[] = []
  for (const { level, title, anchor } of headings) {
    const to = destinations.get(anchor)
    if (to === undefined) continue
    const siblings = level === 1 ? top : (top.at(-1)?.under ?? top)
    siblings.push({ title, to, under: [] })
  }
  if (top.length === 0) return
  const root = pdf.context.nextRef()
  pdf.context.assign(root, pdf.context.obj({ Type: 'Outlines', ...linked(pdf, top, root) }))
  pdf.catalog.set(PDFName.of('Outlines'), root)
  pdf.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
}

/** Writes the bookmarks of one level and answers the entries that their parent holds (ISO 32000-1, 12.3.3). */
function linked(pdf: PDFDocument, bookmarks: readonly Bookmark[], parent: PDFRef): Record<string, PDFObject> {
  const refs = bookmarks.map(() => pdf.context.nextRef())
  bookmarks.forEach(({ title, to, under }, index) => {
    const [own, before, after] = [refs[index], refs[index - 1], refs[index + 1]]
    if (own === undefined) return
    const entry = PDFDict.withContext(pdf.context)
    entry.set(PDFName.of('Title'), PDFHexString.fromText(title))
    entry.set(PDFName.of('Parent'), parent)
    entry.set(PDFName.of('Dest'), to)
    if (before) entry.set(PDFName.of('Prev'), before)
    if (after) entry.set(PDFName.of('Next'), after)
    // Entries below are shut at first: their count is negative.
    for (const [name, value] of Object.entries(linked(pdf, under, own)))
      entry.set(PDFName.of(name), value instanceof PDFNumber ? PDFNumber.of(-value.asNumber()) : value)
    pdf.context.assign(own, entry)
  })
  const [first, last] = [refs[0], refs.at(-1)]
  return first && last ? { First: first, Last: last, Count: PDFNumber.of(refs.length) } : {}
}
