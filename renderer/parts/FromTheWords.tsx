import { useMemo } from 'react'
import type { ClaimDraft } from '../../shared/model/claim.ts'
import type { PartialDate } from '../../shared/model/partial-date.ts'
import { namedDates } from '../../shared/rules/named-dates.ts'
import { namedStages } from '../../shared/rules/stage-words.ts'
import { nameOf } from '../../shared/rules/vocabulary.ts'
import { partialDateWords } from '../../shared/rules/words.ts'
import { say } from '../say.ts'
import { Button } from '../ui/Button.tsx'

type FromTheWordsProps = {
  /** The sentences that the claim is taken from. */
  said: string
  /** When their source was published: a day without a year is near it. */
  published: PartialDate | null
  draft: Pick<ClaimDraft, 'stage' | 'asOf' | 'eventDate'>
  onChange: (patch: Partial<ClaimDraft>) => void
}

/** What the words say of stage and dates, each taken by one click: the analyst decides which of them the claim speaks of. */
export const FromTheWords = ({ said, published, draft, onChange }: FromTheWordsProps) => {
  const stages = useMemo(() => namedStages(said), [said])
  const dates = useMemo(() => namedDates(said, published), [said, published])
  if (stages.length + dates.length === 0) return null
  return (
    <div className="claim-form-found" role="group" aria-label={say('claims.fromWords')}>
      <span className="small muted" aria-hidden="true">
        {say('claims.fromWords')}
      </span>
      {stages.map(({ stage, words }) => (
        <Button
          key={stage}
          label={say('claims.takeStage', { stage: nameOf('stage', stage) })}
          title={say('claims.inWords', { words })}
          aria-pressed={draft.stage === stage}
          onClick={() => onChange({ stage })}
        />
      ))}
      {dates.map(({ date, words }) => (
        <span key={date} className="claim-form-date">
          <Button
            label={say('claims.takeAsOf', { date: partialDateWords(date) })}
            title={say('claims.inWords', { words })}
            aria-pressed={draft.asOf === date}
            onClick={() => onChange({ asOf: date })}
          />
          <Button
            label={say('claims.takeEvent', { date: partialDateWords(date) })}
            title={say('claims.inWords', { words })}
            aria-pressed={draft.eventDate === date}
            onClick={() => onChange({ eventDate: date })}
          />
        </span>
      ))}
    </div>
  )
}
