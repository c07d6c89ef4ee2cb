import { Plus } from 'lucide-react'
import { useState } from 'react'
import { excerptId, type RiskId } from '../../../shared/model/id.ts'
import { useCommands } from '../../commands.ts'
import { navigate, useLocation } from '../../location.ts'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { choicesOf, SelectField } from '../../ui/Field.tsx'
import { Panes } from '../../ui/Panes.tsx'
import { HeatMap } from './HeatMap.tsx'
import { type MapPlace, mapRisks } from './map.ts'
import { RiskDetail } from './RiskDetail.tsx'
import { RiskDialog } from './RiskDialog.tsx'
import { RiskTable } from './RiskTable.tsx'
import './risks.css'

/** Ranked table, heat map and detail, linked. `#/risks/ID?assess=1&excerpt=ID` opens the scoring of a risk on a passage. */
export const RisksScreen = () => {
  const { id, query } = useLocation()
  const { value: risks, refusal } = useRead('risks.list', {})
  const { value: criteria } = useRead('criteria.read', {})
  const [status, setStatus] = useState('')
  const [category, setCategory] = useState('')
  const [filter, setFilter] = useState<MapPlace | null>(null)
  const [dialog, setDialog] = useState<'new' | 'edit' | null>(null)
  const select = (chosen: RiskId) => navigate('risks', chosen)
  useCommands([
    {
      id: 'risks.new',
      title: say('risks.new'),
      group: say('shell.risks'),
      shortcut: 'Shift+R',
      run: () => setDialog('new'),
    },
    {
      id: 'risks.assess',
      title: say('risks.assess'),
      group: say('shell.risks'),
      shortcut: 'A',
      run: () => selected && navigate('risks', selected.id, { assess: '1' }),
    },
  ])
  const inCell = (risk: string) =>
    filter === null ||
    criteria === undefined ||
    mapRisks(risks ?? [], criteria, null).some(
      one => one.risk.id === risk && one.place.likelihood === filter.likelihood && one.place.impact === filter.impact,
    )
  const shown = (risks ?? []).filter(
    risk =>
      (status === '' || risk.status === status) && (category === '' || risk.category === category) && inCell(risk.id),
  )
  const selected = risks?.find(risk => risk.id === id) ?? shown[0]
  if (refusal) return <EmptyState sentence={refusal.message} />
  if (risks === undefined || criteria === undefined) return null
  const categories = [...new Set(risks.map(risk => risk.category))].toSorted()
  const excerpt = excerptId.safeParse(query.excerpt)
  const dialogElement =
    dialog === null ? null : (
      <RiskDialog
        risk={dialog === 'edit' ? (selected ?? null) : null}
        categories={categories}
        onClose={() => setDialog(null)}
      />
    )
  if (risks.length === 0) {
    return (
      <>
        <EmptyState sentence={say('risks.none')}>
          <Button label={say('risks.new')} look="primary" onClick={() => setDialog('new')} />
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
            label={`${say('risks.cellFilter', {
              likelihood: criteria.likelihoods[filter.likelihood]?.word ?? '',
              impact: criteria.impacts[filter.impact]?.word ?? '',
            })} · ${say('risks.clearCell')}`}
            look="quiet"
            onClick={() => setFilter(null)}
          />
        )}
        <span className="risks-tools-end">
          <Button label={say('risks.new')} icon={<Plus size={14} />} onClick={() => setDialog('new')} />
        </span>
      </div>
      <RiskTable risks={shown} selected={selected?.id ?? null} onSelect={select} />
    </div>
  )
  return (
    <>
      <Panes
        id="risks"
        direction="vertical"
        panes={[
          {
            id: 'top',
            size: '54%',
            min: '200px',
            children: (
              <Panes
                id="risks-top"
                panes={[
                  { id: 'register', size: '60%', min: '40%', children: register },
                  {
                    id: 'map',
                    min: '280px',
                    children: (
                      <HeatMap
                        risks={risks}
                        scales={criteria}
                        selected={selected?.id ?? null}
                        filter={filter}
                        onFilter={setFilter}
                        onSelect={select}
                      />
                    ),
                  },
                ]}
              />
            ),
          },
          {
            id: 'detail',
            min: '160px',
            children: selected ? (
              <RiskDetail
                risk={selected}
                scales={criteria}
                assessing={query.assess === '1'}
                excerpt={excerpt.success ? excerpt.data : null}
                onEdit={() => setDialog('edit')}
              />
            ) : (
              <EmptyState sentence={say('risks.choose')} />
            ),
          },
        ]}
      />
      {dialogElement}
    </>
  )
}
