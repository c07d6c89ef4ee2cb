import { Plus, X } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { AsOf, MapPlace } from '../../../../shared/contract/risks.ts'
import { excerptId, type RiskId } from '../../../../shared/model/id.ts'
import { useCommands } from '../../../commands.ts'
import { navigate, useLocation } from '../../../location.ts'
import { perform, useRead } from '../../../query.ts'
import { say } from '../../../say.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { choicesOf, SelectField } from '../../../ui/Field.tsx'
import { useKeptFocus } from '../../../ui/focus.ts'
import { useMedia } from '../../../ui/media.ts'
import { Panes } from '../../../ui/Panes.tsx'
import { RiskDetail } from '../detail/RiskDetail.tsx'
import { HeatMap } from '../HeatMap.tsx'
import { samePlace } from '../map.ts'
import { RiskDialog } from './RiskDialog.tsx'
import { focusRow, RiskTable } from './RiskTable.tsx'

/** Ranked table, heat map and detail, linked. `#/risks/ID?assess=1&excerpt=ID` opens the scoring of a risk on a passage. */
export const RegisterView = () => {
  const { id, query } = useLocation()
  const { value: risks, refusal } = useRead('risks.register', {})
  const { value: criteria } = useRead('criteria.read', {})
  const [status, setStatus] = useState('')
  const [category, setCategory] = useState('')
  const [filter, setFilter] = useState<MapPlace | null>(null)
  const [asOf, setAsOf] = useState<string | null>(null)
  const [dialog, setDialog] = useState<'new' | 'edit' | null>(null)
  const moment: AsOf = useMemo(() => (asOf === null ? null : { dated: asOf }), [asOf])
  const { value: drawn } = useRead('risks.map', { asOf: moment })
  const { value: days = [] } = useRead('risks.days', { clock: 'dated' })
  const mapped = drawn?.risks ?? []
  const inCell = (risk: RiskId) =>
    filter === null || mapped.some(one => one.id === risk && samePlace(one.place, filter))
  const shown = (risks ?? []).filter(
    risk =>
      (status === '' ? risk.status !== 'archived' : risk.status === status) &&
      (category === '' || risk.category === category) &&
      inCell(risk.id),
  )
  const selected = risks?.find(risk => risk.id === id) ?? shown[0]
  const { value: whole } = useRead('risks.read', selected === undefined ? null : { id: selected.id })
  const select = (chosen: RiskId) => navigate('risks', chosen)
  const archive = async (gone: RiskId) => {
    const at = shown.findIndex(risk => risk.id === gone)
    const outcome = await perform('risks.move', {
      ids: [gone],
      status: 'archived',
      reason: say('risks.archivedByHand'),
    })
    if (outcome.ok) navigate('risks', (shown[at + 1] ?? shown[at - 1])?.id ?? null)
  }
  const everything = () => {
    setFilter(null)
    setStatus('')
    setCategory('')
  }
  /** Zoomed in, three panes would each be too small to read: they stand below one another. */
  const isSmall = useMedia('(max-width: 860px), (max-height: 520px)')
  useKeptFocus(() => document.querySelector('.risks-table [tabindex="0"]'))
  const command = (name: string, title: string, run: () => void, shortcut?: string) => ({
    id: `risks.${name}`,
    title,
    group: say('shell.risks'),
    shortcut,
    run,
  })
  useCommands([
    command('new', say('risks.new'), () => setDialog('new'), 'Shift+R'),
    command('assess', say('risks.assess'), () => selected && navigate('risks', selected.id, { assess: '1' }), 'A'),
    command('edit', say('risks.edit'), () => selected && setDialog('edit'), 'E'),
    command('register', say('risks.goRegister'), () => selected && focusRow(selected.id), 'G'),
    command('all', say('risks.showAll'), everything),
    command('archive', say('risks.archive'), () => selected && void archive(selected.id)),
  ])
  if (refusal) return <EmptyState sentence={refusal.message} />
  if (risks === undefined || criteria === undefined) return null
  const categories = [...new Set(risks.map(risk => risk.category))].filter(category => category !== '').toSorted()
  const excerpt = excerptId.safeParse(query.excerpt)
  const dialogElement =
    dialog === null ? null : (
      <RiskDialog
        risk={dialog === 'edit' ? (whole ?? null) : null}
        categories={categories}
        onClose={() => setDialog(null)}
      />
    )
  if (risks.length === 0) {
    return (
      <>
        <EmptyState sentence={say('risks.none')}>
          <Button writes label={say('risks.new')} look="primary" onClick={() => setDialog('new')} />
        </EmptyState>
        {dialogElement}
      </>
    )
  }
  const register = (
    <div className="risks-register">
      <div className="risks-tools" role="toolbar" aria-label={say('risks.register')}>
        <SelectField
          label={say('risks.filterStatus')}
          value={status}
          choices={[
            { value: '', label: say('risks.everyStatus') },
            ...choicesOf([...new Set(risks.map(risk => risk.status))]),
          ]}
          onChoose={setStatus}
        />
        <SelectField
          label={say('risks.filterCategory')}
          value={category}
          choices={[{ value: '', label: say('risks.everyCategory') }, ...choicesOf(categories)]}
          onChoose={setCategory}
        />
        {filter === null ? null : (
          <Button
            label={say('risks.cellFilter', {
              likelihood: criteria.likelihoods[filter.likelihood]?.word ?? '',
              impact: criteria.impacts[filter.impact]?.word ?? '',
            })}
            title={say('risks.clearCell')}
            icon={<X size={14} />}
            look="quiet"
            onClick={() => setFilter(null)}
          />
        )}
        <span className="risks-tools-end">
          <Button writes label={say('risks.new')} icon={<Plus size={14} />} onClick={() => setDialog('new')} />
        </span>
      </div>
      {shown.length === 0 ? (
        <EmptyState sentence={say('risks.nothingFits')}>
          <Button label={say('risks.showAll')} onClick={everything} />
        </EmptyState>
      ) : (
        <RiskTable risks={shown} selected={selected?.id ?? null} onSelect={select} />
      )}
    </div>
  )
  const map = (
    <HeatMap
      days={days}
      scales={drawn?.criteria ?? criteria}
      selected={selected?.id ?? null}
      mapped={mapped}
      filter={filter}
      asOf={asOf}
      onAsOf={setAsOf}
      onFilter={setFilter}
      onSelect={select}
    />
  )
  const detail =
    selected && whole?.id === selected.id ? (
      <RiskDetail
        key={selected.id}
        risk={whole}
        scales={criteria}
        assessing={query.assess === '1'}
        excerpt={excerpt.success ? excerpt.data : null}
        onEdit={() => setDialog('edit')}
        onArchive={() => void archive(selected.id)}
      />
    ) : (
      <EmptyState sentence={say('risks.choose')} />
    )
  const top = (
    <Panes
      id="risks-top"
      panes={[
        { id: 'register', size: '60%', min: '40%', children: register },
        { id: 'map', min: '280px', children: map },
      ]}
    />
  )
  return (
    <>
      {isSmall ? (
        <div className="risks-stack">
          {query.assess === '1' ? detail : register}
          {map}
          {query.assess === '1' ? register : detail}
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
      {dialogElement}
    </>
  )
}
