import { type PointerEvent, type RefObject, useRef } from 'react'
import type { TextRange } from '../../../../shared/model/text-version.ts'
import { type Direction, extended, type Readable, snapped } from '../stretches.ts'
import { followPointer } from './follow-pointer.ts'
import { placeUnder, type Spot } from './lines.ts'
import { spokenWords } from './spoken.ts'
import { toWords } from './steps.ts'

type EndHandleProps = {
  edge: 'start' | 'end'
  label: string
  spot: Spot | null
  root: RefObject<HTMLElement | null>
  readable: Readable
  stretch: TextRange
  onDrag: (next: TextRange) => void
  /** The stretch to keep, or null when the drag was given up. */
  onDrop: (next: TextRange | null) => void
}

const directionOf: Readonly<Record<string, Direction>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** Words around an end, by which it is known without seeing it. */
const around = 60

/** One end of the chosen excerpt, to be dragged with mouse, finger or pen; with the focus on it, arrows move it by word, with Shift by character, and Enter keeps it. */
export const EndHandle = ({ edge, label, spot, root, readable, stretch, onDrag, onDrop }: EndHandleProps) => {
  const latest = useRef({ readable, stretch })
  latest.current = { readable, stretch }
  /** What arrows have moved it to and Enter, or leaving it, will keep. */
  const wished = useRef<TextRange | null>(null)
  const letGo = (next: TextRange | null) => {
    if (wished.current === null) return
    wished.current = null
    onDrop(next)
  }
  if (spot === null) return null

  const press = (event: PointerEvent<HTMLDivElement>) => {
    const [page, frame] = [root.current, root.current?.closest<HTMLElement>('.reader-scroller')]
    if (event.button !== 0 || !page || !frame) return
    event.preventDefault()
    const before = stretch
    let next: TextRange = before
    // The pointer holds the handle somewhere: what counts is the end of the words, in the middle of its line.
    const box = event.currentTarget.getBoundingClientRect()
    const grip = { left: event.clientX - box.left, top: event.clientY - (box.top + box.bottom) / 2 }
    followPointer(
      frame,
      ({ left, top, byWords }) => {
        const at = placeUnder(page, latest.current.readable, left - grip.left, top - grip.top)
        if (at === null) return
        const raw = edge === 'start' ? { start: at, end: before.end } : { start: before.start, end: at }
        const wish = raw.start < raw.end ? snapped(readable, raw) : null
        if (wish === null) return
        next = byWords ? toWords(readable, wish) : wish
        onDrag(next)
      },
      completed => onDrop(completed ? next : null),
    )
  }
  const end = edge === 'start' ? stretch.start : stretch.end
  const near =
    edge === 'start'
      ? { start: end, end: Math.min(stretch.end, end + around) }
      : { start: Math.max(stretch.start, end - around), end }
  return (
    <div
      className={`reader-handle ${edge}`}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={readable.text.length}
      aria-valuenow={end}
      aria-valuetext={spokenWords(readable.text, near)}
      style={{ left: spot.left, top: spot.top, height: spot.bottom - spot.top }}
      onPointerDown={press}
      onBlur={() => letGo(wished.current)}
      onKeyDown={event => {
        const direction = directionOf[event.key]
        const isWay = direction !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey
        if (!isWay && !(wished.current !== null && (event.key === 'Enter' || event.key === 'Escape'))) return
        event.preventDefault()
        event.stopPropagation()
        if (!isWay) return letGo(event.key === 'Enter' ? wished.current : null)
        wished.current = extended(readable, stretch, edge, event.shiftKey ? 'character' : 'word', direction)
        onDrag(wished.current)
      }}
    />
  )
}
