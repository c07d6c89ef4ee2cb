import { Filter, FoldVertical, LayoutGrid, ListTree, MoreHorizontal, Plus, Undo2 } from 'lucide-react'
import type { Grain, MatrixAxis, MatrixColumn, MatrixFrameView } from '../../../shared/contract/matrix.ts'
import type { PartialDate } from '../../../shared/model/partial-date.ts'
import { importance } from '../../../shared/model/term.ts'
import { nameOf } from '../../../shared/rules/vocabulary.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { SelectField, TextField } from '../../ui/Field.tsx'
import { Menu, type MenuItem } from '../../ui/Menu.tsx'
import { AsOf } from './AsOf.tsx'
import { type MatrixFilter, noFilter, partsAsked, type Showing, showings } from './filter.ts'
import { columnTitle } from './GridHead.tsx'
import { axisWords } from './MatrixGrid.tsx'

const axes: readonly MatrixAxis[] = ['sources', 'parties', 'dates']

type MatrixToolsProps = {
  axis: MatrixAxis
  frame: MatrixFrameView
  asOf: PartialDate | null
  isCoverage: boolean
  isComparing: boolean
  isFilterShown: boolean
  filter: MatrixFilter
  more: readonly MenuItem[]
  onTurn: (axis: MatrixAxis) => void
  onAsOf: (asOf: PartialDate | null) => void
  onCoverage: () => void
  onCompare: () => void
  onToggleFilter: () => void
  onNewTerm: () => void
}

/** Which matrix is looked at: its columns, its day, as words or as a map of what was covered; and what can be done with it. */
export const MatrixTools = (props: MatrixToolsProps) => {
  const { axis, frame, asOf, isCoverage, isComparing, isFilterShown, filter } = props
  const asked = partsAsked(filter)
  return (
    <div className="matrix-tools" role="toolbar" aria-label={say('shell.matrix')}>
      <div className="matrix-axis">
        <span className="small muted">{say('matrix.axis')}</span>
        <span>
          {axes.map(one => (
            <Button
              key={one}
              label={axisWords(one)}
              aria-pressed={axis === one}
              disabled={isCoverage && one !== 'sources'}
              onClick={() => props.onTurn(one)}
            />
          ))}
        </span>
      </div>
      <AsOf days={frame.days} asOf={asOf} onChange={props.onAsOf} />
      <div className="matrix-tools-end">
        <Button
          label={asked === 0 ? say('matrix.filter') : say('matrix.filterParts', { count: asked })}
          icon={<Filter size={14} />}
          look="quiet"
          aria-pressed={isFilterShown}
          aria-expanded={isFilterShown}
          onClick={props.onToggleFilter}
        />
        <Button
          label={say('matrix.compare')}
          icon={<ListTree size={14} />}
          look="quiet"
          aria-pressed={isComparing}
          onClick={props.onCompare}
        />
        <Button
          label={say('matrix.coverage')}
          icon={<LayoutGrid size={14} />}
          look="quiet"
          aria-pressed={isCoverage}
          onClick={props.onCoverage}
        />
        <Menu label={say('matrix.more')} className="button quiet icon-only" items={props.more}>
          <MoreHorizontal size={16} aria-hidden="true" />
          <span className="unseen">{say('matrix.more')}</span>
        </Menu>
        <Button writes label={say('matrix.newTerm')} icon={<Plus size={14} />} onClick={props.onNewTerm} />
      </div>
    </div>
  )
}

const showingWords: Record<Showing, Parameters<typeof say>[0]> = {
  all: 'matrix.showAll',
  conflicts: 'matrix.showConflicts',
  gaps: 'matrix.showGaps',
  unsupported: 'matrix.showUnsupported',
  stale: 'matrix.showStale',
  unassessed: 'matrix.showUnassessed',
}

const onlyWords = (axis: MatrixAxis) =>
  say(axis === 'sources' ? 'matrix.onlySource' : axis === 'parties' ? 'matrix.onlyParty' : 'matrix.onlyDate')

const dated = (column: MatrixColumn) =>
  column.date === null ? columnTitle(column) : `${columnTitle(column)} (${column.date})`

type FilterLineProps = {
  frame: MatrixFrameView
  filter: MatrixFilter
  shown: number
  grain: Grain | null
  allFolded: boolean
  onFilter: (patch: Partial<MatrixFilter>) => void
  onGrain: (grain: Grain | null) => void
  onFoldAll: () => void
}

/** Which rows and columns of the matrix are shown. */
export const FilterLine = ({
  frame,
  filter,
  shown,
  grain,
  allFolded,
  onFilter,
  onGrain,
  onFoldAll,
}: FilterLineProps) => {
  const categories = [...new Set(frame.rows.map(({ term }) => term.category))]
  return (
    <search className="matrix-tools matrix-filter" aria-label={say('matrix.filter')}>
      <SelectField
        label={say('matrix.show')}
        value={filter.showing}
        choices={showings.map(value => ({ value, label: say(showingWords[value] as 'matrix.showAll') }))}
        onChoose={showing => onFilter({ showing })}
      />
      <SelectField
        label={say('matrix.category')}
        value={filter.category ?? ''}
        choices={[
          { value: '', label: say('matrix.everyCategory') },
          ...categories.map(value => ({ value, label: value })),
        ]}
        onChoose={chosen => onFilter({ category: chosen === '' ? null : chosen })}
      />
      <SelectField
        label={say('matrix.termImportance')}
        value={filter.importance ?? ''}
        choices={[
          { value: '', label: say('matrix.everyCategory') },
          ...importance.options.map(value => ({ value, label: nameOf('importance', value) })),
        ]}
        onChoose={chosen => onFilter({ importance: chosen === '' ? null : chosen })}
      />
      <SelectField
        label={onlyWords(frame.axis)}
        value={filter.column ?? '*'}
        choices={[
          { value: '*', label: say('matrix.everyCategory') },
          ...frame.columns.map(column => ({ value: column.key, label: dated(column) })),
        ]}
        onChoose={chosen => onFilter({ column: chosen === '*' ? null : chosen })}
      />
      {frame.axis === 'dates' ? (
        <SelectField
          label={say('matrix.grain')}
          value={grain ?? ''}
          choices={[
            { value: '', label: say('matrix.grainAny') },
            { value: 'day', label: say('matrix.grainDay') },
            { value: 'month', label: say('matrix.grainMonth') },
            { value: 'year', label: say('matrix.grainYear') },
          ]}
          onChoose={chosen => onGrain(chosen === '' ? null : chosen)}
        />
      ) : null}
      <TextField
        label={say('matrix.words')}
        type="search"
        value={filter.words}
        onChange={event => onFilter({ words: event.target.value })}
      />
      <div className="matrix-tools-end">
        <span className="small muted" role="status">
          {say('matrix.shown', { shown, count: frame.rows.length })}
        </span>
        {partsAsked(filter) === 0 ? null : (
          <Button
            label={say('matrix.showEverything')}
            icon={<Undo2 size={14} />}
            look="quiet"
            onClick={() => onFilter(noFilter)}
          />
        )}
        <Button
          label={say(allFolded ? 'matrix.unfoldAll' : 'matrix.foldAll')}
          icon={<FoldVertical size={14} />}
          iconOnly
          look="quiet"
          aria-pressed={allFolded}
          onClick={onFoldAll}
        />
      </div>
    </search>
  )
}
