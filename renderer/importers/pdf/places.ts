import type { TextRange } from '../../../shared/model/text-version.ts'
import type { SharedRun } from '../../../shared/rules/text-map.ts'
import type { Glyphs } from './glyphs.ts'
import type { Part } from './paragraphs.ts'
import type { Piece } from './pieces.ts'
import { pairedSigns } from './sign-pairs.ts'

/**
 * Where the words of a text are drawn on the pages of its PDF, in arrays without objects, so that half a million words go
 * from one process to another at once. A run is a stretch of the text that stands on one line. Runs are in the order of
 * the text and do not overlap; between them lies white space, and what no glyph was found for. Distances are in points
 * from the upper left corner of a page as it is seen.
 */
export type PdfPlaces = {
  /** The width and the height of each page; 0 and 0 for one that could not be read. */
  sizes: Float32Array
  /** Where in the text each run starts, in UTF-16 code units; how many it has; and the page it is on, from 0. */
  starts: Uint32Array
  lengths: Uint32Array
  pages: Uint32Array
  /** Six numbers a run: where its baseline begins (x, y), which way it goes (x, y, of length 1), its ascent and descent. */
  lines: Float32Array
  /** For each run one number more than it has code units: how far along its line each begins, and where the last ends. */
  edges: Float32Array
}

type Run = { start: number; page: number; at: Glyphs; edges: number[] }

type Laid = { text: string; blocks: readonly TextRange[]; parts: readonly Part[] }

/** Tells of every block which glyphs drew it, by what the layout was written from. */
export function placesIn(
  { text, blocks, parts }: Laid,
  pages: readonly { seen: { width: number; height: number } }[],
): PdfPlaces {
  const runs: Run[] = []
  blocks.forEach((block, index) => {
    const part = parts[index]
    if (part) addRuns(runs, text.slice(block.start, block.end), block.start, drawnIn(part))
  })
  return packed(
    runs,
    pages.flatMap(({ seen }) => [seen.width, seen.height]),
  )
}

/** The pieces of a part in the order they were written. */
const piecesOf = ({ lines, table }: Part): { pieces: readonly Piece[]; page: number }[] => {
  const page = lines[0]?.page ?? 0
  return table ? table.rows.flat(2).map(({ pieces }) => ({ pieces, page })) : lines
}

/** What was drawn of a part, one piece after the other, and where in its words the glyphs of each begin. */
type Drawn = { words: string; pieces: { glyphs: Glyphs; page: number; from: number }[] }

function drawnIn(part: Part): Drawn {
  const drawn: Drawn = { words: '', pieces: [] }
  for (const { pieces, page } of piecesOf(part)) {
    for (const { glyphs } of pieces) {
      if (!glyphs) continue
      drawn.pieces.push({ glyphs, page, from: drawn.words.length })
      drawn.words += glyphs.drawn
    }
  }
  return drawn
}

/** Adds the runs of a block, which starts at `start`. Neighbours on one line become one run, the space between them part of it. */
function addRuns(runs: Run[], written: string, start: number, { words, pieces }: Drawn): void {
  let open: Run | null = null
  let piece = 0
  pairedSigns(words, written).forEach((place, at) => {
    if (place < 0) return
    while ((pieces[piece + 1]?.from ?? Number.POSITIVE_INFINITY) <= place) piece += 1
    const drawn = pieces[piece]
    if (!drawn) return
    const { glyphs, page } = drawn
    const [offset, index] = [start + at, place - drawn.from]
    const isOn = open !== null && goesOn(open, page, offset, glyphs, index)
    if (open === null || !isOn) {
      open = { start: offset, page, at: glyphs, edges: [] }
      runs.push(open)
    }
    const shift = along(open.at, glyphs)
    const [from, to] = [(glyphs.edges[index] ?? 0) + shift, (glyphs.edges[index + 1] ?? 0) + shift]
    // The last edge so far is the end of the sign before: a space goes on from there to where this one begins.
    while (open.edges.length > 1 && open.start + open.edges.length - 1 < offset) open.edges.push(from)
    if (open.edges.length > 0) open.edges.pop()
    open.edges.push(from, to)
  })
}

