import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { SourceRow } from '../../../shared/contract/sources.ts'
import { addressOf } from '../../location.ts'
import { dateOf, reliabilityWords, titleOf } from '../../parts/names.ts'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { drawnMonths, sourceLines } from './source-lines.ts'

/** Of a line whose title takes two lines, and of a head, in pixels: they are measured when they are drawn. */
const [lineHeight, headHeight] = [68, 30]

/** What there is to read, grouped by month of publication. Only the lines near the window are drawn. */
export const SourceList = ({ sources, current }: { sources: readonly SourceRow[]; current: string }) => {
  const [words, setWords] = useState('')
  const filter = useDeferredValue(words)
  const lines = useMemo(() => sourceLines(sources, filter), [sources, filter])
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: index => (lines[index]?.kind === 'month' ? headHeight : lineHeight),
    getItemKey: index => {
      const line = lines[index]
      return line?.kind === 'source' ? line.source.id : `month ${line?.month}`
    },
    overscan: 8,
  })
  const drawn = virtual.getVirtualItems()
  const place = lines.findIndex(line => line.kind === 'source' && line.source.id === current)
  const months = drawnMonths(
    lines,
    drawn.map(({ index }) => index),
  )
  const excerpts = useExcerptCounts(
    drawn.flatMap(({ index }) => {
      const line = lines[index]
      return line?.kind === 'source' ? line.source.id : []
    }),
  )
  // The source that is open is in sight when the list appears, and when it is opened from elsewhere.
  const shown = useRef<string | null>(null)
  useEffect(() => {
    if (place < 0 || shown.current === current) return
    shown.current = current
    virtual.scrollToIndex(place <= 1 ? 0 : place, { align: 'auto' })
  }, [virtual, place, current])

  const press = (event: KeyboardEvent<HTMLElement>) => {
    const from = event.target instanceof HTMLElement ? Number(event.target.dataset.line ?? Number.NaN) : Number.NaN
    const order = lines.flatMap((line, index) => (line.kind === 'source' ? index : []))
    const at = order.indexOf(from)
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: order.length - 1 }
    const next = order[steps[event.key] ?? -1]
    if (at < 0 || next === undefined) return
    event.preventDefault()
    event.stopPropagation()
    virtual.scrollToIndex(next)
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-line="${next}"]`)?.focus())
  }
  return (
    <nav className="reader-sources" aria-label={say('reader.sources')}>
      <input
        className="input"
        type="search"
        aria-label={say('reader.filter')}
        placeholder={say('reader.filter')}
        value={words}
        onChange={event => setWords(event.target.value)}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows move between the links within, which tabbing reaches too. */}
      <div ref={scroller} className="reader-source-groups" onKeyDown={press}>
        {lines.length === 0 ? <p className="muted small">{say('reader.noneFits')}</p> : null}
        <div style={{ height: drawn[0]?.start ?? 0 }} />
        {months.map(({ key, head, indices }) => (
          <section key={key}>
            {head === null ? null : (
              <h2 ref={virtual.measureElement} data-index={head.index} className="label">
                {head.month ?? say('reader.undated')}
              </h2>
            )}
            {indices.length === 0 ? null : (
              <ul>
                {indices.map(index => {
                  const line = lines[index]
                  return line?.kind === 'source' ? (
                    <li
                      key={line.source.id}
                      ref={virtual.measureElement}
                      data-index={index}
                      aria-posinset={line.place}
                      aria-setsize={line.of}
                    >
                      <SourceLink
                        source={line.source}
                        line={index}
                        isOpen={line.source.id === current}
                        excerpts={excerpts.get(line.source.id)}
                      />
                    </li>
                  ) : null
                })}
              </ul>
            )}
          </section>
        ))}
        <div style={{ height: virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0) }} />
      </div>
    </nav>
  )
}

type SourceLinkProps = {
  source: SourceRow
  /** Its index among the lines. */
  line: number
  isOpen: boolean
  /** Undefined until it is known. */
  excerpts: number | undefined
}

const SourceLink = ({ source, line, isOpen, excerpts }: SourceLinkProps) => (
  <a
    href={addressOf('reader', source.id)}
    data-line={line}
    aria-current={isOpen ? 'page' : undefined}
    title={`${titleOf(source)}\n${reliabilityWords(source.reliability)}`}
  >
    <span className={source.title === '' ? 'reader-source-title muted' : 'reader-source-title'}>{titleOf(source)}</span>
    <span className="reader-source-facts small muted">
      {source.publisher === '' ? null : <span className="reader-source-publisher">{source.publisher}</span>}
      {source.published === null ? null : <span>{dateOf(source.published)}</span>}
      <span>{source.reliability}</span>
      <span className="reader-source-count">
        {excerpts === undefined ? '' : say('reader.excerptCount', { count: excerpts })}
      </span>
    </span>
  </a>
)

/** How many excerpts the sources have: asked for those in sight, and known of others from before. */
const useExcerptCounts = (ids: readonly SourceRow['id'][]): ReadonlyMap<string, number> => {
  const known = useRef(new Map<string, number>())
  const key = ids.join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ids are those of the key.
  const asked = useMemo(() => (ids.length === 0 ? null : { ids: [...ids] }), [key])
  const { value } = useRead('sources.counts', asked)
  return useMemo(() => {
    if (value === undefined || asked === null) return known.current
    const counts = new Map<string, number>(value.sources.map(({ id, excerpts }) => [id, excerpts]))
    for (const id of asked.ids) known.current.set(id, counts.get(id) ?? 0)
    return known.current
  }, [value, asked])
}
