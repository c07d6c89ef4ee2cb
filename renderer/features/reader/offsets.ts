import type { TextRange } from '../../../shared/model/text-version.ts'
import { groupsOn, toOf } from './groups.ts'
import { firstNotPassed } from './halving.ts'

/**
 * The bridge between points of the page and offsets of the canonical text. Every run of text on the page is an element
 * with `data-start`, whose one text node holds the characters from that offset on. Offsets are UTF-16 code units.
 */
const runSelector = '[data-start]'

const startOf = (run: Element) => Number(run.getAttribute('data-start'))
const lengthOf = (run: Element) => run.textContent?.length ?? 0

const runsIn = (part: ParentNode): readonly HTMLElement[] => [...part.querySelectorAll<HTMLElement>(runSelector)]

/**
 * The part of the page that shows the text around an offset: a group of blocks with `data-from` and `data-to`, so that
 * not every run of a long document has to be looked at; the whole where nothing is grouped.
 */
const partAt = (root: ParentNode, offset: number): ParentNode => {
  const groups = groupsOn(root)
  return groups[firstNotPassed(groups, group => toOf(group) <= offset)] ?? groups.at(-1) ?? root
}

/** The runs that show the text around an offset: those of its group of blocks, in order. */
export const shownRunsAt = (root: ParentNode, offset: number): readonly HTMLElement[] => runsIn(partAt(root, offset))

/**
 * The offset that a point of the page stands for. A point between runs, such as the end of a paragraph, stands for the
 * start of the run after it, or for the end of the text. Null when the point is outside `root`, or nothing is shown.
 */
export const offsetAt = (root: Element, node: Node, nodeOffset: number): number | null => {
  if (!root.contains(node)) return null
  const run = (node instanceof Element ? node : node.parentElement)?.closest(runSelector)
  if (run && root.contains(run)) {
    if (node.nodeType === Node.TEXT_NODE) return startOf(run) + nodeOffset
    return startOf(run) + (nodeOffset === 0 ? 0 : lengthOf(run))
  }
  const point = document.createRange()
  point.setStart(node, nodeOffset)
  const isBefore = (one: Element) => point.comparePoint(one, 0) < 0
  const groups = groupsOn(root)
  const parts = groups.length === 0 ? [root] : groups
  // From the last group that begins before the point on: of a long text mostly no more than two are looked at.
  for (const part of parts.slice(Math.max(0, firstNotPassed(parts, isBefore) - 1))) {
    const runs = runsIn(part)
    const after = runs[firstNotPassed(runs, isBefore)]
    if (after !== undefined) return startOf(after)
  }
  const last = runsIn(root).at(-1)
  return last === undefined ? null : startOf(last) + lengthOf(last)
}

const firstShown = (part: ParentNode, { start }: TextRange): HTMLElement | undefined => {
  const runs = runsIn(part)
  return runs[firstNotPassed(runs, run => startOf(run) + lengthOf(run) <= start)]
}

const lastShown = (part: ParentNode, { end }: TextRange): HTMLElement | undefined => {
  const runs = runsIn(part)
  return runs[firstNotPassed(runs, run => startOf(run) < end) - 1]
}

/**
 * The range of the page that shows a stretch of the text. Words that are folded away are left out at the ends; null when
 * none of the stretch is shown.
 */
export const rangeOnPage = (root: ParentNode, stretch: TextRange): Range | null => {
  const first = firstShown(partAt(root, stretch.start), stretch) ?? firstShown(root, stretch)
  const last = lastShown(partAt(root, stretch.end - 1), stretch) ?? lastShown(root, stretch)
  const [firstText, lastText] = [first?.firstChild, last?.firstChild]
  if (!(first && last && firstText && lastText) || startOf(first) >= stretch.end) return null
  const range = document.createRange()
  range.setStart(firstText, Math.max(0, stretch.start - startOf(first)))
  range.setEnd(lastText, Math.min(lengthOf(last), stretch.end - startOf(last)))
  return range
}

/** What is selected of the text, as offsets; null when nothing is, or the selection reaches outside `root`. */
export const selectedStretch = (root: Element): TextRange | null => {
  const selection = document.getSelection()
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  const start = offsetAt(root, range.startContainer, range.startOffset)
  const end = offsetAt(root, range.endContainer, range.endOffset)
  return start === null || end === null || start >= end ? null : { start, end }
}

/** Selects a stretch of the text on the page, from its start or, backwards, from its end; an empty one is a place between two characters. */
export const selectStretch = (root: Element, { start, end }: TextRange, backwards = false): void => {
  const selection = document.getSelection()
  const behind = rangeOnPage(root, { start, end: Math.max(end, start + 1) })
  const range = behind ?? rangeOnPage(root, { start: start - 1, end: start })
  if (range === null || selection === null) return
  const first = [range.startContainer, range.startOffset] as const
  const last = [range.endContainer, range.endOffset] as const
  if (start === end) selection.collapse(...(behind === null ? last : first))
  else if (backwards) selection.setBaseAndExtent(...last, ...first)
  else selection.setBaseAndExtent(...first, ...last)
}
