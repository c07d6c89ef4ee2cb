import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { ChevronDown, ChevronRight } from 'lucide-react'
import {
  type ClipboardEvent,
  type DragEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { MatrixAxis, MatrixColumn } from '../../../shared/contract/matrix.ts'
import type { TermId } from '../../../shared/model/id.ts'
import { type GridPlace, type GridPress, isTyped, placeAfter } from '../../parts/grid-keys.ts'
import { say } from '../../say.ts'
import { blocksOf } from './cell-answers.ts'
import { GridHead } from './GridHead.tsx'
import { cellId, type GridLook, GridRow } from './GridRow.tsx'
import type { GridLine } from './rows.ts'
import { type MatrixQuestion, type NearCells, nearCells, useCells } from './use-cells.ts'
import { gridWidths } from './widths.ts'
import './grid.css'

/** Heights in pixels. The heads of parties and dates have no second line of facts. */
const heights = {
  sources: { head: 64, category: 28, term: 48 },
  parties: { head: 46, category: 28, term: 48 },
  dates: { head: 30, category: 28, term: 48 },
  level: { head: 72, category: 24, term: 25 },
  turned: { head: 112, category: 24, term: 25 },
} as const
/** Lines whose cells are asked for together. */
const blockSize = 25

/** The one grid on the screen: other parts of the screen give the focus back to it. */
export const focusGrid = (): void => document.getElementById('matrix-grid')?.focus()

export const axisWords = (axis: MatrixAxis): string =>
  say(({ sources: 'matrix.bySource', parties: 'matrix.byParty', dates: 'matrix.byDate' } as const)[axis])

/** What the analyst does in the grid. Each may be told where. */
export type GridHands = {
  move: (place: GridPlace) => void
  open: (place: GridPlace, by: 'key' | 'mouse') => void
  fold: (category: string) => void
  escape: () => void
  /** True where a press goes on along a row that is being entered by Tab. */
  runOn: (press: GridPress) => boolean
  /** Something was typed that begins an entry, or F2 was pressed: then there are no words. False where nothing can be entered. */
  enter: (place: GridPlace, words: string | null) => boolean
  remove: (place: GridPlace) => void
  paste: (place: GridPlace, text: string) => void
  copy: (place: GridPlace) => string
  /** Moves a term to the place of another. */
  order: (moved: TermId, place: TermId) => void
  step: (place: GridPlace, by: 1 | -1) => void
}

type MatrixGridProps = {
  question: MatrixQuestion
  cells: NearCells
  /** The same matrix on an earlier day, to mark what differs; null where nothing is compared. */
  earlier: { question: MatrixQuestion; cells: NearCells } | null
  columns: readonly MatrixColumn[]
  letterAt: readonly number[]
  lines: readonly GridLine[]
  place: GridPlace
  dense: boolean
  draggable: boolean
  /** How many changes between the two days each term has. */
  changes: ReadonlyMap<TermId, number>
  hands: GridHands
  /** What stands over the cell the analyst is at: the field of an entry. */
  editor: ReactNode
}

const placeOf = (target: EventTarget): GridPlace | null => {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null
  const row = cell?.closest<HTMLElement>('[data-line]')
  return cell && row ? { line: Number(row.dataset.line), column: Number(cell.dataset.column) } : null
}

/** What a cell says in full, over the mouse: a title on every cell would be written for thousands that are never pointed at. */
const titleCell = ({ target }: PointerEvent) => {
  const cell = target instanceof Element ? target.closest('.matrix-cell-content') : null
  const name = cell?.getAttribute('aria-label')
  if (cell && name && cell.getAttribute('title') !== name) cell.setAttribute('title', name)
}

const nothingNear: VirtualItem[] = []
const noBlocks: readonly TermId[][] = []
/** Asked for nothing, ever. */
const unused = nearCells()

/** The grid by the ARIA grid pattern: one tab stop, arrows move, Enter opens the evidence, typing enters. Rows and columns are virtual. */
export const MatrixGrid = (props: MatrixGridProps) => {
  const { question, earlier, columns, letterAt, lines, place, dense, draggable, changes, hands, editor } = props
  const scroller = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    // Known before anything is drawn, so that nothing is drawn twice.
    setWidth(element.clientWidth)
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const pinned = useMemo(() => gridWidths(width, columns.length, dense), [width, columns.length, dense])
  const height = heights[!dense ? question.axis : pinned.isLevel ? 'level' : 'turned']
  const lastColumn = columns.length + 1
  const columnWidth = pinned.column

  // Sizes are taken anew when the way to ask for keys is another one: a new width, or new lines.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as said above.
  const lineKey = useCallback((index: number) => index, [lines, dense])
  // biome-ignore lint/correctness/useExhaustiveDependencies: as said above.
  const columnKey = useCallback((index: number) => index, [columnWidth])
  const down = useVirtualizer({
    count: lines.length,
    getItemKey: lineKey,
    getScrollElement: () => scroller.current,
    estimateSize: index => (lines[index]?.kind === 'category' ? height.category : height.term),
    paddingStart: height.head,
    scrollPaddingStart: height.head,
    overscan: dense ? 12 : 4,
  })
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getItemKey: columnKey,
    getScrollElement: () => scroller.current,
    estimateSize: () => columnWidth,
    paddingStart: pinned.name,
    paddingEnd: pinned.position,
    scrollPaddingStart: pinned.name,
    scrollPaddingEnd: pinned.position,
    overscan: 1,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the pane changes its width the cell the analyst is at must not slip under a pinned column.
  useEffect(() => {
    if (lines.length > 0) down.scrollToIndex(place.line)
    if (place.column >= 1 && place.column < lastColumn) across.scrollToIndex(place.column - 1)
  }, [place.line, place.column, columnWidth])
  const scrolledAxis = useRef(question.axis)
  // Other columns are looked at from the first on.
  useEffect(() => {
    if (scrolledAxis.current !== question.axis) scroller.current?.scrollTo({ left: 0 })
    scrolledAxis.current = question.axis
  }, [question.axis])

  const nearLines = width === 0 ? nothingNear : down.getVirtualItems()
  const near = across.getVirtualItems()
  const totalWidth = Math.max(across.getTotalSize(), width)
  const blocks = useMemo(
    () =>
      blocksOf(lines, blockSize).map(block => block.flatMap(line => (line.kind === 'term' ? [line.row.term.id] : []))),
    [lines],
  )
  const [firstBlock, lastBlock] = [nearLines[0]?.index ?? 0, nearLines.at(-1)?.index ?? 0].map(line =>
    Math.floor(line / blockSize),
  )
  const wanted = dense ? noBlocks : blocks.slice(firstBlock, (lastBlock ?? 0) + 1)
  const cells = useCells(props.cells, question, wanted)
  const before = useCells(earlier?.cells ?? unused, earlier?.question ?? question, earlier === null ? noBlocks : wanted)
  const look = useMemo(
    (): GridLook => ({
      axis: question.axis,
      columns,
      letterAt,
      near,
      width: totalWidth,
      name: pinned.name,
      position: pinned.position,
      dense,
      draggable,
    }),
    [question.axis, columns, letterAt, near, totalWidth, pinned, dense, draggable],
  )

  const press = (event: KeyboardEvent) => {
    if (hands.runOn(event)) return event.preventDefault()
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - height.head) / height.term) - 1)
    const next = placeAfter(event, place, { lines: lines.length, lastColumn, page })
    const line = lines[place.line]
    const isOpener = event.key === 'Enter' || event.key === ' '
    if (next) hands.move(next)
    else if (event.altKey && event.key === 'ArrowDown') hands.step(place, 1)
    else if (event.altKey && event.key === 'ArrowUp') hands.step(place, -1)
    else if (event.key === 'Escape') hands.escape()
    else if (isOpener && line?.kind === 'category') hands.fold(line.name)
    else if (isOpener && !event.altKey && !event.ctrlKey) hands.open(place, 'key')
    else if (event.key === 'F2') hands.enter(place, null)
    else if (event.key === 'Delete' || event.key === 'Backspace') hands.remove(place)
    else if (!isTyped(event) || !hands.enter(place, event.key)) return
    event.preventDefault()
  }
  const click = (event: MouseEvent) => {
    const at = placeOf(event.target)
    const line = at === null ? undefined : lines[at.line]
    if (at === null || line === undefined) return
    hands.move(at)
    if (line.kind === 'category') hands.fold(line.name)
    else hands.open(at, 'mouse')
  }
  const doubleClick = (event: MouseEvent) => {
    const at = placeOf(event.target)
    if (at !== null && lines[at.line]?.kind === 'term') hands.enter(at, null)
  }
  const paste = (event: ClipboardEvent) => {
    event.preventDefault()
    hands.paste(place, event.clipboardData.getData('text/plain'))
  }
  const copy = (event: ClipboardEvent) => {
    const words = hands.copy(place)
    if (words === '' || !window.getSelection()?.isCollapsed) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', words)
  }

  /** The line that a dragged term would come to stand at. */
  const [over, setOver] = useState<number | null>(null)
  const termAt = (line: number | undefined) => {
    const one = line === undefined ? undefined : lines[line]
    return one?.kind === 'term' ? one.row.term.id : undefined
  }
  const dragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('application/x-glossator-term')) return
    const line = placeOf(event.target)?.line
    if (termAt(line) === undefined) return
    event.preventDefault()
    setOver(line ?? null)
  }
  const drop = (event: DragEvent) => {
    const moved = event.dataTransfer.getData('application/x-glossator-term')
    const to = termAt(over ?? undefined)
    setOver(null)
    if (to === undefined || moved === '') return
    event.preventDefault()
    hands.order(moved as TermId, to)
  }

  const overItem = nearLines.find(item => item.index === over)
  const editedLine = nearLines.find(item => item.index === place.line)
  const editedColumn = near.find(item => item.index === place.column - 1)
  return (
    <div className="matrix-frame">
      <div
        ref={scroller}
        id="matrix-grid"
        className="matrix-grid"
        role="grid"
        tabIndex={0}
        aria-label={say('matrix.grid', { axis: axisWords(question.axis) })}
        aria-rowcount={lines.length + 1}
        aria-colcount={lastColumn + 1}
        aria-activedescendant={cellId(place.line, lines[place.line]?.kind === 'category' ? 0 : place.column)}
        onKeyDown={press}
        onClick={click}
        onPointerOver={titleCell}
        onDoubleClick={doubleClick}
        onPaste={paste}
        onCopy={copy}
        onDragOver={dragOver}
        onDragLeave={() => setOver(null)}
        onDrop={drop}
      >
        <div className="matrix-canvas" role="presentation" style={{ height: down.getTotalSize(), width: totalWidth }}>
          {width === 0 ? null : <GridHead look={look} height={height.head} isLevel={pinned.isLevel} />}
          {nearLines.map(item => {
            const line = lines[item.index]
            if (line === undefined) return null
            const active = place.line === item.index ? place.column : null
            if (line.kind === 'category')
              return (
                <CategoryLine
                  key={`category ${line.name}`}
                  line={line}
                  at={item.index}
                  top={item.start}
                  height={item.size}
                  width={totalWidth}
                  active={active !== null}
                />
              )
            const { id } = line.row.term
            return (
              <GridRow
                key={id}
                row={line.row}
                cells={cells.get(id)}
                look={look}
                line={item.index}
                top={item.start}
                height={item.size}
                active={active}
                before={earlier === null ? undefined : before.get(id)}
                changes={changes.get(id) ?? 0}
              />
            )
          })}
          {overItem === undefined ? null : (
            <div className="matrix-drop" role="presentation" style={{ transform: `translateY(${overItem.start}px)` }} />
          )}
        </div>
      </div>
      {editor === null || editedLine === undefined || editedColumn === undefined ? null : (
        // Over the grid and not in it: a grid holds nothing but rows, and a row would cut it off.
        <div
          className="matrix-editor-place"
          style={{
            left: Math.min(editedColumn.start - (across.scrollOffset ?? 0), Math.max(0, width - 300)),
            top: editedLine.start - (down.scrollOffset ?? 0),
            minWidth: Math.max(editedColumn.size, 240),
          }}
        >
          {editor}
        </div>
      )}
    </div>
  )
}

type CategoryLineProps = {
  line: Extract<GridLine, { kind: 'category' }>
  at: number
  top: number
  height: number
  width: number
  active: boolean
}

const CategoryLine = ({ line, at, top, height, width, active }: CategoryLineProps) => (
  <div
    className="matrix-line matrix-category"
    role="row"
    aria-rowindex={at + 2}
    data-line={at}
    style={{ top, height, width }}
  >
    <div
      id={cellId(at, 0)}
      role="rowheader"
      tabIndex={-1}
      aria-colindex={1}
      aria-expanded={!line.folded}
      data-column={0}
      data-active={active ? '' : undefined}
      title={say(line.folded ? 'matrix.unfoldCategory' : 'matrix.foldCategory', { category: line.name })}
    >
      {line.folded ? <ChevronRight size={14} aria-hidden="true" /> : <ChevronDown size={14} aria-hidden="true" />}
      <span className="matrix-category-name">{line.name}</span>
      <span className="matrix-category-count">{say('matrix.termCount', { count: line.count })}</span>
      {line.folded && line.open > 0 ? (
        <span className="matrix-conflict">{say('matrix.openConflicts', { count: line.open })}</span>
      ) : null}
    </div>
  </div>
)
