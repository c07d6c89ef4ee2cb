import { useEffect, useMemo, useState } from 'react'
import type { MapPlace } from '../../../../shared/contract/risks.ts'
import { excerptId, type RiskId } from '../../../../shared/model/id.ts'
import { useCommands } from '../../../commands.ts'
import { moveTo, navigate, useLocation } from '../../../location.ts'
import { useRead } from '../../../query.ts'
import { say } from '../../../say.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { useKeptFocus } from '../../../ui/focus.ts'
import { useMedia } from '../../../ui/media.ts'
import { Panes } from '../../../ui/Panes.tsx'
import { RiskDetail } from '../detail/RiskDetail.tsx'
import { HeatMap } from '../map/HeatMap.tsx'
import { useRiskMap } from '../map/use-risk-map.ts'
import { type Deed, deed as deedSchema } from './dialogs.ts'
import { noFilter } from './listing.ts'
import { ManyRisks } from './ManyRisks.tsx'
import { RegisterBar } from './RegisterBar.tsx'
import { RegisterDialogs } from './RegisterDialogs.tsx'
import { commandsOf, doable, RiskMenu } from './RiskMenu.tsx'
import { focusRow, RiskTable } from './RiskTable.tsx'
import { useRegister } from './use-register.ts'
import { changeFilter, changeView, foldAll } from './view.ts'

/**
 * Ranked table, heat map and detail, linked. `#/risks/ID?assess=1&excerpt=ID` opens the scoring of a risk on a passage,
 * `#/risks/ID?do=accept` one of the dialogs.
 */
