import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'
import type { TextRange } from '../../../shared/model/text-version.ts'
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

/** Offset at which the first near block of a group begins, or the group where it cannot be told. */
const startWithin = (group: HTMLElement | undefined, isNear: (block: Element) => boolean): number => {
  const block = [...(group?.children ?? [])].find(isNear)
  return Number(block?.querySelector<HTMLElement>('[data-start]')?.dataset.start ?? group?.dataset.from ?? 0)
}

/** Offset at which the first block after the near ones of a group begins, or the group's end. */
const endWithin = (group: HTMLElement | undefined, isNear: (block: Element) => boolean): number => {
  const blocks = [...(group?.children ?? [])]
  const next = blocks[blocks.findLastIndex(isNear) + 1]
  return Number(next?.querySelector<HTMLElement>('[data-start]')?.dataset.start ?? group?.dataset.to ?? 0)
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
      const within = [...text.querySelectorAll<HTMLElement>('.reader-group')].filter(group => {
        const place = group.getBoundingClientRect()
        return place.bottom > top - height && place.top < top + 2 * height
      })
      const isNear = (block: Element) => {
        const place = block.getBoundingClientRect()
        return place.bottom > top - height && place.top < top + 2 * height
      }
      const start = startWithin(within[0], isNear)
      const end = endWithin(within.at(-1), isNear)
      setNear(before => (before.start === start && before.end === end ? before : { start, end }))
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
