import { isAccent, shifted, withAccents } from './characters.ts'
import { glyphsBetween } from './glyphs.ts'
import type { Piece } from './pieces.ts'

/** Pieces that stand on one line with nothing but word spaces between them. Places as of `Piece`. */
export type Segment = {
  words: string
  left: number
  right: number
  /** The baseline, counted downwards. */
  y: number
  size: number
  bold: boolean
  italic: boolean
  fixed: boolean
  rightToLeft: boolean
  artifact: boolean
  /** It begins with a small sign set high, as a footnote does. */
  raised: boolean
  /** What it was put together from, in the order it is read. */
  pieces: readonly Piece[]
  /** Its stretches where gaps wider than spaces mostly are part it: it may be several cells that stand close. */
  stretches?: Segment[]
}

/** Spaces between words are narrower than this, in ems of the size; what is wider parts columns and cells. */
const widestSpace = 1

/** In lines that are not stretched to an edge few spaces are as wide as this. */
const usualSpace = 0.5

/** Every face for East Asian signs has them of one width; that makes no code of them. */
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

const end = (piece: Piece) => piece.x + piece.width

/** Puts the pieces of a page together into segments, in no particular order. */
export function segmentsOf(pieces: readonly Piece[]): Segment[] {
  const chains: Piece[][] = []
  for (const piece of pieces) {
    const chain = chains.at(-1)
    const before = chain?.at(-1)
    if (chain && before && follows(before, piece, mainSize(chain))) chain.push(piece)
    else chains.push([piece])
  }
  return merged(chains).map(segmentOf)
}

const mainSize = (chain: readonly Piece[]) => Math.max(...chain.map(piece => piece.size))

/** True when the second piece goes on where the first ends, on its line or raised or lowered beside it. */
function follows(before: Piece, piece: Piece, size: number): boolean {
  const gap = piece.rightToLeft && before.rightToLeft ? before.x - end(piece) : piece.x - end(before)
  return gap < size * widestSpace && gap > -size * 0.5 && onOneLine(before, piece, size)
}

function onOneLine(one: Piece, other: Piece, size: number): boolean {
  const apart = Math.abs(one.y - other.y)
  return apart <= size * 0.2 || (Math.min(one.size, other.size) <= size * 0.85 && apart <= size * 0.6)
}

/** Documents that draw their words in another order than they are read in: chains that meet on a line become one. */
function merged(chains: Piece[][]): Piece[][] {
  const rows = chains
    .map(chain => ({ chain, y: lineOf(chain), size: mainSize(chain), left: left(chain) }))
    .sort((one, other) => one.y - other.y || one.left - other.left)
  const done: (typeof rows)[number][] = []
  for (const row of rows) {
    const isNear = (one: typeof row) =>
      Math.abs(one.y - row.y) <= Math.max(one.size, row.size) * (small(one, row) ? 0.6 : 0.2) &&
      meets(one.chain, row.chain)
    // Several figures may stand above one line, and all come before it.
    for (let index = done.length - 1; index >= 0; index -= 1) {
      const one = done[index]
      if (!one || row.y - one.y > farthest) break
      if (!isNear(one)) continue
      done.splice(index, 1)
      row.chain = [...one.chain, ...opened(row.chain, one.chain)]
      if (one.size > row.size) Object.assign(row, { y: one.y, size: one.size })
    }
    done.push(row)
  }
  return done.map(({ chain }) => chain)
}

/** Chains farther apart than this, in points, are not on one line whatever their size is. */
const farthest = 60

/** A sign of a few characters, or figures, set smaller than what it stands beside. */
const small = (one: { chain: readonly Piece[]; size: number }, other: { chain: readonly Piece[]; size: number }) => {
  const lesser = one.size < other.size ? one : other
  return Math.min(one.size, other.size) <= Math.max(one.size, other.size) * 0.85 && isSign(lesser.chain)
}

const isSign = (chain: readonly Piece[]) =>
  length(chain) <= 4 || chain.every(({ words }) => /^[\d,–-]{1,24}$/.test(words))

const length = (chain: readonly Piece[]) => chain.reduce((sum, { words }) => sum + words.length, 0)
const left = (chain: readonly Piece[]) => Math.min(...chain.map(piece => piece.x))
const right = (chain: readonly Piece[]) => Math.max(...chain.map(end))

/** True when one chain stands right beside the other, or in a hole of it, as a raised figure between words may. */
function meets(one: readonly Piece[], other: readonly Piece[]): boolean {
  if (opened(other, one) !== other) return true

  const size = Math.max(mainSize(one), mainSize(other))
  const between = (piece: Piece, span: Piece) => Math.max(piece.x - end(span), span.x - end(piece))
  const gaps = one.flatMap(piece => other.map(span => between(piece, span)))
  return Math.min(...gaps) < size * 0.8 && Math.min(...gaps) > -size * 0.3
}

/**
 * A small sign may stand over a space that is wide because of it. The piece it stands over is parted there, so that the
 * sign comes between its halves; the same pieces when there is no such place.
 */
