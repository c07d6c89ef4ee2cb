import { type RefObject, useEffect, useRef } from 'react'
import type { TimePlace } from './place.ts'

/** A pointer that has moved no further than this has clicked, in pixels. */
const clickSlack = 4

const middle = (points: readonly number[]) => points.reduce((sum, one) => sum + one, 0) / Math.max(1, points.length)
const spread = (points: readonly number[]) => Math.max(...points) - Math.min(...points)

/**
 * Wheel, drag and pinch on the axis. The wheel zooms at the pointer; sideways, or with Shift, it moves. Where rows stand
 * above each other it scrolls them, and zooms with Ctrl, as a pinch on a touchpad does. One finger or the mouse moves,
 * two zoom.
 */
export const useGestures = (frame: RefObject<HTMLElement | null>, place: TimePlace): void => {
  const latest = useRef(place)
  latest.current = place
  useEffect(() => {
    const element = frame.current
    if (element === null) return
    const at = (x: number) => {
      const { left, width } = element.getBoundingClientRect()
      return (x - left) / Math.max(1, width)
    }
    const wheel = (event: WheelEvent) => {
      const sideways = event.shiftKey ? event.deltaX || event.deltaY : event.deltaX
      const scrolls = element.scrollHeight > element.clientHeight + 1
      if (sideways !== 0 && Math.abs(sideways) >= Math.abs(event.shiftKey ? 0 : event.deltaY))
        latest.current.pan(sideways / Math.max(1, element.clientWidth))
      else if (event.ctrlKey || event.metaKey || !scrolls) {
        const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 33 : 1
        latest.current.zoom(Math.exp(-Math.max(-200, Math.min(200, event.deltaY * lines)) / 300), at(event.clientX))
      } else return
      event.preventDefault()
    }

    const pointers = new Map<number, number>()
    let moved = 0
    const down = (event: PointerEvent) => {
      if (event.button !== 0) return
      if (pointers.size === 0) moved = 0
      pointers.set(event.pointerId, event.clientX)
    }
    const move = (event: PointerEvent) => {
      const before = pointers.get(event.pointerId)
      if (before === undefined) return
      const old = [...pointers.values()]
      pointers.set(event.pointerId, event.clientX)
      const next = [...pointers.values()]
      moved += Math.abs(event.clientX - before)
      if (moved <= clickSlack) return
      // Only now: a captured pointer takes its click from the mark under it.
      if (!element.hasPointerCapture(event.pointerId)) element.setPointerCapture(event.pointerId)
      if (next.length > 1 && spread(old) > 0 && spread(next) > 0)
        latest.current.zoom(spread(next) / spread(old), at(middle(next)))
      latest.current.pan((middle(old) - middle(next)) / Math.max(1, element.clientWidth))
    }
    const end = (event: PointerEvent) => void pointers.delete(event.pointerId)
    // What was dragged has not been clicked.
    const click = (event: MouseEvent) => {
      if (moved <= clickSlack || event.detail === 0) return
      event.preventDefault()
      event.stopPropagation()
    }
    element.addEventListener('wheel', wheel, { passive: false })
    element.addEventListener('pointerdown', down)
    element.addEventListener('pointermove', move)
    element.addEventListener('pointerup', end)
    element.addEventListener('pointercancel', end)
    element.addEventListener('pointerleave', end)
    element.addEventListener('click', click, true)
    return () => {
      element.removeEventListener('wheel', wheel)
      element.removeEventListener('pointerdown', down)
      element.removeEventListener('pointermove', move)
      element.removeEventListener('pointerup', end)
      element.removeEventListener('pointercancel', end)
      element.removeEventListener('pointerleave', end)
      element.removeEventListener('click', click, true)
    }
  }, [frame])
}
