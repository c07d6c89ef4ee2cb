import {
  ParseSpeeds,
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

/** Reads a print as the engine left it; its dates and facts stay as they are. */
export const loadPdf = (printed: Uint8Array): Promise<PDFDocument> =>
  PDFDocument.load(printed, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })

/** Where a destination lies: the page, from 1, and how far down it, of its height. */
export type Place = { page: number; down: number }

/** Where every named destination of a print lies. Chromium makes one of every id that is linked to. */
export function placesIn(pdf: PDFDocument): Map<string, Place> {
  const pages = new Map(pdf.getPages().map((page, index) => [page.ref, { page, number: index + 1 }]))
  const places: [string, Place][] = []
  for (const [name, destination] of destinationsOf(pdf)) {
    const ref = destination.get(0)
    const found = ref instanceof PDFRef ? pages.get(ref) : undefined
    const [top, height] = [destination.get(3), found?.page.getHeight() ?? 1]
    const down = top instanceof PDFNumber ? 1 - top.asNumber() / height : 0
    if (found) places.push([name, { page: found.number, down }])
  }
  return new Map(places.sort(([left], [right]) => (left < right ? -1 : 1)))
}

/** Named destinations as PDF 1.1 keeps them (a dictionary in the catalogue) and as PDF 1.2 does (a tree of names). */
export function* destinationsOf(pdf: PDFDocument): Generator<[string, PDFArray]> {
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

/** The page of every named destination of a print. */
export const destinationPages = async (printed: Uint8Array): Promise<Record<string, number>> =>
  Object.fromEntries([...placesIn(await loadPdf(printed))].map(([name, { page }]) => [name, page]))

const entryOf = (annotation: PDFObject | undefined, action: string): PDFObject | undefined => {
  if (!(annotation instanceof PDFDict)) return undefined
  const doing = annotation.lookupMaybe(PDFName.of('A'), PDFDict)
  const found = doing?.get(PDFName.of(action)) ?? (action === 'D' ? annotation.get(PDFName.of('Dest')) : undefined)
  return found instanceof PDFRef ? annotation.context.lookup(found) : found
}

/** The name that a link leads to within the document. */
export function destinationOf(annotation: PDFObject | undefined): string | undefined {
  const found = entryOf(annotation, 'D')
  if (found instanceof PDFName || found instanceof PDFString || found instanceof PDFHexString) return found.decodeText()
  return undefined
}

/** The address that a link leads to in the web. */
export function webAddressOf(annotation: PDFObject | undefined): string | undefined {
  const found = entryOf(annotation, 'URI')
  return found instanceof PDFString || found instanceof PDFHexString ? found.decodeText() : undefined
}
