import { type ReactNode, type RefObject, useEffect, useMemo, useState } from 'react'
import type { ExcerptMark } from '../../../../shared/contract/excerpts.ts'
import type { TextRange, TextVersion } from '../../../../shared/model/text-version.ts'
import { announce } from '../../../announcements.ts'
import { useWhyFixed } from '../../../ui/fixed.ts'
import { usePaint } from '../page-hooks.ts'
import type { Readable } from '../stretches.ts'
import { AdjustBar } from './AdjustBar.tsx'
import { HandsLayer } from './HandsLayer.tsx'
import { spokenSelection } from './spoken.ts'
import { useAdjusting } from './use-adjusting.ts'
import { useCaret } from './use-caret.ts'
import { usePress } from './use-press.ts'
import type { Selected } from './use-selected-stretch.ts'

type HandsProps = {
  root: RefObject<HTMLElement | null>
  version: TextVersion
  readable: Readable
  selected: Selected
  /** The chosen excerpt. */
  mark: ExcerptMark | null
  /** True while a draft stands open: then the selection is held. */
  isHeld: boolean
  /** Changes when the runs on the page do. */
  redraw: unknown
}

export type Hands = {
  /** True while keys and handles move the ends of the chosen excerpt: what is selected is no passage of its own then. */
  isAdjusting: boolean
  /** True while they are seen on their way to other places. */
  isMoving: boolean
  /** What is drawn over the text; it belongs into a box of its own right behind it. */
  layer: ReactNode
  /** Stands in place of the bar of the selection. */
  bar: ReactNode
}

const none: readonly TextRange[] = []
/** A selection that grows is said once it rests, in milliseconds. */
const rest = 250

/** The analyst's hands in the text: mouse, touchpad, caret, the keys that select, and the ends of the chosen excerpt. */
export const useHands = ({ root, version, readable, selected, mark, isHeld, redraw }: HandsProps): Hands => {
  const isFixed = useWhyFixed() !== null
  const [preview, setPreview] = useState<TextRange | null>(null)
  usePress({ root, readable, selected })
  useCaret({ root, readable, pages: version.pages, selected })
  const adjusting = useAdjusting({ version, selected, mark, isHeld })
  usePaint(
    root,
    'reader-adjust',
    useMemo(() => (preview === null ? none : [preview]), [preview]),
    redraw,
  )

  const { stretch } = selected
  const [start, end] = [stretch?.start, stretch?.end]
  useEffect(() => {
    if (start === undefined || end === undefined || isHeld) return
    const timer = setTimeout(() => announce(spokenSelection(readable, { start, end })), rest)
    return () => clearTimeout(timer)
  }, [start, end, readable, isHeld])

  const isMoving = adjusting.isOn || preview !== null
  useEffect(() => {
    root.current?.closest('.reader')?.toggleAttribute('data-moving', isMoving)
  }, [root, isMoving])

  const handled = adjusting.isOn ? stretch : stretch === null && !isHeld && !isFixed ? mark : null
  const caret = selected.hasCaret && !isHeld ? (selected.ends?.focus ?? null) : null
  return {
    isAdjusting: adjusting.isOn,
    isMoving,
    layer: (
      <HandsLayer
        root={root}
        readable={readable}
        caret={caret}
        handled={handled}
        redraw={redraw}
        onPreview={setPreview}
        onMove={adjusting.isOn ? selected.select : adjusting.moveTo}
      />
    ),
    bar: adjusting.isOn && stretch !== null ? <AdjustBar root={root} stretch={stretch} adjusting={adjusting} /> : null,
  }
}
