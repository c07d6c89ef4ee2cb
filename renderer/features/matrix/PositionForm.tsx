import { type FormEvent, useState } from 'react'
import type { ClaimView } from '../../../shared/contract/claims.ts'
import { type Stage, stage } from '../../../shared/model/claim.ts'
import { type Confidence, confidence, type LikelihoodWord, likelihoodWord } from '../../../shared/model/grades.ts'
import type { ClaimId, PartyId } from '../../../shared/model/id.ts'
import type { PartialDate } from '../../../shared/model/partial-date.ts'
import type { Position } from '../../../shared/model/position.ts'
import type { Term } from '../../../shared/model/term.ts'
import { presentDay } from '../../../shared/rules/local-day.ts'
import { parseValue } from '../../../shared/rules/typed-entry.ts'
import { nameOf } from '../../../shared/rules/vocabulary.ts'
import { valueWords } from '../../../shared/rules/words.ts'
import { DateField } from '../../parts/DateField.tsx'
import { titleOf } from '../../parts/names.ts'
import { perform, useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { choicesOf, SelectField, TextArea, TextField } from '../../ui/Field.tsx'

type PositionFormProps = {
  term: Term
  /** Whose position it is; null for our own of the term as a whole. */
  party: PartyId | null
  /** The position that is corrected; null for a new one. */
  position: Position | null
  /** What a new one starts from: the one it succeeds. */
  from: Position | null
  onClose: () => void
}

/** Value, stage, date, likelihood, confidence and its basis, and the claims it rests on. */
export const PositionForm = ({ term, party, position, from, onClose }: PositionFormProps) => {
  const start = position ?? from
  const [raw, setRaw] = useState(start?.raw ?? '')
  const [chosenStage, setStage] = useState<Stage | 'none'>(start?.stage ?? 'none')
  const [validAt, setValidAt] = useState<PartialDate | null>(position?.validAt ?? presentDay)
  const [likelihood, setLikelihood] = useState<LikelihoodWord | 'none'>(start?.likelihood ?? 'none')
  const [sure, setSure] = useState<Confidence>(start?.confidence ?? 'moderate')
  const [confidenceBasis, setConfidenceBasis] = useState(start?.confidenceBasis ?? '')
  const [rationale, setRationale] = useState(start?.rationale ?? '')
  const [dissent, setDissent] = useState(start?.dissent ?? '')
  const [rests, setRests] = useState<ReadonlySet<ClaimId>>(new Set(start?.claims))
  const stated =
    start !== null && raw === start.raw
      ? start
      : (parseValue(raw, term) ?? { raw, value: null, basis: '', qualifier: 'exactly' as const, condition: '' })

  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (validAt === null) return
    const { value, basis, qualifier, condition } = stated
    const draft = {
      term: term.id,
      party,
      validAt,
      raw,
      value,
      basis,
      qualifier,
      condition,
      stage: chosenStage === 'none' ? null : chosenStage,
      rationale,
      likelihood: likelihood === 'none' ? null : likelihood,
      confidence: sure,
      confidenceBasis,
      dissent,
      claims: [...rests],
    }
    const outcome =
      position === null
        ? await perform('positions.create', draft)
        : await perform('positions.update', { id: position.id, patch: draft })
    if (outcome.ok) onClose()
  }
  const toggle = (id: ClaimId) => {
    const next = new Set(rests)
    if (!next.delete(id)) next.add(id)
    setRests(next)
  }
  return (
    <form className="matrix-form" onSubmit={save} aria-label={say('matrix.position')}>
      <TextField
        label={say('matrix.positionValue')}
        required
        autoFocus
        value={raw}
        onChange={event => setRaw(event.target.value)}
        hint={raw === '' ? undefined : say('matrix.positionReads', { words: valueWords(stated) })}
      />
      <div className="matrix-form-row">
        <SelectField
          label={say('matrix.positionStage')}
          value={chosenStage}
          choices={[
            { value: 'none', label: say('parts.notStated') },
            ...choicesOf(stage.options, one => nameOf('stage', one)),
          ]}
          onChoose={setStage}
        />
        <DateField label={say('matrix.positionValidAt')} required value={validAt} onChange={setValidAt} />
        <SelectField
          label={say('matrix.positionLikelihood')}
          value={likelihood}
          choices={[
            { value: 'none', label: say('parts.notStated') },
            ...choicesOf(likelihoodWord.options, one => nameOf('likelihood', one)),
          ]}
          onChoose={setLikelihood}
        />
        <SelectField
          label={say('matrix.positionConfidence')}
          value={sure}
          choices={choicesOf(confidence.options, one => nameOf('confidence', one))}
          onChoose={setSure}
        />
      </div>
      <TextArea
        label={say('matrix.positionRationale')}
        value={rationale}
        onChange={event => setRationale(event.target.value)}
      />
      <TextField
        label={say('matrix.positionConfidenceBasis')}
        value={confidenceBasis}
        onChange={event => setConfidenceBasis(event.target.value)}
      />
      <TextField
        label={say('matrix.positionDissent')}
        value={dissent}
        onChange={event => setDissent(event.target.value)}
      />
      <Rests term={term} party={party} rests={rests} onToggle={toggle} />
      <div className="matrix-drawer-actions">
        <Button writes type="submit" label={say('shell.save')} look="primary" />
        <Button label={say('shell.cancel')} onClick={onClose} />
      </div>
    </form>
  )
}

type RestsProps = { term: Term; party: PartyId | null; rests: ReadonlySet<ClaimId>; onToggle: (id: ClaimId) => void }

/** From how many claims on a filter is worth its line. */
const many = 8

/** The claims of the term to choose from: those chosen first, then those of the party whose position it is. */
const Rests = ({ term, party, rests, onToggle }: RestsProps) => {
  const { value: claims = [] } = useRead('claims.list', { term: term.id })
  const [words, setWords] = useState('')
  const [first] = useState(rests)
  const sought = words.trim().toLowerCase()
  const weight = (claim: ClaimView) => (first.has(claim.id) ? 0 : party !== null && claim.party === party ? 1 : 2)
  const shown = claims
    .filter(claim => `${claim.words} ${claim.sourceTitle} ${claim.partyName}`.toLowerCase().includes(sought))
    .toSorted((one, other) => weight(one) - weight(other))
  return (
    <fieldset className="matrix-rests">
      <legend className="label">
        {say('positions.rests')} ({say('positions.restsCount', { count: rests.size })})
      </legend>
      {rests.size === 0 ? <p className="small muted">{say('positions.restsNone')}</p> : null}
      {claims.length < many ? null : (
        <TextField
          label={say('positions.restsSearch')}
          value={words}
          onChange={event => setWords(event.target.value)}
        />
      )}
      <div>
        {shown.map(claim => (
          <label key={claim.id}>
            <input type="checkbox" checked={rests.has(claim.id)} onChange={() => onToggle(claim.id)} />
            <span>
              {claim.words} <span className="small muted">{titleOf({ title: claim.sourceTitle })}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
