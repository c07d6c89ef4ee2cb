import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useMemo, useRef } from 'react'
import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import type { ShownCell } from '../../../shared/contract/matrix.ts'
import { contend, within } from './contender.ts'
import { lookUp, type Work } from './work.ts'

const Cell = memo(({ cell }: { cell: ShownCell | undefined }) => <>{cellText(cell)}</>)

/** What a cell of the rivals says: words alone, where ours has marks as well. */
export const cellText = (cell: ShownCell | undefined): string =>
  cell === undefined
    ? 'unread'
    : cell.words.length === 0
      ? cell.state
      : `${cell.words.join(' · ')} ${cell.count}/${cell.origins}`

const box = { height: 800, width: 1280, overflow: 'auto' } as const

/** All rows and all cells at once. */
const Table = ({ work }: { work: Work }) => {
  const cells = useMemo(() => lookUp(work), [work])
  return (
    <div className="table-scroller" style={box}>
      <table>
        <thead>
          <tr>
            <th>Term</th>
            {work.frame.columns.map(({ key, title }) => (
              <th key={key}>{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {work.frame.rows.map(({ term }) => (
            <tr key={term.id}>
              <th>{term.name}</th>
              {work.frame.columns.map(({ key }) => (
                <td key={key}>
                  <Cell cell={cells.get(term.id)?.get(key)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** TanStack Virtual as its own example has it: rows and columns, nothing pinned, nothing read out. */
const Virtual = ({ work }: { work: Work }) => {
  const scroller = useRef<HTMLDivElement>(null)
  const cells = useMemo(() => lookUp(work), [work])
  const { rows, columns } = work.frame
  const getScrollElement = () => scroller.current
  const down = useVirtualizer({ count: rows.length, getScrollElement, estimateSize: () => 48, overscan: 6 })
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement,
    estimateSize: () => 138,
    overscan: 2,
  })
  return (
    <div ref={scroller} className="virtual-scroller" style={box}>
      <div style={{ position: 'relative', height: down.getTotalSize(), width: across.getTotalSize() }}>
        {down.getVirtualItems().map(row =>
          across.getVirtualItems().map(column => (
            <div
              key={`${row.index} ${column.index}`}
              style={{
                position: 'absolute',
                overflow: 'hidden',
                height: row.size,
                width: column.size,
                transform: `translate(${column.start}px, ${row.start}px)`,
              }}
            >
              {column.index === 0 ? <b>{rows[row.index]?.term.name} </b> : null}
              <Cell cell={cells.get(rows[row.index]?.term.id as never)?.get(columns[column.index]?.key ?? '')} />
            </div>
          )),
        )}
      </div>
    </div>
  )
}

const drawnBy = (View: typeof Table, scroller: string) => () => {
  let root: Root
  const show = (work: Work) => flushSync(() => root.render(<View work={work} />))
  return {
    draw: (host: HTMLElement, work: Work) => {
      root = createRoot(host)
      show(work)
    },
    show,
    scrollers: (host: HTMLElement) => ({ down: within(host, scroller), across: within(host, scroller) }),
  }
}

contend('React table', drawnBy(Table, '.table-scroller'))
contend('TanStack Virtual alone', drawnBy(Virtual, '.virtual-scroller'))
