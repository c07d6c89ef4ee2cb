import { useVirtualizer } from '@tanstack/react-virtual'
import { Bookmark } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { HistoryEntry } from '../../../shared/contract/history.ts'
import { hereNow, moveTo } from '../../location.ts'
import { clock, day, say } from '../../say.ts'
import { useKeptFocus } from '../../ui/focus.ts'
import { type HistoryRow, kindWords } from './log.ts'

const dayHeight = 30
const commandHeight = 46

type CommandListProps = {
  rows: readonly HistoryRow[]
  current: number | null
  takenBack: ReadonlySet<number>
  /** The last row is in sight. */
  onEnd: () => void
}

const optionId = (tx: number) => `history-command-${tx}`

/** The commands by day, of which only those near the window are drawn (ARIA list box: the list has the focus, arrows move). */
export const CommandList = ({ rows, current, takenBack, onEnd }: CommandListProps) => {
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: index => (rows[index]?.kind === 'day' ? dayHeight : commandHeight),
    overscan: 12,
  })
  useKeptFocus(() => scroller.current)
  const drawn = virtual.getVirtualItems()
  const isAtEnd = drawn.at(-1)?.index === rows.length - 1
  // biome-ignore lint/correctness/useExhaustiveDependencies: more rows than before may still end in sight.
  useEffect(() => {
    if (isAtEnd) onEnd()
  }, [isAtEnd, rows.length])

  const commands = rows.flatMap(row => (row.kind === 'command' ? [row.entry] : []))
  const place = rows.findIndex(row => row.kind === 'command' && row.entry.id === current)
  useEffect(() => {
    if (place >= 0) virtual.scrollToIndex(place === 1 ? 0 : place)
  }, [virtual, place])

  const press = (event: KeyboardEvent) => {
    // From the address, which is ahead of what is drawn when keys come fast.
    const from = hereNow().id ?? String(current)
    const at = commands.findIndex(entry => String(entry.id) === from)
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / commandHeight) - 1)
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: commands.length - 1,
    }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = commands[Math.max(0, Math.min(commands.length - 1, step))]
    if (next) moveTo('history', String(next.id))
  }
  return (
    <div
      ref={scroller}
      className="history-commands"
      role="listbox"
      aria-label={say('history.commands')}
      aria-activedescendant={drawn.some(item => item.index === place) ? optionId(current ?? 0) : undefined}
      tabIndex={0}
      onKeyDown={press}
    >
      <div className="history-canvas" style={{ height: virtual.getTotalSize() }}>
        {drawn.map(({ index, start, size }) => {
          const row = rows[index]
          if (row === undefined) return null
          const style = { height: size, transform: `translateY(${start}px)` }
          if (row.kind === 'day') {
            return (
              <p key={`day ${index}`} className="history-day label" role="presentation" style={style}>
                {row.name}
              </p>
            )
          }
          const { entry } = row
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list holds the focus and takes the keys (ARIA list box).
            <div
              key={entry.id}
              id={optionId(entry.id)}
              className={`history-command ${entry.version === null ? '' : 'named'}`}
              role="option"
              tabIndex={-1}
              aria-selected={entry.id === current}
              aria-setsize={commands.length}
              aria-posinset={commands.indexOf(entry) + 1}
              style={style}
              onClick={() => {
                moveTo('history', String(entry.id))
                scroller.current?.focus({ preventScroll: true })
              }}
            >
              <CommandRow entry={entry} isTakenBack={takenBack.has(entry.id)} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

const CommandRow = ({ entry, isTakenBack }: { entry: HistoryEntry; isTakenBack: boolean }) => {
  const remarks = [entry.version === null ? '' : entry.label, entry.actor, kindWords(entry)].filter(Boolean)
  return (
    <>
      <span className="history-time">
        <span className="unseen">{day(entry.at)} </span>
        {clock(entry.at)}
      </span>
      <span
        className={`history-label ${isTakenBack && entry.version === null ? 'taken-back' : ''}`}
        title={entry.version ?? entry.label}
      >
        {entry.version === null ? null : <Bookmark size={12} aria-label={say('history.isNamed')} />}
        {entry.version ?? entry.label}
      </span>
      <span className="history-remarks small muted" title={remarks.join(' · ')}>
        {isTakenBack ? `${say('history.takenBack')} · ` : ''}
        {remarks.join(' · ')}
      </span>
    </>
  )
}
