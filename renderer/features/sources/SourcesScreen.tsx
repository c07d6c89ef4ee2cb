import { Upload } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useLocation } from '../../location.ts'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useMedia } from '../../ui/media.ts'
import { Panes } from '../../ui/Panes.tsx'
import { BulkEditor } from './BulkEditor.tsx'
import { ImportPanel } from './ImportPanel.tsx'
import { dismissImport, useImportRun } from './import-queue.ts'
import { fitting, type Grouping, laidOut, type Sort, sorted } from './library.ts'
import { SourceInspector } from './SourceInspector.tsx'
import { SourceTable } from './SourceTable.tsx'
import { useLibrary } from './use-library.ts'
import { useWaysIn } from './ways-in.tsx'
import './sources.css'

const groupings = [
  ['nothing', 'sources.byNothing'],
  ['kind', 'sources.byKind'],
  ['publisher', 'sources.byPublisher'],
  ['month', 'sources.byMonth'],
] as const

/** The library: every source as a row, what is known of the selected one beside it, and the way in for new ones. */
export const SourcesScreen = () => {
  const { id } = useLocation()
  const { sources, refusal } = useLibrary()
  const { value: tags = [] } = useRead('tags.list', {})
  const run = useImportRun()
  const narrow = useMedia('(max-width: 760px)')
  const [filter, setFilter] = useState('')
  const [grouping, setGrouping] = useState<Grouping>('nothing')
  const [sort, setSort] = useState<Sort>({ column: 'published', descending: false })
  const [selected, setSelected] = useState<string[]>(id === null ? [] : [id])
  const waysIn = useWaysIn()

  const tagName = useMemo(() => {
    const names = new Map(tags.map(tag => [tag.id as string, tag.name]))
    return (tag: string) => names.get(tag) ?? ''
  }, [tags])
  const shown = useMemo(() => sorted(fitting(sources ?? [], filter, tagName), sort), [sources, filter, tagName, sort])
  const rows = useMemo(() => laidOut(shown, grouping), [shown, grouping])
  if (refusal) return <EmptyState sentence={refusal.message} />
  if (sources === undefined) return null

  const chosen = sources.filter(source => selected.includes(source.id))
  const [only] = chosen
  const select = (ids: string[]) => {
    setSelected(ids)
    if (run?.over) dismissImport()
  }
  const inspector = () => {
    if (run !== null) return <ImportPanel run={run} sources={sources} onChoose={one => select([one])} />
    if (chosen.length > 1) return <BulkEditor sources={chosen} />
    if (only) return <SourceInspector key={only.id} source={only} />
    return <EmptyState sentence={say('sources.nothingSelected')} />
  }
  const library = (
    <div className="sources-library">
      <div className="sources-bar">
        {waysIn.buttons}
        <input
          className="input"
          type="search"
          aria-label={say('sources.filter')}
          placeholder={say('sources.filter')}
          value={filter}
          onChange={event => setFilter(event.target.value)}
        />
        <label className="sources-grouping small muted">
          {say('sources.groupBy')}
          <select
            className="input"
            value={grouping}
            onChange={event => setGrouping(groupings.find(([name]) => name === event.target.value)?.[0] ?? 'nothing')}
          >
            {groupings.map(([name, key]) => (
              <option key={name} value={name}>
                {say(key)}
              </option>
            ))}
          </select>
        </label>
        <span className="small muted sources-count" role="status">
          {say('sources.count', { shown: shown.length, count: sources.length })}
        </span>
      </div>
      {sources.length === 0 ? (
        <EmptyState sentence={say('sources.empty')}>
          <Button
            writes
            look="primary"
            icon={<Upload size={16} />}
            label={say('sources.import')}
            onClick={waysIn.choose}
          />
        </EmptyState>
      ) : shown.length === 0 ? (
        <EmptyState sentence={say('sources.noneFits')} />
      ) : (
        <SourceTable rows={rows} sort={sort} onSort={setSort} selected={selected} onSelect={select} />
      )}
    </div>
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files can be dropped anywhere on the screen; the button does the same.
    <div className="sources" {...waysIn.area}>
      <Panes
        key={narrow ? 'narrow' : 'wide'}
        id={narrow ? 'sources-narrow' : 'sources'}
        direction={narrow ? 'vertical' : 'horizontal'}
        panes={[
          { id: 'library', min: narrow ? '120px' : '480px', children: library },
          narrow
            ? { id: 'inspector', size: '45%', min: '80px', children: inspector() }
            : { id: 'inspector', size: '340px', min: '260px', max: '520px', children: inspector() },
        ]}
      />
      {waysIn.overlay}
    </div>
  )
}
