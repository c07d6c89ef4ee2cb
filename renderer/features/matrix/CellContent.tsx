import { Split } from 'lucide-react'
import { memo } from 'react'
import type { MatrixCell, MatrixRow } from '../../../shared/contract/matrix.ts'
import { StageGlyph } from '../../parts/StageGlyph.tsx'
import { say } from '../../say.ts'

const stateWords = (cell: MatrixCell): string => {
  if (cell.state === 'unread') return say('matrix.unread')
  if (cell.state === 'silent') return say('matrix.silent')
  if (cell.state === 'denied') return cell.words[0] ?? say('matrix.denied')
  if (cell.state === 'no value') return say('matrix.noValue')
  return cell.words.join(' · ')
}

/** What a cell says when it is read out: value, stage, corroboration, conflicts. */
export const cellName = (cell: MatrixCell): string =>
  [
    stateWords(cell),
    cell.stage ?? '',
    cell.count === 0 ? '' : say('matrix.counts', { count: cell.count, origins: cell.origins }),
    cell.openConflicts.length === 0 ? '' : say('matrix.openConflicts', { count: cell.openConflicts.length }),
    cell.unsupported ? say('matrix.unsupported') : '',
  ]
    .filter(Boolean)
    .join(', ')

/** One cell at a glance: two lines of words at most, stage, claims and origins, conflict. The rest is in the drawer. */
export const CellContent = memo(({ cell }: { cell: MatrixCell }) => (
  <span className={`matrix-cell-content ${cell.state.replace(' ', '-')}`} title={stateWords(cell)}>
    <span className="matrix-cell-words">{stateWords(cell)}</span>
    {cell.state === 'unread' ? null : (
      <span className="matrix-cell-marks">
        {cell.stage === null ? null : <StageGlyph stage={cell.stage} />}
        {cell.count > 1 ? (
          <span
            title={say('matrix.counts', { count: cell.count, origins: cell.origins })}
          >{`${cell.count}/${cell.origins}`}</span>
        ) : null}
        {cell.unsupported ? <span className="matrix-unsupported">{say('matrix.unsupported')}</span> : null}
        {cell.openConflicts.length === 0 ? null : (
          <span className="matrix-conflict" title={say('matrix.openConflicts', { count: cell.openConflicts.length })}>
            <Split size={12} aria-hidden="true" />
            {cell.openConflicts.length}
          </span>
        )}
        {cell.openConflicts.length > 0 || cell.settledConflicts.length === 0 ? null : (
          <span
            className="matrix-settled"
            title={say('matrix.settledConflicts', { count: cell.settledConflicts.length })}
          >
            <Split size={12} aria-hidden="true" />
          </span>
        )}
      </span>
    )}
  </span>
))

export const PositionContent = memo(({ position }: { position: MatrixRow['position'] }) => {
  if (position === null) return <span className="matrix-cell-content unread">{say('matrix.noPosition')}</span>
  return (
    <span className="matrix-cell-content value" title={position.words}>
      <span className="matrix-cell-words">{position.words}</span>
      <span className="matrix-cell-marks">
        {position.position.stage === null ? null : <StageGlyph stage={position.position.stage} />}
        {position.position.likelihood === null ? null : <span>{position.position.likelihood}</span>}
        {position.stale ? (
          <span className="matrix-stale" title={say('matrix.staleWhy')}>
            {say('matrix.stale')}
          </span>
        ) : null}
        {position.unsupported ? <span className="matrix-unsupported">{say('matrix.unsupported')}</span> : null}
      </span>
    </span>
  )
})
