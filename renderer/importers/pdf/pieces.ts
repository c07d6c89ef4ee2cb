import type { PageViewport, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { drawnTogether, plainCharacters } from './characters.ts'
import { type DrawnGlyphs, edgesOf, evenEdges, type Glyphs } from './glyphs.ts'

/** A type face as far as it tells headings and code from text. */
export type Face = { bold: boolean; italic: boolean; fixed: boolean }

/**
 * A run of characters in one face on one line. Places are in points from the upper left corner of the page, turned so
 * that the text runs from left to right; `y` is the baseline.
 */
export type Piece = {
  words: string
  x: number
  y: number
  width: number
  size: number
  face: Face
  rightToLeft: boolean
  /** White space comes before it in the document. */
  spaced: boolean
  /** The document marks it as furniture of the page. */
  artifact: boolean
  /** Where its characters are drawn, when that is asked for. */
  glyphs?: Glyphs
}

/** The pieces of a page that run as most of its text does, and those that run otherwise, such as a stamp in the margin. */
export type PagePieces = {
  pieces: Piece[]
  aside: Piece[]
  width: number
  height: number
  /** The page as it is seen, in points. */
  seen: { width: number; height: number }
}

/** What PDF.js hands over: text, or the beginning or end of marked content. */
type Content = Awaited<ReturnType<PDFPageProxy['getTextContent']>>
type Item = Content['items'][number]
type TextItem = Extract<Item, { str: string }> & { glyphs?: DrawnGlyphs }
type Matrix = readonly number[]

/** The faces of a document by the name PDF.js gives them. */
export type Faces = Map<string, Face>

const plainFace: Face = { bold: false, italic: false, fixed: false }

/** A piece in the directions of the page, with the quarter of a turn its text runs in. */
type Placed = Piece & { quarter: number }

const product = (a: Matrix, b: Matrix): number[] => {
  const [a0 = 1, a1 = 0, a2 = 0, a3 = 1, a4 = 0, a5 = 0] = a
  const [b0 = 1, b1 = 0, b2 = 0, b3 = 1, b4 = 0, b5 = 0] = b
  return [
    a0 * b0 + a2 * b1,
    a1 * b0 + a3 * b1,
    a0 * b2 + a2 * b3,
    a1 * b2 + a3 * b3,
    a0 * b4 + a2 * b5 + a4,
    a1 * b4 + a3 * b5 + a5,
  ]
}

/** Reads the pieces of a page in the order the document draws them, with the places of their glyphs when asked for. */
export async function readPieces(
  page: PDFPageProxy,
  faces: Faces,
  filled: readonly FilledField[],
  withGlyphs = false,
): Promise<PagePieces> {
  const content = await page.getTextContent({ includeMarkedContent: true })
  for (const [name, style] of Object.entries(content.styles)) if (!faces.has(name)) faces.set(name, faceOf(style))
  const view = page.getViewport({ scale: 1 })
  const scale = Math.hypot(view.transform[0] ?? 1, view.transform[1] ?? 0)
  const placed = placedPieces(content, (item, words, spaced, artifact) => {
    const vertical = content.styles[item.fontName]?.vertical === true
    const matrix = product(view.transform, item.transform)
    const at = placeOf(matrix, vertical)
    const width = Math.abs(vertical ? item.height : item.width) * scale
    const face = faces.get(item.fontName) ?? plainFace
    const piece = { words, ...at, width, face, rightToLeft: item.dir === 'rtl', spaced, artifact }
    return withGlyphs
      ? { ...piece, glyphs: glyphsOf(item, piece, matrix, scale, content.styles[item.fontName]) }
      : piece
  })
  placed.push(...filled.flatMap(field => fieldPieces(field, view, withGlyphs)))
  const quarter = mainQuarter(placed)
  const turned = placed.map(piece => turn(piece, quarter, view.width, view.height))
  const sideways = quarter % 2 === 1
  return {
    pieces: withoutDoubles(turned.filter(piece => piece.quarter === quarter)),
    aside: turned.filter(piece => piece.quarter !== quarter),
    width: sideways ? view.height : view.width,
    height: sideways ? view.width : view.height,
    seen: { width: view.width, height: view.height },
  }
}

type FaceStyle = { ascent: number; descent: number; vertical: boolean }

/** Where the characters of a run are drawn. Words that stand for glyphs without a meaning share their place evenly. */
function glyphsOf(
  item: TextItem,
  { words, x, y, size, width, rightToLeft }: Piece,
  [a = 1, b = 0, c = 0, d = 1]: Matrix,
  scale: number,
  style: FaceStyle | undefined,
): Glyphs {
  const vertical = style?.vertical === true
  const along = vertical ? [-c, -d] : [a, b]
  const length = Math.hypot(along[0] ?? 1, along[1] ?? 0) || 1
  const own = words === plainCharacters(item.str).trim() || words === drawnTogether(plainCharacters(item.str).trim())
  const drawn = own ? item.str : words
  const edges = edgesOf(own ? item.glyphs : undefined, { length: drawn.length, width, scale, rightToLeft })
  return {
    drawn,
    x,
    y,
    alongX: (along[0] ?? 1) / length,
    alongY: (along[1] ?? 0) / length,
    // Many fonts state nothing of use; vertical script stands on the middle of its line.
    ascent: size * (vertical ? 0.5 : clamped(style?.ascent, 0.7, 0.95, 0.8)),
    descent: size * (vertical ? 0.5 : clamped(-(style?.descent ?? Number.NaN), 0.15, 0.3, 0.22)),
    edges,
  }
}

const clamped = (value: number | undefined, least: number, most: number, usual: number): number =>
  value === undefined || !(value > 0) ? usual : Math.min(Math.max(value, least), most)

type PlaceItem = (item: TextItem, words: string, spaced: boolean, artifact: boolean) => Placed

/** Marked content that is open: what it is, and the words that are to stand for its glyphs until they have been written. */
type Marked = { artifact: boolean; stands: string | null }

function placedPieces(content: Content, placeItem: PlaceItem): Placed[] {
  const placed: Placed[] = []
  const open: Marked[] = []
  let spaced = false
  for (const item of content.items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') open.pop()
      else open.push(markedBy(item))
      continue
    }
    const words = plainCharacters(wordsOf(item, open))
    if (words.trim() !== '') {
      const artifact = open.some(one => one.artifact)
      placed.push(placeItem(item, drawnTogether(words.trim()), spaced || words.startsWith(' '), artifact))
      spaced = words.endsWith(' ')
    } else if (words !== '') spaced = true
    if (item.hasEOL) spaced = true
  }
  return placed
}

