import type { CellLetter, MatrixAxis, RowPosition, ShownCell } from '../../../shared/contract/matrix.ts'
import type { Stage } from '../../../shared/model/claim.ts'
import { stageProgress } from '../../../shared/rules/stage-progress.ts'
import { nameOf } from '../../../shared/rules/vocabulary.ts'
import { say } from '../../say.ts'
import './cell.css'

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
const silencesWords = saidOnce(count => say('matrix.silences', { count }))
const openWords = saidOnce(count => say('matrix.openConflicts', { count }))
/** Said with a sign in place of the words, which no two cells share. */
const moreThan = saidOnce(more => say('matrix.andMore', { words: '\0', more }))
const settledWords = saidOnce(count => say('matrix.settledConflicts', { count }))

const stateWords = (cell: ShownCell | null, axis: MatrixAxis): string => {
  if (cell === null) return emptyWords(axis)
  if (cell.state === 'silent') return say('matrix.silent')
  if (cell.state === 'no value') return say('matrix.noValue')
  if (cell.state === 'denied' && cell.words.length === 0) return say('matrix.denied')
  const words = cell.words.join(' · ')
  return cell.more === 0 ? words : moreThan(cell.more).replace('\0', () => words)
}

/** What a cell says when it is read out, in place of its marks: value, stage, corroboration, conflicts. */
export const cellName = (cell: ShownCell | null, axis: MatrixAxis, isChanged = false): string =>
  [
    stateWords(cell, axis),
    ...(cell === null
      ? []
      : [
          cell.stage === null ? '' : nameOf('stage', cell.stage),
          cell.count === 0 ? '' : countsWords(cell.count, cell.origins),
          // One silence alone is what the cell says already.
          cell.silences > (cell.state === 'silent' ? 1 : 0) ? silencesWords(cell.silences) : '',
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
        position.stage === null ? '' : nameOf('stage', position.stage),
        position.likelihood === null ? '' : nameOf('likelihood', position.likelihood),
        position.stale ? say('matrix.stale') : '',
        position.unsupported ? say('matrix.unsupported') : '',
      ]
        .filter(Boolean)
        .join(', ')

const Unsupported = () => (
  <span className="matrix-unsupported" title={say('matrix.unsupportedWhy')} data-written={say('matrix.unsupported')} />
)

/** The classes that draw the stage at the right edge: a disc filled by quarters, a cross for what has ended. */
const stageClass = (stage: Stage | null): string => (stage === null ? '' : `staged q${stageProgress[stage]}`)

/** Whether a cell has a second line, of what qualifies its words. */
const isMarked = (cell: ShownCell): boolean => cell.count > 1 || cell.unsupported || cell.open > 0 || cell.settled > 0

/** The classes of a cell. States and stages are drawn by the style sheet: an element for each would be hundreds more on the screen. */
export const cellClass = (cell: ShownCell | null): string =>
  cell === null
    ? 'matrix-cell-content unread'
    : `matrix-cell-content ${cell.state.replace(' ', '-')} ${stageClass(cell.stage)} ${isMarked(cell) ? '' : 'roomy'}`

export const positionClass = (position: RowPosition | null): string =>
  position === null
    ? 'matrix-cell-content none'
    : `matrix-cell-content value ${stageClass(position.stage)} ${isQualified(position) ? '' : 'roomy'}`

const isQualified = ({ likelihood, stale, unsupported }: RowPosition): boolean =>
  likelihood !== null || stale || unsupported

/**
 * One cell at a glance: words first, and under them what qualifies them. The rest is in the drawer. The label of a cell
 * says the marks in words, so they are no text of it: the style sheet writes them (`data-written`).
 */
export const CellContent = ({ cell, axis }: { cell: ShownCell | null; axis: MatrixAxis }) => {
  if (cell === null) return axis === 'sources' ? <Words words={say('matrix.unread')} /> : null
  const settled = cell.open === 0 ? cell.settled : 0
  const counts = cell.count > 1 ? `${cell.count}/${cell.origins}` : null
  const isPlain = cell.open === 0 && settled === 0 && !cell.unsupported
  return (
    <>
      <Words words={stateWords(cell, axis)} />
      {!isMarked(cell) ? null : isPlain ? (
        <span className="matrix-cell-marks" aria-hidden="true" data-written={counts} />
      ) : (
        <span className="matrix-cell-marks" aria-hidden="true">
          {cell.open === 0 ? null : <ConflictMark open count={cell.open} />}
          {settled === 0 ? null : <ConflictMark open={false} count={settled} />}
          {counts === null ? null : <span data-written={counts} />}
          {cell.unsupported ? <Unsupported /> : null}
        </span>
      )}
    </>
  )
}

/** The name of a cell says them to a screen reader. */
const Words = ({ words }: { words: string }) => (
  <span className="matrix-cell-words" aria-hidden="true">
    {words}
  </span>
)

const split = 'M16 3h5v5 M8 3H3v5 M12 22v-8.3a4 4 0 0 0-1.172-2.872L3 3 M15 9l6-6'

/** An open conflict is red and counted; a settled one is green and hollow of any number. */
export const ConflictMark = ({ open, count }: { open: boolean; count: number }) => (
  <span
    className={open ? 'matrix-conflict' : 'matrix-settled'}
    title={open ? openWords(count) : settledWords(count)}
    data-written={open ? count : undefined}
  >
    <svg width="12" height="12" viewBox="0 0 24 24" aria-hidden="true">
      <path d={split} fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  </span>
)

export const PositionContent = ({ position }: { position: RowPosition | null }) => {
  if (position === null) return <Words words={say('matrix.noPosition')} />
  const { likelihood } = position
  return (
    <>
      <Words words={position.words} />
      {isQualified(position) ? (
        <span className="matrix-cell-marks" aria-hidden="true">
          {likelihood === null ? null : <span data-written={nameOf('likelihood', likelihood)} />}
          {position.stale ? (
            <span className="matrix-cell-stale" title={say('matrix.staleWhy')} data-written={say('matrix.stale')} />
          ) : null}
          {position.unsupported ? <Unsupported /> : null}
        </span>
      ) : null}
    </>
  )
}

/** The states by shape, told apart without colour: a full square, a crossed one, an empty one, a dash, a dot. */
export const LetterMark = ({ letter }: { letter: CellLetter }) => (
  <span className={`matrix-letter ${letter}`} aria-hidden="true" />
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
