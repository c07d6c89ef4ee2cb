import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import type { RegisterRow } from '../../../../shared/contract/risks.ts'
import type { RiskId } from '../../../../shared/model/id.ts'
import { FormDialog } from '../../../parts/FormDialog.tsx'
import { PickButton } from '../../../parts/PickButton.tsx'
import { RiskPicker } from '../../../parts/RiskPicker.tsx'
import { perform } from '../../../query.ts'
import { say } from '../../../say.ts'
import { Button } from '../../../ui/Button.tsx'
import { TextArea } from '../../../ui/Field.tsx'
import { Level } from '../Level.tsx'
import './register-forms.css'

type MergeDialogProps = {
  all: readonly RegisterRow[]
  risks: readonly RegisterRow[]
  onJoined: (into: RiskId) => void
  onClose: () => void
}

/** Joins several entries that are one risk: which of them is kept, and why. What goes with it is told of each. */
export const MergeDialog = ({ all, risks, onJoined, onClose }: MergeDialogProps) => {
  const [ids, setIds] = useState<readonly RiskId[]>(risks.map(({ id }) => id))
  const [kept, setKept] = useState(ids[0])
  const [reason, setReason] = useState('')
  const joined = ids.flatMap(id => all.find(risk => risk.id === id) ?? [])
  const save = async () => {
    if (kept === undefined) return { ok: true as const }
    const outcome = await perform('risks.merge', {
      into: kept,
      from: ids.filter(id => id !== kept),
      reason: reason.trim(),
    })
    if (outcome.ok) onJoined(kept)
    return outcome
  }
  const drop = (id: RiskId) => {
    const rest = ids.filter(one => one !== id)
    setIds(rest)
    if (id === kept) setKept(rest[0])
  }
  return (
    <FormDialog
      title={say('register.mergeTitle')}
      className="register-form"
      saveLabel={say('register.join')}
      canSave={joined.length > 1}
      onSave={save}
      onClose={onClose}
    >
      <fieldset className="register-merged">
        <legend className="label">{say('register.mergeWhich')}</legend>
        {joined.map(risk => (
          <div key={risk.id}>
            <label>
              <input type="radio" name="kept" checked={risk.id === kept} onChange={() => setKept(risk.id)} />
              <span>
                <span className="muted">{risk.ref}</span> {risk.title} <Level risk={risk} />
                <span className="small muted register-goes">
                  {say('register.mergeGoes', {
                    passages: risk.evidence,
                    terms: risk.terms.length,
                    indicators: risk.indicators,
                    actions: risk.actionsOpen,
                  })}
                </span>
              </span>
            </label>
            <Button
              look="quiet"
              iconOnly
              icon={<X size={14} />}
              label={say('register.mergeDrop', { ref: risk.ref })}
              onClick={() => drop(risk.id)}
            />
          </div>
        ))}
      </fieldset>
      <PickButton label={say('register.mergeAdd')} icon={<Plus size={14} />}>
        {close => (
          <RiskPicker
            without={ids}
            onPick={({ id }) => {
              setIds([...ids, id])
              close()
            }}
            onCancel={close}
          />
        )}
      </PickButton>
      <TextArea
        label={say('register.mergeReason')}
        required
        value={reason}
        onChange={event => setReason(event.target.value)}
      />
      <p className="muted">{say('register.mergeWhat')}</p>
    </FormDialog>
  )
}
