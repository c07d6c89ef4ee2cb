import type { Days } from '../../../shared/rules/timeline/days.ts'
import { fitted, heldNear, panned, type TimeWindow, zoomed } from '../../../shared/rules/timeline/scale.ts'
import { hold } from '../../held.ts'

// Beside the screen: who comes back from a passage finds the axis as it was left. Null shows all.
const held = hold<TimeWindow | null>(null)

export type TimePlace = {
  shown: TimeWindow
  /** Zooms about a place of the window from 0 to 1. */
  zoom(factor: number, at?: number): void
  /** Moves by a part of the window. */
  pan(part: number): void
  /** Moves just so far that these days are seen. */
  reveal(days: Days): void
  /** Shows these days and little else; null shows all. */
  show(days: Days | null): void
}

/** The part of time on the screen, of what there is. */
export const useTimePlace = (all: Days): TimePlace => {
  const place = held.use()
  const shown = place === null ? fitted(all) : heldNear(place, all)
  const set = (next: TimeWindow) => held.set(heldNear(next, all))
  const now = () => heldNear(held.read() ?? shown, all)
  return {
    shown,
    zoom: (factor, at = 0.5) => {
      const window = now()
      set(zoomed(window, factor, window.from + window.days * at))
    },
    pan: part => set(panned(now(), part)),
    reveal: ({ first, end }) => {
      const { from, days } = now()
      const margin = days * 0.06
      if (first < from + margin) set({ from: first - margin, days })
      else if (end > from + days - margin) set({ from: Math.min(first - margin, end + margin - days), days })
    },
    show: days => (days === null ? held.set(null) : set(fitted(days))),
  }
}
