import { useState } from 'react'
import { daySpan } from '../../../../shared/model/partial-date.ts'
import { presentDay } from '../../../../shared/rules/local-day.ts'
import { partialDateWords } from '../../../../shared/rules/words.ts'
import { addressOf } from '../../../location.ts'
import { useRead } from '../../../query.ts'
import { say } from '../../../say.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { newsOf, newsTones } from '../news.ts'

const step = 30

/** What was reviewed lately, and the acceptances that hold, the one that ends first before the others. */
export const RecentReviews = () => {
  const [limit, setLimit] = useState(step)
  const { value } = useRead('risks.reviews', { limit })
  if (value === undefined) return null
  const { recent, total, acceptances } = value
  return (
    <>
      <section className="reviews-list">
        <h2 className="label">{say('reviews.acceptances')}</h2>
        {acceptances.length === 0 ? <p className="muted">{say('reviews.noAcceptances')}</p> : null}
        <ul>
          {acceptances.map(({ risk, ref, title, by, at, rationale, validUntil }) => (
            <li key={risk}>
              <p>
                <a href={addressOf('risks', risk)}>
                  {ref} {title}
                </a>{' '}
                {validUntil === null ? (
                  <span className="small muted">{say('assess.withoutEnd')}</span>
                ) : daySpan(validUntil).last < presentDay() ? (
                  <Badge tone="warning">{say('assess.ended', { date: partialDateWords(validUntil) })}</Badge>
                ) : (
                  <span className="small muted">{say('assess.until', { date: partialDateWords(validUntil) })}</span>
                )}
              </p>
              <p className="small muted">
                {say('assess.acceptedBy', { by, date: partialDateWords(at) })}. {rationale}
              </p>
            </li>
          ))}
        </ul>
      </section>
      <section className="reviews-list">
        <h2 className="label">{say('reviews.recent')}</h2>
        {recent.length === 0 ? <p className="muted">{say('reviews.noRecent')}</p> : null}
        <ul>
          {recent.map(({ id, risk, ref, title, kind, date, outcome, note, by, next }) => (
            <li key={id}>
              <p>
                <b className="numeric">{partialDateWords(date)}</b>{' '}
                <a href={addressOf('risks', risk)}>
                  {ref} {title}
                </a>{' '}
                <Badge
                  tone={outcome === 'raised' || outcome === 'lowered' ? newsTones[newsOf(kind, outcome)] : 'plain'}
                >
                  {say(`reviews.${outcome}`)}
                </Badge>
              </p>
              {note === '' ? null : <p>{note}</p>}
              <p className="small muted">
                {[
                  by === '' ? '' : say('reviews.by', { by }),
                  next === null ? '' : say('reviews.nextOn', { date: partialDateWords(next) }),
                ]
                  .filter(Boolean)
                  .join(', ')}
              </p>
            </li>
          ))}
        </ul>
        {total > recent.length ? (
          <Button
            label={say('reviews.more', { count: Math.min(step, total - recent.length) })}
            onClick={() => setLimit(limit + step)}
          />
        ) : null}
      </section>
    </>
  )
}
