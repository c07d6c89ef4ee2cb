import { type FormEvent, useState } from 'react'
import type { TradecraftFinding } from '../../../shared/contract/briefings.ts'
import type { BriefingId } from '../../../shared/model/id.ts'
import { perform } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'

type ExportGateProps = {
  id: BriefingId
  findings: readonly TradecraftFinding[]
  onGo: (finding: TradecraftFinding) => void
}

/** The open errors of the check, each with its way out: go there, mend it, or say why it may stand. */
export const ExportGate = ({ id, findings, onGo }: ExportGateProps) => {
  const open = findings.filter(one => one.answer === null)
  const errors = open.filter(one => one.severity === 'error')
  const warnings = open.length - errors.length
  return (
    <section className={errors.length > 0 ? 'export-gate shut' : 'export-gate'} aria-label={say('briefings.check')}>
      <p role="status">
        {errors.length > 0 ? say('issuing.gate', { count: errors.length }) : say('issuing.gateClean')}{' '}
        {warnings === 0 ? null : <span className="muted">{say('issuing.warnings', { count: warnings })}</span>}
      </p>
      <ul>
        {errors.map(one => (
          <OpenError key={one.key} id={id} finding={one} onGo={() => onGo(one)} />
        ))}
      </ul>
    </section>
  )
}

type OpenErrorProps = { id: BriefingId; finding: TradecraftFinding; onGo: () => void }

const OpenError = ({ id, finding: { key, sentence, fix, place }, onGo }: OpenErrorProps) => {
  const [reason, setReason] = useState('')
  const answer = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim() !== '') void perform('briefings.answer', { id, finding: key, reason: reason.trim() })
  }
  return (
    <li>
      <p>{sentence}</p>
      <span className="export-mend">
        {place.block === null ? null : <Button label={say('issuing.goThere')} onClick={onGo} />}
        {fix === null ? null : (
          <Button writes label={fix} onClick={() => void perform('briefings.fix', { id, finding: key })} />
        )}
      </span>
      <form onSubmit={answer}>
        <TextField
          writes
          label={say('issuing.reason')}
          value={reason}
          onChange={event => setReason(event.target.value)}
        />
        <Button writes type="submit" label={say('issuing.answer')} disabled={reason.trim() === ''} />
      </form>
    </li>
  )
}
