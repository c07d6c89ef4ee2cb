/** Where the pointer is in the window, and whether whole words are wished: Ctrl, or Cmd on a Mac, is held. */
export type Held = { left: number; top: number; byWords: boolean }

const edge = 24
/** Share of the way past the edge that is scrolled in each frame. */
const speed = 0.35

/**
 * Follows a pointer that was pressed until it is let go. At the upper and lower edge of `frame` the text scrolls beneath
 * it, and the move is told again. `onEnd` is called once, with false when the pointer was taken away.
 */
export const followPointer = (
  frame: HTMLElement,
  onMove: (held: Held) => void,
  onEnd: (completed: boolean) => void,
): void => {
  let held: Held | null = null
  let ticking = 0
  const tick = () => {
    ticking = requestAnimationFrame(tick)
    if (held === null) return
    const { top, bottom } = frame.getBoundingClientRect()
    const beyond = Math.min(0, held.top - top - edge) + Math.max(0, held.top - bottom + edge)
    if (beyond === 0) return
    const before = frame.scrollTop
    frame.scrollTop += beyond * speed
    if (frame.scrollTop !== before) onMove(held)
  }
  const move = (event: PointerEvent) => {
    held = { left: event.clientX, top: event.clientY, byWords: event.ctrlKey || event.metaKey }
    onMove(held)
  }
  const end = (event: PointerEvent | KeyboardEvent) => {
    if (event instanceof KeyboardEvent && event.key !== 'Escape') return
    if (event instanceof KeyboardEvent) {
      event.preventDefault()
      event.stopPropagation()
    }
    cancelAnimationFrame(ticking)
    window.removeEventListener('pointermove', move)
    window.removeEventListener('pointerup', end)
    window.removeEventListener('pointercancel', end)
    window.removeEventListener('keydown', end, true)
    onEnd(event.type === 'pointerup')
  }
  ticking = requestAnimationFrame(tick)
  window.addEventListener('pointermove', move)
  window.addEventListener('pointerup', end)
  window.addEventListener('pointercancel', end)
  window.addEventListener('keydown', end, true)
}
