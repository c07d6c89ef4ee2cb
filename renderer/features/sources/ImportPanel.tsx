import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef, useState } from 'react'
import type { SourceRow } from '../../../shared/contract/sources.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { ImportedItem } from './ImportedItem.tsx'
import { cancelImport, dismissImport, type ImportItem, type ImportRun, isUnfinished } from './import-queue.ts'
import { leftOutWords, saveReport } from './import-report.ts'
import './import-panel.css'

/** What the list can be narrowed to, in the order of its buttons. */
const narrowings = [
  'imported',
  'version',
  'references',
  'duplicate',
  'resembling',
  'failed',
  'left out',
  'cancelled',
] as const
type Narrowing = (typeof narrowings)[number]

const fits = (item: ImportItem, narrowing: Narrowing) =>
  narrowing === 'resembling' ? item.resembles.length > 0 : item.state === narrowing

/** As many as this are listed with the others; more that were left out are counted in one line. */
const fewLeftOut = 3

/** The height of a file without a message, in pixels, until it is measured. */
const rowHeight = 33

/** How it stands with the whole of an import. */
const summary = ({ over, cancelled, items }: ImportRun) => {
  const count = items.filter(({ state }) => state === 'imported' || state === 'version').length
  if (over) return say(cancelled ? 'imports.cancelled' : 'sources.imported', { count })
  const done = items.filter(item => !isUnfinished(item)).length
  return say('sources.importingSome', { done, count: items.length })
}

type ImportPanelProps = { run: ImportRun; sources: readonly SourceRow[]; onChoose: (id: string) => void }

/** What becomes of each file, with what its document says of itself, to be looked over. */
export const ImportPanel = ({ run, sources, onChoose }: ImportPanelProps) => {
  const { over, items } = run
  const [narrowing, setNarrowing] = useState<Narrowing | null>(null)
  const counts = useMemo(
    () => new Map(narrowings.map(one => [one, items.filter(item => fits(item, one)).length])),
    [items],
  )
  const leftOut = useMemo(() => items.filter(({ state }) => state === 'left out'), [items])
  const isManyLeftOut = leftOut.length > fewLeftOut
  const shown = useMemo(
    () =>
      items.filter(item => (narrowing === null ? !isManyLeftOut || item.state !== 'left out' : fits(item, narrowing))),
    [items, narrowing, isManyLeftOut],
  )
  const scroller = useRef<HTMLElement>(null)
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: index => shown[index]?.key ?? index,
    overscan: 6,
  })
  const drawn = virtual.getVirtualItems()
  const byId = useMemo(() => new Map(sources.map(source => [source.id, source])), [sources])
  const used = narrowings.filter(one => (counts.get(one) ?? 0) > 0)
  return (
    <section ref={scroller} className="sources-inspector" aria-label={say('sources.importing')}>
      <header>
        <h2>
          <span role="status">{summary(run)}</span>
        </h2>
        {over ? (
          <Button label={say('sources.dismiss')} onClick={dismissImport} />
        ) : (
          <Button label={say('sources.cancel')} onClick={cancelImport} />
        )}
      </header>
      {over ? (
        <p className="import-report small muted">
          {say('imports.save')}
          <Button look="quiet" label={say('imports.saveCsv')} onClick={() => void saveReport('csv', items, byId)} />
          <Button look="quiet" label={say('imports.saveText')} onClick={() => void saveReport('txt', items, byId)} />
        </p>
      ) : (
        <progress
          aria-label={say('sources.importing')}
          value={items.filter(item => !isUnfinished(item)).length}
          max={items.length}
        />
      )}
      {used.length < 2 ? null : (
        <div className="import-narrowing" role="group" aria-label={say('imports.filter')}>
          <Narrow
            name={say('imports.all')}
            count={items.length}
            isOn={narrowing === null}
            onClick={() => setNarrowing(null)}
          />
          {used.map(one => (
            <Narrow
              key={one}
              name={one === 'resembling' ? say('imports.resembling') : say(`imports.outcome.${one}`)}
              count={counts.get(one) ?? 0}
              isOn={narrowing === one}
              onClick={() => setNarrowing(narrowing === one ? null : one)}
            />
          ))}
        </div>
      )}
      {isManyLeftOut && narrowing === null ? <p className="small muted">{leftOutWords(leftOut)}</p> : null}
      <ul
        className="import-list"
        style={{ paddingTop: drawn[0]?.start ?? 0, paddingBottom: virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0) }}
      >
        {drawn.map(({ index, key }) => {
          const item = shown[index]
          if (!item) return null
          return (
            <li
              key={key}
              data-index={index}
              ref={virtual.measureElement}
              className={item.depth > 0 ? 'import-enclosed' : ''}
            >
              <ImportedItem
                item={item}
                source={item.source === null ? undefined : byId.get(item.source)}
                onChoose={onChoose}
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

type NarrowProps = { name: string; count: number; isOn: boolean; onClick: () => void }

const Narrow = ({ name, count, isOn, onClick }: NarrowProps) => (
  <button type="button" className="import-narrow" aria-pressed={isOn} onClick={onClick}>
    {say('imports.filtered', { name, count })}
  </button>
)
