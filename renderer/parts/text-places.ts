import type { TextRange } from '../../shared/model/text-version.ts'
import type { PdfPlaces } from '../importers/pdf/places.ts'

/** A box on a page, in points from its upper left corner as it is seen. Pages count from 0. */
export type PageBox = { page: number; left: number; top: number; width: number; height: number }

/** Asks where words of a text stand on pages, and which words stand at a place of a page. Offsets are UTF-16 code units. */
export type TextPlaces = {
  /** The boxes of a stretch, in the order of the text, one for each line; none for words that are not drawn. */
  boxesOf: (range: TextRange) => PageBox[]
  /** The box of the first words that are drawn from an offset on; null after the last. */
  boxFrom: (offset: number) => PageBox | null
  /** The place between two characters that is nearest to a point of a page, for selecting; null where the page has no words. */
  caretAt: (page: number, x: number, y: number) => number | null
  /** The character at a point of a page; null where there is none. */
  signAt: (page: number, x: number, y: number) => number | null
  /** From the first offset to the last that stand on a page; null where it has no words. Stretches of pages may overlap. */
  stretchOn: (page: number) => TextRange | null
  /** The first words, as the text goes, that stand below a height of a page, of those `shown`; null when there are none. */
  firstBelow: (page: number, y: number, shown: (offset: number) => boolean) => number | null
}

/**
 * Whether places are places of a text of that length: they come from a reader that has met an untrusted file. Drawing and
 * asking by sound ones ends, whatever they say.
 */
export const areSound = (places: PdfPlaces, textLength: number): boolean => {
  const { sizes, starts, lengths, pages, lines, edges } = places
  const count = starts.length
  if (lengths.length !== count || pages.length !== count || lines.length !== count * 6 || sizes.length % 2 !== 0)
    return false
  let end = 0
  let needed = 0
  for (let run = 0; run < count; run += 1) {
    const start = starts[run] ?? 0
    if (start < end || (pages[run] ?? 0) >= sizes.length / 2 || (lengths[run] ?? 0) === 0) return false
    end = start + (lengths[run] ?? 0)
    needed += (lengths[run] ?? 0) + 1
  }
  return end <= textLength && edges.length === needed && [sizes, lines, edges].every(areFinite)
}

// A plain loop: there is a number for every letter, and a long report has millions.
const areFinite = (numbers: Float32Array): boolean => {
  for (let at = 0; at < numbers.length; at += 1) if (!Number.isFinite(numbers[at])) return false
  return true
}

/** A line of a page as it is asked for: a point of it, by how far it lies along the line and above it. */
type Line = { x: number; y: number; alongX: number; alongY: number; ascent: number; descent: number }