function opened(pieces: readonly Piece[], sign: readonly Piece[]): readonly Piece[] {
  const from = left(sign)
  const over = pieces.find(piece => piece.x < from && end(piece) > right(sign) && mainSize(sign) <= piece.size * 0.85)
  if (!over || !isSign(sign)) return pieces
  const guess = Math.round(((from - over.x) / over.width) * over.words.length)
  const spaces = [...over.words.matchAll(/ /g)].map(({ index }) => index)
  const at = spaces.sort((one, other) => Math.abs(one - guess) - Math.abs(other - guess))[0]
  if (at === undefined || Math.abs(at - guess) > 4) return pieces
  const until = right(sign)
  const first = { ...partOf(over, 0, at), width: from - over.x }
  const second = { ...partOf(over, at + 1), x: until, width: end(over) - until, spaced: false }
  return pieces.flatMap(piece => (piece === over ? [first, second] : [piece]))
}

/** A piece with a part of its words, and their glyphs. */
function partOf(piece: Piece, from: number, to = piece.words.length): Piece {
  const words = piece.words.slice(from, to)
  if (!piece.glyphs) return { ...piece, words }
  const signsIn = (part: string) => part.replaceAll(' ', '').length
  const before = signsIn(piece.words.slice(0, from))
  return { ...piece, words, glyphs: glyphsBetween(piece.glyphs, before, before + signsIn(words)) }
}

/** The baseline of most of a chain. */
function lineOf(chain: readonly Piece[]): number {
  const size = mainSize(chain)
  const main = chain.filter(piece => piece.size === size)
  return longest(main).y
}

const longest = (pieces: readonly Piece[]): Piece =>
  pieces.reduce((most, piece) => (piece.words.length > most.words.length ? piece : most))

function segmentOf(chain: readonly Piece[]): Segment {
  const [only] = chain
  if (only && chain.length === 1) return segmentOfOne(only)
  const rightToLeft = length(chain.filter(piece => piece.rightToLeft)) > length(chain) / 2
  const pieces = chain.toSorted((one, other) => (rightToLeft ? end(other) - end(one) : placeIn(one) - placeIn(other)))
  const size = commonSize(pieces)
  const y = longest(pieces.filter(piece => piece.size === size)).y
  const share = (of: (piece: Piece) => boolean) => length(pieces.filter(of)) > length(pieces) * 0.6
  const [first, second] = pieces
  return {
    words: withAccents(joined(pieces, size, y, rightToLeft)),
    left: left(pieces),
    right: right(pieces),
    y,
    size,
    bold: share(piece => piece.face.bold),
    italic: share(piece => piece.face.italic),
    fixed: share(({ face, words }) => face.fixed && !wide.test(words)),
    rightToLeft,
    artifact: pieces.every(piece => piece.artifact),
    raised: first !== undefined && second !== undefined && isRaised(first, size, y) && first.words.length <= 3,
    pieces,
    ...stretchesOf(pieces, size),
  }
}

/** A segment by its stretches, where it has more than one. */
function stretchesOf(pieces: readonly Piece[], size: number): { stretches?: Segment[] } {
  const stretches: Piece[][] = []
  let reach = Number.NEGATIVE_INFINITY
  for (const piece of pieces.toSorted((one, other) => one.x - other.x)) {
    const stretch = stretches.at(-1)
    if (stretch && piece.x - reach <= size * usualSpace) stretch.push(piece)
    else stretches.push([piece])
    reach = Math.max(reach, end(piece))
  }
  return stretches.length > 1 ? { stretches: stretches.map(segmentOf) } : {}
}

/** Most lines are one piece. */
function segmentOfOne(piece: Piece): Segment {
  const { words, x, y, size, face, rightToLeft, artifact } = piece
  return {
    words: withAccents(words),
    left: x,
    right: end(piece),
    y,
    size,
    bold: face.bold,
    italic: face.italic,
    fixed: face.fixed && !wide.test(words),
    rightToLeft,
    artifact,
    raised: false,
    pieces: [piece],
  }
}

/** An accent is drawn over the letter it comes before. */
const placeIn = (piece: Piece) => (isAccent(piece.words) ? piece.x - piece.size * 0.5 : piece.x)

/** The size most characters have. */
function commonSize(pieces: readonly Piece[]): number {
  const [only] = pieces
  if (only && pieces.every(piece => piece.size === only.size)) return only.size
  const counts = new Map<number, number>()
  for (const { size, words } of pieces) counts.set(size, (counts.get(size) ?? 0) + words.length)
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0]
}

const isRaised = (piece: Piece, size: number, y: number) => piece.size <= size * 0.85 && y - piece.y > size * 0.15
const isLowered = (piece: Piece, size: number, y: number) => piece.size <= size * 0.85 && piece.y - y > size * 0.08

function joined(pieces: readonly Piece[], size: number, y: number, rightToLeft: boolean): string {
  let words = ''
  let before: Piece | null = null
  for (const piece of pieces) {
    const way = isRaised(piece, size, y) ? 'up' : isLowered(piece, size, y) ? 'down' : null
    const plain = (way && shifted(piece.words, way)) ?? piece.words
    words += before && isSpaced(before, piece, rightToLeft) ? ` ${plain}` : plain
    before = piece
  }
  return words
}

/** Between pieces the gap decides; where the document says that there is a space, a hair is enough. */
function isSpaced(before: Piece, piece: Piece, rightToLeft: boolean): boolean {
  const gap = rightToLeft ? before.x - end(piece) : piece.x - end(before)
  const size = Math.min(before.size, piece.size)
  return gap > size * (before.size === piece.size ? 0.2 : 0.17) || (piece.spaced && gap > size * 0.02)
}
