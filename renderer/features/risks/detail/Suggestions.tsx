import { useState } from 'react'
import type { RiskDetail, Suggestion } from '../../../../shared/contract/risks.ts'
import { presentDay } from '../../../../shared/rules/local-day.ts'
import { Quotes } from '../../../parts/Quotes.tsx'
import { perform } from '../../../query.ts'
import { say } from '../../../say.ts'
import { Button } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/Field.tsx'
import type { Begun } from './use-scoring.ts'

/** All that was seen, as the beginning of a reason, with the passages that show it. */
export const begunWith = (suggestions: readonly Suggestion[]): Begun => ({
  reason: suggestions.map(({ sentence }) => sentence).join(' '),
  excerpts: [...new Set(suggestions.flatMap(({ excerpts }) => excerpts))],
})

const Seen = ({ suggestions }: Pick<RiskDetail, 'suggestions'>) => (
  <ul>
    {suggestions.map(({ kind, sentence, since, excerpts }) => (
      <li key={`${kind} ${since} ${sentence}`}>
        <p>{sentence}</p>
        <Quotes excerpts={excerpts.map(excerpt => ({ excerpt }))} />
      </li>
    ))}
  </ul>
)

/** The suggestions to be read, above the review that answers them. */
export const Suggested = ({ suggestions }: Pick<RiskDetail, 'suggestions'>) =>
  suggestions.length === 0 ? null : (
    <section className="risk-suggestions" aria-label={say('assess.suggestions')}>
      <h3 className="label">{say('assess.suggestions')}</h3>
      <Seen suggestions={suggestions} />
    </section>
  )

type SuggestionsProps = { risk: RiskDetail; onAssess: (begun: Begun) => void }

/** What happened since somebody last looked, to be scored or left: nothing is scored by itself. */
export const Suggestions = ({ risk, onAssess }: SuggestionsProps) => {
  const [leaving, setLeaving] = useState(false)
  const [note, setNote] = useState('')
  const { suggestions } = risk
  if (suggestions.length === 0) return null
  const leave = async () => {
    const saved = await perform('risks.review', {
      risk: risk.id,
      outcome: 'confirmed',
      note,
      date: presentDay(),
      next: risk.nextReview,
    })
    if (saved.ok) setLeaving(false)
  }
  return (
    <section className="risk-suggestions" aria-label={say('assess.suggestions')}>
      <h3 className="label">{say('assess.suggestions')}</h3>
      <Seen suggestions={suggestions} />
      {leaving ? (
        <form
          className="risk-leave"
          aria-label={say('assess.leave')}
          onSubmit={event => {
            event.preventDefault()
            void leave()
          }}
          onKeyDown={event => {
            if (event.key !== 'Escape') return
            event.preventDefault()
            setLeaving(false)
          }}
        >
          <TextField
            label={say('assess.leaveNote')}
            required
            autoFocus
            value={note}
            onChange={event => setNote(event.target.value)}
          />
          <Button writes type="submit" label={say('assess.leaveSave')} look="primary" />
          <Button label={say('shell.cancel')} onClick={() => setLeaving(false)} />
        </form>
      ) : (
        <div className="risks-actions">
          <Button writes label={say('assess.suggestedAssess')} onClick={() => onAssess(begunWith(suggestions))} />
          <Button writes label={say('assess.leave')} look="quiet" onClick={() => setLeaving(true)} />
        </div>
      )}
    </section>
  )
}
