import { useRef, useState } from 'react'
import type { MatrixColumn, MatrixFrameView, ShownCell } from '../../../shared/contract/matrix.ts'
import type { TermId } from '../../../shared/model/id.ts'
import { announce } from '../../announcements.ts'
import { notify } from '../../notices.ts'
import type { GridPlace, GridPress } from '../../parts/grid-keys.ts'
import { perform } from '../../query.ts'
import { say } from '../../say.ts'
import { useWhyFixed } from '../../ui/fixed.ts'
import { cellName } from './CellContent.tsx'
import type { Leaving } from './CellEditor.tsx'
import { focusGrid, type GridHands } from './MatrixGrid.tsx'
import { blockOf, filled, layBlock, type Pasted } from './pasting.ts'
import { type GridLine, movedTo, termLineFrom, termsOfCategory } from './rows.ts'
import type { NearCells } from './use-cells.ts'
import { useEntry } from './use-entry.ts'

type HandsOver = {
  frame: MatrixFrameView | undefined
  lines: readonly GridLine[]
  columns: readonly MatrixColumn[]
  at: GridPlace
  cells: NearCells
  move: (place: GridPlace) => void
  fold: (category: string) => void
  open: GridHands['open']
  close: () => void
  editTerm: (term: TermId) => void
}

/** What the analyst's hands do in the grid beyond moving: entering, removing, pasting, putting in order. */
export const useGridHands = ({ frame, lines, columns, at, cells, move, fold, open, close, editTerm }: HandsOver) => {
  const whyFixed = useWhyFixed()
  const [pasting, setPasting] = useState<{ pasted: Pasted[]; outside: string[] } | null>(null)
  const bySource = frame?.axis === 'sources'

  /** Values are being entered along a row by Tab, which leaves the grid otherwise. */
  const isInRun = useRef(false)
  const leave = (leaving: Leaving) => {
    if (leaving === 'down') move({ ...at, line: termLineFrom(lines, at.line, 1) })
    if (leaving === 'up') move({ ...at, line: termLineFrom(lines, at.line, -1) })
    if (leaving === 'right') move({ ...at, column: Math.min(at.column + 1, columns.length) })
    if (leaving === 'left') move({ ...at, column: Math.max(at.column - 1, 1) })
    isInRun.current = leaving === 'right' || leaving === 'left'
    if (leaving !== 'again' && leaving !== 'away') focusGrid()
  }
  const entry = useEntry(leave)

  const cellAt = ({ line, column }: GridPlace) => {
    const one = lines[line]
    const under = columns[column - 1]
    if (one?.kind !== 'term' || under === undefined) return null
    const cell: ShownCell | null = cells.read().get(one.row.term.id)?.get(under.key) ?? null
    return { row: one.row, column: under, cell }
  }
  /** Whether nothing can be changed; it is said why. */
  const isFixed = () => {
    if (whyFixed !== null) notify({ tone: 'plain', text: whyFixed })
    return whyFixed !== null
  }
  const order = (moved: TermId, place: TermId) => {
    const row = frame?.rows.find(one => one.term.id === moved)
    const other = frame?.rows.find(one => one.term.id === place)
    if (row === undefined || other === undefined || moved === place || isFixed()) return
    if (row.term.category !== other.term.category) return notify({ tone: 'plain', text: say('matrix.otherCategory') })
    const terms = termsOfCategory(lines, row.term.category)
    const [one, two] = [terms.indexOf(moved), terms.indexOf(place)]
    // Only what changes its place is named: the others, and those that the filter hides, stay where they are.
    void perform('terms.order', { ids: movedTo(terms, moved, place).slice(Math.min(one, two), Math.max(one, two) + 1) })
  }

  return {
    entry,
    pasting,
    stopPasting: () => setPasting(null),
    cellAt,
    move,
    open: (place: GridPlace, by: 'key' | 'mouse') => {
      isInRun.current = false
      open(place, by)
    },
    fold,
    escape: close,
    order,
    /** Whether a press goes on along the row that is being entered by Tab. Any other key ends that, and so does the end of the row. */
    runOn: ({ key, shiftKey }: GridPress) => {
      if (key === 'Shift') return false
      const column = at.column + (shiftKey ? -1 : 1)
      isInRun.current &&= key === 'Tab' && column >= 1 && column <= columns.length
      if (isInRun.current) move({ ...at, column })
      return isInRun.current
    },
    copy: (place: GridPlace) => {
      const there = cellAt(place)
      return there?.cell == null ? '' : there.cell.words.join('; ') || cellName({ ...there.cell, count: 0 }, 'sources')
    },
    enter: (place: GridPlace, words: string | null) => {
      const line = lines[place.line]
      if (line?.kind !== 'term' || (words !== null && !bySource)) return false
      if (place.column === 0) {
        if (words === null && !isFixed()) editTerm(line.row.term.id)
        return words === null
      }
      const there = cellAt(place)
      if (there === null) {
        if (words === null) open(place, 'key')
        return words === null
      }
      if (isFixed()) return true
      const { row, column, cell } = there
      if (words !== null) entry.begin(row, column, words)
      else if (cell?.only != null) void entry.change(row, column, cell.only)
      else if (cell !== null) open(place, 'key')
      else if (bySource) entry.begin(row, column, '')
      else notify({ tone: 'plain', text: say('matrix.enterBySource') })
      return true
    },
    remove: (place: GridPlace) => {
      const cell = cellAt(place)?.cell
      if (cell == null || isFixed()) return
      if (cell.only === null) return open(place, 'key')
      void perform('claims.remove', { id: cell.only }).then(outcome => {
        if (outcome.ok) announce(say('matrix.removed', { words: cell.words.join(' · ') || cell.state }))
      })
    },
    mark: (polarity: 'silent' | 'denies' | 'no-value') => {
      const there = cellAt(at)
      if (there === null || isFixed()) return
      if (bySource) void entry.mark(there.row, there.column, there.cell, polarity)
      else notify({ tone: 'plain', text: say('matrix.enterBySource') })
    },
    paste: (place: GridPlace, text: string) => {
      const block = blockOf(text)
      if (filled(block) === 0 || isFixed()) return
      if (!bySource) return notify({ tone: 'plain', text: say('matrix.enterBySource') })
      const there = cellAt(place)
      const isOne = block.length === 1 && block[0]?.length === 1
      if (there !== null && isOne) return entry.begin(there.row, there.column, (block[0]?.[0] ?? '').trim())
      if (place.column >= 1) setPasting(layBlock(block, place, lines, columns))
    },
    step: (place: GridPlace, by: 1 | -1) => {
      const line = lines[place.line]
      const next = lines[place.line + by]
      if (line?.kind !== 'term' || next?.kind !== 'term') return
      order(line.row.term.id, next.row.term.id)
      move({ ...place, line: place.line + by })
    },
  }
}

export type Hands = ReturnType<typeof useGridHands>
