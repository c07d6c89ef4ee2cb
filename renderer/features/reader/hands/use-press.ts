import { type RefObject, useEffect, useRef } from 'react'
import type { TextRange } from '../../../../shared/model/text-version.ts'
import { followPointer } from './follow-pointer.ts'
import { placeUnder } from './lines.ts'
import type { Readable } from './readable.ts'
import { type Grain, grainAt, toWords } from './steps.ts'
import type { Selected } from './use-selected-stretch.ts'

type PressProps = {
  root: RefObject<HTMLElement | null>
  readable: Readable
  selected: Selected
}

const grains: readonly Grain[] = ['character', 'word', 'sentence', 'paragraph']

/** Presses at one place, one soon after the other. The engine tells a second one by the system's own pace, but counts to three only. */
const counted = () => {
  let [count, left, top] = [0, 0, 0]
  return (event: MouseEvent): number => {
    const again = event.detail > 1 && Math.abs(event.clientX - left) < 6 && Math.abs(event.clientY - top) < 6
    count = again ? Math.min(count + 1, grains.length) : 1
    ;[left, top] = [event.clientX, event.clientY]
    return count
  }
}

const isControl = (target: EventTarget | null) =>
  target instanceof Element && target.closest('button, a, input, textarea, select, summary') !== null

/**
 * Selecting by mouse and touchpad: twice a word, three times a sentence, four times a paragraph, dragging on by the same;
 * Shift extends what is selected; Ctrl, or Cmd on a Mac, takes whole words. A plain drag and a finger's long press are
 * the engine's own, which knows the manners of the system.
 */
export const usePress = ({ root, readable, selected }: PressProps): void => {
  const latest = useRef({ readable, selected })
  latest.current = { readable, selected }
  useEffect(() => {
    const page = root.current
    const frame = page?.closest<HTMLElement>('.reader-scroller')
    if (!page || !frame) return
    const count = counted()

    const drag = (pressed: TextRange, grain: Grain) => {
      followPointer(
        frame,
        ({ left, top, byWords }) => {
          const at = placeUnder(page, latest.current.readable, left, top)
          if (at !== null) extendTo(pressed, at, grain === 'character' && byWords ? 'word' : grain)
        },
        () => undefined,
      )
    }
    const extendTo = (pressed: TextRange, at: number, grain: Grain) => {
      const reached = grainAt(latest.current.readable, at, grain)
      const backward = reached.start < pressed.start
      const start = Math.min(pressed.start, reached.start)
      const end = Math.max(pressed.end, reached.end)
      latest.current.selected.place(
        backward ? { anchor: pressed.end, focus: start } : { anchor: pressed.start, focus: end },
        true,
      )
    }
    // The bar of the selection waits until the pointer is let go: it would stand in the way of it.
    const pane = page.closest<HTMLElement>('.reader')
    const hold = () => {
      pane?.toggleAttribute('data-pressed', true)
      const letGo = () => pane?.toggleAttribute('data-pressed', false)
      window.addEventListener('pointerup', letGo, { once: true })
      window.addEventListener('pointercancel', letGo, { once: true })
    }
    const press = (event: MouseEvent) => {
      if (event.button !== 0 || isControl(event.target)) return
      hold()
      const times = count(event)
      const byWords = event.ctrlKey || event.metaKey
      const { ends } = latest.current.selected
      const extends_ = event.shiftKey && ends !== null
      if (times === 1 && !byWords && !extends_) {
        // The engine's own drag; let go with the key held, it takes whole words. Words that are selected already would be
        // carried off instead.
        document.getSelection()?.removeAllRanges()
        window.addEventListener('pointerup', release, { once: true })
        return
      }
      const at = placeUnder(page, latest.current.readable, event.clientX, event.clientY)
      if (at === null) return
      event.preventDefault()
      // The engine would clear a selection when the button is let go where it was pressed.
      window.addEventListener('mouseup', up => up.preventDefault(), { once: true, capture: true })
      const grain = grains[(byWords ? Math.max(times, 2) : times) - 1] ?? 'paragraph'
      const pressed = extends_ ? { start: ends.anchor, end: ends.anchor } : grainAt(latest.current.readable, at, grain)
      extendTo(pressed, at, grain)
      drag(pressed, grain)
    }
    const release = (event: PointerEvent) => {
      const { stretch, place } = latest.current.selected
      if (!(event.ctrlKey || event.metaKey) || stretch === null) return
      const { start, end } = toWords(latest.current.readable, stretch)
      place({ anchor: start, focus: end }, true)
    }
    const putCaret = (event: MouseEvent) => {
      const { hasCaret, place } = latest.current.selected
      if (!hasCaret || isControl(event.target) || document.getSelection()?.isCollapsed === false) return
      const at = placeUnder(page, latest.current.readable, event.clientX, event.clientY)
      if (at !== null) place({ anchor: at, focus: at }, true)
    }
    page.addEventListener('mousedown', press)
    page.addEventListener('click', putCaret)
    return () => {
      page.removeEventListener('mousedown', press)
      page.removeEventListener('click', putCaret)
    }
  }, [root])
}
