import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { isOnlyPictures } from '../../../shared/rules/pages.ts'
import { say } from '../../say.ts'
import { createRest } from '../document/rest.ts'
import { NotImported, type Reading } from '../draft.ts'
import { unmapped } from './characters.ts'
import { type LaidPage, writeDocument } from './document.ts'
import { readFilledFields } from './form.ts'
import { type Edges, edgesOf } from './furniture.ts'
import { readStatements } from './metadata.ts'
import { readOutline } from './outline.ts'
import { openPdf } from './pdfjs.ts'
import { type Faces, type PagePieces, readPieces } from './pieces.ts'
import { type PdfPlaces, placesIn } from './places.ts'
import { type Segment, segmentsOf } from './segments.ts'

/** The most pages that are read, and the most pieces of text. */
export const pageLimit = 5_000
export const pieceLimit = 4_000_000

/** Reads a PDF: its words in reading order, its structure as the layout shows it, its pages and what it states of itself. */
export async function readPdf(bytes: Uint8Array): Promise<Reading> {
  const pdf = await openPdf(bytes)
  try {
    return await readDocument(pdf)
  } finally {
    await pdf.loadingTask.destroy()
  }
}

/**
 * Where the words of a PDF are drawn, and the text they are places of: the same that `readPdf` gives. Throws as that does.
 */
export async function readPdfPlaces(bytes: Uint8Array): Promise<{ text: string; places: PdfPlaces }> {
  const pdf = await openPdf(bytes, true)
  try {
    const { pages, written } = await readLayout(pdf, true)
    return { text: written.text, places: placesIn(written, pages) }
  } finally {
    await pdf.loadingTask.destroy()
  }
}

async function readLayout(pdf: PDFDocumentProxy, withGlyphs: boolean) {
  if (pdf.numPages === 0) throw new NotImported('pdf.noPages')
  if (pdf.numPages > pageLimit) throw new NotImported('pdf.tooManyPages', { count: pdf.numPages, limit: pageLimit })
  const { pages, unread } = await readPages(pdf, withGlyphs)
  if (unread.length === pdf.numPages) throw new NotImported('pdf.noPageReadable')
  const labels = await pdf.getPageLabels().catch(() => null)
  const edges = edgesOf(pages)
  const laid = edges.map((edge, index) => laidPage(edge, pages[index], labels?.[index] ?? null))
  return { pages, laid, unread, written: writeDocument(laid, await readOutline(pdf)) }
}

async function readDocument(pdf: PDFDocumentProxy): Promise<Reading> {
  const { laid, unread, written } = await readLayout(pdf, false)
  const { text, blocks, pages } = written
  const pictures = laid.flatMap(({ imageOnly }, index) => (imageOnly ? [index + 1] : []))
  return {
    text,
    blocks,
    pages,
    statements: await readStatements(pdf).catch(() => []),
    warnings: [
      ...(isOnlyPictures(written)
        ? [say('pdf.imageOnly', { count: pictures.length })]
        : pagesNamed('pdf.somePagesImageOnly', pictures)),
      ...pagesNamed('pdf.pagesUnread', unread),
      ...unmappedIn(written.text),
    ],
  }
}

type ReadPage = Pick<PagePieces, 'width' | 'height' | 'seen'> & {
  segments: Segment[]
  aside: Segment[]
  imageOnly: boolean
}

async function readPages(pdf: PDFDocumentProxy, withGlyphs: boolean): Promise<{ pages: ReadPage[]; unread: number[] }> {
  const faces: Faces = new Map()
  const filled = await readFilledFields(pdf)
  const pages: ReadPage[] = []
  const unread: number[] = []
  let count = 0
  const rest = createRest()
  for (let number = 1; number <= pdf.numPages; number += 1) {
    await rest()
    try {
      const page = await pdf.getPage(number)
      const read = await readPieces(page, faces, filled.get(number - 1) ?? [], withGlyphs)
      count += read.pieces.length
      pages.push(await readPage(page, read))
      page.cleanup()
    } catch (error) {
      if (error instanceof NotImported) throw error
      unread.push(number)
      const seen = { width: 0, height: 0 }
      pages.push({ segments: [], aside: [], width: 0, height: 0, seen, imageOnly: false })
    }
    if (count > pieceLimit) throw new NotImported('pdf.tooMuchText', { limit: pieceLimit })
  }
  return { pages, unread }
}

async function readPage(page: PDFPageProxy, { pieces, aside, width, height, seen }: PagePieces): Promise<ReadPage> {
  return {
    segments: segmentsOf(pieces),
    aside: segmentsOf(aside),
    width,
    height,
    seen,
    imageOnly: pieces.length === 0 && aside.length === 0 && (await showsSomething(page)),
  }
}

/** A page without text that draws something is a picture of one. Pictures count though they are not decoded here. */
async function showsSomething(page: PDFPageProxy): Promise<boolean> {
  const { fnArray } = await page.getOperatorList({ annotationMode: 0 })
  return fnArray.length > 0
}

const laidPage = (edges: Edges, page: ReadPage | undefined, label: string | null): LaidPage => ({
  ...edges,
  aside: page?.aside ?? [],
  height: page?.height ?? 0,
  imageOnly: page?.imageOnly ?? false,
  label: (label ?? edges.number).slice(0, 40),
})

const pagesNamed = (key: 'pdf.somePagesImageOnly' | 'pdf.pagesUnread', pages: readonly number[]): string[] =>
  pages.length === 0 ? [] : [say(key, { count: pages.length, pages: rangesOf(pages) })]

/** Numbers of pages with those that follow each other drawn together: 3, 5–9; cut short where they are too many to say. */
function rangesOf(pages: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const page of pages) {
    const last = ranges.at(-1)
    if (last?.[1] === page - 1) last[1] = page
    else ranges.push([page, page])
  }
  const named = ranges.slice(0, 40).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`))
  return named.join(', ') + (ranges.length > 40 ? ', …' : '')
}

function unmappedIn(text: string): string[] {
  const count = text.split(unmapped).length - 1
  return count > 0 ? [say('pdf.unmapped', { count })] : []
}
