import { type FormEvent, useState } from 'react'
import { type Stage, stage } from '../../../shared/model/claim.ts'
import { type Confidence, confidence, type LikelihoodWord, likelihoodWord } from '../../../shared/model/grades.ts'
import type { ClaimId } from '../../../shared/model/id.ts'
import type { PartialDate } from '../../../shared/model/partial-date.ts'
import type { Position } from '../../../shared/model/position.ts'
import type { Term } from '../../../shared/model/term.ts'
import { parseValue } from '../../../shared/rules/selection.ts'
import { valueWords } from '../../../shared/rules/words.ts'
import { DateField } from '../../parts/DateField.tsx'
import { today } from '../../parts/today.ts'
import { perform, useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { choicesOf, SelectField, TextArea, TextField } from '../../ui/Field.tsx'

type PositionFormProps = { term: Term; position: Position | null; onClose: () => void }

/** Value, stage, date, likelihood, confidence and its basis, and the claims it rests on. */
export const PositionForm = ({ term, position, onClose }: PositionFormProps) => {
  const [raw, setRaw] = useState(position?.raw ?? '')
  const [chosenStage, setStage] = useState<Stage | 'none'>(position?.stage ?? 'none')
  const [validAt, setValidAt] = useState<PartialDate | null>(position?.validAt ?? today)
  const [likelihood, setLikelihood] = useState<LikelihoodWord | 'none'>(position?.likelihood ?? 'none')
  const [sure, setSure] = useState<Confidence>(position?.confidence ?? 'moderate')
  const [confidenceBasis, setConfidenceBasis] = useState(position?.confidenceBasis ?? '')
  const [rationale, setRationale] = useState(position?.rationale ?? '')
  const [dissent, setDissent] = useState(position?.dissent ?? '')
  const [rests, setRests] = useState<ReadonlySet<ClaimId>>(new Set(position?.claims))
  const claims = useRead('claims.list', { term: term.id })
  const stated =
    position !== null && raw === position.raw
      ? position
      : (parseValue(raw, term) ?? { raw, value: null, basis: '', qualifier: 'exactly' as const, condition: '' })

  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (validAt === null) return
    const { value, basis, qualifier, condition } = stated
    const draft = {
      term: term.id,
      party: position?.party ?? null,
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
          choices={[{ value: 'none', label: say('parts.notStated') }, ...choicesOf(stage.options)]}
          onChoose={setStage}
        />
        <DateField label={say('matrix.positionValidAt')} required value={validAt} onChange={setValidAt} />
        <SelectField
          label={say('matrix.positionLikelihood')}
          value={likelihood}
          choices={[{ value: 'none', label: say('parts.notStated') }, ...choicesOf(likelihoodWord.options)]}
          onChoose={setLikelihood}
        />
        <SelectField
          label={say('matrix.positionConfidence')}
          value={sure}
          choices={choicesOf(confidence.options)}
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
      <fieldset className="matrix-rests">
        <legend className="label">{say('matrix.positionRests')}</legend>
        {claims.value?.map(claim => (
          <label key={claim.id}>
            <input type="checkbox" checked={rests.has(claim.id)} onChange={() => toggle(claim.id)} />
            <span>
              {claim.words} <span className="small muted">{claim.sourceTitle}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="matrix-drawer-actions">
        <Button writes type="submit" label={say('shell.save')} look="primary" />
        <Button label={say('shell.cancel')} onClick={onClose} />
      </div>
    </form>
  )
}
