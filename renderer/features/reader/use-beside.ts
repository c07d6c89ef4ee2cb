import { flip, inline, offset, shift, useFloating } from '@floating-ui/react'
import { type CSSProperties, type RefObject, useLayoutEffect } from 'react'
import type { TextRange } from '../../../shared/model/text-version.ts'
import { rangeOnPage } from './offsets.ts'

/** Where a small bar stands beside words of the text: above them where there is room, else below, else at their side; never over them. */
export const useBeside = (
  root: RefObject<HTMLElement | null>,
  stretch: TextRange,
): { floating: (element: HTMLElement | null) => void; style: CSSProperties } => {
  const { refs, floatingStyles, update } = useFloating({
    placement: 'top',
    strategy: 'fixed',
    middleware: [
      inline(),
      offset(8),
      flip({ fallbackPlacements: ['bottom', 'right', 'left'], padding: 8 }),
      shift({ padding: 8 }),
    ],
  })
  useLayoutEffect(() => {
    const range = root.current && rangeOnPage(root.current, stretch)
    if (range) {
      refs.setPositionReference({
        getBoundingClientRect: () => range.getBoundingClientRect(),
        getClientRects: () => range.getClientRects(),
      })
    }
    const scroller = root.current?.closest('.reader-scroller')
    scroller?.addEventListener('scroll', update, { passive: true })
    window.addEventListener('resize', update)
    return () => {
      scroller?.removeEventListener('scroll', update)
      window.removeEventListener('resize', update)
    }
  }, [root, stretch, refs, update])
  return { floating: refs.setFloating, style: floatingStyles }
}
