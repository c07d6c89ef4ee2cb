import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { presentDay } from '../../../shared/rules/local-day.ts'
import { daysOf } from '../../../shared/rules/timeline/days.ts'
import { say } from '../../say.ts'
import { Axis, stepLines } from './Axis.tsx'
import type { Row } from './entries.ts'
import {
  type Layout,
  laneHeight,
  lanesFor,
  layoutOf,
  layoutZoom,
  markBeside,
  rowHead,
  type ShownMark,
  seenMarks,
} from './marks.ts'
import { PlotMark } from './PlotMark.tsx'
import type { TimePlace } from './place.ts'
import { useGestures } from './use-gestures.ts'

type PlotProps = {
  rows: readonly Row[]
  place: TimePlace
  onPoint: (mark: ShownMark) => void
  /** A mark of several that zooming cannot take apart was chosen. */
  onList: (mark: ShownMark) => void
}

/** Rows in sight beyond the edges, in pixels, so that scrolling shows no holes. */
const beyond = 200

/** The room that the word at today's line takes, in pixels: near the right edge it stands before the line. */
const todayWidth = 48

/** Layouts that are kept, so that zooming back costs nothing. */
const mostLayouts = 8

/** The rows as they are laid out at a zoom. */
const useLayout = (rows: readonly Row[], zoom: number, lanes: number): Layout => {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is kept is of these rows and no others.
  const kept = useMemo(() => new Map<string, Layout>(), [rows])
  const key = `${zoom} ${lanes}`
  const layout = kept.get(key) ?? layoutOf(rows, zoom, lanes)
  kept.delete(key)
  kept.set(key, layout)
  for (const old of kept.keys()) if (kept.size > mostLayouts) kept.delete(old)
  return layout
}

/** The dates on one axis: only marks in sight are in the page. The arrows go from mark to mark, plus and minus zoom. */
export const Plot = ({ rows, place, onPoint, onList }: PlotProps) => {
  const frame = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ width: 0, height: 0 })
  const [scroll, setScroll] = useState(0)
  // The mark that has the keyboard, or had it last: found again by its id in its row.
  const [held, setHeld] = useState<Pick<ShownMark, 'id' | 'row'> | null>(null)
  const wantsFocus = useRef(false)
  useGestures(frame, place)
  useLayoutEffect(() => {
    const element = frame.current
    if (element === null) return
    const observer = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  const { from, days } = place.shown
  const width = Math.max(1, size.width)
  const pixelsPerDay = width / days
  const lanes = lanesFor(size.height, rows.length)
  const zoom = layoutZoom(pixelsPerDay)
  const layout = useLayout(rows, zoom, lanes)
  const origin = from * pixelsPerDay
  const drawn = layout
    .seen(scroll - beyond, scroll + size.height + beyond)
    .map(laid => ({ laid, marks: seenMarks(laid.marks, pixelsPerDay, origin, origin + width) }))
  const height = layout.height()
  const seen = drawn.flatMap(({ marks }) => marks)
  const isChosen = ({ id }: ShownMark) => id === held?.id
  const chosen = held && (layout.rowAt(held.row)?.marks.find(isChosen) ?? seen.find(isChosen))
  const current = chosen ?? seen[0] ?? layout.rowAt(0)?.marks[0]
  const most = Math.max(2, ...seen.map(({ entries }) => entries.length))

  useEffect(() => {
    if (!wantsFocus.current || held === null) return
    const element = frame.current?.querySelector<HTMLElement>(`[data-mark="${CSS.escape(held.id)}"]`)
    if (element === null || element === undefined) return
    wantsFocus.current = false
    element.focus({ preventScroll: true })
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })

  const goTo = (mark: ShownMark) => {
    setHeld(mark)
    wantsFocus.current = true
    place.reveal(mark)
    const row = layout.rowAt(mark.row)
    const element = frame.current
    if (row === undefined || element === null) return
    if (row.top < element.scrollTop) element.scrollTop = row.top
    else if (row.top + row.height > element.scrollTop + element.clientHeight)
      element.scrollTop = Math.min(row.top, row.top + row.height - element.clientHeight)
  }
  const openMany = (mark: ShownMark) => {
    const dates = new Set(mark.entries.map(({ date }) => date))
    // Of one date, or of one day: however near, they stay together, and what is left is to list them.
    if (dates.size === 1 || mark.end - mark.first <= 1) onList(mark)
    else place.show(mark)
  }
  const press = (event: KeyboardEvent) => {
    const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
    if (!isPlain && event.key !== '+') return
    const at = current === undefined ? 0.5 : ((current.first + current.end) / 2 - from) / days
    const about = at >= 0 && at <= 1 ? at : 0.5
    const next = current && markBeside(layout, current, event.key)
    if (event.key === '+' || event.key === '=') place.zoom(1.5, about)
    else if (event.key === '-') place.zoom(1 / 1.5, about)
    else if (event.key === '0') place.show(null)
    else if (next) goTo(next)
    else if (!event.key.startsWith('Arrow')) return
    event.preventDefault()
  }
  const { steps } = stepLines({ from, days }, width)
  const now = (daysOf(presentDay()).first + 0.5 - from) * pixelsPerDay
  return (
    <section className="timeline-plot" aria-label={say('timeline.plot')} aria-describedby="timeline-how">
      <p id="timeline-how" className="unseen">
        {say('timeline.plotHow')}
      </p>
      <Axis window={{ from, days }} width={width} />
      <div
        ref={frame}
        className="timeline-rows"
        role="group"
        aria-label={say('timeline.plot')}
        onKeyDown={press}
        onScroll={event => setScroll(event.currentTarget.scrollTop)}
      >
        <div className="timeline-all" style={{ height: Math.max(height, size.height) }}>
          {steps.map(({ start, left }) => (
            <span key={start} className="timeline-line" style={{ left }} />
          ))}
          {now >= 0 && now <= width ? (
            <span
              className={now > width - todayWidth ? 'timeline-today before' : 'timeline-today'}
              style={{ left: now }}
            >
              {say('timeline.today')}
            </span>
          ) : null}
          {drawn.map(({ laid: { row, top, height: tall, lanes: own }, marks }) => (
            <section key={row.id} className="timeline-row" aria-label={row.title} style={{ top, height: tall }}>
              <h2>
                <bdi>{row.title}</bdi> <span className="muted">{row.entries.length}</span>
              </h2>
              <div className="timeline-lanes" style={{ top: rowHead, height: Math.max(1, own) * laneHeight }}>
                {marks.map(mark => (
                  <PlotMark
                    key={mark.id}
                    mark={mark}
                    origin={origin}
                    most={most}
                    isCurrent={mark.id === current?.id}
                    onPoint={one => {
                      onPoint(one)
                      if (document.activeElement?.getAttribute('data-mark') === one.id) setHeld(one)
                    }}
                    onOpenMany={openMany}
                  />
                ))}
              </div>
            </section>
          ))}
        </div>
      </div>
    </section>
  )
}
