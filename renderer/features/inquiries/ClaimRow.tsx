import { memo } from 'react'
import type { Rating } from '../../../shared/model/hypothesis.ts'
import { type ClaimLine, claimName, consistencyLetters, weightWords } from '../../../shared/rules/inquiry-findings.ts'
import { titleOf } from '../../parts/names.ts'
import { say } from '../../say.ts'
import { Badge } from '../../ui/Badge.tsx'
import { factColumns } from './use-inquiry-table.ts'

export const cellId = (line: number, column: number): string => `inquiry-${line}-${column}`

type ClaimRowProps = {
  line: ClaimLine
  at: number
  top: number
  height: number
  columns: string
  /** The column of this row that the analyst is at. */
  active: number | null
}

/** One claim: what it says and where it comes from, what it weighs and tells, and its rating by each hypothesis. */
export const ClaimRow = memo(({ line, at, top, height, columns, active }: ClaimRowProps) => {
  const { claim, weight, telling, ratings } = line
  const cell = (column: number) => ({
    id: cellId(at, column),
    tabIndex: -1,
    'aria-colindex': column + 1,
    'data-column': column,
    'data-active': active === column ? '' : undefined,
  })
  return (
    <div
      className={`inquiry-line ${telling}${active === null ? '' : ' current'}`}
      role="row"
      aria-rowindex={at + 1}
      data-line={at}
      style={{ transform: `translateY(${top}px)`, height, gridTemplateColumns: columns }}
    >
      <div {...cell(0)} className="inquiry-claim" role="rowheader">
        <span className="inquiry-words">
          <span className="inquiry-ref">{claim.termRef}</span>
          <span className="inquiry-term" title={claimName(claim)}>
            {claim.termName}:
          </span>
          <span className="inquiry-says" title={claimName(claim)}>
            {claim.words === '' ? claim.raw : claim.words}
          </span>
          {weight.decides ? (
            <Badge tone="warning" title={say('inquiries.decidesWhy')}>
              {say('inquiries.decides')}
            </Badge>
          ) : weight.turns ? (
            <Badge title={say('inquiries.turnsWhy')}>{say('inquiries.turns')}</Badge>
          ) : null}
        </span>
        <span className="inquiry-origin">
          <span className="inquiry-grade">{`${claim.sourceReliability}${claim.credibility}`}</span>
          <span className="inquiry-source">{titleOf({ title: claim.sourceTitle })}</span>
          {claim.lineageName === '' ? null : (
            <span className="inquiry-source" title={say('matrix.origin', { name: claim.lineageName })}>
              {claim.lineageName}
            </span>
          )}
        </span>
      </div>
      <div {...cell(1)} className="numeric" role="gridcell">
        <span
          title={
            weight.sharing === 1
              ? undefined
              : say('inquiries.shared', { weight: weightWords(weight.weight), count: weight.sharing - 1 })
          }
        >
          {weightWords(weight.weight)}
          {weight.sharing === 1 ? null : <span className="inquiry-shared">÷{weight.sharing}</span>}
        </span>
      </div>
      <div {...cell(2)} className="numeric" role="gridcell">
        <Tells line={line} />
      </div>
      {ratings.map((rating, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: the ratings stand in the order of the hypotheses, and have nothing else.
          key={index}
          {...cell(index + factColumns)}
          className="inquiry-rating"
          role="gridcell"
        >
          <RatingMark rating={rating} />
        </div>
      ))}
    </div>
  )
})

const Tells = ({ line: { weight, telling } }: { line: ClaimLine }) => {
  if (telling === 'unrated')
    return (
      <span className="faint" title={say('inquiries.tellsUnrated')}>
        –
      </span>
    )
  if (weight.diagnosticity === null || telling === 'nothing')
    return <span className="faint">{say('inquiries.tellsNothing')}</span>
  return (
    <>
      {weightWords(weight.diagnosticity)}
      <span className="inquiry-bar" aria-hidden="true">
        <span style={{ width: `${100 * weight.diagnosticity}%` }} />
      </span>
    </>
  )
}

/** The letters of a rating: what speaks against a hypothesis stands out, by its ground and not by its colour alone. */
export const RatingMark = ({ rating }: { rating: Rating | null }) => {
  if (rating === null)
    return (
      <span className="inquiry-mark none">
        <span aria-hidden="true">·</span>
        <span className="unseen">{say('inquiries.unrated')}</span>
      </span>
    )
  const words = say(`inquiries.${rating.consistency}`)
  return (
    <span className={`inquiry-mark ${rating.consistency.replaceAll(' ', '-')}`} title={rating.reason || words}>
      <span aria-hidden="true">{consistencyLetters[rating.consistency]}</span>
      {rating.reason === '' ? null : <span className="inquiry-reasoned" aria-hidden="true" />}
      <span className="unseen">{rating.reason === '' ? words : `${words}, ${say('inquiries.hasReason')}`}</span>
    </span>
  )
}
