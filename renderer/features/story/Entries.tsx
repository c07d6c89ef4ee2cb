import { Split } from 'lucide-react'
import type { TermStory } from '../../../shared/contract/matrix.ts'
import { nameOf } from '../../../shared/rules/vocabulary.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { addressOf } from '../../location.ts'
import { ClaimCard } from '../../parts/ClaimCard.tsx'
import { StageGlyph } from '../../parts/StageGlyph.tsx'
import { say } from '../../say.ts'
import type { Assessed, Told } from './story.ts'

/** What a source said, with the conflicts it is in. */
export const ToldEntry = ({ told, conflicts }: { told: Told; conflicts: TermStory['conflicts'] }) => {
  const { claim, date, dated } = told
  const disputed = conflicts.filter(one => one.claims.includes(claim.id) && one.state !== 'dismissed')
  return (
    <>
      <p className="story-date">
        {date === null ? say('story.undated') : partialDateWords(date)}
        {dated === 'source' ? <span className="small muted">{say('story.bySource')}</span> : null}
      </p>
      <div>
        <ClaimCard claim={claim} />
        {disputed.map(conflict => (
          <p key={conflict.id} className={`small story-conflict ${conflict.state}`}>
            <Split size={14} aria-hidden="true" />
            <a href={addressOf('conflicts', conflict.id)}>
              {say('story.conflictState', { state: conflict.state })}: {conflict.reason}
            </a>
          </p>
        ))}
      </div>
    </>
  )
}

/** What was assessed, and until when it held. Likelihood and confidence stand apart. */
export const AssessedEntry = ({ assessed }: { assessed: Assessed }) => {
  const { position, partyName, until } = assessed
  return (
    <>
      <p className="story-date">
        {partialDateWords(position.validAt)}
        <span className="small muted">
          {until === null ? say('story.stillStands') : say('story.until', { date: partialDateWords(until) })}
        </span>
      </p>
      <article className="story-position">
        <p className="label">
          {partyName === '' ? say('story.position') : say('story.positionOf', { party: partyName })}
        </p>
        <p className="claim-words">
          {position.stage === null ? null : <StageGlyph stage={position.stage} />}
          <b>{position.words}</b>
          {position.stage === null ? null : <span className="small muted">{nameOf('stage', position.stage)}</span>}
        </p>
        <p className="small muted story-grades">
          {position.likelihood === null ? null : (
            <span>
              {say('matrix.positionLikelihood')}: {nameOf('likelihood', position.likelihood)}
            </span>
          )}
          <span>
            {say('matrix.positionConfidence')}: {nameOf('confidence', position.confidence)}
          </span>
          <span>{say('story.restsOn', { count: position.claims.length })}</span>
        </p>
        {position.rationale === '' ? null : <p className="story-rationale">{position.rationale}</p>}
      </article>
    </>
  )
}
