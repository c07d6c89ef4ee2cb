import { Lock } from 'lucide-react'
import { useState } from 'react'
import type { RiskDetail } from '../../../../shared/contract/risks.ts'
import { daySpan } from '../../../../shared/model/partial-date.ts'
import { presentDay } from '../../../../shared/rules/local-day.ts'
import { partialDateWords } from '../../../../shared/rules/words.ts'
import { perform } from '../../../query.ts'
import { say } from '../../../say.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/Field.tsx'

/** Who accepted the risk, why and until when. It is frozen meanwhile; revoking opens it again. */
export const Acceptance = ({ risk, isAsked }: { risk: RiskDetail; isAsked: boolean }) => {
  const [revoking, setRevoking] = useState(false)
  const [reason, setReason] = useState('')
  const { acceptance, ref } = risk
  if (risk.status !== 'accepted' || acceptance === null) return null
  const { by, at, rationale, validUntil } = acceptance
  const isOver = validUntil !== null && daySpan(validUntil).last < presentDay()
  const revoke = async () => {
    const moved = await perform('risks.move', { ids: [risk.id], status: 'open', reason })
    if (moved.ok) setRevoking(false)
  }
  return (
    <section className="risk-acceptance" aria-label={say('assess.acceptedBy', { by, date: partialDateWords(at) })}>
      <p>
        <Lock size={14} aria-hidden="true" /> <b>{say('assess.acceptedBy', { by, date: partialDateWords(at) })}</b>{' '}
        {validUntil === null ? (
          say('assess.withoutEnd')
        ) : isOver ? (
          <Badge tone="warning">{say('assess.ended', { date: partialDateWords(validUntil) })}</Badge>
        ) : (
          say('assess.until', { date: partialDateWords(validUntil) })
        )}
      </p>
      <p>{rationale}</p>
      {isAsked ? <p role="alert">{say('assess.frozen', { ref })}</p> : null}
      {revoking ? (
        <form
          className="risk-leave"
          aria-label={say('assess.revoke')}
          onSubmit={event => {
            event.preventDefault()
            void revoke()
          }}
          onKeyDown={event => {
            if (event.key !== 'Escape') return
            event.preventDefault()
            setRevoking(false)
          }}
        >
          <TextField
            label={say('assess.revokeReason')}
            required
            autoFocus
            value={reason}
            onChange={event => setReason(event.target.value)}
          />
          <Button writes type="submit" label={say('assess.revoke')} look="primary" />
          <Button label={say('shell.cancel')} onClick={() => setRevoking(false)} />
        </form>
      ) : (
        <div className="risks-actions">
          <Button
            key={String(isAsked)}
            writes
            label={say('assess.revoke')}
            autoFocus={isAsked}
            onClick={() => setRevoking(true)}
          />
        </div>
      )}
    </section>
  )
}
