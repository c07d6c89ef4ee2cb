import type { VirtualItem } from '@tanstack/react-virtual'
import { type DragEvent, memo } from 'react'
import type {
  CellLetter,
  MatrixAxis,
  MatrixColumn,
  MatrixFrameRow,
  ShownCell,
} from '../../../shared/contract/matrix.ts'
import { say } from '../../say.ts'
import {
  CellContent,
  cellClass,
  cellName,
  letterWords,
  PositionContent,
  positionClass,
  positionName,
} from './CellContent.tsx'
import type { CellsByColumn } from './cell-answers.ts'
import './dense.css'

export const cellId = (line: number, column: number): string => `matrix-${line}-${column}`

/** What all rows of a grid are drawn by. The same object as long as nothing in it changes. */
export type GridLook = {
  axis: MatrixAxis
  columns: readonly MatrixColumn[]
  /** For each column its place among the letters of a row. */
  letterAt: readonly number[]
  /** The columns near the window. */
  near: readonly VirtualItem[]
  width: number
  name: number
  position: number
  /** Glyphs in place of words. */
  dense: boolean
  draggable: boolean
}

/** Whether a cell shows something else than it showed on the earlier day. That a newer source is silent tells nothing new. */
const differs = (cell: ShownCell | null, before: ShownCell | null): boolean =>
  !(before === null && cell?.state === 'silent') &&
  (cell?.state !== before?.state ||
    cell?.stage !== before?.stage ||
    cell?.more !== before?.more ||
    cell?.words.join('\n') !== before?.words.join('\n'))

type GridRowProps = {
  row: MatrixFrameRow
  cells: CellsByColumn | undefined
  look: GridLook
  line: number
  top: number
  height: number
  /** The column of this row that the analyst is at. */
  active: number | null
  /** The cells of an earlier day that it is compared with, once they are known. */
  before: CellsByColumn | undefined
  /** Changes of the term between the two days. */
  changes: number
}

/** One term. It is drawn again only when its own cells, its place or what all rows share have changed. */
export const GridRow = memo(({ row, cells, look, line, top, height, active, before, changes }: GridRowProps) => {
  const { term, position } = row
  const last = look.columns.length + 1
  const here = (column: number) => (active === column ? '' : undefined)
  const first = look.near[0]
  return (
    <div
      className={`matrix-line ${look.dense ? 'dense' : ''}`}
      role="row"
      aria-rowindex={line + 2}
      data-line={line}
      style={{ top, height, width: look.width }}
    >
      <div
        id={cellId(line, 0)}
        className="matrix-name"
        role="rowheader"
        tabIndex={-1}
        aria-colindex={1}
        data-column={0}
        data-active={here(0)}
        title={term.question}
        style={{ width: look.name }}
        draggable={look.draggable}
        onDragStart={(event: DragEvent) => event.dataTransfer.setData('application/x-glossator-term', term.id)}
      >
        <span className="matrix-ref">{term.ref}</span>
        <span className="matrix-term-name">{term.name}</span>
        {changes === 0 ? null : (
          <span className="matrix-changed" title={say('matrix.changedTimes', { count: changes })}>
            <span aria-hidden="true">Δ{changes}</span>
            <span className="unseen">{say('matrix.changedTimes', { count: changes })}</span>
          </span>
        )}
      </div>
      {look.near.map(item => {
        const column = look.columns[item.index]
        if (column === undefined) return null
        const at = item.index + 1
        const cell = cells?.get(column.key) ?? null
        if (look.dense)
          return (
            <LetterCell
              key={column.key}
              id={cellId(line, at)}
              at={at}
              letter={letterIn(row, look.letterAt[item.index] ?? -1)}
              skipped={item === first ? item.start - look.name : 0}
              width={item.size}
              active={active === at}
            />
          )
        return (
          <GridCell
            key={column.key}
            id={cellId(line, at)}
            at={at}
            cell={cell}
            letter={letterIn(row, look.letterAt[item.index] ?? -1)}
            axis={look.axis}
            skipped={item === first ? item.start - look.name : 0}
            width={item.size}
            active={active === at}
            changed={before !== undefined && cells !== undefined && differs(cell, before.get(column.key) ?? null)}
          />
        )
      })}
      <div
        id={cellId(line, last)}
        className={`matrix-position ${positionClass(position)}`}
        role="gridcell"
        tabIndex={-1}
        aria-colindex={last + 1}
        aria-label={positionName(position)}
        data-column={last}
        data-active={here(last)}
        style={{ width: look.position }}
      >
        <PositionContent position={position} />
      </div>
    </div>
  )
})

const isLetter = (sign: string | undefined): sign is CellLetter => sign !== undefined && 'usdnv'.includes(sign)
const letterIn = ({ states }: MatrixFrameRow, at: number): CellLetter => {
  const sign = states[at]
  return isLetter(sign) ? sign : 'u'
}

type GridCellProps = {
  id: string
  at: number
  cell: ShownCell | null
  /** What is known of the cell before its words have come. */
  letter: CellLetter
  axis: MatrixAxis
  /** Pixels of columns before this one that are not drawn: only the first one drawn has any. */
  skipped: number
  width: number
  active: boolean
  changed: boolean
}

const GridCell = memo(({ id, at, cell, letter, axis, skipped, width, active, changed }: GridCellProps) => {
  const isComing = cell === null && letter !== 'u'
  return (
    <div
      id={id}
      className={`matrix-cell ${changed ? 'changed' : ''} ${isComing ? '' : cellClass(cell)}`}
      role="gridcell"
      tabIndex={-1}
      aria-colindex={at + 1}
      aria-label={isComing ? letterWords(letter) : cellName(cell, axis, changed)}
      data-column={at}
      data-active={active ? '' : undefined}
      style={{ marginInlineStart: skipped, width }}
    >
      {isComing ? null : <CellContent cell={cell} axis={axis} />}
    </div>
  )
})

type LetterCellProps = { id: string; at: number; letter: CellLetter; skipped: number; width: number; active: boolean }

const LetterCell = memo(({ id, at, letter, skipped, width, active }: LetterCellProps) => (
  <div
    id={id}
    className={`matrix-cell matrix-letter ${letter}`}
    role="gridcell"
    tabIndex={-1}
    aria-colindex={at + 1}
    aria-label={letterWords(letter)}
    data-column={at}
    data-active={active ? '' : undefined}
    style={{ marginInlineStart: skipped, width }}
  />
))
