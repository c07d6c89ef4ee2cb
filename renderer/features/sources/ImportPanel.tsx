import type { SourceRow } from '../../../shared/contract/sources.ts'
import { dateOf, titleOf } from '../../parts/names.ts'
import { say } from '../../say.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { DateReadings } from './DateReadings.tsx'
import { cancelImport, dismissImport, type ImportItem, type ImportRun } from './import-queue.ts'

const stateKeys = {
  waiting: 'sources.stateWaiting',
  reading: 'sources.stateReading',
  read: 'sources.stateRead',
  saving: 'sources.stateSaving',
  imported: 'sources.stateImported',
  version: 'sources.stateVersion',
  duplicate: 'sources.stateDuplicate',
  failed: 'sources.stateFailed',
  cancelled: 'sources.stateCancelled',
} as const

const tones = { imported: 'settled', version: 'settled', duplicate: 'warning', failed: 'conflict' } as const
const toneOf = (state: ImportItem['state']) => (state in tones ? tones[state as keyof typeof tones] : 'plain')

type ImportPanelProps = { run: ImportRun; sources: readonly SourceRow[]; onChoose: (id: string) => void }

/** What becomes of each file, with what its document says of itself, to be looked over. */
export const ImportPanel = ({ run, sources, onChoose }: ImportPanelProps) => {
  const { phase, items } = run
  const done = items.filter(item =>
    phase === 'reading' ? !['waiting', 'reading'].includes(item.state) : item.message !== '',
  )
  const imported = items.filter(item => item.state === 'imported' || item.state === 'version').length
  const cancelled = items.every(item => item.state === 'cancelled')
  return (
    <section className="sources-inspector" aria-label={say('sources.importing')}>
      <header>
        <h2 role="status">
          {phase === 'reading' ? say('sources.reading', { done: done.length, count: items.length }) : null}
          {phase === 'saving' ? say('sources.saving', { done: done.length, count: items.length }) : null}
          {phase === 'over' && !cancelled ? say('sources.imported', { count: imported }) : null}
          {phase === 'over' && cancelled ? say('sources.cancelled') : null}
        </h2>
        {phase === 'over' ? (
          <Button label={say('sources.dismiss')} onClick={dismissImport} />
        ) : (
          <Button label={say('sources.cancel')} onClick={cancelImport} />
        )}
      </header>
      {phase === 'over' ? null : (
        <progress aria-label={say('sources.importing')} value={done.length} max={items.length} />
      )}
      <ul className="sources-import">
        {items.map(item => (
          <Item
            key={item.key}
            item={item}
            source={sources.find(source => source.id === item.source)}
            onChoose={onChoose}
          />
        ))}
      </ul>
    </section>
  )
}

type ItemProps = { item: ImportItem; source: SourceRow | undefined; onChoose: (id: string) => void }

const Item = ({ item, source, onChoose }: ItemProps) => (
  <li>
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
  </li>
)

/** What the document says of itself, and what it does not say. */
const Stated = ({ source }: { source: SourceRow }) => {
  const unsure = source.published === null && source.publishedReadings.length > 1
  const stated = [
    source.authors.join(', '),
    source.publisher,
    source.published === null ? '' : dateOf(source.published),
    source.language,
    say('sources.words', { count: source.words }),
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
