import { X } from 'lucide-react'
import { useState } from 'react'
import { type FirstTemplate, firstTemplates } from '../../../shared/contract/briefings.ts'
import type { Briefing } from '../../../shared/model/briefing.ts'
import type { BriefingTemplateId } from '../../../shared/model/id.ts'
import { navigate } from '../../location.ts'
import { notify } from '../../notices.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { perform, useRead } from '../../query.ts'
import { day, say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'

type Template = FirstTemplate | BriefingTemplateId

/** A title, and the plan to begin with: one of ours, or one that was kept in the case. */
export const NewBriefing = ({ onClose }: { onClose: () => void }) => {
  const own = useRead('briefingTemplates.list', {}).value ?? []
  const [title, setTitle] = useState('')
  const [chosen, setChosen] = useState<Template>('brief')
  const template = firstTemplates.safeParse(chosen).success || own.some(({ id }) => id === chosen) ? chosen : 'brief'
  const create = async () => {
    const outcome = await perform('briefings.create', { title: title.trim(), template })
    // It opens at its first block, ready to be written.
    const first = outcome.ok ? outcome.value.blocks[0]?.id : undefined
    if (outcome.ok) navigate('briefings', outcome.value.id, first === undefined ? {} : { block: first })
    return outcome
  }
  return (
    <FormDialog
      title={say('briefings.new')}
      className="briefings-new"
      saveLabel={say('briefings.create')}
      canSave={title.trim() !== ''}
      onSave={create}
      onClose={onClose}
    >
      <TextField
        label={say('briefings.title')}
        required
        value={title}
        onChange={event => setTitle(event.target.value)}
      />
      <fieldset className="briefings-plans">
        <legend className="label">{say('briefings.template')}</legend>
        {firstTemplates.options.map(one => (
          <Plan
            key={one}
            name={say(`briefings.${one}`)}
            about={say(`briefings.${one}About`)}
            isChosen={template === one}
            onChoose={() => setChosen(one)}
          />
        ))}
        {own.map(({ id, name, updated }) => (
          <Plan
            key={id}
            name={name}
            about={say('briefings.ownTemplate', { day: day(updated) })}
            isChosen={template === id}
            onChoose={() => setChosen(id)}
            onRemove={() => void perform('briefingTemplates.remove', { id })}
          />
        ))}
      </fieldset>
    </FormDialog>
  )
}

type PlanProps = {
  name: string
  about: string
  isChosen: boolean
  onChoose: () => void
  onRemove?: (() => void) | undefined
}

const Plan = ({ name, about, isChosen, onChoose, onRemove }: PlanProps) => (
  <div className="briefings-plan">
    <label>
      <input type="radio" name="template" checked={isChosen} onChange={onChoose} />
      <span>
        <b>{name}</b>
        <span className="small muted">{about}</span>
      </span>
    </label>
    {onRemove === undefined ? null : (
      <Button
        writes
        label={say('briefings.removeTemplate', { name })}
        icon={<X size={14} />}
        iconOnly
        look="quiet"
        onClick={onRemove}
      />
    )}
  </div>
)

/** Keeps the plan of a briefing under a name. */
export const KeepTemplate = ({ briefing, onClose }: { briefing: Briefing; onClose: () => void }) => {
  const [name, setName] = useState('')
  const keep = async () => {
    const outcome = await perform('briefingTemplates.keep', { briefing: briefing.id, name: name.trim() })
    if (outcome.ok) notify({ tone: 'plain', text: say('briefings.templateKept', { name: name.trim() }) })
    return outcome
  }
  return (
    <FormDialog
      title={say('briefings.keepTemplate')}
      className="briefings-new"
      canSave={name.trim() !== ''}
      onSave={keep}
      onClose={onClose}
    >
      <TextField
        label={say('briefings.templateName')}
        hint={say('briefings.keepTemplateAbout')}
        required
        value={name}
        onChange={event => setName(event.target.value)}
      />
    </FormDialog>
  )
}
