import { type FormEvent, useId, useState } from 'react'
import type { TradecraftFinding } from '../../shared/contract/briefings.ts'
import type { BriefingId } from '../../shared/model/id.ts'
import { isRule, tradecraftRules } from '../../shared/rules/tradecraft/catalogue.ts'
import { perform } from '../query.ts'
import { say } from '../say.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/Field.tsx'
import './findings.css'

/** The name of the rule of a finding, or its id where this version does not know it. */
export const ruleName = (rule: string): string => (isRule(rule) ? say(`tradecraft.name.${rule}`) : rule)

/** Why a rule is one, and where it comes from. */
const RuleWords = ({ rule }: { rule: string }) => {
  if (!isRule(rule)) return null
  const { source } = tradecraftRules[rule]
  return (
    <p className="small muted finding-why">
      {say(`tradecraft.why.${rule}`)} <cite>{say(`tradecraft.from.${source}`)}</cite>
    </p>
  )
}

type FindingActionsProps = {
  id: BriefingId
  finding: TradecraftFinding
  /** Nothing to go to: the finding is about the briefing as a whole, or shown where it is. */
  onGo: (() => void) | null
  /** Something was done, so that what only showed the finding can close. */
  onDone?: () => void
}

/** What can be done about a finding: go there, the quick fix, or a reason why it may stand. */
export const FindingActions = ({ id, finding, onGo, onDone }: FindingActionsProps) => {
  const { key, fix, answer, rule } = finding
  const [asked, setAsked] = useState<'reason' | 'why' | null>(null)
  const why = useId()
  const done = (outcome: { ok: boolean }) => {
    if (!outcome.ok) return
    setAsked(null)
    onDone?.()
  }
  const tell = (reason: string) => void perform('briefings.answer', { id, finding: key, reason }).then(done)
  return (
    <>
      <span className="finding-actions">
        {onGo === null ? null : <Button label={say('findings.goThere')} look="quiet" onClick={onGo} />}
        {fix === null || answer !== null ? null : (
          <Button
            writes
            label={fix}
            look="quiet"
            onClick={() => void perform('briefings.fix', { id, finding: key }).then(done)}
          />
        )}
        {answer === null ? (
          <Button
            writes
            label={say('findings.letStand')}
            look="quiet"
            aria-expanded={asked === 'reason'}
            onClick={() => setAsked(asked === 'reason' ? null : 'reason')}
          />
        ) : (
          <Button writes label={say('findings.takeBack')} look="quiet" onClick={() => tell('')} />
        )}
        <Button
          label={say('findings.why')}
          look="quiet"
          aria-expanded={asked === 'why'}
          aria-controls={asked === 'why' ? why : undefined}
          onClick={() => setAsked(asked === 'why' ? null : 'why')}
        />
      </span>
      {asked === 'reason' ? <Reason onKeep={tell} onClose={() => setAsked(null)} /> : null}
      {asked === 'why' ? (
        <div id={why}>
          <RuleWords rule={rule} />
        </div>
      ) : null}
    </>
  )
}

const Reason = ({ onKeep, onClose }: { onKeep: (reason: string) => void; onClose: () => void }) => {
  const [reason, setReason] = useState('')
  const keep = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim() !== '') onKeep(reason.trim())
  }
  return (
    <form
      className="finding-reason"
      onSubmit={keep}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <TextField
        writes
        autoFocus
        label={say('findings.reason')}
        value={reason}
        onChange={event => setReason(event.target.value)}
      />
      <Button writes type="submit" label={say('findings.keep')} disabled={reason.trim() === ''} />
    </form>
  )
}
