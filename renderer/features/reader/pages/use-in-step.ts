import { type RefObject, useEffect, useRef } from 'react'
import type { TextPage } from '../../../../shared/model/text-version.ts'
import type { TextPlaces } from '../../../parts/text-places.ts'
import { placeUnder } from '../hands/lines.ts'
import { rangeOnPage } from '../offsets.ts'
import type { Readable } from '../stretches.ts'
import { type PageLayout, type PagePlace, pageAt, placeAt, topOf } from './page-layout.ts'

type InStep = {
  root: RefObject<HTMLElement | null>
  frame: RefObject<HTMLElement | null>
  readable: Readable
  pages: readonly TextPage[]
  places: TextPlaces | null
  layout: PageLayout
}

/** Pixels from the upper edge of either pane at which the two are compared. */
const level = 24

/** The first line of the text may stand anywhere down to this share of the pages' pane: they go only when it leaves that. */
const band = 0.4

/**
 * Keeps the pages and the text in step: what is scrolled by the analyst leads, the other follows. The pane that was last
 * pressed, wheeled or typed in leads; the text does when anything else moves it.
 */
export const useInStep = (step: InStep): void => {
  const latest = useRef(step)
  latest.current = step
  const { root, frame, places, layout } = step
  useEffect(() => {
    const [text, sheets] = [root.current, frame.current]
    const scroller = text?.closest<HTMLElement>('.reader-scroller')
    if (!text || !sheets || !scroller) return
    let leads: 'text' | 'pages' = 'text'
    let asked = 0
    const lead = (event: Event) => {
      leads = event.target instanceof Node && sheets.contains(event.target) ? 'pages' : 'text'
    }
    const inTurn = (who: typeof leads, follow: () => void) => () => {
      if (leads !== who) return
      cancelAnimationFrame(asked)
      asked = requestAnimationFrame(follow)
    }
    const pagesFollow = () => followText(latest.current, text, scroller, sheets)
    const byText = inTurn('text', pagesFollow)
    const byPages = inTurn('pages', () => followPages(latest.current, text, scroller, sheets))
    for (const kind of leadingEvents) window.addEventListener(kind, lead, { capture: true, passive: true })
    scroller.addEventListener('scroll', byText, { passive: true })
    sheets.addEventListener('scroll', byPages, { passive: true })
    return () => {
      cancelAnimationFrame(asked)
      for (const kind of leadingEvents) window.removeEventListener(kind, lead, { capture: true })
      scroller.removeEventListener('scroll', byText)
      sheets.removeEventListener('scroll', byPages)
    }
  }, [root, frame])

  // The pages begin where the text is, and again when it is known where the words stand.
  const isLaid = layout.tops.length > 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each of the two, not for every change of them.
  useEffect(() => {
    const [text, sheets] = [root.current, frame.current]
    const scroller = text?.closest<HTMLElement>('.reader-scroller')
    if (!text || !sheets || !scroller || !isLaid) return
    const asked = requestAnimationFrame(() => followText(latest.current, text, scroller, sheets))
    return () => cancelAnimationFrame(asked)
  }, [isLaid, places])
}

const leadingEvents = ['pointerdown', 'wheel', 'keydown', 'touchstart'] as const

/** The offset of the first words in the window of the text. */
export const firstInView = (text: HTMLElement, scroller: HTMLElement, readable: Readable): number | null => {
  const { left } = text.getBoundingClientRect()
  return placeUnder(text, readable, left + 2, scroller.getBoundingClientRect().top + level)
}

const followText = (step: InStep, text: HTMLElement, scroller: HTMLElement, sheets: HTMLElement) => {
  const { layout, readable } = step
  const { top } = scroller.getBoundingClientRect()
  if (scroller.scrollTop === 0 || text.getBoundingClientRect().top > top + level) {
    sheets.scrollTop = scroller.scrollTop === 0 ? 0 : sheets.scrollTop
    return
  }
  const offset = firstInView(text, scroller, readable)
  const place = offset === null ? null : placeOf(step, offset)
  if (place === null) return
  const down = topOf(layout, place) - sheets.scrollTop
  const low = sheets.clientHeight * band
  if (down < level) sheets.scrollTop += down - level
  else if (down > low) sheets.scrollTop += down - low
}

const followPages = (step: InStep, text: HTMLElement, scroller: HTMLElement, sheets: HTMLElement) => {
  const offset = sheets.scrollTop === 0 ? 0 : offsetAt(step, placeAt(step.layout, sheets.scrollTop + level))
  if (offset !== null) showAtTop(text, scroller, offset)
}

/** Brings words of the text to the upper edge of its window. */
export const showAtTop = (text: HTMLElement, scroller: HTMLElement, offset: number): void => {
  // Twice: reaching a group that was never laid out changes the height of what lies above the place.
  for (let time = 0; time < 2; time += 1) {
    const range = rangeOnPage(text, { start: offset, end: offset + 1 })
    if (range === null) return
    const by = range.getBoundingClientRect().top - scroller.getBoundingClientRect().top - level
    if (Math.abs(by) > 1) scroller.scrollTop += by
  }
}

/** Where words stand; as long as nobody knows, somewhere on their page, as far down as they are into its text. */
const placeOf = ({ places, pages, layout, readable }: InStep, offset: number): PagePlace | null => {
  const box = places?.boxFrom(offset)
  if (box) return { page: box.page, y: box.top }
  const page = pages.findLastIndex(({ start }) => start <= offset)
  const [here, next] = [pages[page], pages[page + 1]?.start ?? readable.text.length]
  if (here === undefined) return null
  const share = (offset - here.start) / Math.max(1, next - here.start)
  return { page, y: (layout.sizes[page]?.height ?? 0) * share }
}

/** The first words at a place or below it, of those that can be read now. */
const offsetAt = ({ places, pages, layout, readable }: InStep, { page, y }: PagePlace): number | null => {
  if (places !== null) {
    const shown = isShownIn(readable)
    for (let at = page; at < layout.tops.length && at < page + farthest; at += 1) {
      const offset = places.firstBelow(at, at === page ? y : 0, shown)
      if (offset !== null) return offset
    }
    return null
  }
  const [here, next] = [pages[page], pages[page + 1]?.start ?? readable.text.length]
  if (here === undefined) return null
  const share = y / Math.max(1, layout.sizes[page]?.height ?? 1)
  return Math.floor(here.start + (next - here.start) * share)
}

/** Pages without words that are passed over, such as plates. */
const farthest = 20

const isShownIn =
  ({ blocks }: Readable) =>
  (offset: number): boolean => {
    let [low, high] = [0, blocks.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((blocks[middle]?.end ?? 0) > offset) high = middle
      else low = middle + 1
    }
    return (blocks[low]?.start ?? Number.POSITIVE_INFINITY) <= offset
  }

/** The page whose middle is in view most: the one that the pane says it shows. */
export const shownPage = (layout: PageLayout, top: number, height: number): number => pageAt(layout, top + height * 0.4)
