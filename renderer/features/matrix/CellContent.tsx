import { Split } from 'lucide-react'
import { memo } from 'react'
import type { MatrixCell, MatrixRow, MatrixView } from '../../../shared/contract/matrix.ts'
import { StageGlyph } from '../../parts/StageGlyph.tsx'
import { say } from '../../say.ts'

type Axis = MatrixView['axis']

/** A source without a claim has not been read for the term; a party without one has simply had nothing put in its mouth. */
const emptyWords = (axis: Axis) => say(axis === 'sources' ? 'matrix.unread' : 'matrix.unattributed')

const stateWords = (cell: MatrixCell, axis: Axis): string => {
  if (cell.state === 'unread') return emptyWords(axis)
  if (cell.state === 'silent') return say('matrix.silent')
  if (cell.state === 'no value') return say('matrix.noValue')
  if (cell.state === 'denied' && cell.words.length === 0) return say('matrix.denied')
  return cell.words.join(' · ')
}

/** What a cell says when it is read out, in place of its marks: value, stage, corroboration, conflicts. */
export const cellName = (cell: MatrixCell, axis: Axis): string =>
  [
    stateWords(cell, axis),
    cell.stage ?? '',
    cell.count === 0 ? '' : say('matrix.counts', { count: cell.count, origins: cell.origins }),
    cell.openConflicts.length === 0 ? '' : say('matrix.openConflicts', { count: cell.openConflicts.length }),
    cell.settledConflicts.length === 0 ? '' : say('matrix.settledConflicts', { count: cell.settledConflicts.length }),
    cell.unsupported ? say('matrix.unsupported') : '',
  ]
    .filter(Boolean)
    .join(', ')

export const positionName = (position: MatrixRow['position']): string =>
  position === null
    ? say('matrix.noPositionYet')
    : [
        say('matrix.positionIs', { words: position.words }),
        position.position.stage ?? '',
        position.position.likelihood ?? '',
        position.stale ? say('matrix.stale') : '',
        position.unsupported ? say('matrix.unsupported') : '',
      ]
        .filter(Boolean)
        .join(', ')

/** One cell at a glance: words first, the stage at the right edge, and under them what qualifies them. The rest is in the drawer. */
export const CellContent = memo(({ cell, axis }: { cell: MatrixCell; axis: Axis }) => {
  const words = stateWords(cell, axis)
  const settled = cell.openConflicts.length === 0 ? cell.settledConflicts.length : 0
  const marked = cell.count > 1 || cell.unsupported || cell.openConflicts.length > 0 || settled > 0
  return (
    <span className={`matrix-cell-content ${cell.state.replace(' ', '-')}`} title={words} aria-hidden="true">
      <span className={`matrix-cell-words ${marked ? '' : 'roomy'}`}>
        {cell.state === 'unread' && axis === 'parties' ? '–' : words}
      </span>
      {cell.stage === null ? null : <StageGlyph stage={cell.stage} />}
      {marked ? (
        <span className="matrix-cell-marks">
          {cell.openConflicts.length === 0 ? null : <ConflictMark open count={cell.openConflicts.length} />}
          {settled === 0 ? null : <ConflictMark open={false} count={settled} />}
          {cell.count > 1 ? (
            <span
              title={say('matrix.counts', { count: cell.count, origins: cell.origins })}
            >{`${cell.count}/${cell.origins}`}</span>
          ) : null}
          {cell.unsupported ? (
            <span className="matrix-unsupported" title={say('matrix.unsupportedWhy')}>
              {say('matrix.unsupported')}
            </span>
          ) : null}
        </span>
      ) : null}
    </span>
  )
})

/** An open conflict is red and counted; a settled one is green and hollow of any number. */
export const ConflictMark = ({ open, count }: { open: boolean; count: number }) => (
  <span
    className={open ? 'matrix-conflict' : 'matrix-settled'}
    title={say(open ? 'matrix.openConflicts' : 'matrix.settledConflicts', { count })}
  >
    <Split size={12} aria-hidden="true" />
    {open ? count : null}
  </span>
)

export const PositionContent = memo(({ position }: { position: MatrixRow['position'] }) => {
  if (position === null) {
    return (
      <span className="matrix-cell-content none" aria-hidden="true">
        <span className="matrix-cell-words">{say('matrix.noPosition')}</span>
      </span>
    )
  }
  const { likelihood, stage } = position.position
  const marked = likelihood !== null || position.stale || position.unsupported
  return (
    <span className="matrix-cell-content value" title={position.words} aria-hidden="true">
      <span className={`matrix-cell-words ${marked ? '' : 'roomy'}`}>{position.words}</span>
      {stage === null ? null : <StageGlyph stage={stage} />}
      {marked ? (
        <span className="matrix-cell-marks">
          {likelihood === null ? null : <span className="matrix-likelihood">{likelihood}</span>}
          {position.stale ? (
            <span className="matrix-stale" title={say('matrix.staleWhy')}>
              {say('matrix.stale')}
            </span>
          ) : null}
          {position.unsupported ? (
            <span className="matrix-unsupported" title={say('matrix.unsupportedWhy')}>
              {say('matrix.unsupported')}
            </span>
          ) : null}
        </span>
      ) : null}
    </span>
  )
})