/** A gap wider than this, in ascents, parts a line: what stands beyond it is another column, or a number at the edge. */
const widestGap = 4

const goesOn = (run: Run, page: number, offset: number, glyphs: Glyphs, index: number): boolean => {
  const end = run.start + run.edges.length - 1
  // A space, or a mark that is drawn over its letter, has no glyph of its own.
  if (run.page !== page || offset < end || offset - end > 2) return false
  const gap = along(run.at, glyphs) + (glyphs.edges[index] ?? 0) - (run.edges.at(-1) ?? 0)
  if (Math.abs(gap) > run.at.ascent * widestGap) return false
  if (run.at === glyphs) return true
  const apart = Math.abs((glyphs.x - run.at.x) * run.at.alongY - (glyphs.y - run.at.y) * run.at.alongX)
  const turned = Math.abs(glyphs.alongX - run.at.alongX) + Math.abs(glyphs.alongY - run.at.alongY)
  return apart < 0.3 && turned < 0.01 && Math.abs(glyphs.ascent - run.at.ascent) < 0.3
}

/** How far along the line of one run another begins. */
const along = (one: Glyphs, other: Glyphs): number =>
  one === other ? 0 : (other.x - one.x) * one.alongX + (other.y - one.y) * one.alongY

function packed(runs: readonly Run[], sizes: readonly number[]): PdfPlaces {
  const lines = new Float32Array(runs.length * 6)
  const edges = new Float32Array(runs.reduce((sum, run) => sum + run.edges.length, 0))
  let at = 0
  runs.forEach((run, index) => {
    const { x, y, alongX, alongY, ascent, descent } = run.at
    lines.set([x, y, alongX, alongY, ascent, descent], index * 6)
    edges.set(run.edges, at)
    at += run.edges.length
  })
  return {
    sizes: Float32Array.from(sizes),
    starts: Uint32Array.from(runs, ({ start }) => start),
    lengths: Uint32Array.from(runs, run => run.edges.length - 1),
    pages: Uint32Array.from(runs, ({ page }) => page),
    lines,
    edges,
  }
}

/**
 * The places of another text, such as a corrected one, by what it shares with the text they are of (`mapText`, its chain).
 * What is not shared has no place.
 */
export function mappedPlaces(places: PdfPlaces, chain: readonly SharedRun[]): PdfPlaces {
  const pieces: { run: number; from: number; to: number; start: number; edgesAt: number }[] = []
  let edgesAt = 0
  let at = 0
  places.starts.forEach((start, run) => {
    const length = places.lengths[run] ?? 0
    while (at < chain.length && endOf(chain[at]) <= start) at += 1
    for (let next = at; next < chain.length; next += 1) {
      const shared = chain[next]
      if (!shared || shared.from >= start + length) break
      const [from, to] = [Math.max(start, shared.from), Math.min(start + length, endOf(shared))]
      if (from < to)
        pieces.push({ run, from: from - start, to: to - start, start: from + shared.to - shared.from, edgesAt })
    }
    edgesAt += length + 1
  })
  const edges = new Float32Array(pieces.reduce((sum, { from, to }) => sum + to - from + 1, 0))
  let filled = 0
  for (const piece of pieces) {
    edges.set(places.edges.subarray(piece.edgesAt + piece.from, piece.edgesAt + piece.to + 1), filled)
    filled += piece.to - piece.from + 1
  }
  const lines = new Float32Array(pieces.length * 6)
  pieces.forEach(({ run }, index) => {
    lines.set(places.lines.subarray(run * 6, run * 6 + 6), index * 6)
  })
  return {
    sizes: places.sizes,
    starts: Uint32Array.from(pieces, ({ start }) => start),
    lengths: Uint32Array.from(pieces, ({ from, to }) => to - from),
    pages: Uint32Array.from(pieces, ({ run }) => places.pages[run] ?? 0),
    lines,
    edges,
  }
}

const endOf = (run: SharedRun | undefined): number => (run ? run.from + run.length : 0)
