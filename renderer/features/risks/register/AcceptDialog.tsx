import { useState } from 'react'
import type { RegisterRow } from '../../../../shared/contract/risks.ts'
import type { PartialDate } from '../../../../shared/model/partial-date.ts'
import { presentDay } from '../../../../shared/rules/local-day.ts'
import { DateField } from '../../../parts/DateField.tsx'
import { FormDialog } from '../../../parts/FormDialog.tsx'
import { perform } from '../../../query.ts'
import { say } from '../../../say.ts'
import { TextArea, TextField } from '../../../ui/Field.tsx'
import './register-forms.css'

type AcceptDialogProps = { risk: Pick<RegisterRow, 'id' | 'ref' | 'owner'>; onClose: () => void }

/** Somebody bears a risk as it is: who, why, and until when. */
export const AcceptDialog = ({ risk, onClose }: AcceptDialogProps) => {
  const [by, setBy] = useState(risk.owner)
  const [at, setAt] = useState<PartialDate | null>(presentDay())
  const [validUntil, setValidUntil] = useState<PartialDate | null>(null)
  const [rationale, setRationale] = useState('')
  const save = async () =>
    at === null
      ? { ok: false as const, message: say('register.acceptFailed') }
      : perform('risks.accept', {
          id: risk.id,
          acceptance: { by: by.trim(), at, rationale: rationale.trim(), validUntil },
        })
  return (
    <FormDialog
      title={say('register.acceptTitle', { ref: risk.ref })}
      className="register-form"
      saveLabel={say('register.accept')}
      onSave={save}
      onClose={onClose}
    >
      <p className="muted">{say('register.acceptWhat')}</p>
      <TextField label={say('register.acceptBy')} required value={by} onChange={event => setBy(event.target.value)} />
      <div className="register-pair">
        <DateField label={say('register.acceptAt')} required value={at} onChange={setAt} />
        <DateField label={say('register.acceptUntil')} value={validUntil} onChange={setValidUntil} />
      </div>
      <TextArea
        label={say('register.acceptRationale')}
        required
        value={rationale}
        onChange={event => setRationale(event.target.value)}
      />
    </FormDialog>
  )
}
