import { decodePDFRawStream, PDFDict, type PDFDocument, PDFName, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib'
import { contentOf } from './pdf-structure.ts'

/** What the codes of a font show: from its table of characters (ISO 32000-1, 9.10.3), codes of two bytes as Chromium writes them. */
type Characters = Map<number, string>

const utf16 = (hex: string): string =>
  (hex.match(/.{4}/g) ?? []).map(unit => String.fromCharCode(Number.parseInt(unit, 16))).join('')

function charactersOf(font: PDFDict): Characters {
  const stream = font.lookup(PDFName.of('ToUnicode'))
  if (!(stream instanceof PDFRawStream)) throw new Error('a font that says what its codes show')
  const text = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
  const characters: Characters = new Map()
  for (const [, body = ''] of text.matchAll(/beginbfchar(.*?)endbfchar/gs))
    for (const [, code = '', words = ''] of body.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi))
      characters.set(Number.parseInt(code, 16), utf16(words))
  for (const [, body = ''] of text.matchAll(/beginbfrange(.*?)endbfrange/gs))
    for (const [, from = '', to = '', words = ''] of body.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi)) {
      const [first, last] = [Number.parseInt(from, 16), Number.parseInt(to, 16)]
      const base = Number.parseInt(words, 16)
      for (let code = first; code <= last; code += 1)
        characters.set(code, utf16((base + code - first).toString(16).padStart(words.length, '0')))
    }
  return characters
}

/** What a page says in each of its marked sections, by their numbers: ActualText (14.9.4) stands for the glyphs within it. */
function wordsOfPage(pdf: PDFDocument, page: number, fonts: Map<PDFDict, Characters>): Map<number, string> {
  const named = pdf.getPage(page).node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict)
  const words = new Map<number, string>()
  const open: { mcid: number | null; isTold: boolean }[] = []
  let characters: Characters = new Map()
  const say = (text: string) => {
    const mcid = open.findLast(section => section.mcid !== null)?.mcid
    if (mcid !== undefined && mcid !== null) words.set(mcid, (words.get(mcid) ?? '') + text)
  }
  const steps =
    /\/(\S+)\s+[-\d.]+\s+Tf\b|<([0-9a-f]*)>\s*Tj\b|\[([^\]]*)\]\s*TJ\b|\/\w+\s*<<(.*?)>>\s*BDC\b|\b(BMC|BDC|EMC|Do)\b|(\))\s*T[jJ]/gis
  for (const [, face, shown, several, marks, operator, plain] of contentOf(pdf, page).matchAll(steps)) {
    if (plain !== undefined || several?.includes('(') || operator === 'Do')
      throw new Error('Chromium writes words as hexadecimal codes, in the page itself.')
    if (face !== undefined) {
      const font = named?.lookup(PDFName.of(face), PDFDict)
      if (font === undefined) throw new Error('a font that the page has')
      characters = fonts.get(font) ?? charactersOf(font)
      fonts.set(font, characters)
    } else if (marks !== undefined) {
      const mcid = /\/MCID\s+(\d+)/.exec(marks)?.[1]
      const told = /\/ActualText\s*<(?:feff)?([0-9a-f]*)>/i.exec(marks)?.[1]
      open.push({ mcid: mcid === undefined ? null : Number(mcid), isTold: told !== undefined })
      if (told !== undefined) say(utf16(told))
    } else if (operator === 'EMC') open.pop()
    else if (operator !== undefined) open.push({ mcid: null, isTold: false })
    else if (!open.some(({ isTold }) => isTold))
      for (const [code] of (shown ?? several?.replace(/>[^<]*</g, '') ?? '').matchAll(/[0-9a-f]{4}/gi))
        say(characters.get(Number.parseInt(code, 16)) ?? '\ufffd')
  }
  return words
}

/** Reads what marked content says, each page once. */
export function contentReader(pdf: PDFDocument): (page: PDFRef, mcid: number) => string {
  const fonts = new Map<PDFDict, Characters>()
  const pages = new Map(pdf.getPages().map(({ ref }, index) => [ref, index]))
  const read = new Map<PDFRef, Map<number, string>>()
  return (page, mcid) => {
    const words = read.get(page) ?? wordsOfPage(pdf, pages.get(page) ?? 0, fonts)
    read.set(page, words)
    return words.get(mcid) ?? ''
  }
}
