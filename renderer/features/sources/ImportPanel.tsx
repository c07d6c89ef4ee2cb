import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useMemo, useRef } from 'react'
import type { SourceRow } from '../../../shared/contract/sources.ts'
import { dateOf, titleOf } from '../../parts/names.ts'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { DateReadings } from './DateReadings.tsx'
import { cancelImport, dismissImport, type ImportItem, type ImportRun } from './import-queue.ts'

const stateKeys = {
  waiting: 'sources.stateWaiting',
  reading: 'sources.stateReading',
  saving: 'sources.stateSaving',
  imported: 'sources.stateImported',
  version: 'sources.stateVersion',
  duplicate: 'sources.stateDuplicate',
  failed: 'sources.stateFailed',
  cancelled: 'sources.stateCancelled',
} as const

const underWay: readonly ImportItem['state'][] = ['waiting', 'reading', 'saving']

/** The height of a file without a message, in pixels, until it is measured. */
const rowHeight = 33

const tones = { imported: 'settled', version: 'settled', duplicate: 'warning', failed: 'conflict' } as const
const toneOf = (state: ImportItem['state']) => (state in tones ? tones[state as keyof typeof tones] : 'plain')

type ImportPanelProps = { run: ImportRun; sources: readonly SourceRow[]; onChoose: (id: string) => void }

/** What becomes of each file, with what its document says of itself, to be looked over. */
export const ImportPanel = ({ run, sources, onChoose }: ImportPanelProps) => {
  const { over, items } = run
  const scroller = useRef<HTMLElement>(null)
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: index => items[index]?.key ?? index,
    overscan: 6,
  })
  const drawn = virtual.getVirtualItems()
  const byId = useMemo(() => new Map(sources.map(source => [source.id, source])), [sources])
  const done = items.filter(({ state }) => !underWay.includes(state)).length
  const imported = items.filter(item => item.state === 'imported' || item.state === 'version').length
  const cancelled = items.every(item => item.state === 'cancelled')
  return (
    <section ref={scroller} className="sources-inspector" aria-label={say('sources.importing')}>
      <header>
        <h2 role="status">
          {over ? null : say('sources.importingSome', { done, count: items.length })}
          {over && !cancelled ? say('sources.imported', { count: imported }) : null}
          {over && cancelled ? say('sources.cancelled') : null}
        </h2>
        {over ? (
          <Button label={say('sources.dismiss')} onClick={dismissImport} />
        ) : (
          <Button label={say('sources.cancel')} onClick={cancelImport} />
        )}
      </header>
      {over ? null : <progress aria-label={say('sources.importing')} value={done} max={items.length} />}
      <ul
        className="sources-import"
        style={{ paddingTop: drawn[0]?.start ?? 0, paddingBottom: virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0) }}
      >
        {drawn.map(({ index, key }) => {
          const item = items[index]
          if (!item) return null
          return (
            <li key={key} data-index={index} ref={virtual.measureElement}>
              <Item item={item} source={item.source === null ? undefined : byId.get(item.source)} onChoose={onChoose} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

type ItemProps = { item: ImportItem; source: SourceRow | undefined; onChoose: (id: string) => void }

const Item = memo(({ item, source, onChoose }: ItemProps) => (
  <>
    <p className="sources-import-file">
      <span className="sources-clipped">{item.name}</span>
      <Badge tone={toneOf(item.state)}>{say(stateKeys[item.state])}</Badge>
    </p>
    {item.message === '' || item.state === 'imported' ? null : <p className="small">{item.message}</p>}
    {source === undefined ? null : (
      <>
        <button type="button" className="sources-import-source reading" onClick={() => onChoose(source.id)}>
          {titleOf(source)}
        </button>
        {item.state === 'imported' ? <Stated source={source} /> : null}
      </>
    )}
  </>
))

/** What the document says of itself, and what it does not say. */
const Stated = ({ source }: { source: SourceRow }) => {
  const { value: [counted] = [] } = useRead('sources.words', { ids: [source.id] })
  const unsure = source.published === null && source.publishedReadings.length > 1
  const stated = [
    source.authors.join(', '),
    source.publisher,
    source.published === null ? '' : dateOf(source.published),
    source.language,
    counted ? say('sources.words', { count: counted.words }) : '',
  ].filter(Boolean)
  const missing = [
    source.title === '' ? say('sources.title') : '',
    source.authors.length === 0 ? say('sources.author') : '',
    source.publisher === '' ? say('sources.publisher') : '',
    source.published === null && !unsure ? say('sources.published') : '',
  ].filter(Boolean)
  return (
    <>
      <p className="small">{stated.join(' · ')}</p>
      {missing.length === 0 ? null : (
        <p className="small muted">{say('sources.notStated', { what: missing.join(', ').toLowerCase() })}</p>
      )}
      {unsure ? <DateReadings source={source} /> : null}
      {source.warnings.map(warning => (
        <p key={warning} className="small sources-warning">
          {warning}
        </p>
      ))}
    </>
  )
}
