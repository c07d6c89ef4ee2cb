import { RotateCcw } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import type { ConflictView } from '../../../shared/contract/conflicts.ts'
import { type Resolution, resolution } from '../../../shared/model/conflict.ts'
import { nameOf } from '../../../shared/rules/vocabulary.ts'
import { addressOf, navigate } from '../../location.ts'
import { ClaimCard } from '../../parts/ClaimCard.tsx'
import { RecordHistory } from '../../parts/RecordHistory.tsx'
import { perform } from '../../query.ts'
import { day, say } from '../../say.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { SelectField, TextArea } from '../../ui/Field.tsx'
import { Decisions, isByItself, resolutionWords } from './Decisions.tsx'
import { Touched } from './Touched.tsx'

const placeName = (index: number) =>
  index === 0
    ? say('conflicts.first')
    : index === 1
      ? say('conflicts.second')
      : say('conflicts.another', { number: index + 1 })

/** The claims side by side with their quotes, the detector's reason, and the decision. */
export const ConflictDetail = ({ conflict, onDecided }: { conflict: ConflictView; onDecided: () => void }) => (
  <div className="conflicts-detail">
    <header>
      <p className="conflicts-line">
        <a href={addressOf('matrix', null, { term: conflict.term })} title={say('conflicts.showTerm')}>
          {conflict.termRef} {conflict.termName}
        </a>
        <Badge tone={conflict.state === 'open' ? 'conflict' : 'settled'}>
          {say('conflicts.kind', { kind: nameOf('conflictKind', conflict.kind) })}
        </Badge>
        {conflict.size === '' ? null : <Badge>{conflict.size}</Badge>}
        <span className="small muted">
          {say(conflict.foundBy === 'detector' ? 'conflicts.byDetector' : 'conflicts.byAnalyst')}
        </span>
        <RecordHistory record="conflict" id={conflict.id} name={`${conflict.termRef} ${conflict.termName}`} />
      </p>
      <h2>{conflict.reason}</h2>
      {conflict.state === 'open' && conflict.decisions.slice(-1).some(isByItself) ? (
        <p className="conflicts-again">
          <RotateCcw size={14} aria-hidden="true" />
          {say('conflicts.reopenedNotice')}
        </p>
      ) : null}
    </header>
    <div className="conflicts-sides">
      {conflict.views.map((view, index) => (
        <section key={view.id} aria-label={placeName(index)}>
          <h3 className="label">{placeName(index)}</h3>
          <ClaimCard claim={view} />
        </section>
      ))}
    </div>
    {conflict.state === 'open' ? (
      <Decision conflict={conflict} onDecided={onDecided} />
    ) : (
      <Decided conflict={conflict} />
    )}
    <Touched conflict={conflict} />
    <Decisions state={conflict.state} decisions={conflict.decisions} />
  </div>
)

const Decided = ({ conflict }: { conflict: ConflictView }) => {
  const who = conflict.decidedBy === '' ? say('conflicts.analyst') : conflict.decidedBy
  const when = conflict.decidedAt === null ? '' : day(conflict.decidedAt)
  const reopen = async () => {
    const outcome = await perform('conflicts.reopen', { id: conflict.id })
    if (outcome.ok) navigate('conflicts', conflict.id)
  }
  return (
    <section className="conflicts-decided">
      <h3>
        {conflict.resolution === null
          ? say('conflicts.dismissed', { day: when, who })
          : say('conflicts.decided', { resolution: say(resolutionWords[conflict.resolution]), day: when, who })}
      </h3>
      <p className="reading">{conflict.rationale}</p>
      <Button writes label={say('conflicts.reopen')} onClick={() => void reopen()} />
    </section>
  )
}

const Decision = ({ conflict, onDecided }: { conflict: ConflictView; onDecided: () => void }) => {
  const [chosen, setChosen] = useState<Resolution | ''>(conflict.resolution ?? '')
  const [rationale, setRationale] = useState(conflict.rationale)
  const resolve = async (event: FormEvent) => {
    event.preventDefault()
    if (chosen === '') return
    const evidence = [...new Set(conflict.views.flatMap(view => view.quotes.map(quote => quote.excerpt)))]
    const outcome = await perform('conflicts.resolve', {
      id: conflict.id,
      resolution: chosen,
      rationale,
      evidence,
      risks: conflict.risks,
    })
    if (outcome.ok) onDecided()
  }
  const dismiss = async () => {
    const outcome = await perform('conflicts.dismiss', { id: conflict.id, rationale })
    if (outcome.ok) onDecided()
  }
  return (
    <form className="conflicts-decision" onSubmit={resolve} aria-label={say('conflicts.resolve')}>
      <h3 className="label">{say('conflicts.resolve')}</h3>
      <SelectField
        label={say('conflicts.resolution')}
        value={chosen}
        choices={[
          { value: '', label: say('conflicts.chooseResolution') },
          ...resolution.options.map(value => ({ value, label: say(resolutionWords[value]) })),
        ]}
        onChoose={setChosen}
      />
      <TextArea
        label={say('conflicts.rationale')}
        hint={say('conflicts.rationaleHint')}
        required
        rows={3}
        value={rationale}
        onChange={event => setRationale(event.target.value)}
      />
      <div className="conflicts-actions">
        <Button
          writes
          type="submit"
          label={say('conflicts.resolve')}
          look="primary"
          disabled={rationale.trim() === '' || chosen === ''}
        />
        <Button
          writes
          label={say('conflicts.dismiss')}
          disabled={rationale.trim() === ''}
          onClick={() => void dismiss()}
        />
        {rationale.trim() === '' ? <span className="small muted">{say('conflicts.required')}</span> : null}
      </div>
    </form>
  )
}
