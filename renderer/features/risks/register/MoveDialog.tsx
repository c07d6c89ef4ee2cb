import { useState } from 'react'
import type { RegisterRow } from '../../../../shared/contract/risks.ts'
import type { PartialDate } from '../../../../shared/model/partial-date.ts'
import type { Acceptance, RiskStatus } from '../../../../shared/model/risk.ts'
import { presentDay } from '../../../../shared/rules/local-day.ts'
import { movesFrom, needsReason } from '../../../../shared/rules/register/life.ts'
import { nameOf } from '../../../../shared/rules/vocabulary.ts'
import { DateField } from '../../../parts/DateField.tsx'
import { FormDialog } from '../../../parts/FormDialog.tsx'
import { perform } from '../../../query.ts'
import { say } from '../../../say.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { choicesOf, SelectField, TextArea } from '../../../ui/Field.tsx'
import './register-forms.css'

type Moved = Pick<RegisterRow, 'id' | 'ref' | 'status'>

/** Where all of them may go. To accept is a form of its own, with who accepts and for how long. */
export const commonMoves = (risks: readonly Pick<Moved, 'status'>[]): RiskStatus[] => {
  const [first, ...others] = risks
  if (first === undefined) return []
  return movesFrom[first.status].filter(
    to => to !== 'accepted' && others.every(({ status }) => movesFrom[status].includes(to)),
  )
}

type MoveDialogProps = {
  risks: readonly Moved[]
  /** Where they are to go, where that is already said. */
  to?: RiskStatus | undefined
  /** What is over once it is moved on. */
  acceptance?: Acceptance | null
  onMoved: (status: RiskStatus) => void
  onClose: () => void
}

const titleOf = ([only, ...others]: readonly Moved[], to: RiskStatus | undefined): string => {
  const count = others.length + 1
  if (only === undefined || count > 1)
    return say(to === 'archived' ? 'register.archiveMany' : 'register.moveMany', { count })
  const of = { ref: only.ref }
  if (only.status === 'archived') return say('register.restoreTitle', of)
  return say(to === 'archived' ? 'register.archiveTitle' : 'register.moveTitle', of)
}

/** Moves one risk or several on in their life: only where they may go, with a reason and the day from which it holds. */
export const MoveDialog = (props: MoveDialogProps) => {
  const { risks, to, onClose } = props
  const moves = commonMoves(risks)
  const [first] = moves
  const title = titleOf(risks, to)
  if (first !== undefined) return <MoveForm {...props} title={title} moves={moves} first={to ?? first} />
  const statuses = [...new Set(risks.map(({ status }) => status))]
  return (
    <Dialog
      title={title}
      closeLabel={say('shell.close')}
      onClose={onClose}
      footer={<Button look="primary" label={say('shell.close')} onClick={onClose} />}
    >
      <p>
        {say('register.noCommonMove', {
          moves: statuses
            .map(
              status => `${nameOf('status', status)} → ${movesFrom[status].map(to => nameOf('status', to)).join(', ')}`,
            )
            .join('; '),
        })}
      </p>
    </Dialog>
  )
}

type MoveFormProps = MoveDialogProps & { title: string; moves: readonly RiskStatus[]; first: RiskStatus }

const MoveForm = ({ risks, to, acceptance = null, onMoved, onClose, title, moves, first }: MoveFormProps) => {
  const [status, setStatus] = useState<RiskStatus>(first)
  const [reason, setReason] = useState('')
  const [date, setDate] = useState<PartialDate | null>(presentDay())
  const asksReason = risks.some(risk => needsReason(risk.status, status))
  const [only] = risks
  const isRestored = risks.every(risk => risk.status === 'archived')
  const day = <DateField label={say('register.moveDate')} required value={date} onChange={setDate} />
  const save = async () => {
    const outcome = await perform('risks.move', {
      ids: risks.map(({ id }) => id),
      status,
      reason: reason.trim(),
      ...(date === null ? {} : { date }),
    })
    if (outcome.ok) onMoved(status)
    return outcome
  }
  return (
    <FormDialog
      title={title}
      className="register-form"
      saveLabel={say(status === 'archived' ? 'register.archive' : isRestored ? 'register.restore' : 'register.move')}
      onSave={save}
      onClose={onClose}
    >
      {risks.length === 1 && only ? <p className="muted">{say('register.moveFrom', { status: only.status })}</p> : null}
      {/* To archive was asked for already: what is left to say is why. */}
      {to === 'archived' ? null : (
        <div className="register-pair">
          <SelectField
            label={say('register.moveTo')}
            value={status}
            choices={choicesOf(moves, one => nameOf('status', one))}
            onChoose={setStatus}
          />
          {day}
        </div>
      )}
      <TextArea
        label={say(asksReason ? 'register.moveReason' : 'register.moveReasonOptional')}
        required={asksReason}
        value={reason}
        onChange={event => setReason(event.target.value)}
      />
      {to === 'archived' ? day : null}
      {acceptance === null ? null : <p className="muted">{say('register.revokes', { by: acceptance.by })}</p>}
      {status === 'archived' ? <p className="muted">{say('register.archiving')}</p> : null}
    </FormDialog>
  )
}