export const RegisterView = () => {
  const { id, query } = useLocation()
  const { value: rows, refusal } = useRead('risks.register', {})
  const { value: criteria } = useRead('criteria.read', {})
  const [cell, setCell] = useState<MapPlace | null>(null)
  const [deed, setDeed] = useState<Deed | null>(null)
  const [edited, setEdited] = useState<RiskId | null>(null)
  const map = useRiskMap()
  const register = useRegister(rows ?? [], id, cell, map.drawn)
  const { view, shown, lines, current, selection, select } = register
  const { value: read } = useRead('risks.read', current === undefined ? null : { id: current.id })
  const whole = read?.id === current?.id ? (read ?? null) : null
  const everything = () => {
    setCell(null)
    changeView({ filter: noFilter })
  }
  /** From risks that are put away to the next one that is still listed. */
  const goOn = () => {
    if (view.filter.archived || current === undefined) return
    const gone = new Set(selection)
    const at = shown.indexOf(current)
    const next = shown.find((risk, index) => index > at && !gone.has(risk)) ?? shown.findLast(risk => !gone.has(risk))
    if (next) select([next.id], next.id)
  }
  /** Zoomed in, three panes would each be too small to read: they stand below one another. */
  const isSmall = useMedia('(max-width: 860px), (max-height: 520px)')
  useKeptFocus(() => document.querySelector('.risks-table tr[tabindex="0"]'))
  const asked = deedSchema.safeParse(query.do).data
  useEffect(() => {
    if (asked === undefined) return
    setDeed(asked)
    moveTo('risks', id)
  }, [asked, id])
  const shownId = current?.id ?? null
  const items = useMemo(
    () =>
      doable({
        selection,
        begin: setDeed,
        editRow: () => setEdited(shownId),
        shown: made => navigate('risks', made),
      }),
    [selection, shownId],
  )
  const command = (name: string, title: string, run: () => void, shortcut?: string) => ({
    id: `risks.${name}`,
    title,
    group: say('shell.risks'),
    shortcut,
    run,
  })
  useCommands([
    command('new', say('register.new'), () => setDeed('new'), 'Shift+R'),
    command('assess', say('risks.assess'), () => current && navigate('risks', current.id, { assess: '1' }), 'A'),
    command('register', say('risks.goRegister'), focusRow, 'G'),
    command('all', say('register.clearFilter'), everything),
    command('filter', say('register.filter'), () => document.getElementById('register-filter')?.click(), 'Mod+Shift+F'),
    ...(view.grouping === 'nothing'
      ? []
      : [
          command('foldAll', say('register.foldAll'), () => foldAll(shown)),
          command('unfoldAll', say('register.unfoldAll'), () => foldAll([])),
        ]),
    command('columns', say('parts.columns'), () => setDeed('columns')),
    command('views', say('parts.views'), () => setDeed('views')),
    ...commandsOf(items),
  ])
  const category = view.filter.category.length === 1 ? (view.filter.category[0] ?? null) : null
  const categories = useMemo(
    () => [...new Set(rows?.map(risk => risk.category))].filter(category => category !== '').toSorted(),
    [rows],
  )
  // What the table alone is about draws neither the map nor the risk below anew.
  const drawing = useMemo(
    () => (
      <HeatMap
        map={map}
        selected={shownId}
        filter={cell}
        category={category}
        onFilter={setCell}
        onCategory={one => changeFilter({ category: one === null ? [] : [one] })}
        onSelect={one => select([one], one)}
      />
    ),
    [map, shownId, cell, category, select],
  )
  const isAssessing = query.assess === '1'
  const detailed = useMemo(() => {
    if (whole === null || criteria === undefined) return null
    const excerpt = excerptId.safeParse(query.excerpt)
    return (
      <RiskDetail
        key={whole.id}
        risk={whole}
        scales={criteria}
        assessing={isAssessing}
        excerpt={excerpt.success ? excerpt.data : null}
        onEdit={() => setDeed('edit')}
        onArchive={() => setDeed('archive')}
      >
        <RiskMenu items={items} />
      </RiskDetail>
    )
  }, [whole, criteria, isAssessing, query.excerpt, items])
  if (refusal) return <EmptyState sentence={refusal.message} />
  if (rows === undefined || criteria === undefined) return null
  const dialogs = (
    <RegisterDialogs
      deed={deed}
      all={rows}
      selection={selection}
      current={current}
      whole={whole}
      view={view}
      categories={categories}
      onShow={one => select([one], one)}
      onMoved={status => status === 'archived' && goOn()}
      onClose={() => setDeed(null)}
    />
  )
  if (rows.length === 0) {
    return (
      <>
        <EmptyState sentence={say('risks.none')}>
          <Button writes label={say('register.new')} look="primary" onClick={() => setDeed('new')} />
        </EmptyState>
        {dialogs}
      </>
    )
  }
  const scales = map.drawn?.criteria ?? criteria
  const table = (
    <div className="register">
      <RegisterBar
        view={view}
        risks={register.choosable}
        shown={shown.length}
        selected={selection.length}
        cell={
          cell === null
            ? null
            : say('risks.cellFilter', {
                likelihood: scales.likelihoods[cell.likelihood]?.word ?? '',
                impact: scales.impacts[cell.impact]?.word ?? '',
              })
        }
        onClearCell={() => setCell(null)}
        onColumns={() => setDeed('columns')}
        onViews={() => setDeed('views')}
        onNew={() => setDeed('new')}
      />
      {shown.length > 0 ? (
        <RiskTable
          lines={lines}
          view={view}
          selected={selection.map(risk => risk.id)}
          current={current?.id ?? null}
          edited={edited}
          today={register.today}
          onSelect={select}
          onEdit={setEdited}
        />
      ) : register.choosable.length === 0 ? (
        <EmptyState sentence={say('register.allArchived')}>
          <Button label={say('register.showArchived')} onClick={() => changeFilter({ archived: true })} />
        </EmptyState>
      ) : (
        <EmptyState sentence={say('risks.nothingFits')}>
          <Button label={say('register.clearFilter')} onClick={everything} />
        </EmptyState>
      )}
    </div>
  )
  const detail =
    selection.length > 1 && !isAssessing ? (
      <ManyRisks key={selection.map(risk => risk.id).join()} risks={selection} items={items} />
    ) : current === undefined ? (
      <EmptyState sentence={say('risks.choose')} />
    ) : (
      detailed
    )
  const top = (
    <Panes
      id="risks-top"
      panes={[
        { id: 'register', size: '60%', min: '40%', children: table },
        { id: 'map', min: '280px', children: drawing },
      ]}
    />
  )
  return (
    <>
      {isSmall ? (
        <div className="risks-stack">
          {isAssessing ? detail : null}
          {table}
          {drawing}
          {isAssessing ? null : detail}
        </div>
      ) : (
        <Panes
          id="risks"
          direction="vertical"
          panes={[
            { id: 'top', size: '54%', min: '200px', children: top },
            { id: 'detail', min: '160px', children: detail },
          ]}
        />
      )}
      {dialogs}
    </>
  )
}
