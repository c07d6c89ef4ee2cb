import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { type DragEvent, useState } from 'react'
import { confidence, likelihoodWord } from '../../../shared/model/grades.ts'
import type { ExcerptId } from '../../../shared/model/id.ts'
import type { Judgement } from '../../../shared/model/judgement.ts'
import { nameOf } from '../../../shared/rules/vocabulary.ts'
import { carriesExcerpt, droppedExcerpt } from '../../parts/excerpt-drag.ts'
import { ExcerptPicker, Quotes } from '../../parts/Quotes.tsx'
import { say } from '../../say.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { choicesOf, SelectField } from '../../ui/Field.tsx'
import { useWhyFixed } from '../../ui/fixed.ts'
import { JudgementFindings } from './JudgementFindings.tsx'
import { PartMarking } from './MarkingField.tsx'
import { SavedField } from './SavedField.tsx'

type JudgementEditorProps = {
  number: number
  count: number
  judgement: Judgement
  /** The marking of the briefing. */
  marking: string
  onChange: (judgement: Judgement) => void
  onMove: (by: number) => void
  onRemove: () => void
}

const notStated = { value: 'none' as const, label: say('briefings.notStated') }

/** One judgement. Confidence is a field of its own: it never shares a sentence with likelihood. */
export const JudgementEditor = (props: JudgementEditorProps) => {
  const { number, count, judgement, marking, onChange, onMove, onRemove } = props
  const [dropping, setDropping] = useState(false)
  const isFixed = useWhyFixed() !== null
  const cite = (excerpt: ExcerptId) =>
    judgement.excerpts.includes(excerpt) || onChange({ ...judgement, excerpts: [...judgement.excerpts, excerpt] })
  const hold = (event: DragEvent) => {
    if (isFixed || !carriesExcerpt(event)) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
    setDropping(true)
  }
  const drop = (event: DragEvent) => {
    setDropping(false)
    const excerpt = isFixed ? null : droppedExcerpt(event)
    if (excerpt === null) return
    event.preventDefault()
    cite(excerpt)
  }
  return (
    <fieldset
      className={dropping ? 'briefings-judgement dropping' : 'briefings-judgement'}
      data-judgement={judgement.id}
      onDragOver={hold}
      onDragLeave={event => event.currentTarget.contains(event.relatedTarget as Node | null) || setDropping(false)}
      onDrop={drop}
    >
      <legend className="label">{say('briefings.judgement', { number })}</legend>
      <span className="briefings-judgement-tools">
        <Button
          writes
          label={say('briefings.judgementUp', { number })}
          icon={<ArrowUp size={14} />}
          iconOnly
          look="quiet"
          aria-disabled={number === 1}
          onClick={() => onMove(-1)}
        />
        <Button
          writes
          label={say('briefings.judgementDown', { number })}
          icon={<ArrowDown size={14} />}
          iconOnly
          look="quiet"
          aria-disabled={number === count}
          onClick={() => onMove(1)}
        />
        <Button
          writes
          label={say('briefings.removeJudgement', { number })}
          icon={<X size={14} />}
          iconOnly
          look="quiet"
          onClick={onRemove}
        />
      </span>
      <SavedField
        long
        label={say('briefings.judgementText')}
        value={judgement.text}
        onSave={text => text.trim() !== '' && onChange({ ...judgement, text })}
      />
      <JudgementFindings judgement={judgement.id} />
      <div className="briefings-row">
        <SelectField
          writes
          label={say('briefings.likelihood')}
          value={judgement.likelihood ?? 'none'}
          choices={[notStated, ...choicesOf(likelihoodWord.options, one => nameOf('likelihood', one))]}
          onChoose={chosen => onChange({ ...judgement, likelihood: chosen === 'none' ? null : chosen })}
        />
        <SelectField
          writes
          label={say('briefings.confidence')}
          value={judgement.confidence ?? 'none'}
          choices={[notStated, ...choicesOf(confidence.options, one => nameOf('confidence', one))]}
          onChoose={chosen => onChange({ ...judgement, confidence: chosen === 'none' ? null : chosen })}
        />
      </div>
      <SavedField
        long
        label={say('briefings.confidenceBasis')}
        value={judgement.confidenceBasis}
        onSave={confidenceBasis => onChange({ ...judgement, confidenceBasis })}
      />
      <SavedField
        long
        label={say('briefings.alternative')}
        placeholder={say('briefings.alternativeHint')}
        value={judgement.alternative}
        onSave={alternative => onChange({ ...judgement, alternative })}
      />
      <PartMarking
        whole={marking}
        value={judgement.marking}
        onChange={chosen => onChange({ ...judgement, marking: chosen })}
      />
      <span className="label">{say('briefings.passages')}</span>
      {judgement.excerpts.length === 0 ? <Badge tone="warning">{say('briefings.unsupported')}</Badge> : null}
      <Quotes
        excerpts={judgement.excerpts.map(excerpt => ({ excerpt }))}
        onRemove={gone => onChange({ ...judgement, excerpts: judgement.excerpts.filter(one => one !== gone) })}
      />
      {dropping ? <p className="small briefings-drop">{say('briefings.dropHere')}</p> : null}
      <ExcerptPicker without={judgement.excerpts} onPick={cite} />
    </fieldset>
  )
}
