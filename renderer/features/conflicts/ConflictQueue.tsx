import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import type { ConflictLine } from '../../../shared/contract/conflicts.ts'
import { nameOf } from '../../../shared/rules/vocabulary.ts'
import { addressOf } from '../../location.ts'
import { day, say } from '../../say.ts'
import { Badge } from '../../ui/Badge.tsx'

/** About what a line with a reason of two lines takes, in pixels; each is measured once it is drawn. */
const usualHeight = 92

type ConflictQueueProps = { conflicts: readonly ConflictLine[]; current: ConflictLine }

/** The conflicts of a tab, of which only those near the window are drawn. */
export const ConflictQueue = ({ conflicts, current }: ConflictQueueProps) => {
  const scroller = useRef<HTMLElement>(null)
  const place = conflicts.findIndex(one => one.id === current.id)
  const virtual = useVirtualizer({
    count: conflicts.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    getItemKey: index => conflicts[index]?.id ?? index,
    overscan: 6,
  })
  useEffect(() => {
    if (place >= 0) virtual.scrollToIndex(place)
  }, [virtual, place])
  return (
    <nav ref={scroller} className="conflicts-queue" aria-label={say('conflicts.queue')}>
      <ol style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const one = conflicts[index]
          return one === undefined ? null : (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              aria-setsize={conflicts.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              <Line conflict={one} isCurrent={one.id === current.id} />
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

const Line = ({ conflict, isCurrent }: { conflict: ConflictLine; isCurrent: boolean }) => {
  const { id, termRef, termName, reason, state, kind, resolution, decidedAt, created, reopened } = conflict
  return (
    <a href={addressOf('conflicts', id)} aria-current={isCurrent ? 'true' : undefined}>
      <span className="conflicts-line">
        <span className="muted conflicts-ref">{termRef}</span>
        <b>{termName}</b>
      </span>
      <span className="conflicts-reason">{reason}</span>
      <span className="conflicts-line small muted">
        <Badge tone={state === 'open' ? 'conflict' : state === 'resolved' ? 'settled' : 'plain'}>
          {state === 'open'
            ? nameOf('conflictKind', kind)
            : resolution === null
              ? nameOf('conflictState', state)
              : nameOf('resolution', resolution)}
        </Badge>
        {reopened ? <Badge tone="warning">{say('conflicts.byItself')}</Badge> : null}
        {day(decidedAt ?? created)}
      </span>
    </a>
  )
}
