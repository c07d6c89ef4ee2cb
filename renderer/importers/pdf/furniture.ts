import type { Segment } from './segments.ts'

/** The segments of a page, and its height in points. */
export type PageSegments = { segments: Segment[]; height: number }

/** A line across a whole page. */
type Row = { y: number; segments: Segment[]; words: string; size: number }

/** What a page has at its edges besides its text. */
export type Edges = { head: Segment[]; body: Segment[]; foot: Segment[]; number: string }

/** Running heads and feet stand in the outer parts of a page, of this share of its height, in so many lines at most. */
const outerShare = 0.14
const mostRows = 4

type Side = 'head' | 'foot'

const pageNumber =
  /^(?:[\s–—|[(·.-]|page|seite|p\.|стр\.?|с\.)*(?<number>\d{1,4}|[ivxlc]{1,8})(?:\s*(?:of|\/|von|из|з)\s*\d{1,4})?[\s–—|\])·.-]*$/iu

/**
 * Tells the running heads, running feet and page numbers of a document from its text: lines at the edge of a page that
 * come again on others at the same height with the same words but for numbers, or that hold the number of their page.
 */
export function edgesOf(pages: readonly PageSegments[]): Edges[] {
  const rows = pages.map(({ segments }) => rowsOf(segments))
  const signs = signsOf(pages, rows)
  return pages.map((page, index) => {
    const own = rows[index] ?? []
    const head = peeled(own, 'head', page.height, index, signs)
    const left = own.filter(row => !head.includes(row))
    const foot = peeled(left.toReversed(), 'foot', page.height, index, signs)
    const body = left.filter(row => !foot.includes(row))
    const number = [...foot, ...head].map(row => numberOn(row, index, signs)).find(found => found !== '') ?? ''
    return {
      head: head.flatMap(row => row.segments),
      body: body.flatMap(row => row.segments),
      foot: foot.toReversed().flatMap(row => row.segments),
      number,
    }
  })
}

export function rowsOf(segments: readonly Segment[]): Row[] {
  const rows: Row[] = []
  for (const segment of segments.toSorted((one, other) => one.y - other.y || one.left - other.left)) {
    const row = rows.at(-1)
    if (row && segment.y - row.y <= Math.max(row.size, segment.size) * 0.3) row.segments.push(segment)
    else rows.push({ y: segment.y, segments: [segment], words: '', size: segment.size })
  }
  for (const row of rows) {
    row.segments.sort((one, other) => one.left - other.left)
    row.words = row.segments.map(({ words }) => words).join(' ')
  }
  return rows
}

/** What repeats: the words of rows and the heights they stand at, by how many pages have them, and by how much page numbers lead. */
type Signs = { words: Map<string, number>; heights: Map<string, number>; leads: Map<string, number>; least: number }

const bare = (words: string) =>
  words
    .replace(/\d+|\b[ivxlc]+\b/gi, '#')
    .replace(/\s+/g, ' ')
    .trim()

const atHeight = (side: Side, y: number) => `${side} ${Math.round(y / 3)}`
const wordsAt = (side: Side, { words, y }: Row) => `${atHeight(side, y)} ${bare(words)}`

function signsOf(pages: readonly PageSegments[], rows: readonly Row[][]): Signs {
  const signs: Signs = { words: new Map(), heights: new Map(), leads: new Map(), least: pages.length < 10 ? 2 : 3 }
  pages.forEach(({ height }, index) => {
    const own = rows[index] ?? []
    for (const side of ['head', 'foot'] as const) {
      for (const row of outermost(side === 'head' ? own : own.toReversed(), side, height)) {
        add(signs.words, wordsAt(side, row))
        for (const lead of leadsIn(row, index)) add(signs.leads, `${side} ${lead}`)
      }
      const [first] = side === 'head' ? own : own.toReversed()
      if (first) add(signs.heights, atHeight(side, first.y))
    }
  })
  return signs
}

const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)

const outermost = (fromEdge: readonly Row[], side: Side, height: number) =>
  fromEdge
    .slice(0, mostRows)
    .filter(({ y }) => (side === 'head' ? y < height * outerShare : y > height * (1 - outerShare)))

/** Page numbers that stand alone at either end of a row, as the difference to the place of the page. */
function leadsIn({ segments, words }: Row, index: number): number[] {
  const whole = pageNumber.exec(words)?.groups?.number
  const ends = [
    segments.at(0)?.words,
    segments.at(-1)?.words,
    /^\d+(?=\s)/.exec(words)?.[0],
    /(?<=\s)\d+$/.exec(words)?.[0],
  ]
  return [...new Set([whole, ...ends.map(end => /^\d{1,4}$/.exec(end ?? '')?.[0])])].flatMap(found =>
    found === undefined ? [] : [valueOfNumber(found) - index],
  )
}

/** Roman numbers count apart from Arabic ones: far from them, so that their leads never meet. */
function valueOfNumber(number: string): number {
  if (/^\d/.test(number)) return Number(number)
  const values: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 }
  const digits = [...number.toLowerCase()].map(digit => values[digit] ?? 0)
  return 100_000 + digits.reduce((sum, value, at) => (value < (digits[at + 1] ?? 0) ? sum - value : sum + value), 0)
}

/** Takes rows off the edge for as long as they are furniture, and gives back those that stand close to the text. */
function peeled(fromEdge: readonly Row[], side: Side, height: number, index: number, signs: Signs): Row[] {
  const taken: Row[] = []
  for (const row of outermost(fromEdge, side, height)) {
    if (!isFurniture(row, side, index, signs, taken.length === 0)) break
    taken.push(row)
  }
  while (isCloseToText(taken.at(-1), fromEdge[taken.length])) taken.pop()
  // A page that has nothing else, such as one with a title only, has no furniture but its number.
  return taken.length === fromEdge.length ? taken.filter(row => pageNumber.test(row.words)) : taken
}

const isCloseToText = (row: Row | undefined, next: Row | undefined) =>
  row !== undefined &&
  next !== undefined &&
  !isMarked(row) &&
  Math.abs(row.size - next.size) < row.size * 0.07 &&
  Math.abs(next.y - row.y) < row.size * 1.5

const isMarked = (row: Row) => row.segments.every(segment => segment.artifact)

function isFurniture(row: Row, side: Side, index: number, signs: Signs, first: boolean): boolean {
  if (isMarked(row)) return true
  if ((signs.words.get(wordsAt(side, row)) ?? 0) >= signs.least) return true
  if (!first) return false
  if (valueOfNumber(pageNumber.exec(row.words)?.groups?.number ?? '') === index + 1) return true
  return leadsIn(row, index).some(lead => (signs.leads.get(`${side} ${lead}`) ?? 0) >= signs.least)
}

/** The page number a row shows; empty when it shows none that the other pages bear out. */
function numberOn(row: Row, index: number, signs: Signs): string {
  const whole = pageNumber.exec(row.words)?.groups?.number
  const candidates = [
    whole,
    ...row.segments.map(({ words }) => words),
    /^\d+(?=\s)/.exec(row.words)?.[0],
    /(?<=\s)\d+$/.exec(row.words)?.[0],
  ]
  const borneOut = (found: string | undefined) =>
    found !== undefined &&
    /^(?:\d{1,4}|[ivxlc]{1,8})$/i.test(found) &&
    ['head', 'foot'].some(side => (signs.leads.get(`${side} ${valueOfNumber(found) - index}`) ?? 0) >= 2)
  return candidates.find(borneOut) ?? ''
}
