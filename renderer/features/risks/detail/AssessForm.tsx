import { type FormEvent, useState } from 'react'
import type { RiskView } from '../../../../shared/contract/risks.ts'
import { type Assessment, type AssessmentKind, assessmentKind } from '../../../../shared/model/assessment.ts'
import type { Scales } from '../../../../shared/model/criteria.ts'
import { type Confidence, confidence } from '../../../../shared/model/grades.ts'
import type { ExcerptId } from '../../../../shared/model/id.ts'
import type { PartialDate } from '../../../../shared/model/partial-date.ts'
import { levelOf } from '../../../../shared/rules/scoring.ts'
import { DateField } from '../../../parts/DateField.tsx'
import { ExcerptPicker, Quotes } from '../../../parts/Quotes.tsx'
import { today } from '../../../parts/today.ts'
import { perform } from '../../../query.ts'
import { say } from '../../../say.ts'
import { Button } from '../../../ui/Button.tsx'
import { choicesOf, SelectField, TextArea, TextField } from '../../../ui/Field.tsx'

type AssessFormProps = { risk: RiskView; scales: Scales; excerpt: ExcerptId | null; onClose: () => void }

const unrated = -1

const ratingsOf = (scales: Scales, assessment: Assessment | null): Record<string, number> =>
  Object.fromEntries(
    scales.dimensions.map(name => [name, assessment?.impacts.find(one => one.dimension === name)?.level ?? unrated]),
  )

/** A new scoring. It starts from the newest of its kind; it cannot be saved without a reason. */
export const AssessForm = ({ risk, scales, excerpt, onClose }: AssessFormProps) => {
  const before = risk.current ?? risk.inherent
  const [kind, setKind] = useState<AssessmentKind>('current')
  const [word, setWord] = useState(before?.likelihoodWord ?? scales.likelihoods[0]?.word ?? '')
  const [low, setLow] = useState(before?.likelihoodLow ?? scales.likelihoods[0]?.low ?? 0)
  const [high, setHigh] = useState(before?.likelihoodHigh ?? scales.likelihoods[0]?.high ?? 0)
  const [ratings, setRatings] = useState(ratingsOf(scales, before))
  const [strength, setStrength] = useState<Confidence>(before?.strength ?? 'moderate')
  const [reason, setReason] = useState('')
  const [date, setDate] = useState<PartialDate | null>(today)
  const [excerpts, setExcerpts] = useState<readonly ExcerptId[]>(excerpt === null ? [] : [excerpt])
  /** Another kind of scoring starts from the newest of that kind. */
  const startFrom = (chosen: AssessmentKind) => {
    setKind(chosen)
    const newest = risk[chosen]
    if (newest === null) return
    setWord(newest.likelihoodWord)
    setLow(newest.likelihoodLow)
    setHigh(newest.likelihoodHigh)
    setRatings(ratingsOf(scales, newest))
    setStrength(newest.strength)
  }
  const impacts = Object.entries(ratings)
    .filter(([, level]) => level !== unrated)
    .map(([dimension, level]) => ({
      dimension,
      level,
      rationale: (risk[kind] ?? before)?.impacts.find(one => one.dimension === dimension)?.rationale ?? '',
    }))
  const rangeFits = low <= high && low >= 0 && high <= 100
  const level = rangeFits && impacts.length > 0 ? levelOf(scales, low, high, impacts) : null

  const chooseWord = (chosen: string) => {
    setWord(chosen)
    const band = scales.likelihoods.find(one => one.word === chosen)
    if (!band) return
    setLow(band.low)
    setHigh(band.high)
  }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (date === null || level === null) return
    const outcome = await perform('risks.assess', {
      risk: risk.id,
      kind,
      likelihoodWord: word,
      likelihoodLow: low,
      likelihoodHigh: high,
      impacts,
      strength,
      reason,
      excerpts: [...excerpts],
      claims: [],
      conflicts: [],
      date,
    })
    if (outcome.ok) onClose()
  }
  return (
    <form
      className="risks-assess"
      onSubmit={save}
      aria-label={say('risks.assessWhat', { ref: risk.ref })}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        onClose()
      }}
    >
      <div className="risks-why">
        <TextArea
          label={say('risks.reason')}
          required
          autoFocus
          rows={4}
          value={reason}
          onChange={event => setReason(event.target.value)}
        />
        <p className="small muted">{say('risks.cites')}</p>
        <Quotes
          excerpts={excerpts.map(one => ({ excerpt: one }))}
          onRemove={gone => setExcerpts(all => all.filter(one => one !== gone))}
        />
        <ExcerptPicker without={excerpts} onPick={picked => setExcerpts(all => [...all, picked])} />
      </div>
      <div className="risks-scores">
        <SelectField
          label={say('risks.kind')}
          value={kind}
          choices={choicesOf(assessmentKind.options)}
          onChoose={startFrom}
        />
        <SelectField
          label={say('risks.word')}
          value={word}
          choices={choicesOf(scales.likelihoods.map(one => one.word))}
          onChoose={chooseWord}
        />
        <TextField
          label={say('risks.low')}
          type="number"
          min={0}
          max={100}
          value={low}
          onChange={event => setLow(event.target.valueAsNumber || 0)}
          error={rangeFits ? undefined : say('risks.rangeWrong')}
        />
        <TextField
          label={say('risks.high')}
          type="number"
          min={0}
          max={100}
          value={high}
          onChange={event => setHigh(event.target.valueAsNumber || 0)}
        />
        {scales.dimensions.map(dimension => (
          <SelectField
            key={dimension}
            label={say('risks.impact', { dimension })}
            value={String(ratings[dimension] ?? unrated)}
            choices={[
              { value: String(unrated), label: say('risks.noImpact') },
              ...scales.impacts.map((one, index) => ({ value: String(index), label: one.word })),
            ]}
            onChoose={chosen => setRatings(all => ({ ...all, [dimension]: Number(chosen) }))}
          />
        ))}
        <SelectField
          label={say('risks.strengthOf')}
          value={strength}
          choices={choicesOf(confidence.options)}
          onChoose={setStrength}
        />
        <DateField label={say('risks.date')} required value={date} onChange={setDate} />
      </div>
      <div className="risks-actions">
        <Button writes type="submit" label={say('risks.saveAssessment')} look="primary" disabled={level === null} />
        <Button label={say('shell.cancel')} onClick={onClose} />
        <span role="status">{level === null ? say('risks.needsImpact') : say('risks.levelBecomes', { level })}</span>
      </div>
    </form>
  )
}
