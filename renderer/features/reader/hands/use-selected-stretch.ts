import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { TextRange } from '../../../../shared/model/text-version.ts'
import { selectedStretch, selectStretch } from '../offsets.ts'
import { reveal } from '../page-hooks.ts'
import { type Readable, snapped } from '../stretches.ts'
import { isInView, placeBeforeView } from './lines.ts'
import { leavesOf } from './readable.ts'

/** The two ends of a selection: `focus` is the one that moves, `anchor` the one that stays. Where they meet they are a caret. */
export type Ends = { anchor: number; focus: number }

export type Selected = {
  /** The words selected, without white space at their ends and without half characters; null when there are none. */
  stretch: TextRange | null
  /** The ends as the analyst set them; null when there are none. */
  ends: Ends | null
  /** True while a caret is in the text. */
  hasCaret: boolean
  /** Puts a caret in the text, at the selection or what is in view, or takes it away. */
  setCaret: (wish: boolean) => void
  /** Selects on the page too, and brings the place into view. A caret stays where the selection ended. */
  select: (stretch: TextRange | null) => void
  /** The same with a side that moves; what is in view stays in view where `quiet`. */
  place: (ends: Ends, quiet?: boolean) => void
  /** Where a move begins: at the selection, where the last one was while that is in view, else with what is in view. Null at the beginning. */
  from: () => TextRange | null
}

const rangeOf = ({ anchor, focus }: Ends): TextRange => ({
  start: Math.min(anchor, focus),
  end: Math.max(anchor, focus),
})

const isSame = (left: TextRange | null, right: TextRange | null) =>
  left?.start === right?.start && left?.end === right?.end

/** Whether the page's own selection was made backwards. */
const isBackward = (selection: Selection | null) => {
  if (!selection?.anchorNode || !selection.focusNode) return false
  const range = document.createRange()
  range.setStart(selection.anchorNode, selection.anchorOffset)
  return range.comparePoint(selection.focusNode, selection.focusOffset) < 0
}

/** Lays the page's own selection over the ends; gives back what the page says is selected then. */
const writeOnPage = (root: HTMLElement, ends: Ends): TextRange | null => {
  selectStretch(root, rangeOf(ends), ends.focus < ends.anchor)
  return selectedStretch(root)
}

/** The keyboard belongs to the text, unless it is at work on a handle of it. */
const takeKeyboard = (root: HTMLElement) => {
  const held = document.activeElement
  if (!(held instanceof HTMLElement) || root.contains(held) || held.closest('.reader-hands') !== null) return
  const scroller = root.closest<HTMLElement>('.reader-scroller')
  if (scroller === null) held.blur()
  else scroller.focus({ preventScroll: true })
}

/**
 * What the analyst has selected of the text, and the caret. While `held` it stays as it is, whatever becomes of the
 * page's own selection; it is put back on the page when the runs beneath it were drawn anew (`redraw`).
 */
export const useSelectedStretch = (
  root: RefObject<HTMLElement | null>,
  readable: Readable,
  held: boolean,
  redraw: unknown,
): Selected => {
  const [ends, setEnds] = useState<Ends | null>(null)
  const [hasCaret, setHasCaret] = useState(false)
  const latest = useRef({ readable, held, hasCaret })
  latest.current = { readable, held, hasCaret }
  /** What the page says of the selection that was put there: a change to just that is no change by the analyst. */
  const written = useRef<TextRange | null>(null)
  const last = useRef<number | null>(null)

  useEffect(() => {
    const follow = () => {
      if (root.current === null || latest.current.held) return
      const raw = selectedStretch(root.current)
      if (isSame(raw, written.current)) return
      written.current = raw
      const next = raw && snapped(latest.current.readable, raw)
      if (next) {
        const backward = isBackward(document.getSelection())
        last.current = next.start
        setEnds(backward ? { anchor: next.end, focus: next.start } : { anchor: next.start, focus: next.end })
      } else {
        setEnds(before =>
          before !== null && latest.current.hasCaret ? { anchor: before.focus, focus: before.focus } : null,
        )
      }
    }
    document.addEventListener('selectionchange', follow)
    return () => document.removeEventListener('selectionchange', follow)
  }, [root])

  // biome-ignore lint/correctness/useExhaustiveDependencies: put back after a redraw or the end of a hold, not on every change of the selection.
  useLayoutEffect(() => {
    if (root.current === null || ends === null || held) return
    written.current = writeOnPage(root.current, ends)
  }, [root, held, redraw])

  const place = (next: Ends, quiet = false) => {
    setEnds(next)
    last.current = rangeOf(next).start
    if (root.current === null) return
    takeKeyboard(root.current)
    written.current = writeOnPage(root.current, next)
    if (!quiet) reveal(root.current, edgeOf(next))
  }
  const select = (next: TextRange | null) => {
    if (next !== null) {
      place({ anchor: next.start, focus: next.end }, true)
      if (root.current !== null) reveal(root.current, next)
      return
    }
    if (ends !== null && hasCaret) return place({ anchor: ends.focus, focus: ends.focus }, true)
    setEnds(null)
    written.current = null
    if (root.current !== null) document.getSelection()?.removeAllRanges()
  }
  const stretch = useMemo(() => {
    if (ends === null || ends.anchor === ends.focus) return null
    return snapped(readable, rangeOf(ends))
  }, [ends, readable])
  const from = (): TextRange | null => {
    if (stretch !== null || root.current === null) return stretch
    if (ends !== null) return rangeOf(ends)
    if (last.current !== null && isInView(root.current, last.current)) return { start: last.current, end: last.current }
    const first = placeBeforeView(root.current, readable)
    return first === null ? null : { start: first, end: first }
  }
  const setCaret = (wish: boolean) => {
    setHasCaret(wish)
    if (!wish) {
      if (stretch === null) setEnds(null)
      return
    }
    const start = from()?.end ?? leavesOf(readable)[0]?.start
    if (ends === null && start !== undefined) place({ anchor: start, focus: start })
  }
  return { stretch, ends, hasCaret, setCaret, select, place, from }
}

/** The character beside the end that moves: what has to be seen of a selection while it grows. */
const edgeOf = ({ anchor, focus }: Ends): TextRange =>
  focus > anchor ? { start: focus - 1, end: focus } : { start: focus, end: focus + 1 }
