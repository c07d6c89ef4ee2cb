import { ArrowDown, ArrowUp } from 'lucide-react'
import { type DragEvent, type KeyboardEvent, type PointerEvent, useState } from 'react'
import { say } from '../../say.ts'
import { type Column, movedColumn, narrowestColumn, widestColumn } from './columns.ts'
import { type Field, field, fieldLabel } from './fields.ts'
import { nextSorts, type Sort } from './library.ts'
import type { Looks } from './view.ts'

const dragged = 'application/x-glossator-column'

type ColumnHeadProps = {
  column: Column
  at: number
  columns: readonly Column[]
  sorts: readonly Sort[]
  onChange: (looks: Partial<Looks>) => void
}

/** How far a press of an arrow moves an edge, in pixels. */
const step = 16

/**
 * The head of a column. A press orders by it, with Shift as a further order; it is dragged, or moved with Alt and the
 * arrows; its edge is drawn, or moved with the arrows.
 */
export const ColumnHead = ({ column, at, columns, sorts, onChange }: ColumnHeadProps) => {
  const { field: name, width } = column
  const [over, setOver] = useState(false)
  const place = sorts.findIndex(one => one.field === name)
  const sort = sorts[place]
  const Arrow = sort?.descending ? ArrowDown : ArrowUp

  const resize = (to: number) =>
    onChange({
      columns: columns.map(one =>
        one.field === name ? { ...one, width: Math.round(Math.max(narrowestColumn, Math.min(widestColumn, to))) } : one,
      ),
    })
  const press = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return
    event.preventDefault()
    event.stopPropagation()
    onChange({ columns: movedColumn(columns, name, event.key === 'ArrowLeft' ? -1 : 1) })
  }
  const drop = (event: DragEvent) => {
    const from = columns.findIndex(one => one.field === (event.dataTransfer.getData(dragged) as Field))
    const moved = columns[from]
    setOver(false)
    if (moved === undefined) return
    event.preventDefault()
    onChange({ columns: movedColumn(columns, moved.field, at - from) })
  }
  return (
    <th
      scope="col"
      className={`${field(name).kind === 'number' ? 'numeric' : ''} ${over ? 'over' : ''}`}
      aria-sort={sort === undefined ? 'none' : sort.descending ? 'descending' : 'ascending'}
      title={
        name === 'unread' ? say('sources.unreadWhy') : name === 'proposed' ? say('library.proposedWhy') : undefined
      }
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
        onClick={event => onChange({ sorts: nextSorts(sorts, name, event.shiftKey) })}
        onKeyDown={press}
      >
        <span>{fieldLabel(name)}</span>
        {sort === undefined ? null : <Arrow size={12} aria-hidden="true" />}
        {sort === undefined || sorts.length === 1 ? null : <span className="sources-place">{place + 1}</span>}
      </button>
      <Edge label={say('library.resize', { column: fieldLabel(name) })} width={width} onResize={resize} />
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
      className="sources-edge"
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
