import { Bookmark, Columns3, Download, Grid3x3, ListFilter } from 'lucide-react'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { ExcerptId } from '../../../shared/model/id.ts'
import { useCommands } from '../../commands.ts'
import { moveTo, navigate, useLocation } from '../../location.ts'
import { notify } from '../../notices.ts'
import { ColumnsDialog } from '../../parts/ColumnsDialog.tsx'
import { SavedViewsDialog } from '../../parts/SavedViewsDialog.tsx'
import { perform, useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { useMedia } from '../../ui/media.ts'
import { Panes } from '../../ui/Panes.tsx'
import { hiddenColumns, labelOf } from './columns.ts'
import { ExcerptDetail } from './ExcerptDetail.tsx'
import { ExcerptTable } from './ExcerptTable.tsx'
import { FilterBuilder } from './FilterBuilder.tsx'
import { ManyExcerpts } from './ManyExcerpts.tsx'
import { emptyGroup, type Group, groupOfAddress, isAsking, newCondition, type Part } from './question.ts'
import { TagMeetings } from './TagMeetings.tsx'
import { changeView, filterOfView, restoreFirstLooks, settingsOf, useView, viewOf } from './view.ts'
import './excerpts.css'

/** Asked for by the address once: after that the analyst changes the question as they like. */
const useAddress = () => {
  const { query } = useLocation()
  useEffect(() => {
    const group = groupOfAddress(query)
    if (group === null) return
    changeView({ group, words: '', shows: 'table' })
    // The address stands for the question only as long as that is what is asked.
    moveTo('excerpts')
  }, [query])
}

/** Every excerpt of the case as a table: asked about, changed many at once, counted by the tags that meet, and exported. */
export const ExcerptsScreen = () => {
  useAddress()
  const view = useView()
  const { words, group, order, descending, shows } = view
  const { value: tags = [] } = useRead('tags.list', {})
  const narrow = useMedia('(max-width: 760px)')
  const [selected, setSelected] = useState<ExcerptId[]>([])
  const [total, setTotal] = useState<number>()
  const [dialog, setDialog] = useState<'columns' | 'views' | null>(null)
  const tagOf = useMemo(() => {
    const byId = new Map<string, (typeof tags)[number]>(tags.map(tag => [tag.id, tag]))
    return (id: string) => byId.get(id)
  }, [tags])
  // Typing is not held up by the answers: they follow.
  const asked = useDeferredValue(useMemo(() => filterOfView({ words, group }), [words, group]))
  const question = useMemo(() => ({ filter: asked, order, descending }), [asked, order, descending])

  const box = useRef<HTMLInputElement>(null)
  const ask = (next: Group) => {
    changeView({ group: next })
    // The question goes, and the keyboard with it.
    if (next.parts.length === 0) box.current?.focus()
  }
  const addCondition = () => ask({ ...group, parts: [...group.parts, newCondition('tag')] })
  const isFiltering = words.trim() !== '' || isAsking(group)
  const toggleMeetings = () => changeView({ shows: shows === 'table' ? 'meetings' : 'table' })
  const save = async (form: 'csv' | 'w3c') => {
    const outcome = await perform('excerpts.save', { filter: asked, form })
    if (outcome.ok && outcome.value.path !== null)
      notify({ tone: 'plain', text: say('parts.saved', { path: outcome.value.path }) })
  }
  const remove = () => {
    if (selected.length > 0) void perform('excerpts.remove', { ids: selected }).then(({ ok }) => ok && setSelected([]))
  }
  const commandGroup = say('shell.excerpts')
  useCommands([
    {
      id: 'excerpts.filter',
      title: say('excerpts.addCondition'),
      group: commandGroup,
      shortcut: 'Mod+Shift+F',
      run: addCondition,
    },
    {
      id: 'excerpts.meetings',
      title: say('excerpts.meetings'),
      group: commandGroup,
      shortcut: 'Mod+Shift+M',
      run: toggleMeetings,
    },
    { id: 'excerpts.views', title: say('parts.views'), group: commandGroup, run: () => setDialog('views') },
    { id: 'excerpts.columns', title: say('parts.columns'), group: commandGroup, run: () => setDialog('columns') },
    { id: 'excerpts.csv', title: say('excerpts.saveCsv'), group: commandGroup, run: () => void save('csv') },
    { id: 'excerpts.w3c', title: say('excerpts.saveW3c'), group: commandGroup, run: () => void save('w3c') },
    {
      id: 'excerpts.remove',
      title: say('excerpts.removeSelected'),
      group: commandGroup,
      shortcut: 'Delete',
      run: remove,
    },
  ])

  const show = (parts: Part[]) => {
    const before = isAsking(group) ? group : emptyGroup
    const kept: Part[] = before.join === 'any' ? [{ kind: 'group', negated: false, group: before }] : before.parts
    changeView({ shows: 'table', group: { join: 'all', parts: [...kept, ...parts] } })
  }
  const [only] = selected
  const main = (
    <div className="excerpts-main">
      <div className="excerpts-bar">
        <input
          ref={box}
          className="input"
          type="search"
          aria-label={say('excerpts.words')}
          placeholder={say('excerpts.words')}
          value={words}
          onChange={event => changeView({ words: event.target.value })}
        />
        {group.parts.length > 0 ? null : (
          <Button look="quiet" icon={<ListFilter size={16} />} label={say('excerpts.filter')} onClick={addCondition} />
        )}
        <Button
          look="quiet"
          iconOnly={narrow}
          icon={<Grid3x3 size={16} />}
          label={say('excerpts.meetings')}
          aria-pressed={shows === 'meetings'}
          onClick={toggleMeetings}
        />
        <Button
          look="quiet"
          iconOnly
          icon={<Bookmark size={16} />}
          label={say('parts.views')}
          onClick={() => setDialog('views')}
        />
        <Button
          look="quiet"
          iconOnly
          icon={<Columns3 size={16} />}
          label={say('parts.columns')}
          onClick={() => setDialog('columns')}
        />
        <Menu
          label={say('excerpts.export')}
          className="button quiet icon-only"
          items={[
            { id: 'csv', label: say('excerpts.saveCsv'), run: () => void save('csv') },
            { id: 'w3c', label: say('excerpts.saveW3c'), run: () => void save('w3c') },
          ]}
        >
          <Download size={16} aria-label={say('excerpts.export')} />
        </Menu>
        <span className="small muted excerpts-total" role="status">
          {total === undefined ? '' : say('excerpts.count', { count: total })}
        </span>
      </div>
      {group.parts.length === 0 ? null : <FilterBuilder group={group} onChange={ask} />}
      {shows === 'meetings' ? (
        <TagMeetings filter={asked} tagOf={tagOf} onChoose={show} />
      ) : (
        <ExcerptTable
          question={question}
          view={view}
          tagOf={tagOf}
          selected={selected}
          onSelect={setSelected}
          onTotal={setTotal}
          nothing={say(isFiltering ? 'excerpts.noneFits' : 'excerpts.none')}
        />
      )}
    </div>
  )
  const inspector =
    only === undefined ? (
      <EmptyState sentence={say('excerpts.nothingSelected')}>
        {total === 0 && !isFiltering ? (
          <Button label={say('excerpts.toReader')} onClick={() => navigate('reader')} />
        ) : null}
      </EmptyState>
    ) : selected.length > 1 ? (
      <ManyExcerpts ids={selected} tagOf={tagOf} />
    ) : (
      <ExcerptDetail key={only} id={only} tagOf={tagOf} />
    )
  return (
    <div className="excerpts">
      <Panes
        key={`${narrow} ${shows}`}
        id={`excerpts${narrow ? '-narrow' : ''}${shows === 'table' ? '' : '-meetings'}`}
        direction={narrow ? 'vertical' : 'horizontal'}
        panes={[
          { id: 'table', min: narrow ? '160px' : '360px', children: main },
          // Where tags are counted, no excerpt is looked at.
          ...(shows === 'meetings'
            ? []
            : [
                narrow
                  ? { id: 'detail', size: '36%', min: '80px', children: inspector }
                  : { id: 'detail', size: '320px', min: '240px', max: '560px', children: inspector },
              ]),
        ]}
      />
      {dialog === 'columns' ? (
        <ColumnsDialog
          columns={view.columns}
          hidden={hiddenColumns(view.columns)}
          labelOf={labelOf}
          onColumns={columns => changeView({ columns })}
          onRestore={restoreFirstLooks}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog === 'views' ? (
        <SavedViewsDialog
          screen="excerpts"
          settings={JSON.parse(JSON.stringify(settingsOf(view)))}
          onOpen={settings => {
            const kept = viewOf(settings)
            if (kept !== null) changeView(kept)
            return kept !== null
          }}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </div>
  )
}
