import type { TextRange } from '../../../../shared/model/text-version.ts'
import { offsetAt, shownRunsAt } from '../offsets.ts'
import { firstEndingAfter } from '../runs.ts'
import { type Direction, leafAt, leafIndex, leavesOf, type Readable } from './readable.ts'
import { characterAt, characterStart } from './segments.ts'
import { settled } from './steps.ts'

/**
 * What only the page can tell of the text: where its lines break, and what lies under a point. All else the caret knows
 * by itself (steps.ts). Offsets are UTF-16 code units of the canonical text, lengths CSS pixels of the window.
 */

/** Where a caret stands in the window: a line without width. */
export type Spot = { left: number; top: number; bottom: number }

const runStart = (run: HTMLElement) => Number(run.dataset.start)
const runEnd = (run: HTMLElement) => runStart(run) + (run.textContent?.length ?? 0)

/** The first run of a list that ends at an offset or after it; at the seam of two, the one behind it. */
const runAt = (runs: readonly HTMLElement[], offset: number): HTMLElement | undefined => {
  let [low, high] = [0, runs.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const run = runs[middle]
    if (run !== undefined && runEnd(run) < offset) low = middle + 1
    else high = middle
  }
  const [run, next] = [runs[low], runs[low + 1]]
  return next !== undefined && runStart(next) === offset ? next : run
}

const spotIn = (runs: readonly HTMLElement[], offset: number): Spot | null => {
  const run = runAt(runs, offset)
  const words = run?.firstChild
  if (!(run && words) || runStart(run) > offset) return null
  const at = offset - runStart(run)
  const range = document.createRange()
  range.setStart(words, at)
  range.collapse(true)
  const [caret] = range.getClientRects()
  if (caret) return { left: caret.left, top: caret.top, bottom: caret.bottom }
  // Between a line end and the next character there may be no place to draw one.
  const length = words.textContent?.length ?? 0
  range.setStart(words, Math.max(0, at - 1))
  range.setEnd(words, Math.min(length, Math.max(at, 1)))
  const character = [...range.getClientRects()].at(-1)
  return character === undefined ? null : { left: character.right, top: character.top, bottom: character.bottom }
}

/** Where the caret is drawn before the character at an offset; null where that is not on the page. */
export const spotAt = (root: ParentNode, offset: number): Spot | null => spotIn(shownRunsAt(root, offset), offset)

/** Where the last character before an offset ends: not on the next line, even if the text goes on there. */
export const endSpotAt = (root: ParentNode, offset: number): Spot | null => {
  const runs = shownRunsAt(root, offset - 1)
  const run = runAt(runs, offset - 1)
  const words = run?.firstChild
  if (!(run && words)) return null
  const at = Math.min(offset - runStart(run), words.textContent?.length ?? 0)
  const range = document.createRange()
  range.setStart(words, Math.max(0, at - 1))
  range.setEnd(words, at)
  const last = [...range.getClientRects()].at(-1)
  const caret = spotIn(runs, offset)
  if (last === undefined) return caret
  if (caret !== null && Math.abs(caret.top - last.top) < (last.bottom - last.top) / 2) return caret
  return { left: last.right, top: last.top, bottom: last.bottom }
}

