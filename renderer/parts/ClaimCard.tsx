import type { ReactNode } from 'react'
import type { ClaimView } from '../../shared/contract/claims.ts'
import { nameOf } from '../../shared/rules/vocabulary.ts'
import { partialDateWords, wordsBehind } from '../../shared/rules/words.ts'
import { addressOf } from '../location.ts'
import { say } from '../say.ts'
import { Badge } from '../ui/Badge.tsx'
import { StageGlyph } from './StageGlyph.tsx'
import './claim-card.css'

type ClaimCardProps = { claim: ClaimView; actions?: ReactNode; showTerm?: boolean }

/** The words around a quote, cut where a word begins and ends. */
const fromAWord = (prefix: string) => (prefix === '' ? '' : `… ${prefix.replace(/^\S*\s+/, '')}`)
const toAWord = (suffix: string) => (suffix === '' ? '' : `${suffix.replace(/\s+\S*$/, '')} …`)

const RankBadge = ({ claim }: { claim: ClaimView }) => {
  const rank = say(claim.rank === 'preferred' ? 'claims.preferred' : 'claims.deprecated')
  const why = claim.rankReason === '' ? undefined : say('claims.because', { rank, reason: claim.rankReason })
  return (
    <Badge tone={claim.rank === 'preferred' ? 'accent' : 'plain'} title={why}>
      {rank}
    </Badge>
  )
}

const gradeWords = ({ sourceReliability: reliability, credibility, credibilityReason: reason }: ClaimView): string =>
  reason === ''
    ? say('matrix.grade', { reliability, credibility })
    : say('claims.gradeBecause', { reliability, credibility, reason })

/** One claim with what it says, who says it where, how good it is, and the words it rests on in their context. */
export const ClaimCard = ({ claim, actions, showTerm = false }: ClaimCardProps) => {
  const behind = wordsBehind(claim)
  return (
    <article className={`claim-card ${claim.rank}`} aria-label={`${claim.termRef} ${claim.words}`}>
      <header>
        {showTerm ? <span className="small muted">{`${claim.termRef} ${claim.termName}`}</span> : null}
        <p className="claim-words">
          {claim.stage === null ? null : <StageGlyph stage={claim.stage} />}
          <b>{claim.words}</b>
          {claim.stage === null ? null : <span className="small muted">{nameOf('stage', claim.stage)}</span>}
          {claim.rank === 'normal' ? null : <RankBadge claim={claim} />}
        </p>
        {actions === undefined ? null : <div className="claim-actions">{actions}</div>}
      </header>
      {behind === '' || claim.quotes.some(({ exact }) => exact.includes(claim.raw.trim())) ? null : (
        <p className="small muted">{say('claims.raw', { words: behind })}</p>
      )}
      {claim.condition === '' || claim.words.includes(claim.condition) ? null : (
        <p className="small">{say('claims.condition', { condition: claim.condition })}</p>
      )}
      <p className="small muted claim-origin">
        <span>{claim.sourceTitle === '' ? say('parts.notStated') : claim.sourceTitle}</span>
        <span title={gradeWords(claim)}>
          <Badge>{`${claim.sourceReliability}${claim.credibility}`}</Badge>
        </span>
        {claim.assertedBy === '' ? null : <span>{say('matrix.says', { who: claim.assertedBy })}</span>}
        {claim.partyName === '' ? null : <span>{say('claims.partyOf', { party: claim.partyName })}</span>}
        {claim.statement === 'fact' ? null : (
          <span>{say('claims.statement', { statement: nameOf('statement', claim.statement) })}</span>
        )}
        {claim.asOf === null ? null : <span>{say('matrix.asOf', { date: partialDateWords(claim.asOf) })}</span>}
        {claim.eventDate === null ? null : (
          <span>{say('claims.eventOn', { date: partialDateWords(claim.eventDate) })}</span>
        )}
        {claim.confidence === null ? null : (
          <span>{say('claims.confidence', { confidence: nameOf('confidence', claim.confidence) })}</span>
        )}
        {claim.lineageName === '' ? null : <span>{say('matrix.origin', { name: claim.lineageName })}</span>}
      </p>
      {claim.quotes.length === 0 && claim.polarity !== 'silent' ? (
        <p className="small">
          <Badge tone="warning" title={say('matrix.unsupportedWhy')}>
            {say('matrix.unsupported')}
          </Badge>{' '}
          {say('matrix.noEvidence')}
        </p>
      ) : null}
      {claim.quotes.map(quote => (
        <blockquote key={quote.excerpt}>
          <a href={addressOf('reader', quote.source, { excerpt: quote.excerpt })} title={say('matrix.openPassage')}>
            <span className="claim-context">{fromAWord(quote.prefix)}</span>
            <span className="quote">{quote.exact}</span>
            <span className="claim-context">{toAWord(quote.suffix)}</span>
          </a>
          {quote.role === 'supports' ? null : (
            <>
              {' '}
              <Badge>{nameOf('role', quote.role)}</Badge>
            </>
          )}
        </blockquote>
      ))}
      {claim.comment === '' ? null : <p className="small">{claim.comment}</p>}
    </article>
  )
}
