import { ArrowLeft, ArrowRight, Grid3x3, Pencil, ScrollText, Trash2, X } from 'lucide-react'
import { type KeyboardEvent, useId } from 'react'
import { consistency, type Hypothesis, type Rating } from '../../../shared/model/hypothesis.ts'
import { type ClaimLine, consistencyLetters, weightWords } from '../../../shared/rules/inquiry-findings.ts'
import { addressOf } from '../../location.ts'
import { ClaimCard } from '../../parts/ClaimCard.tsx'
import { RecordHistory } from '../../parts/RecordHistory.tsx'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SelectField } from '../../ui/Field.tsx'
import { useWhyFixed } from '../../ui/fixed.ts'
import { focusTable } from './InquiryGrid.tsx'
import type { InquiryHands } from './use-inquiry-hands.ts'
import type { InquiryTable } from './use-inquiry-table.ts'

/** Takes the keyboard to the reason of the rating in hand, or to the rating while there is none. */
export const focusReason = (): void => {
  const of = (field: string) => document.querySelector<HTMLElement>(`.inquiry-rated.current ${field}`)
  const field = of('textarea') ?? of('select')
  field?.focus()
}

type JudgementProps = { table: InquiryTable; hands: InquiryHands; onEdit: (hypothesis: Hypothesis) => void }

/** Beside the table: the claim in hand with its evidence and the reasons of its ratings, or the hypothesis in hand. */
export const Judgement = ({ table, hands, onEdit }: JudgementProps) => {
  const { current, hypothesis, place } = table
  return (
    <aside className="inquiry-detail" aria-label={say('inquiries.detail')}>
      {current !== undefined ? (
        <ClaimDetail key={current.claim.id} line={current} table={table} hands={hands} />
      ) : place.line === 0 && hypothesis !== undefined ? (
        <HypothesisDetail hypothesis={hypothesis} table={table} hands={hands} onEdit={() => onEdit(hypothesis)} />
      ) : (
        <EmptyState sentence={say('inquiries.nothingChosen')} />
      )}
    </aside>
  )
}

type ClaimDetailProps = { line: ClaimLine; table: InquiryTable; hands: InquiryHands }

const ClaimDetail = ({ line: { claim, ratings }, table, hands }: ClaimDetailProps) => (
  <>
    <ClaimCard
      claim={claim}
      showTerm
      actions={
        <Button
          writes
          iconOnly
          look="quiet"
          icon={<X size={14} />}
          label={say('inquiries.removeClaim')}
          onClick={() => hands.removeClaim(claim.id)}
        />
      }
    />
    <p className="inquiry-links">
      <a href={addressOf('matrix', null, { claim: claim.id })}>
        <Grid3x3 size={14} aria-hidden="true" />
        {say('inquiries.toMatrix')}
      </a>
      <a href={addressOf('term', claim.term)}>
        <ScrollText size={14} aria-hidden="true" />
        {say('inquiries.toStory')}
      </a>
    </p>
    {table.view.hypotheses.length === 0 ? null : (
      <section className="inquiry-ratings" aria-label={say('inquiries.ratings')}>
        <h3 className="label">{say('inquiries.ratings')}</h3>
        <p className="small muted">{say('inquiries.legend')}</p>
        {table.view.hypotheses.map((hypothesis, at) => (
          <RatingFields
            key={hypothesis.id}
            hypothesis={hypothesis}
            rating={ratings[at] ?? null}
            isCurrent={hypothesis.id === table.hypothesis?.id}
            onRate={(rated, reason) => hands.rate(claim.id, hypothesis.id, rated, reason)}
          />
        ))}
      </section>
    )}
  </>
)

type RatingFieldsProps = {
  hypothesis: Hypothesis
  rating: Rating | null
  isCurrent: boolean
  onRate: (consistency: Rating['consistency'] | null, reason?: string) => void
}

const RatingFields = ({ hypothesis: { name }, rating, isCurrent, onRate }: RatingFieldsProps) => (
  <div className={isCurrent ? 'inquiry-rated current' : 'inquiry-rated'}>
    <SelectField
      writes
      label={name}
      value={rating?.consistency ?? ''}
      choices={[
        { value: '', label: say('inquiries.unrated') },
        ...consistency.options.map(value => ({
          value,
          label: `${consistencyLetters[value]}  ${say(`inquiries.${value}`)}`,
        })),
      ]}
      onChoose={value => onRate(value === '' ? null : value)}
    />
    {rating === null ? null : (
      <ReasonField
        key={rating.reason}
        label={say('inquiries.reason', { name })}
        reason={rating.reason}
        onSave={reason => onRate(rating.consistency, reason)}
      />
    )}
  </div>
)

type ReasonFieldProps = { label: string; reason: string; onSave: (reason: string) => void }

/** Saves when it is left; Enter saves and goes back to the table, Escape gives up what was typed and goes back too. */
const ReasonField = ({ label, reason, onSave }: ReasonFieldProps) => {
  const isFixed = useWhyFixed() !== null
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Escape') event.currentTarget.value = reason
    else if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    event.stopPropagation()
    focusTable()
  }
  return (
    <textarea
      className="input inquiry-reason"
      aria-label={label}
      placeholder={say('inquiries.reasonPlaceholder')}
      rows={Math.min(6, Math.max(1, Math.ceil(reason.length / 44)))}
      defaultValue={reason}
      readOnly={isFixed}
      onKeyDown={press}
      onBlur={event => {
        const words = event.currentTarget.value.trim()
        if (words !== reason) onSave(words)
      }}
    />
  )
}

type HypothesisDetailProps = { hypothesis: Hypothesis; table: InquiryTable; hands: InquiryHands; onEdit: () => void }

const HypothesisDetail = ({ hypothesis, table, hands, onEdit }: HypothesisDetailProps) => {
  const { id, name, description } = hypothesis
  const score = table.view.weighing.scores.find(one => one.hypothesis === id)
  const heading = useId()
  return (
    <section className="inquiry-hypothesis-detail" aria-labelledby={heading}>
      <h3 id={heading}>{name}</h3>
      {description === '' ? null : <p className="reading">{description}</p>}
      {score === undefined ? null : (
        <p className="muted">
          {say('inquiries.headName', {
            name: say('inquiries.scores'),
            place: say('inquiries.placeName', { place: score.place }),
            against: weightWords(score.against),
            support: weightWords(score.support),
            unrated: score.unrated,
          })}
        </p>
      )}
      <div className="inquiry-actions">
        <Button
          writes
          iconOnly
          look="quiet"
          label={say('inquiries.editHypothesis')}
          icon={<Pencil size={14} />}
          onClick={onEdit}
        />
        <Button
          writes
          iconOnly
          look="quiet"
          label={say('inquiries.earlier')}
          icon={<ArrowLeft size={14} />}
          onClick={() => hands.stepHypothesis(-1)}
        />
        <Button
          writes
          iconOnly
          look="quiet"
          label={say('inquiries.later')}
          icon={<ArrowRight size={14} />}
          onClick={() => hands.stepHypothesis(1)}
        />
        <Button
          writes
          iconOnly
          look="quiet"
          label={say('inquiries.removeHypothesis')}
          icon={<Trash2 size={14} />}
          onClick={() => hands.removeHypothesis(id)}
        />
        <RecordHistory record="hypothesis" id={id} name={name} />
      </div>
    </section>
  )
}
