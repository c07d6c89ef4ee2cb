import { BookOpen, FileUp } from 'lucide-react'
import { useRef } from 'react'
import type { InputOf } from '../../../../shared/contract.ts'
import { useCommands } from '../../../commands.ts'
import { addressOf, hereNow, moveTo, navigate, useLocation } from '../../../location.ts'
import { titleOf } from '../../../parts/names.ts'
import { useRead } from '../../../query.ts'
import { day, say } from '../../../say.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { useMedia } from '../../../ui/media.ts'
import { Panes } from '../../../ui/Panes.tsx'
import type { About, VersionFacts } from './about.ts'
import { useNewerCopy } from './newer-copy.ts'
import { TextView, viewOf } from './TextView.tsx'
import '../marks.css'
import '../reader.css'
import './texts.css'

/** The texts of one source: which came when and why, each to be read, compared and restored. `#/texts/SOURCE`. */
export const TextsScreen = () => {
  const { id, query } = useLocation()
  const asked = id === null ? null : { id: id as InputOf<'sources.describe'>['id'] }
  const { value: about, refusal } = useRead('sources.describe', asked)
  if (refusal) return <EmptyState sentence={refusal.message} />
  if (id === null) {
    return (
      <EmptyState sentence={say('texts.noSource')}>
        <Button label={say('texts.toSources')} onClick={() => navigate('sources')} />
      </EmptyState>
    )
  }
  return about === undefined ? null : <Texts key={about.source.id} about={about} query={query} />
}

const Texts = ({ about, query }: { about: About; query: Record<string, string> }) => {
  const { source, versions } = about
  const input = useRef<HTMLInputElement>(null)
  const narrow = useMedia('(max-width: 760px)')
  const newestFirst = versions.toReversed()
  const chosen = versions.find(({ id }) => id === query.version) ?? newestFirst[0]
  const { value: unsettled = [] } = useRead('excerpts.unsettled', { source: source.id })
  const copy = useNewerCopy(source.id, () => moveTo('texts', source.id))
  const choose = (version: VersionFacts | undefined) =>
    version && moveTo('texts', source.id, { ...hereNow().query, version: version.id })
  const step = (by: number) => {
    // The address is ahead of what is drawn when keys come fast.
    const from = hereNow().query.version ?? chosen?.id
    choose(newestFirst[newestFirst.findIndex(one => one.id === from) + by])
  }
  const group = say('texts.group')
  useCommands([
    { id: 'texts.newer', title: say('texts.newer'), group, run: () => input.current?.click() },
    { id: 'texts.read', title: say('texts.read'), group, shortcut: 'O', run: () => navigate('reader', source.id) },
    { id: 'texts.next', title: say('texts.next'), group, shortcut: 'J', run: () => step(1) },
    { id: 'texts.previous', title: say('texts.previous'), group, shortcut: 'K', run: () => step(-1) },
  ])
  const list = (
    <nav className="texts-list" aria-label={say('texts.list')}>
      <ul>
        {newestFirst.map(version => (
          <li key={version.id}>
            <a
              href={addressOf('texts', source.id, { ...query, version: version.id })}
              aria-current={version.id === chosen?.id ? 'true' : undefined}
            >
              <Facts version={version} isNewest={version === newestFirst[0]} />
            </a>
          </li>
        ))}
      </ul>
      <p className="small muted texts-how">{say('texts.correctHow')}</p>
    </nav>
  )
  const view = chosen ? <TextView about={about} version={chosen} view={viewOf(query.view)} /> : null
  return (
    <div className="texts">
      <header className="texts-head">
        <h1>{titleOf(source)}</h1>
        {unsettled.length === 0 ? null : (
          <a className="texts-unsettled" href={addressOf('reattach', source.id)}>
            {say('reader.unsettled', { count: unsettled.length })}
          </a>
        )}
        <span className="small muted" role="status">
          {copy.underWay}
        </span>
        <input
          ref={input}
          type="file"
          hidden
          onChange={event => {
            void copy.begin(event.target.files?.[0])
            event.target.value = ''
          }}
        />
        <Button
          label={say('texts.read')}
          icon={<BookOpen size={16} />}
          aria-keyshortcuts="O"
          onClick={() => navigate('reader', source.id)}
        />
        <Button
          writes
          label={say('texts.newer')}
          icon={<FileUp size={16} />}
          disabled={copy.underWay !== null}
          onClick={() => input.current?.click()}
        />
      </header>
      {narrow ? (
        <div className="texts-stacked">
          {list}
          {view}
        </div>
      ) : (
        <Panes
          id="texts"
          panes={[
            { id: 'versions', size: '280px', min: '200px', max: '420px', children: list },
            { id: 'version', min: '420px', children: view },
          ]}
        />
      )}
    </div>
  )
}

const Facts = ({ version, isNewest }: { version: VersionFacts; isNewest: boolean }) => (
  <>
    <span className="texts-line">
      <b>{say('texts.number', { number: version.number })}</b>
      <span>{say('texts.reason', { reason: version.reason })}</span>
      {isNewest ? <Badge tone="accent">{say('texts.newest')}</Badge> : null}
    </span>
    {version.note === '' ? null : <span className="quote texts-note">{version.note}</span>}
    <span className="small muted texts-facts">
      {say('texts.facts', { file: version.fileName, date: day(version.created) })}
      {version.pages > 0 ? `, ${say('texts.pages', { count: version.pages })}` : ''}
    </span>
  </>
)
