import { FileDown, Plus, Users } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { useCommands } from '../../commands.ts'
import { navigate, useLocation } from '../../location.ts'
import { notify } from '../../notices.ts'
import { perform, useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SelectField } from '../../ui/Field.tsx'
import { useKeptFocus } from '../../ui/focus.ts'
import { useMedia } from '../../ui/media.ts'
import { Panes } from '../../ui/Panes.tsx'
import { EvidenceDrawer } from './EvidenceDrawer.tsx'
import { Legend } from './Legend.tsx'
import './matrix.css'
import { focusGrid, MatrixGrid } from './MatrixGrid.tsx'
import { PartiesDialog } from './PartiesDialog.tsx'
import { PositionDrawer } from './PositionDrawer.tsx'
import { type GridPlace, gridLines, openedBy, type Showing, showings } from './rows.ts'
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
  const [dialog, setDialog] = useState<'new' | 'edit' | 'parties' | null>(null)
  const lines = useMemo(() => gridLines(view?.rows ?? [], showing, category, folded), [view, showing, category, folded])
  const opened = useMemo(() => (view ? openedBy(view, query) : null), [view, query])
  const positionColumn = (view?.columns.length ?? 0) + 1
  const at = { line: Math.min(place.line, lines.length - 1), column: Math.min(place.column, positionColumn) }
  const openedTerm = opened?.row.term.id
  const openedColumn = opened?.column
  // biome-ignore lint/correctness/useExhaustiveDependencies: the grid goes to what an address opens once, and may be left from there.
  useEffect(() => {
    const line = lines.findIndex(one => one.kind === 'term' && one.row.term.id === openedTerm)
    if (line >= 0 && openedColumn !== undefined) setPlace({ line, column: openedColumn })
  }, [openedTerm, openedColumn])
  /** Zoomed in there is no room for both: the drawer takes the place of the grid. */
  const isSmall = useMedia('(max-width: 760px)')
  useKeptFocus(() => document.getElementById('matrix-grid'))

  const turn = (to: 'sources' | 'parties') => navigate('matrix', null, { axis: to })
  const open = (wanted: GridPlace) => {
    const line = lines[wanted.line]
    if (line?.kind !== 'term') return
    const key =
      wanted.column === positionColumn
        ? { column: 'position' }
        : wanted.column === 0
          ? {}
          : { column: view?.columns[wanted.column - 1]?.key ?? '' }
    navigate('matrix', null, { axis, term: line.row.term.id, ...key })
  }
  const close = () => {
    turn(axis)
    focusGrid()
  }
  const command = (id: string, title: string, run: () => void, shortcut?: string) => ({
    id: `matrix.${id}`,
    title,
    group: say('shell.matrix'),
    shortcut,
    run,
  })
  useCommands([
    command('newTerm', say('matrix.newTerm'), () => setDialog('new'), 'Shift+T'),
    command('evidence', say('matrix.openEvidence'), () => open(at), 'E'),
    command('term', say('matrix.wholeTerm'), () => open({ ...at, column: 0 }), 'T'),
    command('position', say('matrix.openPosition'), () => open({ ...at, column: positionColumn }), 'P'),
    command('turn', say('matrix.turn'), () => turn(axis === 'sources' ? 'parties' : 'sources'), 'X'),
    command(
      'conflicts',
      say('matrix.onlyConflicts'),
      () => setShowing(showing === 'conflicts' ? 'all' : 'conflicts'),
      'Shift+C',
    ),
    command('gaps', say('matrix.onlyGaps'), () => setShowing(showing === 'gaps' ? 'all' : 'gaps'), 'Shift+G'),
    command('parties', say('matrix.editParties'), () => setDialog('parties'), 'Shift+P'),
    command('exportCsv', say('matrix.exportCsv'), () => void saveCsv()),
  ])

  if (refusal) return <EmptyState sentence={refusal.message} />
  if (view === undefined) return null

  const fold = (name: string) => {
    const next = new Set(folded)
    if (!next.delete(name)) next.add(name)
    setFolded(next)
  }
  const categories = [...new Set(view.rows.map(one => one.term.category))]
  const grid =
    view.rows.length === 0 ? (
      <EmptyState sentence={say('matrix.noTerms')}>
        <Button writes label={say('matrix.newTerm')} look="primary" onClick={() => setDialog('new')} />
      </EmptyState>
    ) : lines.length === 0 ? (
      <EmptyState sentence={say('matrix.nothingFits')}>
        <Button label={say('matrix.showEverything')} onClick={() => [setShowing('all'), setCategory(null)]} />
      </EmptyState>
    ) : (
      <MatrixGrid view={view} lines={lines} place={at} onMove={setPlace} onOpen={open} onFold={fold} onEscape={close} />
    )
  const drawer =
    opened === null ? null : opened.column === positionColumn ? (
      <PositionDrawer key={opened.row.term.id} row={opened.row} onClose={close} />
    ) : (
      <EvidenceDrawer
        key={`${opened.row.term.id} ${opened.column}`}
        place={{
          row: opened.row,
          column: view.columns[opened.column - 1] ?? null,
          cell: opened.row.cells[opened.column - 1] ?? null,
          axis,
        }}
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
            <Button label={say('matrix.bySource')} aria-pressed={axis === 'sources'} onClick={() => turn('sources')} />
            <Button label={say('matrix.byParty')} aria-pressed={axis === 'parties'} onClick={() => turn('parties')} />
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
          <Button
            label={say('matrix.editParties')}
            icon={<Users size={14} />}
            look="quiet"
            onClick={() => setDialog('parties')}
          />
          <Button writes label={say('matrix.newTerm')} icon={<Plus size={14} />} onClick={() => setDialog('new')} />
        </div>
      </div>
      <div className="matrix-body">
        <Panes
          id="matrix"
          panes={[
            ...(drawer !== null && isSmall ? [] : [{ id: 'grid', children: grid, min: '40%' }]),
            ...(drawer === null
              ? []
              : [{ id: 'drawer', children: drawer, ...(isSmall ? {} : { size: '34%', min: '280px' }) }]),
          ]}
        />
      </div>
      <Legend axis={axis} />
      {dialog === 'parties' ? <PartiesDialog onClose={() => setDialog(null)} /> : null}
      {dialog === null || dialog === 'parties' ? null : (
        <TermDialog
          term={dialog === 'edit' ? (opened?.row.term ?? null) : null}
          categories={categories}
          onClose={() => setDialog(null)}
        />
      )}
    </div>
  )
}