/** Something that changes once along a range of offsets: the first offset for which it holds, or the end. */
const firstWhere = ({ start, end }: TextRange, holds: (offset: number) => boolean): number => {
  let [low, high] = [start, end]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** The line of a leaf that an offset stands on. The caret may stand at both of its ends. */
const lineIn = (runs: readonly HTMLElement[], leaf: TextRange, offset: number): TextRange => {
  const here = spotIn(runs, offset)
  if (here === null) return leaf
  const slack = (here.bottom - here.top) / 2
  const topAt = (place: number) => spotIn(runs, place)?.top ?? here.top
  const start = firstWhere({ start: leaf.start, end: offset }, place => topAt(place) > here.top - slack)
  const next = firstWhere(
    { start: offset, end: leaf.end + 1 },
    place => place > leaf.end || topAt(place) > here.top + slack,
  )
  return { start, end: next - 1 }
}

/** The line on which the caret stands. */
export const lineAt = (root: ParentNode, readable: Readable, offset: number): TextRange | null => {
  const leaf = leafAt(readable, offset)
  if (leaf === undefined) return null
  const line = lineIn(shownRunsAt(root, leaf.start), leaf, offset)
  return { start: line.start, end: characterStart(readable.text, leaf, line.end) }
}

/** The place on a line that is nearest to a distance from the left edge of the window. */
const nearestOn = (
  runs: readonly HTMLElement[],
  { text }: Readable,
  leaf: TextRange,
  line: TextRange,
  left: number,
): number => {
  let nearest = { place: line.start, off: Number.POSITIVE_INFINITY }
  for (let place = line.start; place <= line.end; ) {
    const spot = spotIn(runs, place)
    const off = spot === null ? Number.POSITIVE_INFINITY : Math.abs(spot.left - left)
    if (off < nearest.off) nearest = { place, off }
    if (place >= leaf.end) break
    place = characterAt(text, leaf, place).end
  }
  return nearest.place
}

const isFilled = ({ start, end }: TextRange) => end > start

/** The cells, or the block, above or below the leaf at an offset: of a table the next row, or the row by which it is entered. */
const leavesBeyond = ({ blocks }: Readable, leaf: TextRange, direction: Direction): readonly TextRange[] => {
  const at = firstEndingAfter(blocks, leaf.start)
  const rows = blocks[at]?.rows?.map(cells => cells.filter(isFilled)).filter(cells => cells.length > 0) ?? []
  const row = rows.findIndex(cells => cells.some(cell => cell.start === leaf.start))
  const sibling = row === -1 ? undefined : rows[row + direction]
  if (sibling !== undefined) return sibling
  for (let next = at + direction; next >= 0 && next < blocks.length; next += direction) {
    const block = blocks[next]
    if (block === undefined || !isFilled(block)) continue
    if (block.rows === undefined) return [block]
    const filled = block.rows.map(cells => cells.filter(isFilled)).filter(cells => cells.length > 0)
    const entered = direction === 1 ? filled[0] : filled.at(-1)
    if (entered !== undefined) return entered
  }
  return []
}

/**
 * The place on the next line, or the one before, that is nearest to a distance from the left edge of the window; in a
 * table the line of the cell beneath or above. The place itself where there is no further line.
 */
export const lineStepped = (
  root: ParentNode,
  readable: Readable,
  offset: number,
  direction: Direction,
  left: number,
): number => {
  const leaf = leafAt(readable, offset)
  if (leaf === undefined) return offset
  const here = shownRunsAt(root, leaf.start)
  const line = lineIn(here, leaf, offset)
  const onward = direction === 1 ? line.end + 1 : line.start - 1
  if (onward >= leaf.start && onward <= leaf.end)
    return nearestOn(here, readable, leaf, lineIn(here, leaf, onward), left)
  const beyond = leavesBeyond(readable, leaf, direction)
  const reached = beyond.findLast(one => (spotAt(root, one.start)?.left ?? 0) <= left + 1) ?? beyond[0]
  if (reached === undefined) return offset
  const runs = shownRunsAt(root, reached.start)
  return nearestOn(runs, readable, reached, lineIn(runs, reached, direction === 1 ? reached.start : reached.end), left)
}

type Point = { node: Node; offset: number }

/** The newer name where there is one: Chromium has it since version 128. */
const pointUnder = (left: number, top: number): Point | null => {
  if ('caretPositionFromPoint' in document) {
    const found = document.caretPositionFromPoint(left, top)
    return found === null ? null : { node: found.offsetNode, offset: found.offset }
  }
  const range = (document as { caretRangeFromPoint?: (x: number, y: number) => Range | null }).caretRangeFromPoint?.(
    left,
    top,
  )
  return range ? { node: range.startContainer, offset: range.startOffset } : null
}

/** The place for the caret under a point of the window; beside the text, on the same line. Null where no text is under it. */
export const placeUnder = (root: HTMLElement, readable: Readable, left: number, top: number): number | null => {
  const { left: first, right: last } = root.getBoundingClientRect()
  const point = pointUnder(Math.min(Math.max(left, first + 1), last - 1), top)
  const offset = point && offsetAt(root, point.node, point.offset)
  return offset === null ? null : settled(readable, offset)
}

/** Whether a place can be seen in the window of the text. */
export const isInView = (root: HTMLElement, offset: number): boolean => {
  const frame = root.closest('.reader-scroller')?.getBoundingClientRect()
  const spot = spotAt(root, offset)
  return frame !== undefined && spot !== null && spot.bottom > frame.top && spot.top < frame.bottom
}

/**
 * A windowful on or back, at a distance from the left edge: the text goes under the caret, which stays where it is. At
 * the ends of the text it goes to its first or last place.
 */
export const windowStepped = (
  root: HTMLElement,
  readable: Readable,
  offset: number,
  direction: Direction,
  left: number,
): number => {
  const scroller = root.closest('.reader-scroller')
  const spot = spotAt(root, offset)
  const ends = direction === 1 ? leavesOf(readable).at(-1)?.end : leavesOf(readable)[0]?.start
  if (scroller === null || spot === null) return offset
  const frame = scroller.getBoundingClientRect()
  const before = scroller.scrollTop
  scroller.scrollTop += direction * frame.height * windowKept
  if (Math.abs(scroller.scrollTop - before) < spot.bottom - spot.top) return ends ?? offset
  const level = Math.min(Math.max((spot.top + spot.bottom) / 2, frame.top + 24), frame.bottom - 24)
  const found = placeUnder(root, readable, left, level)
  // Over a picture or beneath the last line there is no text: then the scrolling alone has been done.
  return found !== null && (found - offset) * direction > 0 ? found : offset
}

/** How much of the window a windowful is: a few lines of the last one stay in view. */
const windowKept = 0.85

/**
 * The last place before what the window shows, from which the next sentence is the first that begins in view; null while
 * the beginning of the text can be seen.
 */
export const placeBeforeView = (root: HTMLElement, readable: Readable): number | null => {
  const frame = root.closest('.reader-scroller')?.getBoundingClientRect()
  const leaves = leavesOf(readable)
  if (frame === undefined || leaves[0] === undefined || isInView(root, leaves[0].start)) return null
  const { left } = root.getBoundingClientRect()
  for (let top = frame.top + 8; top < frame.bottom; top += 24) {
    const found = placeUnder(root, readable, left + 2, top)
    if (found === null) continue
    const leaf = leafAt(readable, found)
    const above = leaf && leaves[leafIndex(leaves, leaf.start) - 1]
    return leaf?.start === found ? (above?.end ?? 1) - 1 : found - 1
  }
  return null
}
