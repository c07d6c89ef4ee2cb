import { Columns3, ListFilter, PanelLeft, Upload } from 'lucide-react'
import { type ReactNode, useMemo, useState } from 'react'
import { useCommands } from '../../commands.ts'
import { useLocation } from '../../location.ts'
import { ColumnsDialog } from '../../parts/ColumnsDialog.tsx'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useMedia } from '../../ui/media.ts'
import { type Pane, Panes } from '../../ui/Panes.tsx'
import { BulkEditor } from './BulkEditor.tsx'
import { copyCitations } from './CitationMenu.tsx'
import { columnOf, hiddenColumns } from './columns.ts'
import { conditionOn, FilterBar } from './FilterBar.tsx'
import { fieldLabel } from './fields.ts'
import { fitting, isFiltering, longFieldsOf } from './filter.ts'
import { ImportPanel } from './ImportPanel.tsx'
import { dismissImport, useImportRun } from './import-queue.ts'
import { type Grouping, groupings, laidOut, sorted } from './library.ts'
import { useResemblanceCommands } from './resemblances/find-all.ts'
import { Shelves } from './Shelves.tsx'
import { SourceInspector } from './SourceInspector.tsx'
import { SourceTable } from './SourceTable.tsx'
import { onShelf } from './shelf.ts'
import { useLibrary } from './use-library.ts'
import { useNames } from './use-names.ts'
import { changeView, restoreFirstLooks, useView } from './view.ts'
import { useWaysIn } from './ways-in.tsx'
import './sources.css'

/** Whether the collections stand beside the library; on a small window only when they are asked for. */
const shelvesKey = (narrow: boolean) => `sources-shelves${narrow ? '-narrow' : ''}`
const showsShelves = (narrow: boolean) =>
  (localStorage.getItem(shelvesKey(narrow)) ?? (narrow ? 'hidden' : 'shown')) === 'shown'

