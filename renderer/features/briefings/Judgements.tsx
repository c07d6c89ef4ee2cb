import { Plus } from 'lucide-react'
import { useState } from 'react'
import { judgementId } from '../../../shared/model/id.ts'
import type { Judgement } from '../../../shared/model/judgement.ts'
import { blankJudgement } from '../../../shared/rules/briefing/blank-block.ts'
import { newId } from '../../new-id.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { JudgementEditor } from './JudgementEditor.tsx'

type JudgementsProps = {
  judgements: readonly Judgement[]
  /** The marking of the briefing. */
  marking: string
  onChange: (judgements: Judgement[]) => void
}

/** The list with one of its items some places further on; the same list where there is no such place. */
export const moved = <Item,>(items: readonly Item[], index: number, to: number): Item[] => {
  const item = items[index]
  return item === undefined || to < 0 || to >= items.length
    ? [...items]
    : items.toSpliced(index, 1).toSpliced(to, 0, item)
}

/** The key judgements in their order, each with its passages. */
export const Judgements = ({ judgements, marking, onChange }: JudgementsProps) => (
  <>
    <ol className="briefings-judgements">
      {judgements.map((judgement, index) => (
        <li key={judgement.id}>
          <JudgementEditor
            number={index + 1}
            count={judgements.length}
            judgement={judgement}
            marking={marking}
            onChange={changed => onChange(judgements.with(index, changed))}
            onMove={by => onChange(moved(judgements, index, index + by))}
            onRemove={() => onChange(judgements.toSpliced(index, 1))}
          />
        </li>
      ))}
    </ol>
    <NewJudgement onAdd={text => onChange([...judgements, blankJudgement(judgementId.parse(newId()), text)])} />
  </>
)

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
        onKeyDown={event => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          event.stopPropagation()
          add()
        }}
      />
      <Button writes label={say('shell.add')} icon={<Plus size={14} />} disabled={text.trim() === ''} onClick={add} />
    </div>
  )
}
