import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { type KeyboardEvent, type MouseEvent, useRef } from 'react'
import { navigate } from '../../location.ts'
import { dateOf, reliabilityWords, titleOf } from '../../parts/names.ts'
import { say } from '../../say.ts'
import { type Column, type LibraryRow, nextSelection, type Sort, sortable } from './library.ts'
import type { LibrarySource } from './use-library.ts'

const rowHeight = 44

type SourceTableProps = {
  rows: readonly LibraryRow[]
  sort: Sort
  onSort: (sort: Sort) => void
  /** The ids selected, the one that selecting started from first. */
  selected: readonly string[]
  onSelect: (ids: string[]) => void
}

const counted: readonly Column[] = ['excerpts', 'claims', 'unread', 'versions']

/** The library as a grid of rows: only those near the window are drawn. Enter or a double click opens the reader. */
export const SourceTable = ({ rows, sort, onSort, selected, onSelect }: SourceTableProps) => {
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  const shown = rows.flatMap(row => (row.kind === 'source' ? [row.source] : []))
  const active = selected.at(-1) ?? shown[0]?.id
  const drawn = virtual.getVirtualItems()
  const before = drawn[0]?.start ?? 0
  const after = virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0)

  const goTo = (id: string, how: 'alone' | 'toggle' | 'extend') => {
    onSelect(nextSelection(shown, selected, id, how))
    virtual.scrollToIndex(rows.findIndex(row => row.kind === 'source' && row.source.id === id))
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-source="${id}"]`)?.focus())
  }
  const press = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLButtonElement) return
    const at = shown.findIndex(source => source.id === active)
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1 }
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
  const choose = (event: MouseEvent, id: string) =>
    onSelect(
      nextSelection(
        shown,
        selected,
        id,
        event.shiftKey ? 'extend' : event.ctrlKey || event.metaKey ? 'toggle' : 'alone',
      ),
    )

  return (
    <div ref={scroller} className="sources-table">
      <table
        className="grid-table"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA grid pattern on a real table, whose rows are selected and opened.
        role="grid"
        aria-label={say('sources.table')}
        aria-multiselectable="true"
        aria-rowcount={rows.length + 1}
        onKeyDown={press}
      >
        <thead>
          <tr aria-rowindex={1}>
            {sortable.map(column => (
              <Head key={column} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 ? <Spacer height={before} /> : null}
          {drawn.map(({ index }) => {
            const row = rows[index]
            if (row === undefined) return null
            if (row.kind === 'group') return <GroupHead key={`group ${row.name}`} row={row} index={index} />
            const { source } = row
            return (
              <tr
                key={source.id}
                data-source={source.id}
                aria-rowindex={index + 2}
                aria-selected={selected.includes(source.id)}
                tabIndex={source.id === active ? 0 : -1}
                onClick={event => choose(event, source.id)}
                onDoubleClick={() => navigate('reader', source.id)}
              >
                <Cells source={source} />
              </tr>
            )
          })}
          {after > 0 ? <Spacer height={after} /> : null}
        </tbody>
      </table>
    </div>
  )
}

const Spacer = ({ height }: { height: number }) => (
  <tr className="sources-spacer">
    <td colSpan={sortable.length} style={{ height }} />
  </tr>
)

const GroupHead = ({ row, index }: { row: LibraryRow & { kind: 'group' }; index: number }) => (
  <tr className="sources-group" aria-rowindex={index + 2}>
    <td colSpan={sortable.length}>
      <span className="label">{row.name ?? say('parts.notStated')}</span>{' '}
      <span className="small muted">{row.count}</span>
    </td>
  </tr>
)

type HeadProps = { column: Column; sort: Sort; onSort: (sort: Sort) => void }

const Head = ({ column, sort, onSort }: HeadProps) => {
  const here = sort.column === column
  const Arrow = sort.descending ? ArrowDown : ArrowUp
  return (
    <th
      scope="col"
      className={`sources-${column} ${counted.includes(column) ? 'numeric' : ''}`}
      aria-sort={here ? (sort.descending ? 'descending' : 'ascending') : 'none'}
      title={column === 'unread' ? say('sources.unreadWhy') : undefined}
    >
      <button type="button" onClick={() => onSort({ column, descending: here && !sort.descending })}>
        {say(`sources.${column}`)}
        {here ? <Arrow size={12} aria-hidden="true" /> : null}
      </button>
    </th>
  )
}

const Cells = ({ source }: { source: LibrarySource }) => {
  const unsure = source.published === null && source.publishedReadings.length > 1
  return (
    <>
      <td className={source.title === '' ? 'sources-title muted' : 'sources-title'} title={source.title}>
        <span>{titleOf(source)}</span>
      </td>
      <td className={source.publisher === '' ? 'sources-publisher faint' : 'sources-publisher'}>
        {source.publisher || say('parts.notStated')}
      </td>
      <td className={source.published === null ? 'sources-published faint' : 'sources-published'}>
        {unsure ? `${source.publishedStated} ?` : dateOf(source.published)}
      </td>
      <td className="sources-kind">{source.kind}</td>
      <td className="sources-grade" title={reliabilityWords(source.reliability)}>
        {source.reliability}
      </td>
      <td className="sources-language">{source.language}</td>
      <td className="numeric">{source.excerpts}</td>
      <td className="numeric">{source.claims}</td>
      <td className="numeric">{source.unread}</td>
      <td className="numeric sources-versions">{source.versions}</td>
    </>
  )
}
