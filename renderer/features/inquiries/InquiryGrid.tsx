import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { type GridPlace, placeAfter } from '../../parts/grid-keys.ts'
import { say } from '../../say.ts'
import { useMedia } from '../../ui/media.ts'
import { ClaimRow, cellId } from './ClaimRow.tsx'
import { HypothesisHead } from './HypothesisHead.tsx'
import './inquiry-grid.css'
import { factColumns, type InquiryTable } from './use-inquiry-table.ts'

/** Heights and widths in pixels. */
const sizes = { head: 128, lowHead: 112, row: 50, leastHypothesis: 88, mostHypothesis: 170 }
const narrowBelow = 620

/** The columns before those of the hypotheses give way where there is little room. */
const factWidths = (width: number) =>
  width < narrowBelow
    ? { claim: 180, weight: 52, tells: 62 }
    : { claim: Math.max(260, Math.min(460, width * 0.42)), weight: 62, tells: 76 }

/** The one table on the screen: other parts of the screen give the focus back to it. */
export const focusTable = (): void => document.getElementById('inquiry-grid')?.focus()

type InquiryGridProps = {
  table: InquiryTable
  /** Enter, Space or F2, or a double click: what is here is looked at or written. */
  onOpen: () => void
  onRemove: () => void
  /** Something typed; false where it means nothing here. */
  onType: (key: string) => boolean
}

const placeOf = (target: EventTarget): GridPlace | null => {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null
  const row = cell?.closest<HTMLElement>('[data-line]')
  return cell && row ? { line: Number(row.dataset.line), column: Number(cell.dataset.column) } : null
}

/** Claims by hypotheses, by the ARIA grid pattern: one tab stop, arrows move, letters rate. Rows are virtual. */
export const InquiryGrid = ({ table, onOpen, onRemove, onType }: InquiryGridProps) => {
  const { view, lines, place, lastColumn } = table
  const scroller = useRef<HTMLDivElement>(null)
  const [{ width, height }, setRoom] = useState({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    const observer = new ResizeObserver(() => setRoom({ width: element.clientWidth, height: element.clientHeight }))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const count = Math.max(1, view.hypotheses.length)
  const { claim: first, weight, tells } = factWidths(width)
  const spare = (width - first - weight - tells) / count
  const each = Math.floor(Math.max(sizes.leastHypothesis, Math.min(sizes.mostHypothesis, spare)))
  const columns = `minmax(${first}px, 1fr) ${weight}px ${tells}px repeat(${view.hypotheses.length}, ${each}px)`
  const total = Math.max(width, first + weight + tells + each * view.hypotheses.length)

  const head = useMedia('(max-height: 480px)') ? sizes.lowHead : sizes.head

  const down = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => sizes.row,
    paddingStart: head,
    scrollPaddingStart: head,
    overscan: 8,
  })
  const activeId = cellId(place.line, place.column)
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the analyst is must be in sight after every step and every change of the order.
  useEffect(() => {
    const cell = document.getElementById(activeId)
    // A line that is far off is not drawn yet; one that is drawn may stand below the window, which the grid does not scroll.
    if (cell !== null) cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    else if (place.line > 0) down.scrollToIndex(place.line - 1)
  }, [place.line, place.column, width, height])

  const press = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - head) / sizes.row) - 1)
    const next = placeAfter(event, place, { lines: lines.length + 1, lastColumn, page })
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
    if (next) table.move(next)
    else if (!isPlain) return
    else if (['Enter', ' ', 'F2'].includes(event.key)) onOpen()
    else if (event.key === 'Delete' || event.key === 'Backspace') onRemove()
    else if (event.shiftKey || !onType(event.key)) return
    event.preventDefault()
  }
  const click = (event: MouseEvent) => {
    const at = placeOf(event.target)
    if (at !== null) table.move(at)
  }
  const scores = useMemo(
    () => new Map(view.weighing.scores.map(score => [score.hypothesis, score])),
    [view.weighing.scores],
  )
  const most = Math.max(...view.weighing.scores.map(({ against, support }) => Math.max(against, support)), 0)
  const headHere = (column: number) => (place.line === 0 && place.column === column ? '' : undefined)
  return (
    <div
      ref={scroller}
      id="inquiry-grid"
      className="inquiry-grid"
      style={{ scrollPaddingTop: head, scrollPaddingLeft: first }}
      role="grid"
      tabIndex={0}
      aria-label={say('inquiries.grid')}
      aria-rowcount={lines.length + 1}
      aria-colcount={lastColumn + 1}
      aria-activedescendant={activeId}
      onKeyDown={press}
      onClick={click}
      onDoubleClick={event => placeOf(event.target) !== null && onOpen()}
    >
      <div className="inquiry-canvas" role="presentation" style={{ height: down.getTotalSize(), width: total }}>
        <div
          className="inquiry-line inquiry-head"
          role="row"
          aria-rowindex={1}
          data-line={0}
          style={{ height: head, gridTemplateColumns: columns }}
        >
          {(['claim', 'weight', 'tells'] as const).map((name, column) => (
            <div
              key={name}
              id={cellId(0, column)}
              className={column === 0 ? 'inquiry-claim' : 'numeric'}
              role="columnheader"
              tabIndex={-1}
              aria-colindex={column + 1}
              data-column={column}
              data-active={headHere(column)}
              title={
                name === 'weight'
                  ? say('inquiries.weightWhy')
                  : name === 'tells'
                    ? say('inquiries.tellsWhy')
                    : undefined
              }
            >
              {say(`inquiries.${name}`)}
            </div>
          ))}
          {view.hypotheses.map((hypothesis, at) => {
            const score = scores.get(hypothesis.id)
            return score === undefined ? null : (
              <HypothesisHead
                key={hypothesis.id}
                id={cellId(0, at + factColumns)}
                column={at + factColumns}
                hypothesis={hypothesis}
                score={score}
                most={most}
                isAhead={score.place === 1 && view.weighing.scores.some(other => other.place > 1)}
                isActive={place.line === 0 && place.column === at + factColumns}
              />
            )
          })}
        </div>
        {down.getVirtualItems().map(item => {
          const line = lines[item.index]
          return line === undefined ? null : (
            <ClaimRow
              key={line.claim.id}
              line={line}
              at={item.index + 1}
              top={item.start}
              height={item.size}
              columns={columns}
              active={place.line === item.index + 1 ? place.column : null}
            />
          )
        })}
      </div>
    </div>
  )
}
