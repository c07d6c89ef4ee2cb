import type { Hypothesis } from '../../../shared/model/hypothesis.ts'
import type { HypothesisScore } from '../../../shared/rules/competing-hypotheses.ts'
import { weightWords } from '../../../shared/rules/inquiry-findings.ts'
import { say } from '../../say.ts'

type HypothesisHeadProps = {
  id: string
  column: number
  hypothesis: Hypothesis
  score: HypothesisScore
  /** The longest bar of all: what is as much fills its place. */
  most: number
  isAhead: boolean
  isActive: boolean
}

const Bar = ({ of, most }: { of: number; most: number }) => (
  <span className="inquiry-bar" aria-hidden="true">
    <span style={{ width: `${most === 0 ? 0 : (100 * of) / most}%` }} />
  </span>
)

/** A hypothesis over its column: its place, and what speaks against it before what speaks for it. */
export const HypothesisHead = ({ id, column, hypothesis, score, most, isAhead, isActive }: HypothesisHeadProps) => {
  const { name, description } = hypothesis
  const { place, against, support, unrated } = score
  const ordinal = say('inquiries.placeName', { place })
  return (
    <div
      id={id}
      className={isAhead ? 'inquiry-hypothesis ahead' : 'inquiry-hypothesis'}
      role="columnheader"
      tabIndex={-1}
      aria-colindex={column + 1}
      data-column={column}
      data-active={isActive ? '' : undefined}
      title={description === '' ? name : `${name}\n\n${description}`}
    >
      <span className="unseen">
        {say('inquiries.headName', {
          name,
          place: ordinal,
          against: weightWords(against),
          support: weightWords(support),
          unrated,
        })}
      </span>
      <span className="inquiry-name" aria-hidden="true">
        {name}
      </span>
      <span className="inquiry-place" aria-hidden="true">
        <b>{ordinal}</b>
        {isAhead ? <span>{say('inquiries.placeAhead')}</span> : null}
        {unrated === 0 ? null : <span className="inquiry-unrated">{say('inquiries.toRate', { count: unrated })}</span>}
      </span>
      <span className="inquiry-score" aria-hidden="true">
        <Bar of={against} most={most} />
        {say('inquiries.against', { weight: weightWords(against) })}
      </span>
      <span className="inquiry-score support" aria-hidden="true">
        <Bar of={support} most={most} />
        {say('inquiries.support', { weight: weightWords(support) })}
      </span>
    </div>
  )
}
