import { ArrowDown, ArrowUp } from 'lucide-react'
import { type DragEvent, type KeyboardEvent, type PointerEvent, useState } from 'react'
import { say } from '../say.ts'
import { movedColumn, narrowestColumn, resizedColumn, type TableColumn, widestColumn } from './table-columns.ts'
import './data-table.css'

const dragged = 'application/x-glossator-column'

/** How a column is ordered by. `place` tells which of several orders it is, from 1; null where it is the only one. */
export type ColumnSort = { descending: boolean; place: number | null }

type ColumnHeadProps<Name extends string> = {
  name: Name
  columns: readonly TableColumn<Name>[]
  labelOf: (name: Name) => string
  isNumeric?: boolean
  why?: string | undefined
  sort: ColumnSort | null
  /** A press orders by it, with Shift as a further order. Without it the column has no order. */
  onSort?: ((isFurther: boolean) => void) | undefined
  onColumns: (columns: TableColumn<Name>[]) => void
}

/** How far a press of an arrow moves an edge, in pixels. */
const step = 16

/**
 * The head of a column. A press orders by it; it is dragged, or moved with Alt and the arrows; its edge is drawn, or moved
 * with the arrows.
 */
export const ColumnHead = <Name extends string>(props: ColumnHeadProps<Name>) => {
  const { name, columns, labelOf, isNumeric = false, why, sort, onSort, onColumns } = props
  const [over, setOver] = useState(false)
  const at = columns.findIndex(one => one.field === name)
  const width = columns[at]?.width ?? narrowestColumn
  const Arrow = sort?.descending ? ArrowDown : ArrowUp

  const press = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return
    event.preventDefault()
    event.stopPropagation()
    onColumns(movedColumn(columns, name, event.key === 'ArrowLeft' ? -1 : 1))
  }
  const drop = (event: DragEvent) => {
    const from = columns.findIndex(one => one.field === event.dataTransfer.getData(dragged))
    const moved = columns[from]
    setOver(false)
    if (moved === undefined) return
    event.preventDefault()
    onColumns(movedColumn(columns, moved.field, at - from))
  }
  return (
    <th
      scope="col"
      className={`${isNumeric ? 'numeric' : ''} ${over ? 'over' : ''}`}
      aria-sort={sort === null ? (onSort ? 'none' : undefined) : sort.descending ? 'descending' : 'ascending'}
      // By its own words: those of its edge would be part of it, with the width.
      aria-label={labelOf(name)}
      title={why}
      onDragOver={event => {
        if (!event.dataTransfer.types.includes(dragged)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <button
        type="button"
        draggable
        onDragStart={event => {
          event.dataTransfer.setData(dragged, name)
          event.dataTransfer.effectAllowed = 'move'
        }}
        onClick={event => onSort?.(event.shiftKey)}
        onKeyDown={press}
      >
        <span>{labelOf(name)}</span>
        {sort === null ? null : <Arrow size={12} aria-hidden="true" />}
        {sort === null || sort.place === null ? null : <span className="data-table-place">{sort.place}</span>}
      </button>
      <Edge
        label={say('parts.columnWidth', { column: labelOf(name) })}
        width={width}
        onResize={to => onColumns(resizedColumn(columns, name, to))}
      />
    </th>
  )
}

type EdgeProps = { label: string; width: number; onResize: (width: number) => void }

/** The edge of a column, drawn with the pointer or moved with the arrows (ARIA window splitter). */
const Edge = ({ label, width, onResize }: EdgeProps) => {
  const draw = (event: PointerEvent<HTMLElement>) => {
    event.preventDefault()
    const edge = event.currentTarget
    const [from, begin] = [event.clientX, edge.parentElement?.getBoundingClientRect().width ?? width]
    const move = (next: globalThis.PointerEvent) => onResize(begin + next.clientX - from)
    const end = () => {
      edge.removeEventListener('pointermove', move)
      edge.removeEventListener('pointerup', end)
      edge.removeEventListener('lostpointercapture', end)
    }
    edge.setPointerCapture(event.pointerId)
    edge.addEventListener('pointermove', move)
    edge.addEventListener('pointerup', end)
    edge.addEventListener('lostpointercapture', end)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    event.stopPropagation()
    onResize(width + (event.key === 'ArrowLeft' ? -step : step))
  }
  return (
    <span
      className="data-table-edge"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={narrowestColumn}
      aria-valuemax={widestColumn}
      tabIndex={0}
      onPointerDown={draw}
      onKeyDown={press}
    />
  )
}
