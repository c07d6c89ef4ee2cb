import { flip, inline, offset, shift, useFloating } from '@floating-ui/react'
import { type RefObject, useLayoutEffect } from 'react'
import type { HighlightColour } from '../../../../shared/model/excerpt.ts'
import type { TextRange } from '../../../../shared/model/text-version.ts'
import type { Act } from '../acts.ts'
import { SelectionTools } from '../SelectionBar.tsx'

type PagesToolsProps = {
  frame: RefObject<HTMLElement | null>
  stretch: TextRange
  onHighlight: (colour?: HighlightColour) => void
  onAct: (act: Act) => void
}

/** The bar of the selection, beside the words as they stand on the page. */
export const PagesTools = ({ frame, stretch, onHighlight, onAct }: PagesToolsProps) => {
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
  // biome-ignore lint/correctness/useExhaustiveDependencies: another stretch stands in other boxes.
  useLayoutEffect(() => {
    const sheets = frame.current
    if (!sheets) return
    const boxes = () => [...sheets.querySelectorAll('.pages-selected')].map(box => box.getBoundingClientRect())
    refs.setPositionReference({
      getBoundingClientRect: () => around(boxes()) ?? sheets.getBoundingClientRect(),
      getClientRects: boxes,
    })
    sheets.addEventListener('scroll', update, { passive: true })
    window.addEventListener('resize', update)
    return () => {
      sheets.removeEventListener('scroll', update)
      window.removeEventListener('resize', update)
    }
  }, [frame, stretch, refs, update])
  return <SelectionTools floating={refs.setFloating} style={floatingStyles} onHighlight={onHighlight} onAct={onAct} />
}

const around = (boxes: readonly DOMRect[]): DOMRect | null => {
  if (boxes.length === 0) return null
  const [left, top] = [Math.min(...boxes.map(box => box.left)), Math.min(...boxes.map(box => box.top))]
  const [right, bottom] = [Math.max(...boxes.map(box => box.right)), Math.max(...boxes.map(box => box.bottom))]
  return new DOMRect(left, top, right - left, bottom - top)
}
