import type { PDFDocument } from '@cantoo/pdf-lib'
import type { Heading } from '../briefing/context.ts'
import type { Font } from '../fonts.ts'
import type { Html } from '../html.ts'
import type { PdfEngine } from './engine.ts'
import { type Finishing, finishPdf, type PdfMeta } from './finish.ts'
import { furniture, type PageFacts } from './furniture.ts'
import { headingWords, linksTo, linkWords, onPaper } from './paper.ts'
import { loadPdf, type Place, placesIn } from './places.ts'

export type PrintedDocument = {
  root: Html
  facts: Pick<PageFacts, 'title' | 'marking'>
  /** What is bookmarked and, in a document with contents, numbered. */
  headings: readonly Heading[]
}

export type Printing = {
  engine: PdfEngine
  fonts: readonly Font[]
  /** Called between the steps; what it throws ends the print. */
  reached?: (done: number, total: number) => Promise<void>
}

/** Two, and a third where the numbers themselves moved a page. */
const mostPasses = 3
const steps = mostPasses + 1

const nothing = async () => undefined

/** What is not painted keeps its place: a trial is read for places alone, and costs a fifth less without words and faces. */
const unpainted = '*{visibility:hidden!important}'

/** Prints a document once, marked and numbered on every page. */
export const printOnce = ({ root, facts }: PrintedDocument, { engine, fonts }: Printing): Promise<Uint8Array> => {
  const { css, header, footer } = furniture(facts, engine, fonts)
  return engine.print(onPaper(root, { pages: {}, css }), { header, footer })
}

/**
 * Prints a document whose pages refer to each other: a first print only tells on which page each heading falls, the
 * second has the numbers in the contents and the section at the head of its pages, and is looked at again.
 * `settled` is false when a number may be wrong even so.
 */
export async function printWithPages(
  { root, facts, headings }: PrintedDocument,
  { engine, fonts, reached = nothing }: Printing,
): Promise<{ pdf: PDFDocument; settled: boolean }> {
  const print = async (places: Places | null, tagged: boolean): Promise<PDFDocument> => {
    const running = places ? runningTitles(headings, places) : []
    const { css, header, footer } = furniture({ ...facts, running }, engine, fonts)
    const html = onPaper(root, { pages: pagesOf(places), css: tagged ? css : `${css}${unpainted}` })
    return loadPdf(await engine.print(html, { header, footer, tagged }))
  }
  // Without contents nothing leads to the headings, and no page is named.
  const isTrial = headings.length > 0 && linksTo(root).has(headings[0]?.anchor ?? '')
  let pdf = await print(null, !isTrial)
  let settled = !isTrial
  for (let pass = 2; pass <= mostPasses && !settled; pass += 1) {
    await reached(pass - 1, steps)
    const places = { of: placesIn(pdf), count: pdf.getPageCount() }
    pdf = await print(places, true)
    const now = placesIn(pdf)
    settled = headings.every(({ anchor }) => now.get(anchor)?.page === places.of.get(anchor)?.page)
  }
  await reached(mostPasses, steps)
  return { pdf, settled }
}

/** The last step: facts, structure, bookmarks, and the files that go along. */
export const finishDocument = (
  printed: Uint8Array | PDFDocument,
  { root, headings }: PrintedDocument,
  meta: PdfMeta,
  more: Pick<Finishing, 'attachments' | 'password'> = {},
): Promise<Uint8Array> =>
  finishPdf(printed, meta, { headings, titles: headingWords(root), links: linkWords(root, headings), ...more })

type Places = { of: ReadonlyMap<string, Place>; count: number }

const pagesOf = (places: Places | null): Record<string, number> =>
  Object.fromEntries([...(places?.of ?? [])].map(([name, { page }]) => [name, page]))

/** How far down a page a heading may stand and the page still begin with it, of the height of the page. */
const atHead = 0.15

/** The section that each page begins with. */
export function runningTitles(headings: readonly Heading[], { of, count }: Places): string[] {
  const begins = headings.flatMap(({ level, title, anchor }) => {
    const place = of.get(anchor)
    return level === 1 && place ? [{ title, from: place.down <= atHead ? place.page : place.page + 1 }] : []
  })
  return Array.from({ length: count }, (_, index) => begins.findLast(({ from }) => from <= index + 1)?.title ?? '')
}
