import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'

/** Where the block that is carried would come to stand: before the block at `before`, counted as they stand now. */
export type Carried = { from: number; before: number }

const edge = 36
const stride = 12

/** Which of some boxes, one below the other, begins below the middle of the place pointed at: the carried one goes before it. */
const gapAt = (middles: readonly number[], y: number): number => {
  const below = middles.findIndex(middle => y < middle)
  return below === -1 ? middles.length : below
}

/**
 * Carrying the items of a list by a grip of theirs. The gap that it would go to is told while it is carried; Escape
 * leaves all as it was. Close to an edge of the pane the list moves along.
 */
export const useDrag = (
  list: RefObject<HTMLElement | null>,
  pane: RefObject<HTMLElement | null>,
  onDrop: (from: number, to: number) => void,
) => {
  const [carried, setCarried] = useState<Carried | null>(null)
  const latest = useRef<Carried | null>(null)
  const pointed = useRef(0)
  const dropped = useRef(onDrop)
  dropped.current = onDrop
  const isCarrying = carried !== null

  useEffect(() => {
    if (!isCarrying) return
    const set = (next: Carried | null) => {
      latest.current = next
      setCarried(next)
    }
    const place = () => {
      const now = latest.current
      if (now === null || list.current === null) return
      const middles = [...list.current.children].map(child => {
        const box = child.getBoundingClientRect()
        return box.top + box.height / 2
      })
      const before = gapAt(middles, pointed.current)
      if (before !== now.before) set({ ...now, before })
    }
    const move = (event: globalThis.PointerEvent) => {
      pointed.current = event.clientY
      place()
    }
    const drop = () => {
      const now = latest.current
      set(null)
      if (now === null) return
      const to = now.before > now.from ? now.before - 1 : now.before
      if (to !== now.from) dropped.current(now.from, to)
    }
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      set(null)
    }
    const leave = () => set(null)
    let frame = requestAnimationFrame(function along() {
      const box = pane.current?.getBoundingClientRect()
      if (box && pane.current) {
        const by = pointed.current < box.top + edge ? -stride : pointed.current > box.bottom - edge ? stride : 0
        if (by !== 0) {
          pane.current.scrollTop += by
          place()
        }
      }
      frame = requestAnimationFrame(along)
    })
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', drop)
    window.addEventListener('pointercancel', leave)
    window.addEventListener('keydown', press, true)
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', drop)
      window.removeEventListener('pointercancel', leave)
      window.removeEventListener('keydown', press, true)
    }
  }, [isCarrying, list, pane])

  const grip = (from: number) => ({
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return
      // The words of the rows are not to be marked on the way.
      event.preventDefault()
      pointed.current = event.clientY
      latest.current = { from, before: from }
      setCarried(latest.current)
    },
  })
  return { carried, grip }
}
