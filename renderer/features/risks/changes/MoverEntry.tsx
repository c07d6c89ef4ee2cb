import { ArrowRight } from 'lucide-react'
import { useState } from 'react'
import type { Mover, MoverReason, MoverStanding, ReasonQuote } from '../../../../shared/contract/movers.ts'
import { rangeWords, reasonHead } from '../../../../shared/rules/register/mover-words.ts'
import { sentence } from '../../../../shared/rules/sentence.ts'
import { nameOf } from '../../../../shared/rules/vocabulary.ts'
import { addressOf } from '../../../location.ts'
import { say } from '../../../say.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { LevelBadge } from '../Level.tsx'
import { newsOf } from '../news.ts'

/** Passages of one scoring that stand there before the analyst asks for the rest. */
const quotesAtFirst = 2

const Standing = ({ standing, name }: { standing: MoverStanding | null; name: string }) => (
  <span className="mover-standing">
    <span className="unseen">{name} </span>
    {standing === null ? (
      <span className="muted">{say('movers.notThere')}</span>
    ) : (
      <>
        {standing.score === null ? (
          <span className="muted">{say('movers.notScored')}</span>
        ) : (
          <>
            <LevelBadge level={standing.score.level} />
            <span>{rangeWords(standing.score)}</span>
          </>
        )}
        <span className="muted">{nameOf('status', standing.status)}</span>
      </>
    )}
  </span>
)

const Quote = ({ quote: { excerpt, source, sourceTitle, exact } }: { quote: ReasonQuote }) => (
  <li>
    <a href={addressOf('reader', source, { excerpt })} title={say('movers.openPassage')}>
      {exact}
    </a>
    <span className="small muted">{sourceTitle === '' ? say('movers.untitled') : sourceTitle}</span>
  </li>
)

const Reason = ({ reason }: { reason: MoverReason }) => {
  const [isOpen, setOpen] = useState(false)
  const quotes = reason.is === 'assessment' ? reason.quotes : []
  const rest = quotes.length - quotesAtFirst
  return (
    <li>
      <p className="small muted">{reasonHead(reason)}</p>
      {reason.reason === '' ? null : <p>{reason.reason}</p>}
      {quotes.length === 0 ? null : (
        <ul className="mover-quotes">
          {quotes.slice(0, isOpen ? quotes.length : quotesAtFirst).map(quote => (
            <Quote key={quote.excerpt} quote={quote} />
          ))}
        </ul>
      )}
      {rest > 0 && !isOpen ? (
        <Button
          look="quiet"
          className="flush"
          label={say('movers.otherQuotes', { count: rest })}
          onClick={() => setOpen(true)}
        />
      ) : null}
    </li>
  )
}

type MoverEntryProps = {
  mover: Mover
  /** Undefined until they are known. */
  reasons: readonly MoverReason[] | undefined
}

/** One risk that moved: from where to where, and why, with the passages behind it. */
export const MoverEntry = ({ mover, reasons }: MoverEntryProps) => {
  const { id, ref, title, kind, changes, before, after } = mover
  const way = changes.find(change => change === 'raised' || change === 'lowered')
  return (
    <li className="mover">
      <div className="mover-head">
        <a href={addressOf('risks', id)}>
          <span className="mover-ref">{ref}</span> {title}
        </a>
        {kind === 'opportunity' ? <Badge>{say('movers.opportunity')}</Badge> : null}
        {changes.slice(1).map(change =>
          // Another status stands beneath, with both its words.
          change === 'status' ? null : <Badge key={change}>{sentence(`rules.mover.${change}`)}</Badge>,
        )}
      </div>
      <p className="mover-way">
        <Standing standing={before} name={say('movers.from')} />
        <ArrowRight size={14} className={way === undefined ? undefined : newsOf(kind, way)} aria-hidden="true" />
        <Standing standing={after} name={say('movers.to')} />
      </p>
      {reasons === undefined ? null : reasons.length === 0 ? (
        <p className="small muted">{say('movers.noReasons')}</p>
      ) : (
        <ol className="mover-reasons">
          {reasons.map(reason => (
            <Reason key={reason.id} reason={reason} />
          ))}
        </ol>
      )}
    </li>
  )
}