/** The library: every source as a row, what is known of the selected one beside it, and the way in for new ones. */
export const SourcesScreen = () => {
  const { id } = useLocation()
  const { sources, refusal } = useLibrary()
  const { value: collections } = useRead('collections.list', {})
  const view = useView()
  const { filter, sorts, grouping } = view
  // The collection may have gone, or be one of another case.
  const isThere = view.shelf === 'none' || collections?.some(one => one.id === view.shelf)
  const shelf = isThere ? view.shelf : 'all'
  const names = useNames(sources, longFieldsOf(filter))
  const run = useImportRun()
  const narrow = useMedia('(max-width: 760px)')
  const [toggled, setToggled] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a press writes what is read here.
  const shelves = useMemo(() => showsShelves(narrow), [narrow, toggled])
  const [choosing, setChoosing] = useState(false)
  const [selected, setSelected] = useState<string[]>(id === null ? [] : [id])
  const waysIn = useWaysIn()

  const here = useMemo(() => onShelf(sources ?? [], shelf, collections ?? []), [sources, shelf, collections])
  const found = useMemo(() => fitting(here, filter, names), [here, filter, names])
  const shown = useMemo(() => sorted(found, sorts, names), [found, sorts, names])
  const rows = useMemo(() => laidOut(shown, grouping, names), [shown, grouping, names])
  const chosen = useMemo(() => {
    const ids = new Set(selected)
    return (sources ?? []).filter(source => ids.has(source.id))
  }, [sources, selected])

  const toggleShelves = () => {
    localStorage.setItem(shelvesKey(narrow), shelves ? 'hidden' : 'shown')
    setToggled(toggled + 1)
  }
  const addCondition = () =>
    changeView({ filter: { ...filter, conditions: [...filter.conditions, conditionOn('publisher')] } })
  const group = say('sources.group')
  useResemblanceCommands()
  useCommands([
    { id: 'library.filter', title: say('library.filterBy'), group, shortcut: 'Mod+Shift+F', run: addCondition },
    { id: 'library.columns', title: say('parts.columns'), group, run: () => setChoosing(true) },
    {
      id: 'library.shelves',
      title: say(shelves ? 'library.hideShelves' : 'library.showShelves'),
      group,
      run: toggleShelves,
    },
    {
      id: 'library.cite',
      title: say('library.copyReference'),
      group,
      shortcut: 'Mod+Shift+C',
      run: () => {
        if (chosen.length > 0)
          void copyCitations(
            chosen.map(source => source.id),
            'text',
          )
      },
    },
  ])
  if (refusal) return <EmptyState sentence={refusal.message} />
  if (sources === undefined || collections === undefined) return null

  const [only] = chosen
  const select = (ids: string[]) => {
    setSelected(ids)
    if (run?.over) dismissImport()
  }
  const inspector = () => {
    if (run !== null) return <ImportPanel run={run} sources={sources} onChoose={one => select([one])} />
    if (chosen.length > 1) return <BulkEditor sources={chosen} />
    if (only) return <SourceInspector key={only.id} row={only} onChoose={one => select([one])} />
    return <EmptyState sentence={say('sources.nothingSelected')} />
  }
  const isNarrowed = filter.conditions.length > 0
  const library = (
    <div className="sources-library">
      <div className="sources-bar">
        <Button
          look="quiet"
          iconOnly
          icon={<PanelLeft size={16} />}
          label={say(shelves ? 'library.hideShelves' : 'library.showShelves')}
          aria-pressed={shelves}
          onClick={toggleShelves}
        />
        {waysIn.buttons}
        <input
          className="input"
          type="search"
          aria-label={say('sources.filter')}
          placeholder={say('library.search')}
          value={filter.words}
          onChange={event => changeView({ filter: { ...filter, words: event.target.value } })}
        />
        {isNarrowed ? null : (
          <Button
            look="quiet"
            iconOnly
            icon={<ListFilter size={16} />}
            label={say('library.filterBy')}
            onClick={addCondition}
          />
        )}
        <label className="sources-grouping small muted">
          {say('sources.groupBy')}
          <select
            className="input"
            value={grouping}
            onChange={event =>
              changeView({ grouping: groupings.find(one => one === (event.target.value as Grouping)) ?? 'nothing' })
            }
          >
            {groupings.map(one => (
              <option key={one} value={one}>
                {say(`library.groupBy.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <Button
          look="quiet"
          iconOnly
          icon={<Columns3 size={16} />}
          label={say('parts.columns')}
          onClick={() => setChoosing(true)}
        />
        <span className="small muted sources-count" role="status">
          {say('sources.count', { shown: shown.length, count: sources.length })}
        </span>
      </div>
      {isNarrowed ? (
        <FilterBar filter={filter} sources={here} names={names} onChange={next => changeView({ filter: next })} />
      ) : null}
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
        <EmptyState sentence={say(isFiltering(filter) ? 'library.noneFits' : 'library.noneHere')} />
      ) : (
        <SourceTable rows={rows} looks={view} names={names} selected={selected} onSelect={select} />
      )}
    </div>
  )
  const tree = <Shelves collections={collections} sources={sources} view={{ ...view, shelf }} />
  return (
    <div className="sources" {...waysIn.area}>
      <Panes
        key={`${narrow} ${shelves}`}
        id={`sources${narrow ? '-narrow' : ''}${shelves ? '-shelves' : ''}`}
        direction={narrow ? 'vertical' : 'horizontal'}
        panes={panesOf({ narrow, tree: shelves ? tree : null, library, inspector: inspector() })}
      />
      {waysIn.overlay}
      {choosing ? (
        <ColumnsDialog
          columns={view.columns}
          hidden={hiddenColumns(view.columns).map(columnOf)}
          labelOf={fieldLabel}
          onColumns={columns => changeView({ columns })}
          onRestore={restoreFirstLooks}
          onClose={() => setChoosing(false)}
        />
      ) : null}
    </div>
  )
}

type Parts = { narrow: boolean; tree: ReactNode; library: ReactNode; inspector: ReactNode }

const panesOf = ({ narrow, tree, library, inspector }: Parts): Pane[] => [
  ...(tree === null
    ? []
    : [
        narrow
          ? { id: 'shelves', size: '20%', min: '64px', children: tree }
          : { id: 'shelves', size: '176px', min: '140px', max: '360px', children: tree },
      ]),
  { id: 'library', min: narrow ? '120px' : '360px', children: library },
  narrow
    ? { id: 'inspector', size: '40%', min: '80px', children: inspector }
    : { id: 'inspector', size: '340px', min: '260px', max: '560px', children: inspector },
]