export const createTextPlaces = (places: PdfPlaces): TextPlaces => {
  const { starts, lengths, pages, edges } = places
  const count = starts.length
  const edgesAt = new Uint32Array(count)
  for (let run = 1; run < count; run += 1) edgesAt[run] = (edgesAt[run - 1] ?? 0) + (lengths[run - 1] ?? 0) + 1
  const runsOn = runsByPage(pages, places.sizes.length / 2)

  const lineOf = (run: number): Line => {
    const [x = 0, y = 0, alongX = 1, alongY = 0, ascent = 0, descent = 0] = places.lines.subarray(run * 6, run * 6 + 6)
    return { x, y, alongX, alongY, ascent, descent }
  }
  const edgeOf = (run: number, at: number) => edges[(edgesAt[run] ?? 0) + at] ?? 0
  const startOf = (run: number) => starts[run] ?? 0
  const lengthOf = (run: number) => lengths[run] ?? 0
  const firstEndingAfter = (offset: number): number => {
    let [low, high] = [0, count]
    while (low < high) {
      const middle = (low + high) >> 1
      if (startOf(middle) + lengthOf(middle) > offset) high = middle
      else low = middle + 1
    }
    return low
  }
  const boxOf = (run: number, from: number, to: number): PageBox =>
    boxOn(pages[run] ?? 0, lineOf(run), edgeOf(run, from), edgeOf(run, to))
  const wholeBox = (run: number) => boxOf(run, 0, lengthOf(run))

  const boxesOf = ({ start, end }: TextRange): PageBox[] => {
    const boxes: PageBox[] = []
    for (let run = firstEndingAfter(start); run < count && startOf(run) < end; run += 1) {
      const from = Math.max(0, start - startOf(run))
      const box = boxOf(run, from, Math.min(lengthOf(run), end - startOf(run)))
      const last = boxes.at(-1)
      if (last && isOneLine(last, box)) Object.assign(last, around(last, box))
      else boxes.push(box)
    }
    return boxes
  }

  /** How far a point lies from a run: along its line, where 0 is within, and across it; and how far along it is. */
  const apartFrom = (run: number, x: number, y: number) => {
    const { x: left, y: base, alongX, alongY, ascent, descent } = lineOf(run)
    const along = (x - left) * alongX + (y - base) * alongY
    const above = (x - left) * alongY - (y - base) * alongX
    const [first, last] = [edgeOf(run, 0), edgeOf(run, lengthOf(run))]
    const [from, to] = [Math.min(first, last), Math.max(first, last)]
    return {
      along,
      beside: Math.max(0, from - along, along - to),
      across: Math.max(0, above - ascent, -descent - above),
    }
  }

  const nearestRun = (page: number, x: number, y: number): number | null => {
    let [nearest, least] = [-1, Number.POSITIVE_INFINITY]
    for (const run of runsOn(page)) {
      const { beside, across } = apartFrom(run, x, y)
      const apart = beside + across * linesBeforeWords
      if (apart < least) [nearest, least] = [run, apart]
    }
    return nearest < 0 ? null : nearest
  }

  const edgeNearest = (run: number, along: number): number => {
    let nearest = 0
    for (let at = 1; at <= lengthOf(run); at += 1)
      if (Math.abs(edgeOf(run, at) - along) < Math.abs(edgeOf(run, nearest) - along)) nearest = at
    return nearest
  }

  return {
    boxesOf,
    boxFrom: offset => {
      const run = firstEndingAfter(offset)
      if (run >= count) return null
      const from = Math.max(0, offset - startOf(run))
      return boxOf(run, from, from + 1)
    },
    caretAt: (page, x, y) => {
      const run = nearestRun(page, x, y)
      return run === null ? null : startOf(run) + edgeNearest(run, apartFrom(run, x, y).along)
    },
    signAt: (page, x, y) => {
      const run = nearestRun(page, x, y)
      if (run === null) return null
      const { along, beside, across } = apartFrom(run, x, y)
      if (beside > 0 || across > 0) return null
      for (let at = 0; at < lengthOf(run); at += 1) {
        const [from, to] = [edgeOf(run, at), edgeOf(run, at + 1)]
        if (along >= Math.min(from, to) && along <= Math.max(from, to)) return startOf(run) + at
      }
      return null
    },
    stretchOn: page => {
      const runs = runsOn(page)
      const [first, last] = [runs[0], runs.at(-1)]
      if (first === undefined || last === undefined) return null
      return { start: startOf(first), end: startOf(last) + lengthOf(last) }
    },
    firstBelow: (page, y, shown) => {
      for (const run of runsOn(page)) {
        const { top, height } = wholeBox(run)
        if (top + height > y && shown(startOf(run))) return startOf(run)
      }
      return null
    },
  }
}

/** Being off a line counts so many times as much as being beside it: a pointer past the end of a line means that line. */
const linesBeforeWords = 12

/** The runs of each page, in the order of the text. */
const runsByPage = (pages: Uint32Array, count: number): ((page: number) => Uint32Array) => {
  const from = new Uint32Array(count + 1)
  for (const page of pages) from[page + 1] = (from[page + 1] ?? 0) + 1
  for (let page = 0; page < count; page += 1) from[page + 1] = (from[page + 1] ?? 0) + (from[page] ?? 0)
  const next = from.slice()
  const runs = new Uint32Array(pages.length)
  pages.forEach((page, run) => {
    runs[next[page] ?? 0] = run
    next[page] = (next[page] ?? 0) + 1
  })
  return page => runs.subarray(from[page] ?? 0, from[page + 1] ?? 0)
}

/** The upright box around a stretch of a line, whichever way the line runs. */
const boxOn = (page: number, { x, y, alongX, alongY, ascent, descent }: Line, from: number, to: number): PageBox => {
  const corners = [from, to].flatMap(along =>
    [ascent, -descent].map(
      above => [x + along * alongX + above * alongY, y + along * alongY - above * alongX] as const,
    ),
  )
  const left = Math.min(...corners.map(([across]) => across))
  const top = Math.min(...corners.map(([, down]) => down))
  const width = Math.max(...corners.map(([across]) => across)) - left
  return { page, left, top, width, height: Math.max(...corners.map(([, down]) => down)) - top }
}

/** Boxes that stand on one line and close to each other are drawn as one, as are figures raised beside their word. */
const isOneLine = (one: PageBox, other: PageBox): boolean => {
  if (one.page !== other.page) return false
  const low = Math.min(one.height, other.height)
  const overlap = Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top)
  const gap = Math.max(other.left - one.left - one.width, one.left - other.left - other.width)
  return overlap > low * 0.5 && gap < Math.max(one.height, other.height) * 0.7
}

const around = (one: PageBox, other: PageBox): PageBox => {
  const [left, top] = [Math.min(one.left, other.left), Math.min(one.top, other.top)]
  return {
    page: one.page,
    left,
    top,
    width: Math.max(one.left + one.width, other.left + other.width) - left,
    height: Math.max(one.top + one.height, other.top + other.height) - top,
  }
}
