import { useEffect, useMemo, useRef, useState } from 'react'
import type { MatrixFrameView } from '../../../shared/contract/matrix.ts'
import type { TermId } from '../../../shared/model/id.ts'
import { navigate } from '../../location.ts'
import type { GridPlace } from '../../parts/grid-keys.ts'
import { SavedViewsDialog } from '../../parts/SavedViewsDialog.tsx'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useKeptFocus } from '../../ui/focus.ts'
import { useMedia } from '../../ui/media.ts'
import { Panes } from '../../ui/Panes.tsx'
import { CategoryDialog } from './CategoryDialog.tsx'
import { CellEditor } from './CellEditor.tsx'
import { CompareDrawer } from './CompareDrawer.tsx'
import { CoverageDrawer } from './CoverageDrawer.tsx'
import { EvidenceDrawer } from './EvidenceDrawer.tsx'
import { ExportDialog } from './export/ExportDialog.tsx'
import { changeFilter, changeLook, filteredColumns, filteredRows, lookOf, noFilter, useLook } from './filter.ts'
import { columnTitle } from './GridHead.tsx'
import { CatalogueDialog } from './import/CatalogueDialog.tsx'
import { SheetDialog } from './import/SheetDialog.tsx'
import { Legend } from './Legend.tsx'
import './matrix.css'
import { focusGrid, MatrixGrid } from './MatrixGrid.tsx'
import { FilterLine, MatrixTools } from './MatrixTools.tsx'
import { PartiesDialog } from './PartiesDialog.tsx'
import { PasteDialog } from './PasteDialog.tsx'
import { PositionDrawer } from './PositionDrawer.tsx'
import { gridLines } from './rows.ts'
import { TermDialog } from './TermDialog.tsx'
import { nearCells } from './use-cells.ts'
import { useFrame } from './use-frame.ts'
import { useGridHands } from './use-grid-hands.ts'
import { useMatrixAddress } from './use-matrix-address.ts'
import { type MatrixDialog, useMatrixCommands } from './use-matrix-commands.ts'
import { useOpened } from './use-opened.ts'

const nothing: Pick<MatrixFrameView, 'rows' | 'columns'> = { rows: [], columns: [] }
const noRows: ReadonlyMap<TermId, number> = new Map()

