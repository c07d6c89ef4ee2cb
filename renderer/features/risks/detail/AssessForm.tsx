import type { FormEvent, ReactNode } from 'react'
import type { RiskView } from '../../../../shared/contract/risks.ts'
import type { Scales } from '../../../../shared/model/criteria.ts'
import { perform } from '../../../query.ts'
import { say } from '../../../say.ts'
import { Button } from '../../../ui/Button.tsx'
import { TextArea } from '../../../ui/Field.tsx'
import './assess.css'
import { Outcome } from './Outcome.tsx'
import { ScoreEvidence } from './ScoreEvidence.tsx'
import { ScoreFields } from './ScoreFields.tsx'
import { assessmentOf } from './scoring.ts'
import { type Begun, useScoring } from './use-scoring.ts'

type DetailFormProps = {
  name: string
  isNarrow?: boolean
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
}

/** A form above what it is about. Ctrl+Enter anywhere in it saves, Escape gives it up. */
export const DetailForm = ({ name, isNarrow = false, onSubmit, onClose, children }: DetailFormProps) => (
  <form
    className={`risks-assess ${isNarrow ? 'narrow' : ''}`}
    aria-label={name}
    onSubmit={(event: FormEvent) => {
      event.preventDefault()
      onSubmit()
    }}
    onKeyDown={event => {
      if (event.defaultPrevented) return
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
      else if (event.key === 'Escape') onClose()
      else return
      event.preventDefault()
    }}
  >
    {children}
  </form>
)

type AssessFormProps = { risk: RiskView; scales: Scales; begun: Begun; onClose: () => void }

/** A new scoring. Each kind starts from its newest scores; it cannot be saved without a reason. */
export const AssessForm = ({ risk, scales, begun, onClose }: AssessFormProps) => {
  const hands = useScoring(risk, scales, begun)
  const save = async () => {
    const assessment = assessmentOf(hands.scoring)
    if (assessment === null) return
    const outcome = await perform('risks.assess', { ...assessment, risk: risk.id })
    if (outcome.ok) onClose()
  }
  return (
    <DetailForm name={say('risks.assessWhat', { ref: risk.ref })} onSubmit={() => void save()} onClose={onClose}>
      <div className="risks-why">
        <TextArea
          label={say('risks.reason')}
          required
          autoFocus
          rows={4}
          value={hands.scoring.reason}
          onChange={event => hands.set({ reason: event.target.value })}
        />
        <ScoreEvidence risk={risk} hands={hands} />
      </div>
      <ScoreFields risk={risk} scales={scales} hands={hands} />
      <div className="risks-actions">
        <Button
          writes
          type="submit"
          label={say('risks.saveAssessment')}
          look="primary"
          disabled={hands.cell === null}
        />
        <Button label={say('shell.cancel')} onClick={onClose} />
        <Outcome scales={scales} hands={hands} />
      </div>
    </DetailForm>
  )
}
