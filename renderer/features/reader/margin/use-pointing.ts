import { type RefObject, useEffect, useRef } from 'react'
import type { ExcerptMark } from '../../../../shared/contract/excerpts.ts'
import { rangeOnPage } from '../offsets.ts'

const name = 'reader-pointed'

/**
 * What belongs together stands out together: the words of the card under the pointer or with the focus, and the card of
 * the words under the pointer. Nothing is drawn anew.
 */
export const usePointing = (
  host: RefObject<HTMLElement | null>,
  root: RefObject<HTMLElement | null>,
  markOf: ReadonlyMap<string, ExcerptMark>,
): void => {
  const latest = useRef(markOf)
  latest.current = markOf
  useEffect(() => {
    const [margin, text] = [host.current, root.current]
    if (margin === null || text === null) return
    const pointAtWords = ({ target }: Event) => {
      const slot = target instanceof Element ? target.closest<HTMLElement>('[data-slot]') : null
      const mark = latest.current.get(slot?.dataset.slot ?? '')
      const range = mark && rangeOnPage(text, mark)
      if (range) CSS.highlights.set(name, new Highlight(range))
      else CSS.highlights.delete(name)
    }
    const leaveWords = () => void CSS.highlights.delete(name)
    const pointAtCard = ({ target }: Event) => {
      const id = target instanceof Element ? target.closest<HTMLElement>('mark')?.dataset.excerpt : undefined
      for (const slot of margin.querySelectorAll<HTMLElement>('[data-pointed]')) delete slot.dataset.pointed
      const slot =
        id === undefined ? null : margin.querySelector<HTMLElement>(`[data-slot="${id}"], [data-dots~="${id}"]`)
      if (slot) slot.dataset.pointed = ''
    }
    const listeners: [HTMLElement, string, (event: Event) => void][] = [
      [margin, 'pointerover', pointAtWords],
      [margin, 'focusin', pointAtWords],
      [margin, 'pointerleave', leaveWords],
      [margin, 'focusout', leaveWords],
      [text, 'pointerover', pointAtCard],
      [text, 'pointerleave', pointAtCard],
    ]
    for (const [element, event, listener] of listeners) element.addEventListener(event, listener)
    return () => {
      leaveWords()
      for (const [element, event, listener] of listeners) element.removeEventListener(event, listener)
    }
  }, [host, root])
}
