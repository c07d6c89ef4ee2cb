import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, memo, useEffect, useRef, useState } from 'react'
import type { ExcerptCard, ExcerptRow } from '../../../shared/contract/excerpts.ts'
import type { ExcerptId } from '../../../shared/model/id.ts'
import { call } from '../../api.ts'
import { navigate } from '../../location.ts'
import { ColumnHead } from '../../parts/ColumnHead.tsx'
import { TableSpacer } from '../../parts/TableSpacer.tsx'
import { say } from '../../say.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { type Column, isNumeric, labelOf, orderOf } from './columns.ts'
import { ExcerptCell, type TagOf } from './ExcerptCell.tsx'
import { extended, toggled } from './selection.ts'
import { type Question, usePages } from './use-pages.ts'
import { changeView, type View } from './view.ts'

const rowHeight = 44

type ExcerptTableProps = {
  question: Question
  view: View
  tagOf: TagOf
  /** The ids selected, the one that selecting started from first. */
  selected: readonly ExcerptId[]
  onSelect: (ids: ExcerptId[]) => void
  onTotal: (total: number) => void
  /** What stands in its place when the filter lets nothing through. */
  nothing: string
}

export const openInReader = ({ source, id }: Pick<ExcerptCard, 'source' | 'id'>): void =>
  navigate('reader', source, { excerpt: id })

/** Excerpts as a grid of rows: only those near the window are asked for and drawn. Enter or a double click opens the reader. */
export const ExcerptTable = (props: ExcerptTableProps) => {
  const { question, view, tagOf, selected, onSelect, onTotal, nothing } = props
  const { columns, order, descending } = view
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const [total, setTotal] = useState(0)
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  const drawn = virtual.getVirtualItems()
  const [first, last] = [drawn[0]?.index ?? 0, drawn.at(-1)?.index ?? 0]
  const pages = usePages(question, first, last, virtual.isScrolling)
  const { rowAt } = pages
  const known = pages.total
  useEffect(() => {
    if (known === undefined) return
    setTotal(known)
    onTotal(known)
  }, [known, onTotal])
  const key = JSON.stringify(question)
  const asked = useRef(key)
  useEffect(() => {
    if (asked.current === key) return
    asked.current = key
    setActive(0)
    scroller.current?.scrollTo({ top: 0 })
  }, [key])

  const isSelected = new Set(selected)
  const at = Math.min(active, Math.max(0, total - 1))
  const before = drawn[0]?.start ?? 0
  const after = virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0)

  const inOrder = async (): Promise<readonly ExcerptId[]> => {
    const outcome = await call('excerpts.findIds', question)
    return outcome.ok ? outcome.value : []
  }
  const extend = async (id: ExcerptId) => onSelect(extended(await inOrder(), selected[0], id))
  /** The row that a key led to may be one that is still asked for: what is selected follows when it is there. */
  const goTo = async (index: number, how: 'alone' | 'extend') => {
    setActive(index)
    virtual.scrollToIndex(index)
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-at="${index}"]`)?.focus())
    const id = rowAt(index)?.id ?? (await inOrder())[index]
    if (id === undefined) return
    if (how === 'alone') onSelect([id])
    else await extend(id)
  }
  const press = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLTableRowElement) || event.altKey) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2)
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: total - 1,
    }
    const step = steps[event.key]
    const row = rowAt(at)
    if (step !== undefined) void goTo(Math.max(0, Math.min(total - 1, step)), event.shiftKey ? 'extend' : 'alone')
    else if (event.key === ' ' && row) onSelect(toggled(selected, row.id))
    else if (event.key === 'Enter' && row) openInReader(row)
    else if ((event.ctrlKey || event.metaKey) && event.key === 'a') void inOrder().then(ids => onSelect([...ids]))
    else return
    event.preventDefault()
  }
  const choose = (event: MouseEvent, index: number, { id }: ExcerptRow) => {
    setActive(index)
    if (event.shiftKey) void extend(id)
    else onSelect(event.ctrlKey || event.metaKey ? toggled(selected, id) : [id])
  }

  if (pages.refusal) return <EmptyState sentence={pages.refusal.message} />
  if (known === undefined) return <div className="data-table" aria-busy="true" />
  if (known === 0) return <EmptyState sentence={nothing} />
  return (
    <div ref={scroller} className="data-table">
      <table
        className="grid-table"
        style={{ minWidth: columns.reduce((sum, { width }) => sum + width, 0) }}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA grid pattern on a real table, whose rows are selected and opened.
        role="grid"
        aria-label={say('excerpts.table')}
        aria-multiselectable="true"
        aria-rowcount={total + 1}
        onKeyDown={press}
      >
        <colgroup>
          {columns.map(({ field, width }) => (
            // The quote takes what the others leave.
            <col key={field} style={field === 'quote' ? undefined : { width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(({ field }) => {
              const ordered = orderOf(field)
              return (
                <ColumnHead
                  key={field}
                  name={field}
                  columns={columns}
                  labelOf={labelOf}
                  isNumeric={isNumeric(field)}
                  sort={ordered === order ? { descending, place: null } : null}
                  onSort={
                    ordered === undefined
                      ? undefined
                      : () => changeView({ order: ordered, descending: ordered === order && !descending })
                  }
                  onColumns={next => changeView({ columns: next })}
                />
              )
            })}
          </tr>
        </thead>
        <tbody>
          {before > 0 ? <TableSpacer columns={columns.length} height={before} /> : null}
          {drawn.map(({ index }) => {
            const card = rowAt(index)
            return (
              <tr
                key={index}
                data-at={index}
                aria-rowindex={index + 2}
                aria-selected={card !== undefined && isSelected.has(card.id)}
                aria-busy={card === undefined}
                tabIndex={index === at ? 0 : -1}
                onClick={card && (event => choose(event, index, card))}
                onDoubleClick={card && (() => openInReader(card))}
              >
                {card === undefined ? (
                  <td colSpan={columns.length} />
                ) : (
                  <Cells card={card} columns={columns} tagOf={tagOf} />
                )}
              </tr>
            )
          })}
          {after > 0 ? <TableSpacer columns={columns.length} height={after} /> : null}
        </tbody>
      </table>
    </div>
  )
}

type CellsProps = { card: ExcerptRow; columns: readonly Column[]; tagOf: TagOf }

const Cells = memo(({ card, columns, tagOf }: CellsProps) => (
  <>
    {columns.map(({ field }) => (
      <ExcerptCell key={field} name={field} card={card} tagOf={tagOf} />
    ))}
  </>
))
