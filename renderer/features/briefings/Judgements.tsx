import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { confidence, likelihoodWord } from '../../../shared/model/grades.ts'
import { judgementId } from '../../../shared/model/id.ts'
import type { Judgement } from '../../../shared/model/judgement.ts'
import { blankJudgement } from '../../../shared/rules/briefing/blank-block.ts'
import { newId } from '../../new-id.ts'
import { ExcerptPicker, Quotes } from '../../parts/Quotes.tsx'
import { say } from '../../say.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { choicesOf, SelectField, TextArea, TextField } from '../../ui/Field.tsx'

type JudgementsProps = { judgements: readonly Judgement[]; onChange: (judgements: Judgement[]) => void }

/** The key judgements with their passages. Confidence is a field of its own: it never shares a sentence with likelihood. */
export const Judgements = ({ judgements, onChange }: JudgementsProps) => (
  <>
    <ol className="briefings-judgements">
      {judgements.map((judgement, index) => (
        <li key={judgement.id}>
          <JudgementEditor
            number={index + 1}
            judgement={judgement}
            onChange={changed => onChange(judgements.with(index, changed))}
            onRemove={() => onChange(judgements.toSpliced(index, 1))}
          />
        </li>
      ))}
    </ol>
    <NewJudgement onAdd={text => onChange([...judgements, blankJudgement(judgementId.parse(newId()), text)])} />
  </>
)

type JudgementEditorProps = {
  number: number
  judgement: Judgement
  onChange: (judgement: Judgement) => void
  onRemove: () => void
}

const JudgementEditor = ({ number, judgement, onChange, onRemove }: JudgementEditorProps) => {
  const [text, setText] = useState<string | null>(null)
  const [basis, setBasis] = useState<string | null>(null)
  return (
    <fieldset className="briefings-judgement">
      <legend className="label">{say('briefings.judgement', { number })}</legend>
      <Button
        writes
        label={say('briefings.removeJudgement')}
        icon={<X size={14} />}
        iconOnly
        look="quiet"
        onClick={onRemove}
      />
      <TextArea
        writes
        label={say('briefings.judgementText')}
        value={text ?? judgement.text}
        onChange={event => setText(event.target.value)}
        onBlur={() => {
          if (text !== null && text.trim() !== '' && text !== judgement.text) onChange({ ...judgement, text })
          setText(null)
        }}
      />
      <div className="briefings-row">
        <SelectField
          writes
          label={say('briefings.likelihood')}
          value={judgement.likelihood ?? 'none'}
          choices={[
            { value: 'none' as const, label: say('briefings.notStated') },
            ...choicesOf(likelihoodWord.options),
          ]}
          onChoose={chosen => onChange({ ...judgement, likelihood: chosen === 'none' ? null : chosen })}
        />
        <SelectField
          writes
          label={say('briefings.confidence')}
          value={judgement.confidence ?? 'none'}
          choices={[{ value: 'none' as const, label: say('briefings.notStated') }, ...choicesOf(confidence.options)]}
          onChoose={chosen => onChange({ ...judgement, confidence: chosen === 'none' ? null : chosen })}
        />
      </div>
      <TextField
        writes
        label={say('briefings.confidenceBasis')}
        value={basis ?? judgement.confidenceBasis}
        onChange={event => setBasis(event.target.value)}
        onBlur={() => {
          if (basis !== null && basis !== judgement.confidenceBasis) onChange({ ...judgement, confidenceBasis: basis })
          setBasis(null)
        }}
      />
      {judgement.excerpts.length === 0 ? <Badge tone="warning">{say('briefings.unsupported')}</Badge> : null}
      <Quotes
        excerpts={judgement.excerpts.map(excerpt => ({ excerpt }))}
        onRemove={gone => onChange({ ...judgement, excerpts: judgement.excerpts.filter(one => one !== gone) })}
      />
      <ExcerptPicker
        without={judgement.excerpts}
        onPick={picked => onChange({ ...judgement, excerpts: [...judgement.excerpts, picked] })}
      />
    </fieldset>
  )
}

const NewJudgement = ({ onAdd }: { onAdd: (text: string) => void }) => {
  const [text, setText] = useState('')
  const add = () => {
    if (text.trim() === '') return
    onAdd(text.trim())
    setText('')
  }
  return (
    <div className="briefings-new-judgement">
      <TextArea
        writes
        label={say('briefings.addJudgement')}
        rows={2}
        value={text}
        onChange={event => setText(event.target.value)}
      />
      <Button writes label={say('shell.add')} icon={<Plus size={14} />} disabled={text.trim() === ''} onClick={add} />
    </div>
  )
}