/** Terms by sources, parties or dates, as of any day, as words or as a map of what was covered. */
export const MatrixScreen = () => {
  const address = useMatrixAddress()
  const { axis, asOf, isCoverage, from } = address
  const { filter, folded, grain } = useLook()
  const question = useMemo(() => ({ axis, asOf, grain: axis === 'dates' ? grain : null }), [axis, asOf, grain])
  const { value: frame, refusal } = useFrame(question)
  const changes = useRead('matrix.changes', from === null ? null : { from, to: address.to })
  const [cells] = useState(nearCells)
  const [earlierCells] = useState(nearCells)
  const earlier = useMemo(
    () => (from === null ? null : { question: { ...question, asOf: from }, cells: earlierCells }),
    [question, from, earlierCells],
  )
  const [place, setPlace] = useState<GridPlace>({ line: 1, column: 1 })
  const [dialog, setDialog] = useState<MatrixDialog | null>(null)
  /** Zoomed in, the grid has no room to give away until the analyst asks. */
  const isTall = useMedia('(min-height: 600px)')
  const [filterAsked, setFilterShown] = useState<boolean | null>(null)
  const isFilterShown = filterAsked ?? isTall
  // The question has turned and its frame is on the way: rows and columns of the last one would be read by a wrong axis.
  const current = frame?.axis === axis ? frame : undefined
  const foldedNames = useMemo(() => new Set(folded), [folded])
  // By what rows and columns are, not by the frame: what an answer leaves as it was draws nothing anew.
  const { rows: allRows, columns: allColumns } = current ?? nothing
  const rows = useMemo(
    () => filteredRows({ rows: allRows, columns: allColumns }, filter),
    [allRows, allColumns, filter],
  )
  const lines = useMemo(() => gridLines(rows, foldedNames), [rows, foldedNames])
  const letterAt = useMemo(() => filteredColumns(allColumns, filter), [allColumns, filter])
  const columns = useMemo(() => letterAt.flatMap(at => allColumns[at] ?? []), [letterAt, allColumns])
  const changed = useMemo(
    () =>
      changes.value === undefined
        ? noRows
        : changes.value.reduce(
            (count, { term }) => count.set(term, (count.get(term) ?? 0) + 1),
            new Map<TermId, number>(),
          ),
    [changes.value],
  )
  const opened = useOpened(current, columns, address.query)
  const positionColumn = columns.length + 1
  const at = useMemo(
    () => ({
      line: Math.max(0, Math.min(place.line, lines.length - 1)),
      column: Math.min(place.column, positionColumn),
    }),
    [place, lines.length, positionColumn],
  )
  const turned = useRef({ axis, positionColumn })
  // Another axis has other columns: the analyst stays at the term, at our position, or begins at the first column.
  useEffect(() => {
    const before = turned.current
    if (current === undefined) return
    turned.current = { axis, positionColumn }
    if (before.axis === axis) return
    setPlace(({ line, column }) => ({
      line,
      column: column === 0 ? 0 : column >= before.positionColumn ? positionColumn : 1,
    }))
  }, [axis, positionColumn, current])
  const openedTerm = opened?.row.term.id
  const openedColumn = opened?.column
  /** A cell opened by the mouse leaves the keyboard in the grid, where the next words are typed. */
  const staysInGrid = useRef(false)
  const [isByKey, setByKey] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the grid goes to what an address opens once, and may be left from there.
  useEffect(() => {
    const line = lines.findIndex(one => one.kind === 'term' && one.row.term.id === openedTerm)
    if (line >= 0 && openedColumn !== undefined) setPlace({ line, column: openedColumn })
    if (staysInGrid.current) focusGrid()
    staysInGrid.current = false
  }, [openedTerm, openedColumn])
  /** Zoomed in there is no room for both: the drawer takes the place of the grid. */
  const isSmall = useMedia('(max-width: 760px)')
  useKeptFocus(() => document.getElementById('matrix-grid'))

  const hands = useGridHands({
    frame: current,
    lines,
    columns,
    at,
    cells,
    move: setPlace,
    fold: name =>
      changeLook({ folded: folded.includes(name) ? folded.filter(one => one !== name) : [...folded, name] }),
    open: (wanted, by) => {
      const line = lines[wanted.line]
      if (line?.kind !== 'term') return
      staysInGrid.current = by === 'mouse' && !isSmall
      setByKey(by === 'key')
      const key = wanted.column === positionColumn ? 'position' : columns[wanted.column - 1]?.key
      address.open(line.row.term.id, key)
    },
    close: () => {
      address.close()
      focusGrid()
    },
    editTerm: term => {
      address.open(term, undefined)
      setDialog('edit')
    },
  })
  const categories = useMemo(() => [...new Set(frame?.rows.map(({ term }) => term.category))], [frame])
  const allFolded = categories.length > 0 && categories.every(name => foldedNames.has(name))
  const lineAt = lines[at.line]
  const categoryAt = (lineAt?.kind === 'term' ? lineAt.row.term.category : lineAt?.name) ?? categories[0] ?? ''
  const foldAll = () => changeLook({ folded: allFolded ? [] : categories })
  const startComparing = () => {
    const days = frame?.days ?? []
    // Before the newest source: what it brought is what an analyst asks about first.
    const newest =
      frame?.columns
        .flatMap(({ date }) => date ?? [])
        .toSorted()
        .at(-1) ?? ''
    const day = asOf ?? days.findLast(one => one < newest) ?? days.at(-2) ?? days[0]
    if (from !== null) address.close()
    else if (day !== undefined) address.compare(day, null)
  }
  const more = useMatrixCommands({
    address,
    hands,
    at,
    positionColumn,
    days: frame?.days ?? [],
    setDialog,
    compare: startComparing,
    story: () => {
      const line = lines[at.line]
      if (line?.kind === 'term') navigate('term', line.row.term.id)
    },
    toggleFilter: () => setFilterShown(!isFilterShown),
    foldAll,
  })

  if (refusal) return <EmptyState sentence={refusal.message} />
  if (frame === undefined) return null

  const { entry, pasting } = hands
  const editor =
    entry.editing === null ? null : (
      <CellEditor
        key={`${entry.editing.term.id} ${entry.editing.column.key} ${entry.editing.claim?.id ?? ''}`}
        term={entry.editing.term}
        column={columnTitle(entry.editing.column)}
        words={entry.editing.words}
        made={entry.editing.made}
        onDone={(one, leaving) => void entry.done(one, leaving)}
      />
    )
  const grid =
    frame.rows.length === 0 ? (
      <EmptyState sentence={say('matrix.noTerms')}>
        <Button writes label={say('catalogue.open')} look="primary" onClick={() => setDialog('catalogue')} />
        <Button writes label={say('exchange.open')} onClick={() => setDialog('sheet')} />
        <Button writes label={say('matrix.newTerm')} onClick={() => setDialog('new')} />
      </EmptyState>
    ) : current === undefined ? null : lines.length === 0 ? (
      <EmptyState sentence={say('matrix.nothingFits')}>
        <Button label={say('matrix.showEverything')} onClick={() => changeLook({ filter: noFilter })} />
      </EmptyState>
    ) : (
      <MatrixGrid
        question={question}
        cells={cells}
        earlier={earlier}
        columns={columns}
        letterAt={letterAt}
        lines={lines}
        place={at}
        dense={isCoverage}
        draggable={!isCoverage}
        changes={changed}
        hands={hands}
        editor={editor}
      />
    )
  const drawer =
    from !== null ? (
      <CompareDrawer
        days={frame.days}
        from={from}
        to={address.to}
        changes={changes.value}
        onChange={address.compare}
        onClose={hands.escape}
      />
    ) : opened === null ? (
      isCoverage ? (
        <CoverageDrawer asOf={asOf} />
      ) : null
    ) : opened.column === positionColumn ? (
      <PositionDrawer key={opened.row.term.id} term={opened.row.term} beginsByItself={isByKey} onClose={hands.escape} />
    ) : (
      <EvidenceDrawer
        key={`${opened.row.term.id} ${opened.column}`}
        place={{ term: opened.row.term, column: columns[opened.column - 1] ?? null, question }}
        onClose={hands.escape}
        onEditTerm={() => setDialog('edit')}
        onShowTerm={term => address.open(term, undefined)}
      />
    )
  // Zoomed in, the map of what was covered stands alone: its gaps are read in a wider window.
  const isAlone = drawer !== null && isSmall && !(isCoverage && opened === null)
  return (
    <div className="matrix">
      <MatrixTools
        axis={axis}
        frame={frame}
        asOf={asOf}
        isCoverage={isCoverage}
        isComparing={from !== null}
        isFilterShown={isFilterShown}
        filter={filter}
        more={more}
        onTurn={address.turn}
        onAsOf={address.setAsOf}
        onCoverage={() => address.showCoverage(!isCoverage)}
        onCompare={startComparing}
        onToggleFilter={() => setFilterShown(!isFilterShown)}
        onNewTerm={() => setDialog('new')}
      />
      {isFilterShown && frame.rows.length > 0 && !isAlone ? (
        <FilterLine
          frame={frame}
          filter={filter}
          shown={rows.length}
          grain={grain}
          allFolded={allFolded}
          onFilter={patch => changeFilter(() => patch)}
          onGrain={next => changeLook({ grain: next })}
          onFoldAll={foldAll}
        />
      ) : null}
      <div className="matrix-body">
        <Panes
          id="matrix"
          panes={[
            ...(isAlone ? [] : [{ id: 'grid', children: grid, min: '40%' }]),
            ...(drawer === null || (isSmall && !isAlone)
              ? []
              : [{ id: 'drawer', children: drawer, ...(isSmall ? {} : { size: '34%', min: '280px' }) }]),
          ]}
        />
      </div>
      {isCoverage || isAlone ? null : <Legend axis={axis} />}
      {dialog === 'catalogue' ? <CatalogueDialog onClose={() => setDialog(null)} /> : null}
      {dialog === 'sheet' ? <SheetDialog onClose={() => setDialog(null)} /> : null}
      {dialog === 'export' && current !== undefined ? (
        <ExportDialog
          on={{
            axis,
            isCoverage,
            asOf,
            grain,
            days: current.days,
            shown: rows.map(({ term }) => term.id),
            terms: allRows.length,
            isOneColumn: columns.length < allColumns.length,
          }}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog === 'category' && categories.length > 0 ? (
        <CategoryDialog categories={categories} current={categoryAt} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'parties' ? <PartiesDialog onClose={() => setDialog(null)} /> : null}
      {dialog === 'views' ? (
        <SavedViewsDialog
          screen="matrix"
          settings={JSON.parse(JSON.stringify({ axis, grain, filter, folded }))}
          onOpen={settings => {
            const kept = lookOf(settings)
            if (kept === null) return false
            changeLook({ filter: kept.filter, folded: kept.folded, grain: kept.grain })
            address.turn(kept.axis)
            return true
          }}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {pasting === null ? null : <PasteDialog {...pasting} onClose={hands.stopPasting} />}
      {dialog === 'new' || dialog === 'edit' ? (
        <TermDialog
          term={dialog === 'edit' ? (opened?.row.term ?? null) : null}
          categories={categories}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </div>
  )
}
