import { useVirtualizer } from '@tanstack/react-virtual'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { MatrixView } from '../../../shared/contract/matrix.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { say } from '../../say.ts'
import { CellContent, cellName, PositionContent, positionName } from './CellContent.tsx'
import type { GridLine, GridPlace } from './rows.ts'

/** Heights and widths in pixels. Beside an open drawer the pinned columns give way, so that sources stay in sight. */
const sizes = {
  head: 64,
  category: 28,
  term: 48,
  wide: { name: 250, position: 176, least: 138 },
  narrow: { name: 176, position: 132, least: 118 },
} as const
const narrowBelow = 900

/** The one grid on the screen: other parts of the screen give the focus back to it. */
export const focusGrid = (): void => document.getElementById('matrix-grid')?.focus()

type MatrixGridProps = {
  view: MatrixView
  lines: readonly GridLine[]
  place: GridPlace
  onMove: (place: GridPlace) => void
  onOpen: (place: GridPlace) => void
  onFold: (category: string) => void
  onEscape: () => void
}

/** The grid by the ARIA grid pattern: one tab stop, arrows move, Enter opens the evidence. Rows and columns are virtual. */
export const MatrixGrid = ({ view, lines, place, onMove, onOpen, onFold, onEscape }: MatrixGridProps) => {
  const scroller = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const pinned = width > 0 && width < narrowBelow ? sizes.narrow : sizes.wide
  const spare = width - pinned.name - pinned.position
  const lastColumn = view.columns.length + 1
  const columnWidth = Math.max(pinned.least, spare / Math.max(1, view.columns.length))

  const down = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: index => (lines[index]?.kind === 'category' ? sizes.category : sizes.term),
    paddingStart: sizes.head,
    scrollPaddingStart: sizes.head,
    overscan: 6,
  })
  const across = useVirtualizer({
    horizontal: true,
    count: view.columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => columnWidth,
    paddingStart: pinned.name,
    paddingEnd: pinned.position,
    scrollPaddingStart: pinned.name,
    scrollPaddingEnd: pinned.position,
    overscan: 2,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new width or a new kind of line makes every measured size stale.
  useEffect(() => {
    down.measure()
    across.measure()
  }, [columnWidth, lines])
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the pane changes its width the cell the analyst is at must not slip under a pinned column.
  useEffect(() => {
    down.scrollToIndex(place.line)
    if (place.column >= 1 && place.column < lastColumn) across.scrollToIndex(place.column - 1)
  }, [place.line, place.column, columnWidth])

  const press = (event: KeyboardEvent) => {
    const step: Record<string, GridPlace> = {
      ArrowDown: { ...place, line: Math.min(place.line + 1, lines.length - 1) },
      ArrowUp: { ...place, line: Math.max(place.line - 1, 0) },
      ArrowRight: { ...place, column: Math.min(place.column + 1, lastColumn) },
      ArrowLeft: { ...place, column: Math.max(place.column - 1, 0) },
      PageDown: { ...place, line: Math.min(place.line + 10, lines.length - 1) },
      PageUp: { ...place, line: Math.max(place.line - 10, 0) },
      Home: event.ctrlKey ? { line: 0, column: 0 } : { ...place, column: 0 },
      End: event.ctrlKey ? { line: lines.length - 1, column: lastColumn } : { ...place, column: lastColumn },
    }
    const line = lines[place.line]
    const next = step[event.key]
    if (next) onMove(next)
    else if (event.key === 'Escape') onEscape()
    else if ((event.key === 'Enter' || event.key === ' ') && line?.kind === 'category') onFold(line.name)
    else if (event.key === 'Enter' || event.key === ' ') onOpen(place)
    else return
    event.preventDefault()
  }

  const cellId = (line: number, column: number) => `matrix-${line}-${column}`
  const totalWidth = across.getTotalSize()
  return (
    <div
      ref={scroller}
      id="matrix-grid"
      className="matrix-grid"
      role="grid"
      tabIndex={0}
      aria-label={say('matrix.grid', { axis: say(view.axis === 'sources' ? 'matrix.bySource' : 'matrix.byParty') })}
      aria-rowcount={lines.length + 1}
      aria-colcount={lastColumn + 1}
      aria-activedescendant={cellId(place.line, place.column)}
      onKeyDown={press}
    >
      <div className="matrix-canvas" role="presentation" style={{ height: down.getTotalSize(), width: totalWidth }}>
        <div
          className="matrix-line matrix-head"
          role="row"
          aria-rowindex={1}
          style={{ height: sizes.head, width: totalWidth }}
        >
          <div
            className="matrix-name"
            role="columnheader"
            aria-colindex={1}
            tabIndex={-1}
            style={{ width: pinned.name }}
          >
            {say('matrix.term')}
          </div>
          {across.getVirtualItems().map(item => {
            const column = view.columns[item.index]
            return column ? (
              <div
                key={column.key}
                className="matrix-cell"
                role="columnheader"
                tabIndex={-1}
                aria-colindex={item.index + 2}
                title={column.title}
                style={{ left: item.start, width: item.size }}
              >
                <span className="matrix-head-title">{column.title === '' ? say('parts.notStated') : column.title}</span>
                <span className="matrix-head-facts">
                  <span>{column.date === null ? '' : partialDateWords(column.date)}</span>
                  <span>{column.grade}</span>
                </span>
              </div>
            ) : null
          })}
          <div
            className="matrix-position"
            role="columnheader"
            aria-colindex={lastColumn + 1}
            tabIndex={-1}
            style={{ width: pinned.position }}
          >
            {say('matrix.ourPosition')}
          </div>
        </div>
        {down.getVirtualItems().map(lineItem => {
          const line = lines[lineItem.index]
          if (line === undefined) return null
          const top = { transform: `translateY(${lineItem.start}px)`, height: lineItem.size, width: totalWidth }
          const isHere = (column: number) => place.line === lineItem.index && place.column === column
          if (line.kind === 'category') {
            return (
              <div
                key={`category ${line.name}`}
                className="matrix-line matrix-category"
                role="row"
                aria-rowindex={lineItem.index + 2}
                style={top}
              >
                {/* biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys. */}
                <div
                  id={cellId(lineItem.index, place.column)}
                  role="rowheader"
                  tabIndex={-1}
                  aria-colindex={1}
                  aria-expanded={!line.folded}
                  data-active={place.line === lineItem.index ? '' : undefined}
                  title={say(line.folded ? 'matrix.unfoldCategory' : 'matrix.foldCategory', { category: line.name })}
                  onClick={() => [onMove({ line: lineItem.index, column: 0 }), onFold(line.name)]}
                >
                  {line.folded ? (
                    <ChevronRight size={14} aria-hidden="true" />
                  ) : (
                    <ChevronDown size={14} aria-hidden="true" />
                  )}
                  {line.name}
                </div>
              </div>
            )
          }
          const cellProps = (column: number) => ({
            id: cellId(lineItem.index, column),
            tabIndex: -1,
            'aria-colindex': column + 1,
            'data-active': isHere(column) ? '' : undefined,
            onClick: () => {
              onMove({ line: lineItem.index, column })
              onOpen({ line: lineItem.index, column })
            },
          })
          const { term, cells, position } = line.row
          return (
            <div key={term.id} className="matrix-line" role="row" aria-rowindex={lineItem.index + 2} style={top}>
              <div
                className="matrix-name"
                role="rowheader"
                title={term.question}
                style={{ width: pinned.name }}
                {...cellProps(0)}
              >
                <span className="matrix-ref">{term.ref}</span>
                <span className="matrix-term-name">{term.name}</span>
              </div>
              {across.getVirtualItems().map(item => {
                const cell = cells[item.index]
                return cell ? (
                  <div
                    key={item.index}
                    className="matrix-cell"
                    role="gridcell"
                    style={{ left: item.start, width: item.size }}
                    {...cellProps(item.index + 1)}
                  >
                    <span className="unseen">{cellName(cell, view.axis)}</span>
                    <CellContent cell={cell} axis={view.axis} />
                  </div>
                ) : null
              })}
              <div
                className="matrix-position"
                role="gridcell"
                style={{ width: pinned.position }}
                {...cellProps(lastColumn)}
              >
                <span className="unseen">{positionName(position)}</span>
                <PositionContent position={position} />
              </div>
            </div>
          )
        })}
      </div>
    </div>
  )
}
