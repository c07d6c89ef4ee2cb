import {
  type PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFRef,
} from '@cantoo/pdf-lib'
import type { Heading } from '../briefing/context.ts'
import { destinationsOf } from './places.ts'

/**
 * Gives the engine's bookmarks the words of the headings: Chromium 156 doubles those of a heading that was moved to the
 * next page, and joins words where a line ends. Where there are more or fewer than headings they stay as they are.
 */
export function nameBookmarks(pdf: PDFDocument, words: readonly string[]): void {
  const entries: PDFDict[] = []
  const visit = (parent: PDFDict | undefined) => {
    let entry = parent?.lookupMaybe(PDFName.of('First'), PDFDict)
    for (; entry; entry = entry.lookupMaybe(PDFName.of('Next'), PDFDict)) {
      entries.push(entry)
      visit(entry)
    }
  }
  visit(pdf.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict))
  if (entries.length !== words.length) return
  for (const [index, entry] of entries.entries())
    entry.set(PDFName.of('Title'), PDFHexString.fromText(words[index] ?? ''))
}

type Bookmark = { title: string; to: PDFArray; under: Bookmark[] }

/** Bookmarks of two levels; a heading that nothing links to has no destination and is left out. */
export function addBookmarks(pdf: PDFDocument, headings: readonly Heading[]): void {
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
