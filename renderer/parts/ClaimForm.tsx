import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { type ClaimDraft, claimRank, polarity, stage, statement } from '../../shared/model/claim.ts'
import { confidence, credibility } from '../../shared/model/grades.ts'
import type { PartialDate } from '../../shared/model/partial-date.ts'
import type { Term } from '../../shared/model/term.ts'
import { qualifier, type ValueType } from '../../shared/model/typed-value.ts'
import { nameOf } from '../../shared/rules/vocabulary.ts'
import { say } from '../say.ts'
import { Button } from '../ui/Button.tsx'
import { type Choice, choicesOf, SelectField, TextArea, TextField } from '../ui/Field.tsx'
import './claim-form.css'
import { DateField } from './DateField.tsx'
import { EvidenceField } from './EvidenceField.tsx'
import { FromTheWords } from './FromTheWords.tsx'
import { LineageField } from './LineageField.tsx'
import { PartyField } from './PartyField.tsx'
import { ValueField } from './ValueField.tsx'

type ClaimFormProps = {
  term: Term
  /** What the form starts from; it keeps its own state from then on. */
  claim: ClaimDraft
  onSave: (claim: ClaimDraft) => void
  onCancel: () => void
  onOtherTerm?: (() => void) | undefined
  /** The words selected, which are cited with the claim. */
  selection?: string | undefined
  /** The sentences the claim is taken from, and when their source was published: stage and dates they name are offered. */
  said?: string | undefined
  published?: PartialDate | null
  /** What else stands beside the buttons. */
  footer?: ReactNode
}

const orNotStated = <Value extends string>(choices: readonly Choice<Value>[]): Choice<Value | ''>[] => [
  { value: '', label: say('parts.notStated') },
  ...choices,
]

/** Types of value that can be hedged, and be a share of something. */
const figures: ReadonlySet<ValueType> = new Set(['money', 'percent', 'quantity', 'duration', 'date'])

/** What stands in the folded part is not to be overlooked. */
const hasMore = ({ credibilityReason, rankReason, comment, confidence: sure, lineage }: ClaimDraft): boolean =>
  credibilityReason !== '' || rankReason !== '' || comment !== '' || sure !== null || lineage !== null

/** A claim to be written or changed. Enter in a field, or Ctrl+Enter anywhere in it, saves. */
export const ClaimForm = ({
  term,
  claim,
  onSave,
  onCancel,
  onOtherTerm,
  selection,
  said = '',
  published = null,
  footer,
}: ClaimFormProps) => {
  const [draft, setDraft] = useState(claim)
  const set = (patch: Partial<ClaimDraft>) => setDraft(before => ({ ...before, ...patch }))
  const bases = useId()
  const press = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    event.currentTarget.requestSubmit()
  }
  return (
    <form
      className="claim-form"
      aria-label={say('parts.claim', { ref: term.ref })}
      onSubmit={event => {
        event.preventDefault()
        onSave(draft)
      }}
      onKeyDown={press}
    >
      <div className="claim-form-term">
        <p>
          <span className="muted">{term.ref}</span> <b>{term.name}</b>
        </p>
        {onOtherTerm === undefined ? null : (
          <Button label={say('parts.changeTerm')} look="quiet" onClick={onOtherTerm} />
        )}
        {term.question === '' ? null : <p className="small muted claim-form-question">{term.question}</p>}
      </div>
      <ValueField term={term} draft={draft} onChange={set} />
      {figures.has(term.valueType) || draft.qualifier !== 'exactly' || draft.basis !== '' ? (
        <>
          <SelectField
            label={say('parts.qualifier')}
            value={draft.qualifier}
            choices={choicesOf(qualifier.options, one => nameOf('qualifier', one))}
            onChoose={value => set({ qualifier: value })}
          />
          <TextField
            label={say('parts.basis')}
            value={draft.basis}
            placeholder={say('parts.basisHint')}
            list={bases}
            onChange={event => set({ basis: event.target.value })}
          />
          <datalist id={bases}>
            {term.bases.map(basis => (
              <option key={basis} value={basis} />
            ))}
          </datalist>
        </>
      ) : null}
      <SelectField
        label={say('parts.polarity')}
        value={draft.polarity}
        choices={polarity.options.map(value => ({ value, label: say(`parts.${value}`) }))}
        onChoose={value => set({ polarity: value })}
      />
      <SelectField
        label={say('parts.stage')}
        value={draft.stage ?? ''}
        choices={orNotStated(choicesOf(stage.options, one => nameOf('stage', one)))}
        onChoose={value => set({ stage: value === '' ? null : value })}
      />
      <TextField
        label={say('parts.assertedBy')}
        value={draft.assertedBy}
        placeholder={say('parts.ownVoice')}
        onChange={event => set({ assertedBy: event.target.value })}
      />
      <PartyField value={draft.party} onChange={party => set({ party })} />
      <SelectField
        label={say('parts.statement')}
        value={draft.statement}
        choices={choicesOf(statement.options, one => nameOf('statement', one))}
        onChoose={value => set({ statement: value })}
      />
      <SelectField
        label={say('parts.credibility')}
        value={`${draft.credibility}`}
        choices={(['1', '2', '3', '4', '5', '6'] as const).map(value => ({
          value,
          label: say(`parts.credibility${value}`),
        }))}
        onChoose={value => set({ credibility: credibility.parse(Number(value)) })}
      />
      <DateField label={say('parts.asOf')} value={draft.asOf} onChange={asOf => set({ asOf })} />
      <DateField label={say('parts.eventDate')} value={draft.eventDate} onChange={eventDate => set({ eventDate })} />
      <FromTheWords said={said} published={published} draft={draft} onChange={set} />
      <TextField
        label={say('parts.condition')}
        value={draft.condition}
        placeholder={say('parts.notStated')}
        onChange={event => set({ condition: event.target.value })}
      />
      <SelectField
        label={say('parts.rank')}
        value={draft.rank}
        choices={choicesOf(claimRank.options, one => nameOf('rank', one))}
        onChoose={value => set({ rank: value })}
      />
      <EvidenceField evidence={draft.evidence} onChange={evidence => set({ evidence })} selection={selection} />
      <details className="claim-form-wide" open={hasMore(claim)}>
        <summary>{say('parts.more')}</summary>
        <div className="claim-form-more">
          <TextField label={say('parts.raw')} value={draft.raw} onChange={event => set({ raw: event.target.value })} />
          <TextField
            label={say('parts.credibilityReason')}
            value={draft.credibilityReason}
            onChange={event => set({ credibilityReason: event.target.value })}
          />
          <SelectField
            label={say('parts.confidence')}
            value={draft.confidence ?? ''}
            choices={orNotStated(choicesOf(confidence.options, one => nameOf('confidence', one)))}
            onChoose={value => set({ confidence: value === '' ? null : value })}
          />
          <LineageField value={draft.lineage} onChange={lineage => set({ lineage })} />
          <TextField
            label={say('parts.rankReason')}
            value={draft.rankReason}
            onChange={event => set({ rankReason: event.target.value })}
          />
          <TextArea
            label={say('parts.comment')}
            value={draft.comment}
            rows={2}
            onChange={event => set({ comment: event.target.value })}
          />
        </div>
      </details>
      <div className="claim-form-actions">
        {footer}
        <Button label={say('shell.cancel')} onClick={onCancel} />
        <Button label={say('parts.saveClaim')} look="primary" type="submit" />
      </div>
    </form>
  )
}
