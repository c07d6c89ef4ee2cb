import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import type { RiskDetail } from '../../../../shared/contract/risks.ts'
import { navigate } from '../../../location.ts'
import { FormDialog } from '../../../parts/FormDialog.tsx'
import { perform } from '../../../query.ts'
import { say } from '../../../say.ts'
import { Button } from '../../../ui/Button.tsx'
import { TextArea, TextField } from '../../../ui/Field.tsx'
import './register-forms.css'

type Part = { title: string; cause: string; event: string; consequence: string }
type SplitDialogProps = { risk: Pick<RiskDetail, 'id' | 'ref' | keyof Part>; onClose: () => void }

/** Divides an entry that holds more than one risk: each part with its own cause, event and consequence. */
export const SplitDialog = ({ risk, onClose }: SplitDialogProps) => {
  const like = (key: number, title: string) => ({
    key,
    title,
    cause: risk.cause,
    event: risk.event,
    consequence: risk.consequence,
  })
  const [parts, setParts] = useState(() => [like(1, risk.title), like(2, '')])
  const [reason, setReason] = useState('')
  const patch = (key: number, change: Partial<Part>) =>
    setParts(parts.map(part => (part.key === key ? { ...part, ...change } : part)))
  const save = async () => {
    const outcome = await perform('risks.split', {
      id: risk.id,
      parts: parts.map(({ key: _, ...part }) => ({ ...part, title: part.title.trim() })),
      reason: reason.trim(),
    })
    if (outcome.ok) navigate('risks', outcome.value[0]?.id ?? null)
    return outcome
  }
  return (
    <FormDialog
      title={say('register.splitTitle', { ref: risk.ref })}
      className="register-form"
      saveLabel={say('register.split')}
      onSave={save}
      onClose={onClose}
    >
      <p className="muted">{say('register.splitWhat', { ref: risk.ref })}</p>
      {parts.map((part, index) => {
        const long = (field: 'cause' | 'event' | 'consequence') => (
          <TextArea
            label={say(`risks.${field}`)}
            rows={2}
            value={part[field]}
            onChange={event => patch(part.key, { [field]: event.target.value })}
          />
        )
        return (
          <fieldset key={part.key} className="register-part">
            <legend className="label">{say('register.part', { number: index + 1 })}</legend>
            <TextField
              label={say('risks.title')}
              required
              value={part.title}
              onChange={event => patch(part.key, { title: event.target.value })}
            />
            {long('cause')}
            {long('event')}
            {long('consequence')}
            {parts.length > 2 ? (
              <Button
                look="quiet"
                iconOnly
                icon={<X size={14} />}
                label={say('register.dropPart', { number: index + 1 })}
                onClick={() => setParts(parts.filter(one => one !== part))}
              />
            ) : null}
          </fieldset>
        )
      })}
      {parts.length < 20 ? (
        <Button
          icon={<Plus size={14} />}
          label={say('register.addPart')}
          onClick={() => setParts([...parts, like(Math.max(...parts.map(({ key }) => key)) + 1, '')])}
        />
      ) : null}
      <TextArea
        label={say('register.splitReason')}
        required
        value={reason}
        onChange={event => setReason(event.target.value)}
      />
    </FormDialog>
  )
}
