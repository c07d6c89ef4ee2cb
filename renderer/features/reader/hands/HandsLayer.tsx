import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { TextRange } from '../../../../shared/model/text-version.ts'
import { say } from '../../../say.ts'
import { EndHandle } from './EndHandle.tsx'
import './hands.css'
import { endSpotAt, type Spot, spotAt } from './lines.ts'
import type { Readable } from './readable.ts'

type HandsLayerProps = {
  root: RefObject<HTMLElement | null>
  readable: Readable
  /** Where the caret stands; null where there is none. */
  caret: number | null
  /** The stretch whose ends have handles; null where none has. */
  handled: TextRange | null
  /** Changes when the runs on the page do. */
  redraw: unknown
  onPreview: (stretch: TextRange | null) => void
  onMove: (stretch: TextRange) => void
}

type Spots = { caret: Spot | null; start: Spot | null; end: Spot | null }

const nowhere: Spots = { caret: null, start: null, end: null }

const within = (layer: DOMRect, spot: Spot | null): Spot | null =>
  spot && { left: spot.left - layer.left, top: spot.top - layer.top, bottom: spot.bottom - layer.top }

/** What is drawn over the text for the hands: the caret, and a handle at either end of the chosen excerpt. It moves with the text. */
export const HandsLayer = ({ root, readable, caret, handled, redraw, onPreview, onMove }: HandsLayerProps) => {
  const layer = useRef<HTMLDivElement>(null)
  const [spots, setSpots] = useState<Spots>(nowhere)
  const [dragged, setDragged] = useState<TextRange | null>(null)
  const shown = dragged ?? handled
  const look = () => {
    const [text, own] = [root.current, layer.current?.getBoundingClientRect()]
    if (text === null || own === undefined) return
    setSpots({
      caret: caret === null ? null : within(own, spotAt(text, caret)),
      start: shown && within(own, spotAt(text, shown.start)),
      end: shown && within(own, endSpotAt(text, shown.end)),
    })
  }
  const lookNow = useRef(look)
  lookNow.current = look
  // biome-ignore lint/correctness/useExhaustiveDependencies: where they stand depends on what the text looks like now.
  useLayoutEffect(() => lookNow.current(), [caret, shown?.start, shown?.end, redraw, readable])
  const isEmpty = caret === null && handled === null
  useEffect(() => {
    const text = root.current
    if (isEmpty || text === null) return
    const again = () => lookNow.current()
    const observer = new ResizeObserver(again)
    observer.observe(text)
    // A wide table scrolls by itself.
    text.addEventListener('scroll', again, { capture: true, passive: true })
    return () => {
      observer.disconnect()
      text.removeEventListener('scroll', again, { capture: true })
    }
  }, [root, isEmpty])

  const handle = (edge: 'start' | 'end') =>
    shown === null ? null : (
      <EndHandle
        key={edge}
        edge={edge}
        label={say(edge === 'start' ? 'hands.startHandle' : 'hands.endHandle')}
        spot={spots[edge]}
        root={root}
        readable={readable}
        stretch={shown}
        onDrag={next => {
          setDragged(next)
          onPreview(next)
        }}
        onDrop={next => {
          setDragged(null)
          onPreview(null)
          if (next !== null) onMove(next)
        }}
      />
    )
  return (
    <div ref={layer} className={dragged === null ? 'reader-hands' : 'reader-hands dragging'}>
      {spots.caret === null || caret === null ? null : (
        <div
          // Made anew at each place, so that it does not blink away while it moves.
          key={caret}
          className="reader-caret"
          style={{ left: spots.caret.left, top: spots.caret.top, height: spots.caret.bottom - spots.caret.top }}
        />
      )}
      {handle('start')}
      {handle('end')}
    </div>
  )
}
