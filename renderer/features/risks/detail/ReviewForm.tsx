import { useState } from 'react'
import type { RiskDetail } from '../../../../shared/contract/risks.ts'
import type { Scales } from '../../../../shared/model/criteria.ts'
import { type ReviewOutcome, reviewOutcome } from '../../../../shared/model/review.ts'
import { isFrozen, movesFrom } from '../../../../shared/rules/register/life.ts'
import { outcomeOf } from '../../../../shared/rules/register/review.ts'
import { DateField } from '../../../parts/DateField.tsx'
import { perform } from '../../../query.ts'
import { say } from '../../../say.ts'
import { Button } from '../../../ui/Button.tsx'
import { TextArea } from '../../../ui/Field.tsx'
import { DetailForm } from './AssessForm.tsx'
import { Outcome } from './Outcome.tsx'
import { ScoreEvidence } from './ScoreEvidence.tsx'
import { ScoreFields } from './ScoreFields.tsx'
import { assessmentOf } from './scoring.ts'
import { type Begun, useScoring } from './use-scoring.ts'

const isScored = (outcome: ReviewOutcome) => outcome === 'raised' || outcome === 'lowered'

/** Which outcomes a review of a risk can have: what is frozen is not scored, and only some lives end by closing. */
const outcomesFor = (risk: RiskDetail): ReviewOutcome[] =>
  reviewOutcome.options.filter(
    outcome =>
      (!isScored(outcome) || !isFrozen(risk)) &&
      (outcome !== 'closed' || risk.status === 'closed' || movesFrom[risk.status].includes('closed')),
  )

/** A review begins at its outcome. */
const focusFirst = (control: HTMLInputElement | null) => control?.focus()

type ReviewFormProps = { risk: RiskDetail; scales: Scales; begun: Begun; onClose: () => void; onSaved?: () => void }

/** That somebody looked, and what came of it. What raises or lowers the risk is scored in the same form, and saved in one step with it. */
export const ReviewForm = ({ risk, scales, begun, onClose, onSaved = onClose }: ReviewFormProps) => {
  const hands = useScoring(risk, scales, begun)
  const [outcome, setOutcome] = useState<ReviewOutcome>('confirmed')
  const [note, setNote] = useState(begun.reason)
  const [date, setDate] = useState(hands.scoring.date)
  const [next, setNext] = useState<typeof date>(null)
  const { scoring, cell } = hands
  const before = risk.current ?? risk.inherent
  const comes = cell === null ? null : outcomeOf(before, { ...scoring, level: cell.level })
  const fault =
    isScored(outcome) && comes !== null && comes !== outcome
      ? say(`reviews.${comes}By`, { outcome: say(`reviews.${outcome}`) })
      : null
  const save = async () => {
    if (date === null || fault !== null) return
    // What the review says is the reason of its scoring.
    const assessment = isScored(outcome) ? assessmentOf({ ...scoring, kind: 'current', reason: note, date }) : undefined
    if (assessment === null) return
    const saved = await perform('risks.review', {
      risk: risk.id,
      outcome,
      note,
      date,
      next,
      ...(assessment === undefined ? {} : { assessment }),
    })
    if (saved.ok) onSaved()
  }
  return (
    <DetailForm
      name={say('reviews.reviewWhat', { ref: risk.ref })}
      isNarrow={!isScored(outcome)}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <div className="risks-why">
        <fieldset className="reviews-outcome">
          <legend className="small muted">{say('reviews.outcome')}</legend>
          {outcomesFor(risk).map(one => (
            <label key={one}>
              <input
                type="radio"
                name="outcome"
                checked={one === outcome}
                ref={one === 'confirmed' ? focusFirst : undefined}
                onChange={() => setOutcome(one)}
              />
              {say(`reviews.${one}`)}
            </label>
          ))}
        </fieldset>
        <TextArea
          label={say(outcome === 'confirmed' ? 'reviews.note' : 'reviews.noteWhy')}
          required={outcome !== 'confirmed'}
          rows={3}
          value={note}
          onChange={event => setNote(event.target.value)}
        />
        <div className="assess-row">
          <DateField label={say('reviews.date')} required value={date} onChange={setDate} />
          <DateField label={say('reviews.next')} value={next} onChange={setNext} />
        </div>
        <p className="small muted">{say(risk.due === null ? 'reviews.noCadence' : 'reviews.nextHint')}</p>
        {isScored(outcome) ? <ScoreEvidence risk={risk} hands={hands} /> : null}
      </div>
      {isScored(outcome) ? (
        <ScoreFields risk={risk} scales={scales} hands={hands} isOfReview />
      ) : (
        <p className="muted">
          {outcome === 'closed' ? say('reviews.closes', { ref: risk.ref }) : say('reviews.confirms')}
        </p>
      )}
      <div className="risks-actions">
        <Button
          writes
          type="submit"
          label={say('reviews.save')}
          look="primary"
          disabled={fault !== null || (isScored(outcome) && cell === null)}
        />
        <Button label={say('shell.cancel')} onClick={onClose} />
        {isScored(outcome) ? <Outcome scales={scales} hands={hands} /> : null}
        {fault === null ? null : (
          <p className="assess-warning" role="alert">
            {fault}
          </p>
        )}
      </div>
    </DetailForm>
  )
}
