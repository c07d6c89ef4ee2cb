import { mapText } from '../../../shared/rules/text-map.ts'
import { mappedPlaces, type PdfPlaces } from './places.ts'
import { readPdfPlaces } from './read-pdf.ts'

/**
 * Where the words of a text that came of a PDF stand on its pages. A text that is not what the reader gives today, such
 * as a corrected one or one that an older reader gave, is mapped by what the two share. Throws as `readPdf` does.
 */
export async function placesOfText(bytes: Uint8Array, text: string): Promise<PdfPlaces> {
  const read = await readPdfPlaces(bytes)
  return read.text === text ? read.places : mappedPlaces(read.places, mapText(read.text, text).chain)
}
