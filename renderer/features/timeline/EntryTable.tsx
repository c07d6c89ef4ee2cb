import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { compareWords } from '../../../shared/formats.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { say } from '../../say.ts'
import { addressFor, type Dated, kindWords, sourceTitle, titleWords } from './entries.ts'

const rowHeight = 28

type Names = ReadonlyMap<string, string>

const columns = [
  { id: 'date', title: 'timeline.columnDate', width: 118 },
  { id: 'kind', title: 'timeline.columnKind', width: 104 },
  { id: 'what', title: 'timeline.columnWhat', width: 260 },
  { id: 'detail', title: 'timeline.columnDetail', width: 280 },
  { id: 'source', title: 'timeline.columnSource', width: 220 },
  { id: 'party', title: 'timeline.columnParty', width: 120 },
] as const
type ColumnId = (typeof columns)[number]['id']

const cellWords = (entry: Dated, column: ColumnId, parties: Names): string => {
  switch (column) {
    case 'date':
      return partialDateWords(entry.date)
    case 'kind':
      return kindWords(entry.kind)
    case 'what':
      return titleWords(entry)
    case 'detail':
      return entry.detail
    case 'source':
      return sourceTitle(entry)
    case 'party':
      return parties.get(entry.party ?? '') ?? ''
  }
}

const sorted = (entries: readonly Dated[], by: ColumnId, descending: boolean, parties: Names): Dated[] => {
  const inTime = (a: Dated, b: Dated) => a.first - b.first || a.end - b.end
  const inOrder =
    by === 'date'
      ? entries.toSorted(inTime)
      : entries
          .map(entry => ({ entry, key: cellWords(entry, by, parties) }))
          .sort((a, b) => compareWords(a.key, b.key) || inTime(a.entry, b.entry))
          .map(({ entry }) => entry)
  return descending ? inOrder.reverse() : inOrder
}

/** The dates as a table, which says all that the axis shows. Enter or a double click opens the passage. */
export const EntryTable = ({ entries, parties }: { entries: readonly Dated[]; parties: Names }) => {
  const scroller = useRef<HTMLDivElement>(null)
  const [sort, setSort] = useState<{ by: ColumnId; descending: boolean }>({ by: 'date', descending: false })
  const [active, setActive] = useState(0)
  const rows = useMemo(() => sorted(entries, sort.by, sort.descending, parties), [entries, sort, parties])
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  const drawn = virtual.getVirtualItems()
  const before = drawn[0]?.start ?? 0
  const after = virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0)
  const goTo = (at: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, at))
    setActive(next)
    virtual.scrollToIndex(next)
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus())
  }
  const open = (entry: Dated | undefined) => {
    if (entry) window.location.hash = addressFor(entry)
  }
  const press = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLTableRowElement) || event.altKey || event.ctrlKey || event.metaKey) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2)
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: rows.length - 1,
    }
    const step = steps[event.key]
    if (step !== undefined) goTo(step)
    else if (event.key === 'Enter') open(rows[active])
    else return
    event.preventDefault()
  }
  return (
    <div ref={scroller} className="timeline-table">
      <table
        className="grid-table"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA grid pattern on a real table, whose rows are opened.
        role="grid"
        aria-label={say('timeline.table')}
        aria-rowcount={rows.length + 1}
        onKeyDown={press}
      >
        <colgroup>
          {columns.map(({ id, width }) => (
            <col key={id} style={{ width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(({ id, title }) => {
              const Arrow = sort.descending ? ArrowDown : ArrowUp
              return (
                <th
                  key={id}
                  scope="col"
                  aria-sort={sort.by !== id ? 'none' : sort.descending ? 'descending' : 'ascending'}
                >
                  <button
                    type="button"
                    onClick={() => setSort({ by: id, descending: sort.by === id && !sort.descending })}
                  >
                    <span>{say(title)}</span>
                    {sort.by === id ? <Arrow size={12} aria-hidden="true" /> : null}
                  </button>
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {before > 0 ? <Spacer height={before} /> : null}
          {drawn.map(({ index }) => {
            const entry = rows[index]
            if (entry === undefined) return null
            return (
              <tr
                key={entry.key}
                data-row={index}
                aria-rowindex={index + 2}
                tabIndex={index === Math.min(active, rows.length - 1) ? 0 : -1}
                onFocus={() => setActive(index)}
                onDoubleClick={() => open(entry)}
              >
                {columns.map(({ id }) => (
                  <td key={id} dir="auto" title={cellWords(entry, id, parties)}>
                    {id === 'what' ? (
                      <a href={addressFor(entry)} tabIndex={-1}>
                        {cellWords(entry, id, parties)}
                      </a>
                    ) : (
                      cellWords(entry, id, parties)
                    )}
                  </td>
                ))}
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
  <tr className="timeline-spacer">
    <td colSpan={columns.length} style={{ height }} />
  </tr>
)
