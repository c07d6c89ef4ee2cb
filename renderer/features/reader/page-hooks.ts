import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'
import type { TextRange } from '../../../shared/model/text-version.ts'
import { fromOf, groupsOn, toOf } from './groups.ts'
import { firstNotPassed } from './halving.ts'
import { rangeOnPage } from './offsets.ts'
import { drawNow } from './use-drawn.ts'

/** Emphasis that comes and goes is painted with the CSS Custom Highlight API: it changes no element and loses no selection. */
export const usePaint = (
  root: RefObject<HTMLElement | null>,
  name: string,
  stretches: readonly TextRange[],
  redraw: unknown,
): void => {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `redraw` changes when the runs on the page do.
  useLayoutEffect(() => {
    if (root.current === null || stretches.length === 0) return
    const page = root.current
    const ranges = stretches.flatMap(stretch => rangeOnPage(page, stretch) ?? [])
    CSS.highlights.set(name, new Highlight(...ranges))
    return () => void CSS.highlights.delete(name)
  }, [root, name, stretches, redraw])
}

const nowhere: TextRange = { start: 0, end: 0 }

const endsAbove = (height: number) => (element: Element) => element.getBoundingClientRect().bottom <= height
const beginsAbove = (height: number) => (element: Element) => element.getBoundingClientRect().top < height

/** Offset at which the words of a block begin, where it has any. */
const startOf = (block: Element | undefined): number | null => {
  const start = block?.querySelector('[data-start]')?.getAttribute('data-start') ?? null
  return start === null ? null : Number(start)
}

/** Offset at which the first near block of a group begins, or the group where it cannot be told. */
const startWithin = (group: HTMLElement, from: number): number =>
  startOf(group.children[firstNotPassed(group.children, endsAbove(from))]) ?? fromOf(group)

/** Offset at which the first block after the near ones of a group begins, or the group's end. */
const endWithin = (group: HTMLElement, to: number): number =>
  startOf(group.children[firstNotPassed(group.children, beginsAbove(to))]) ?? toOf(group)

/** The stretch of the text that stands between two heights of the window, by whole blocks. */
const stretchBetween = (text: ParentNode, from: number, to: number): TextRange => {
  // Groups stand one below the other, and so do the blocks of each: where they stand is asked of a few of them.
  const groups = groupsOn(text)
  const first = groups[firstNotPassed(groups, endsAbove(from))]
  const last = groups[firstNotPassed(groups, beginsAbove(to)) - 1]
  if (first === undefined || last === undefined) return nowhere
  const [start, end] = [startWithin(first, from), endWithin(last, to)]
  return start < end ? { start, end } : nowhere
}

/**
 * The stretch of the text that is at most one window away from what is seen, by whole blocks. It is looked up again in
 * steps of half a window, so that scrolling seldom changes it.
 */
export const useNear = (scroller: RefObject<HTMLElement | null>, root: RefObject<HTMLElement | null>): TextRange => {
  const [near, setNear] = useState<TextRange>(nowhere)
  useEffect(() => {
    const [frame, text] = [scroller.current, root.current]
    if (frame === null || text === null) return
    let seen = Number.NaN
    const look = () => {
      const { top, height } = frame.getBoundingClientRect()
      const next = stretchBetween(text, top - height, top + 2 * height)
      setNear(before => (before.start === next.start && before.end === next.end ? before : next))
    }
    const lookAfterHalfAWindow = () => {
      const step = Math.floor(frame.scrollTop / Math.max(100, frame.clientHeight / 2))
      if (step !== seen) look()
      seen = step
    }
    // It is called for the first time when the text has been laid out: looking before would have it laid out twice.
    const observer = new ResizeObserver(look)
    observer.observe(frame)
    observer.observe(text)
    frame.addEventListener('scroll', lookAfterHalfAWindow, { passive: true })
    return () => {
      observer.disconnect()
      frame.removeEventListener('scroll', lookAfterHalfAWindow)
    }
  }, [scroller, root])
  return near
}

/** Scrolls just so far that a stretch of the text can be seen with some lines around it. */
export const reveal = (root: HTMLElement, stretch: TextRange, where: 'near' | 'middle' = 'near'): void => {
  drawNow(stretch)
  const scroller = root.closest('.reader-scroller')
  const range = rangeOnPage(root, stretch)
  if (scroller === null || range === null) return
  // Twice: reaching a group that was never laid out changes the height of what lies above the place.
  for (let time = 0; time < 2; time += 1) {
    const place = range.getBoundingClientRect()
    const frame = scroller.getBoundingClientRect()
    const margin = Math.min(96, frame.height / 6)
    const above = place.top < frame.top + margin
    if (!above && place.bottom <= frame.bottom - margin) return
    const target =
      where === 'middle' ? frame.top + frame.height / 3 : above ? frame.top + margin : frame.bottom - margin
    const edge = where === 'middle' || above || place.height > frame.height / 2 ? place.top : place.bottom
    scroller.scrollTop += edge - target
  }
}