/** `actualText` is there by main/setup/mending.mjs. */
const markedBy = (item: { type: string; tag?: string; actualText?: string | null }): Marked => ({
  artifact: item.tag === 'Artifact',
  stands: item.actualText || null,
})

/** The first item within marked content that has words of its own gets them all, the others none. */
function wordsOf(item: TextItem, open: readonly Marked[]): string {
  const said = open.find(({ stands }) => stands !== null)
  if (!said || item.str.trim() === '') return item.str
  const words = said.stands ?? ''
  said.stands = ''
  return words
}

/** Where a run begins, how large it is and which way it goes; vertical script goes down. */
function placeOf([a = 1, b = 0, c = 0, d = 1, x = 0, y = 0]: Matrix, vertical: boolean) {
  const angle = vertical ? Math.PI / 2 : Math.atan2(b, a)
  return {
    x,
    y,
    size: Math.round((vertical ? Math.hypot(a, b) : Math.hypot(c, d)) * 10) / 10 || 1,
    // Text at an angle of its own, such as a watermark, counts as a fifth way.
    quarter: Math.abs(Math.sin(2 * angle)) > 0.05 ? 4 : (Math.round(angle / (Math.PI / 2)) + 4) % 4,
  }
}

/** A field of a form with what was filled in; `rect` is its box in the directions of the document, as PDF counts them. */
export type FilledField = { words: string; rect: readonly number[] }

/** What is filled into a form is drawn in a box of its own: its lines stand in it one below the other. */
function fieldPieces({ words, rect }: FilledField, view: PageViewport, withGlyphs: boolean): Placed[] {
  const [left = 0, top = 0, right = 0, bottom = 0] = view.convertToViewportRectangle([...rect])
  const lines = words.split(/\r\n?|\n/).map(line => plainCharacters(line).trim())
  const height = Math.abs(bottom - top) / lines.length
  const size = Math.min(Math.max(height * 0.7, 4), 10)
  return lines.flatMap((line, index) => {
    const y = Math.min(top, bottom) + height * (index + 0.5) + size * 0.35
    const x = Math.min(left, right)
    const face = plainFace
    const width = Math.min(Math.abs(right - left), line.length * size * 0.5)
    const own = { rightToLeft: false, spaced: true, artifact: false, quarter: 0 }
    if (line === '') return []
    const at = { x, y, alongX: 1, alongY: 0, ascent: size * 0.8, descent: size * 0.22 }
    const glyphs = withGlyphs ? { glyphs: { drawn: line, ...at, edges: evenEdges(line.length, width) } } : {}
    return [{ words: line, x, y, width, size, face, ...own, ...glyphs }]
  })
}

/** The way in which most characters of the page run. */
function mainQuarter(pieces: readonly Placed[]): number {
  const counts = [0, 0, 0, 0]
  for (const { quarter, words } of pieces) if (quarter < 4) counts[quarter] = (counts[quarter] ?? 0) + words.length
  return counts.indexOf(Math.max(...counts))
}

/** Turns the page so that text of the given quarter runs from left to right. */
function turn(piece: Placed, quarter: number, width: number, height: number): Placed {
  const { x, y } = piece
  if (quarter === 1) return { ...piece, x: y, y: width - x }
  if (quarter === 2) return { ...piece, x: width - x, y: height - y }
  if (quarter === 3) return { ...piece, x: height - y, y: x }
  return piece
}

/** Some programs print bold by drawing the same words twice, a hair apart. */
function withoutDoubles(pieces: Placed[]): Placed[] {
  const seen = new Map<string, Placed[]>()
  return pieces.filter(piece => {
    const same = seen.get(piece.words) ?? []
    if (
      same.some(one => Math.abs(one.x - piece.x) < piece.size * 0.15 && Math.abs(one.y - piece.y) < piece.size * 0.15)
    )
      return false
    seen.set(piece.words, [...same, piece])
    return true
  })
}

/** What PDF.js tells of a face; name, weight and slant are there by main/setup/mending.mjs. */
type Style = { fontFamily: string; name?: string; bold?: boolean; italic?: boolean }

/** Names such as NimbusSanL-Bold, CMBX10 or ArialMT,Bold; many fonts set no flag. */
function faceOf({ fontFamily, name = '', bold, italic }: Style): Face {
  const plain = name.replace(/^[A-Z]{6}\+/, '')
  return {
    bold: bold === true || /bold|black|heavy|semib|demi\b|[-_,]b\b|^(?:cm|sf|ec)b?bx|medi\b/i.test(plain),
    italic: italic === true || /italic|oblique|slanted|[-_,](?:it|i)\b|^(?:cm|sf|ec)(?:ti|sl|mi)/i.test(plain),
    fixed: fontFamily === 'monospace' || /mono|courier|typewriter|consol|^(?:cm|sf|ec)tt|^cmsltt/i.test(plain),
  }
}
