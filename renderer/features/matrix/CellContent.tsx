import { Split } from 'lucide-react'
import { memo } from 'react'
import type { CellLetter, MatrixAxis, RowPosition, ShownCell } from '../../../shared/contract/matrix.ts'
import { StageGlyph } from '../../parts/StageGlyph.tsx'
import { say } from '../../say.ts'

/** A source without a claim has not been read for the term; a party without one has simply had nothing put in its mouth. */
const emptyWords = (axis: MatrixAxis) =>
  say(axis === 'sources' ? 'matrix.unread' : axis === 'parties' ? 'matrix.unattributed' : 'matrix.undatedHere')

/** Words by their numbers: the same few stand in thousands of cells, and a plural takes longer to say than a cell to draw. */
const saidOnce = (words: (one: number, other: number) => string) => {
  const known = new Map<string, string>()
  return (one: number, other = 0): string => {
    const key = `${one} ${other}`
    const said = known.get(key) ?? words(one, other)
    known.set(key, said)
    return said
  }
}

const countsWords = saidOnce((count, origins) => say('matrix.counts', { count, origins }))
const openWords = saidOnce(count => say('matrix.openConflicts', { count }))
const settledWords = saidOnce(count => say('matrix.settledConflicts', { count }))

const stateWords = (cell: ShownCell | null, axis: MatrixAxis): string => {
  if (cell === null) return emptyWords(axis)
  if (cell.state === 'silent') return say('matrix.silent')
  if (cell.state === 'no value') return say('matrix.noValue')
  if (cell.state === 'denied' && cell.words.length === 0) return say('matrix.denied')
  const words = cell.words.join(' · ')
  return cell.more === 0 ? words : say('matrix.andMore', { words, more: cell.more })
}

/** What a cell says when it is read out, in place of its marks: value, stage, corroboration, conflicts. */
export const cellName = (cell: ShownCell | null, axis: MatrixAxis, isChanged = false): string =>
  [
    stateWords(cell, axis),
    ...(cell === null
      ? []
      : [
          cell.stage ?? '',
          cell.count === 0 ? '' : countsWords(cell.count, cell.origins),
          cell.open === 0 ? '' : openWords(cell.open),
          cell.settled === 0 ? '' : settledWords(cell.settled),
          cell.unsupported ? say('matrix.unsupported') : '',
        ]),
    isChanged ? say('matrix.changedMark') : '',
  ]
    .filter(Boolean)
    .join(', ')

export const positionName = (position: RowPosition | null): string =>
  position === null
    ? say('matrix.noPositionYet')
    : [
        say('matrix.positionIs', { words: position.words }),
        position.stage ?? '',
        position.likelihood ?? '',
        position.stale ? say('matrix.stale') : '',
        position.unsupported ? say('matrix.unsupported') : '',
      ]
        .filter(Boolean)
        .join(', ')

const Unsupported = () => (
  <span className="matrix-unsupported" title={say('matrix.unsupportedWhy')}>
    {say('matrix.unsupported')}
  </span>
)

/** One cell at a glance: words first, the stage at the right edge, and under them what qualifies them. The rest is in the drawer. */
export const CellContent = memo(({ cell, axis }: { cell: ShownCell | null; axis: MatrixAxis }) => {
  if (cell === null)
    return (
      <span className="matrix-cell-content unread" aria-hidden="true">
        <span className="matrix-cell-words">{axis === 'sources' ? say('matrix.unread') : ''}</span>
      </span>
    )
  const words = stateWords(cell, axis)
  const settled = cell.open === 0 ? cell.settled : 0
  const isMarked = cell.count > 1 || cell.unsupported || cell.open > 0 || settled > 0
  return (
    <span className={`matrix-cell-content ${cell.state.replace(' ', '-')}`} title={words} aria-hidden="true">
      <span className={`matrix-cell-words ${isMarked ? '' : 'roomy'}`}>
        {cell.state === 'silent' || cell.state === 'no value' ? <LetterMark letter={letterOf(cell)} /> : null}
        {words}
      </span>
      {cell.stage === null ? null : <StageGlyph stage={cell.stage} />}
      {isMarked ? (
        <span className="matrix-cell-marks">
          {cell.open === 0 ? null : <ConflictMark open count={cell.open} />}
          {settled === 0 ? null : <ConflictMark open={false} count={settled} />}
          {cell.count > 1 ? (
            <span title={countsWords(cell.count, cell.origins)}>{`${cell.count}/${cell.origins}`}</span>
          ) : null}
          {cell.unsupported ? <Unsupported /> : null}
        </span>
      ) : null}
    </span>
  )
})

/** An open conflict is red and counted; a settled one is green and hollow of any number. */
export const ConflictMark = ({ open, count }: { open: boolean; count: number }) => (
  <span className={open ? 'matrix-conflict' : 'matrix-settled'} title={open ? openWords(count) : settledWords(count)}>
    <Split size={12} aria-hidden="true" />
    {open ? count : null}
  </span>
)

export const PositionContent = memo(({ position }: { position: RowPosition | null }) => {
  if (position === null) {
    return (
      <span className="matrix-cell-content none" aria-hidden="true">
        <span className="matrix-cell-words">{say('matrix.noPosition')}</span>
      </span>
    )
  }
  const { likelihood, stage } = position
  const isMarked = likelihood !== null || position.stale || position.unsupported
  return (
    <span className="matrix-cell-content value" title={position.words} aria-hidden="true">
      <span className={`matrix-cell-words ${isMarked ? '' : 'roomy'}`}>{position.words}</span>
      {stage === null ? null : <StageGlyph stage={stage} />}
      {isMarked ? (
        <span className="matrix-cell-marks">
          {likelihood === null ? null : <span className="matrix-likelihood">{likelihood}</span>}
          {position.stale ? (
            <span className="matrix-cell-stale" title={say('matrix.staleWhy')}>
              {say('matrix.stale')}
            </span>
          ) : null}
          {position.unsupported ? <Unsupported /> : null}
        </span>
      ) : null}
    </span>
  )
})

const letters: Record<ShownCell['state'], CellLetter> = { silent: 's', denied: 'd', 'no value': 'n', value: 'v' }
export const letterOf = (cell: ShownCell | null): CellLetter => (cell === null ? 'u' : letters[cell.state])

/** The states by shape, told apart without colour: a full square, a crossed one, an empty one, a dash, a dot. */
export const LetterMark = ({ letter }: { letter: CellLetter }) => (
  <svg className={`matrix-letter ${letter}`} width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
    {letter === 'v' ? <rect x="1" y="1" width="10" height="10" fill="currentColor" /> : null}
    {letter === 'd' ? (
      <path d="M1.5 1.5h9v9h-9z M2 2l8 8 M10 2l-8 8" fill="none" stroke="currentColor" strokeWidth="1.25" />
    ) : null}
    {letter === 'n' ? <rect x="1.5" y="1.5" width="9" height="9" fill="none" stroke="currentColor" /> : null}
    {letter === 's' ? <path d="M2 6h8" stroke="currentColor" strokeWidth="1.75" /> : null}
    {letter === 'u' ? <circle cx="6" cy="6" r="1" fill="currentColor" /> : null}
  </svg>
)

export const letterWords = (letter: CellLetter): string =>
  say(
    (
      {
        u: 'matrix.unread',
        s: 'matrix.silent',
        d: 'matrix.denied',
        n: 'matrix.noValue',
        v: 'matrix.valueGiven',
      } as const
    )[letter],
  )
