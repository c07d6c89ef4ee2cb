import { type RefObject, useEffect, useRef } from 'react'
import type { TextRange } from '../../../../shared/model/text-version.ts'
import type { TextPlaces } from '../../../parts/text-places.ts'
import { followPointer } from '../hands/follow-pointer.ts'
import { type Grain, grainAt, settled } from '../hands/steps.ts'
import type { Ends, Selected } from '../hands/use-selected-stretch.ts'
import type { Highlight } from '../runs.ts'
import type { Readable } from '../stretches.ts'
import { type PageLayout, pageAt } from './page-layout.ts'

type PagePress = {
  frame: RefObject<HTMLElement | null>
  layout: PageLayout
  places: TextPlaces | null
  readable: Readable
  selected: Selected
  highlights: readonly Highlight[]
  chosen: string | null
  onChoose: (id: string | null) => void
  /** Words were selected on the pages. */
  onSelected: (ends: Ends) => void
}

const grains: readonly Grain[] = ['character', 'word', 'sentence', 'paragraph']

/** Pixels that a press may tremble and still be one. */
const still = 3

/** A point of the window on a page, from 0, in points. */
const pointOn = (frame: HTMLElement, { layout }: PagePress, left: number, top: number) => {
  const page = pageAt(layout, top - frame.getBoundingClientRect().top + frame.scrollTop)
  const sheet = frame.querySelector(`[data-page="${page}"]`)?.getBoundingClientRect()
  if (!sheet) return null
  return { page, x: (left - sheet.left) / layout.scale, y: (top - sheet.top) / layout.scale }
}

const caretUnder = (frame: HTMLElement, press: PagePress, left: number, top: number): number | null => {
  const point = pointOn(frame, press, left, top)
  const offset = point && press.places?.caretAt(point.page, point.x, point.y)
  return typeof offset === 'number' ? settled(press.readable, offset) : null
}

const signUnder = (frame: HTMLElement, press: PagePress, left: number, top: number): number | null => {
  const point = pointOn(frame, press, left, top)
  return (point && press.places?.signAt(point.page, point.x, point.y)) ?? null
}

/** The highlights over a character, the shortest first: the one that is drawn on top. */
const highlightsAt = (highlights: readonly Highlight[], offset: number): readonly Highlight[] =>
  highlights
    .filter(one => one.start <= offset && one.end > offset)
    .sort((one, other) => one.end - one.start - (other.end - other.start))

/**
 * Selecting on the pages as in the text: dragging takes characters, a second press words, a third sentences, a fourth
 * paragraphs; Shift extends what is selected, Ctrl takes whole words. A press on a highlight chooses it; again, the one
 * beneath it. What is selected is a stretch of the text, whichever of the two it was made on.
 */
export const usePagePress = (press: PagePress): void => {
  const latest = useRef(press)
  latest.current = press
  const { frame } = press
  useEffect(() => {
    const sheets = frame.current
    if (!sheets) return

    let ends: Ends = { anchor: 0, focus: 0 }
    const select = (pressed: TextRange, at: number, grain: Grain) => {
      const { readable, selected } = latest.current
      const reached = grainAt(readable, at, grain)
      const [start, end] = [Math.min(pressed.start, reached.start), Math.max(pressed.end, reached.end)]
      ends = reached.start < pressed.start ? { anchor: end, focus: start } : { anchor: start, focus: end }
      selected.place(ends, true)
    }
    const choose = (left: number, top: number) => {
      const { highlights, chosen, onChoose, selected } = latest.current
      selected.select(null)
      const at = signUnder(sheets, latest.current, left, top)
      const ids = at === null ? [] : highlightsAt(highlights, at).map(({ id }) => id)
      onChoose(ids[(ids.indexOf(chosen ?? '') + 1) % ids.length] ?? null)
    }
    const begin = (event: MouseEvent) => {
      if (event.button !== 0 || !(event.target instanceof Element) || !event.target.closest('.pages-sheet')) return
      // The page's own selection, which is in the text, is not to be lost.
      event.preventDefault()
      sheets.focus({ preventScroll: true })
      const { clientX: left, clientY: top } = event
      const caret = caretUnder(sheets, latest.current, left, top)
      if (caret === null) return choose(left, top)
      const { readable, selected } = latest.current
      const extends_ = event.shiftKey && selected.ends !== null
      const grain = grains[Math.min(event.detail, grains.length) - 1] ?? 'paragraph'
      const at = grain === 'character' ? caret : (signUnder(sheets, latest.current, left, top) ?? caret)
      const pressed =
        extends_ && selected.ends !== null
          ? { start: selected.ends.anchor, end: selected.ends.anchor }
          : grainAt(readable, at, grain)
      let hasMoved = extends_ || grain !== 'character'
      if (hasMoved) select(pressed, at, grain)
      followPointer(
        sheets,
        held => {
          hasMoved ||= Math.hypot(held.left - left, held.top - top) > still
          const reached = hasMoved ? caretUnder(sheets, latest.current, held.left, held.top) : null
          if (reached !== null) select(pressed, reached, grain === 'character' && held.byWords ? 'word' : grain)
        },
        completed => {
          if (!hasMoved) choose(left, top)
          else if (completed) latest.current.onSelected(ends)
        },
      )
    }
    sheets.addEventListener('mousedown', begin)
    return () => sheets.removeEventListener('mousedown', begin)
  }, [frame])
}
