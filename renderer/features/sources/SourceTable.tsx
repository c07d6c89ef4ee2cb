import { useVirtualizer } from '@tanstack/react-virtual'
import { type DragEvent, type KeyboardEvent, type MouseEvent, memo, useRef } from 'react'
import { navigate } from '../../location.ts'
import { ColumnHead } from '../../parts/ColumnHead.tsx'
import { nextSelection } from '../../parts/row-selection.ts'
import { TableSpacer } from '../../parts/TableSpacer.tsx'
import { say } from '../../say.ts'
import { Cell } from './Cell.tsx'
import type { Column } from './columns.ts'
import { type Field, field, fieldLabel, type Names } from './fields.ts'
import { type LibraryRow, nextSorts } from './library.ts'
import type { LibrarySource } from './use-library.ts'
import { changeView, type Looks } from './view.ts'
import './table.css'

/** What is dragged onto a collection: ids of sources, as JSON. */
export const draggedSources = 'application/x-glossator-sources'

const rowHeight = 44

/** What a head says beside its name, where the name does not say it all. */
const whyOf = (name: Field): string | undefined => {
  if (name === 'unread') return say('sources.unreadWhy')
  return name === 'proposed' ? say('library.proposedWhy') : undefined
}

type SourceTableProps = {
  rows: readonly LibraryRow[]
  looks: Looks
  names: Names
  /** The ids selected, the one that selecting started from first. */
  selected: readonly string[]
  onSelect: (ids: string[]) => void
}

/** The library as a grid of rows: only those near the window are drawn. Enter or a double click opens the reader. */
export const SourceTable = ({ rows, looks, names, selected, onSelect }: SourceTableProps) => {
  const { columns, sorts } = looks
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  const shown = rows.flatMap(row => (row.kind === 'source' ? [row.source] : []))
  const isSelected = new Set(selected)
  const last = selected.at(-1)
  const active = last !== undefined && shown.some(one => one.id === last) ? last : shown[0]?.id
  const drawn = virtual.getVirtualItems()
  const before = drawn[0]?.start ?? 0
  const after = virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0)

  const goTo = (id: string, how: 'alone' | 'toggle' | 'extend') => {
    onSelect(nextSelection(shown, selected, id, how))
    virtual.scrollToIndex(rows.findIndex(row => row.kind === 'source' && row.source.id === id))
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-source="${id}"]`)?.focus())
  }
  const press = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLTableRowElement) || event.altKey) return
    const at = shown.findIndex(source => source.id === active)
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2)
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: shown.length - 1,
    }
    const step = steps[event.key]
    if (step !== undefined) {
      const next = shown[Math.max(0, Math.min(shown.length - 1, step))]
      // From the last of several the extension goes on; the first stays where it is.
      if (next) goTo(next.id, event.shiftKey ? 'toggle' : 'alone')
    } else if (event.key === ' ' && active) goTo(active, 'toggle')
    else if (event.key === 'Enter' && active) navigate('reader', active)
    else if ((event.ctrlKey || event.metaKey) && event.key === 'a') onSelect(shown.map(source => source.id))
    else return
    event.preventDefault()
  }
  const choose = (event: MouseEvent, id: string) => {
    const how = event.shiftKey ? 'extend' : event.ctrlKey || event.metaKey ? 'toggle' : 'alone'
    onSelect(nextSelection(shown, selected, id, how))
  }
  const drag = (event: DragEvent, id: string) => {
    event.dataTransfer.setData(draggedSources, JSON.stringify(isSelected.has(id) ? selected : [id]))
    event.dataTransfer.effectAllowed = 'copyMove'
  }

  return (
    <div ref={scroller} className="data-table">
      <table
        className="grid-table"
        style={{ minWidth: columns.reduce((sum, { width }) => sum + width, 0) }}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA grid pattern on a real table, whose rows are selected and opened.
        role="grid"
        aria-label={say('sources.table')}
        aria-multiselectable="true"
        aria-rowcount={rows.length + 1}
        onKeyDown={press}
      >
        <colgroup>
          {columns.map(({ field, width }) => (
            // The title takes what the others leave.
            <col key={field} style={field === 'title' ? undefined : { width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(({ field: name }) => {
              const place = sorts.findIndex(one => one.field === name)
              const sort = sorts[place]
              return (
                <ColumnHead
                  key={name}
                  name={name}
                  columns={columns}
                  labelOf={fieldLabel}
                  isNumeric={field(name).kind === 'number'}
                  why={whyOf(name)}
                  sort={
                    sort === undefined
                      ? null
                      : { descending: sort.descending, place: sorts.length === 1 ? null : place + 1 }
                  }
                  onSort={isFurther => changeView({ sorts: nextSorts(sorts, name, isFurther) })}
                  onColumns={next => changeView({ columns: next })}
                />
              )
            })}
          </tr>
        </thead>
        <tbody>
          {before > 0 ? <TableSpacer columns={columns.length} height={before} /> : null}
          {drawn.map(({ index }) => {
            const row = rows[index]
            if (row === undefined) return null
            if (row.kind === 'group')
              return <GroupHead key={`group ${row.name}`} row={row} index={index} columns={columns.length} />
            const { id } = row.source
            return (
              <tr
                key={id}
                data-source={id}
                aria-rowindex={index + 2}
                aria-selected={isSelected.has(id)}
                tabIndex={id === active ? 0 : -1}
                draggable
                onDragStart={event => drag(event, id)}
                onClick={event => choose(event, id)}
                onDoubleClick={() => navigate('reader', id)}
              >
                <Cells source={row.source} columns={columns} names={names} />
              </tr>
            )
          })}
          {after > 0 ? <TableSpacer columns={columns.length} height={after} /> : null}
        </tbody>
      </table>
    </div>
  )
}

type GroupHeadProps = { row: LibraryRow & { kind: 'group' }; index: number; columns: number }

const GroupHead = ({ row, index, columns }: GroupHeadProps) => (
  <tr className="sources-group" aria-rowindex={index + 2}>
    <td colSpan={columns}>
      <span className="label">{row.name ?? say('parts.notStated')}</span>{' '}
      <span className="small muted">{row.count}</span>
    </td>
  </tr>
)

type CellsProps = { source: LibrarySource; columns: readonly Column[]; names: Names }

const Cells = memo(({ source, columns, names }: CellsProps) => (
  <>
    {columns.map(({ field }) => (
      <Cell key={field} name={field} source={source} names={names} />
    ))}
  </>
))
