import { FileDown, Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useCommands } from '../../commands.ts'
import { navigate, useLocation } from '../../location.ts'
import { notify } from '../../notices.ts'
import { StageGlyph } from '../../parts/StageGlyph.tsx'
import { perform, useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SelectField } from '../../ui/Field.tsx'
import { Panes } from '../../ui/Panes.tsx'
import { EvidenceDrawer } from './EvidenceDrawer.tsx'
import './matrix.css'
import { type GridPlace, MatrixGrid } from './MatrixGrid.tsx'
import { PositionDrawer } from './PositionDrawer.tsx'
import { gridLines, type Showing, showings } from './rows.ts'
import { TermDialog } from './TermDialog.tsx'

const showingWords = {
  all: 'matrix.showAll',
  conflicts: 'matrix.showConflicts',
  gaps: 'matrix.showGaps',
  unsupported: 'matrix.showUnsupported',
} as const

const saveCsv = async () => {
  const outcome = await perform('export.save', { format: 'csv' })
  if (outcome.ok && outcome.value.path !== null)
    notify({ tone: 'plain', text: say('matrix.exported', { path: outcome.value.path }) })
}

/** Terms by sources or parties. The address says which cell is open: `?term=ID&column=KEY`, `column=position`, or `?claim=ID`. */
export const MatrixScreen = () => {
  const { query } = useLocation()
  const axis = query.axis === 'parties' ? 'parties' : 'sources'
  const { value: view, refusal } = useRead('matrix.read', { axis })
  const [showing, setShowing] = useState<Showing>('all')
  const [category, setCategory] = useState<string | null>(null)
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const [place, setPlace] = useState<GridPlace>({ line: 1, column: 1 })
  const [dialog, setDialog] = useState<'new' | 'edit' | null>(null)
  const lines = useMemo(() => gridLines(view?.rows ?? [], showing, category, folded), [view, showing, category, folded])
  useCommands([
    {
      id: 'matrix.newTerm',
      title: say('matrix.newTerm'),
      group: say('shell.matrix'),
      shortcut: 'Shift+T',
      run: () => setDialog('new'),
    },
    { id: 'matrix.exportCsv', title: say('matrix.exportCsv'), group: say('shell.matrix'), run: () => void saveCsv() },
  ])

  if (refusal) return <EmptyState sentence={refusal.message} />
  if (view === undefined) return null

  const byClaim =
    query.claim === undefined
      ? undefined
      : view.rows.find(row => row.cells.some(cell => cell.claims.some(id => id === query.claim)))
  const row = byClaim ?? view.rows.find(one => one.term.id === query.term)
  const cellAt = byClaim
    ? byClaim.cells.findIndex(cell => cell.claims.some(id => id === query.claim))
    : view.columns.findIndex(column => column.key === (query.column ?? query.source))
  const open = (at: GridPlace) => {
    const line = lines[at.line]
    if (line?.kind !== 'term') return
    const key = at.column === 0 ? undefined : (view.columns[at.column - 1]?.key ?? 'position')
    navigate('matrix', null, { axis, term: line.row.term.id, ...(key === undefined ? {} : { column: key }) })
  }
  const close = () => navigate('matrix', null, { axis })
  const fold = (name: string) => {
    const next = new Set(folded)
    if (!next.delete(name)) next.add(name)
    setFolded(next)
  }
  const categories = [...new Set(view.rows.map(one => one.term.category))]
  const last = lines.length - 1
  const grid =
    view.rows.length === 0 ? (
      <EmptyState sentence={say('matrix.noTerms')}>
        <Button label={say('matrix.newTerm')} look="primary" onClick={() => setDialog('new')} />
      </EmptyState>
    ) : lines.length === 0 ? (
      <EmptyState sentence={say('matrix.nothingFits')}>
        <Button label={say('matrix.showEverything')} onClick={() => [setShowing('all'), setCategory(null)]} />
      </EmptyState>
    ) : (
      <MatrixGrid
        view={view}
        lines={lines}
        place={{ line: Math.min(place.line, last), column: Math.min(place.column, view.columns.length + 1) }}
        onMove={setPlace}
        onOpen={open}
        onFold={fold}
      />
    )
  const drawer =
    row === undefined ? null : query.column === 'position' ? (
      <PositionDrawer key={row.term.id} row={row} onClose={close} />
    ) : (
      <EvidenceDrawer
        key={`${row.term.id} ${cellAt}`}
        place={{ row, column: view.columns[cellAt] ?? null, cell: row.cells[cellAt] ?? null, axis }}
        onClose={close}
        onEditTerm={() => setDialog('edit')}
      />
    )
  return (
    <div className="matrix">
      <div className="matrix-tools" role="toolbar" aria-label={say('shell.matrix')}>
        <div className="matrix-axis">
          <span className="small muted">{say('matrix.axis')}</span>
          <span>
            <Button
              label={say('matrix.bySource')}
              aria-pressed={axis === 'sources'}
              onClick={() => navigate('matrix', null, { axis: 'sources' })}
            />
            <Button
              label={say('matrix.byParty')}
              aria-pressed={axis === 'parties'}
              onClick={() => navigate('matrix', null, { axis: 'parties' })}
            />
          </span>
        </div>
        <SelectField
          label={say('matrix.show')}
          value={showing}
          choices={showings.map(value => ({ value, label: say(showingWords[value]) }))}
          onChoose={setShowing}
        />
        <SelectField
          label={say('matrix.category')}
          value={category ?? ''}
          choices={[
            { value: '', label: say('matrix.everyCategory') },
            ...categories.map(value => ({ value, label: value })),
          ]}
          onChoose={chosen => setCategory(chosen === '' ? null : chosen)}
        />
        <div className="matrix-tools-end">
          <Button
            label={say('matrix.exportCsv')}
            icon={<FileDown size={14} />}
            look="quiet"
            onClick={() => void saveCsv()}
          />
          <Button label={say('matrix.newTerm')} icon={<Plus size={14} />} onClick={() => setDialog('new')} />
        </div>
      </div>
      <div className="matrix-body">
        <Panes
          id="matrix"
          panes={[
            { id: 'grid', children: grid, min: '40%' },
            ...(drawer === null ? [] : [{ id: 'drawer', children: drawer, size: '34%', min: '280px' }]),
          ]}
        />
      </div>
      <p className="matrix-legend">
        {['proposed', 'agreed in principle', 'text agreed', 'signed', 'rejected'].map(stage => (
          <span key={stage}>
            <StageGlyph stage={stage} /> {stage}
          </span>
        ))}
        <span>{say('matrix.legendCounts')}</span>
      </p>
      {dialog === null ? null : (
        <TermDialog
          term={dialog === 'edit' ? (row?.term ?? null) : null}
          categories={categories}
          onClose={() => setDialog(null)}
        />
      )}
    </div>
  )
}
