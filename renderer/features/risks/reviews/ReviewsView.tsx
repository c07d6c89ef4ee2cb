import { ExternalLink } from 'lucide-react'
import { useEffect } from 'react'
import type { RegisterRow } from '../../../../shared/contract/risks.ts'
import { partialDate } from '../../../../shared/model/partial-date.ts'
import { presentDay } from '../../../../shared/rules/local-day.ts'
import { nameOf } from '../../../../shared/rules/vocabulary.ts'
import { partialDateWords } from '../../../../shared/rules/words.ts'
import { useCommands } from '../../../commands.ts'
import { addressOf, moveTo, navigate, useLocation } from '../../../location.ts'
import { useRead } from '../../../query.ts'
import { say } from '../../../say.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { useKeptFocus } from '../../../ui/focus.ts'
import { useMedia } from '../../../ui/media.ts'
import { Panes } from '../../../ui/Panes.tsx'
import { Assessments, Reviews } from '../detail/Assessments.tsx'
import { ReviewForm } from '../detail/ReviewForm.tsx'
import { begunWith, Suggested } from '../detail/Suggestions.tsx'
import { TrendLine } from '../detail/TrendLine.tsx'
import { Level, Trend } from '../Level.tsx'
import { daysLate, queueOf } from './queue.ts'
import { RecentReviews } from './RecentReviews.tsx'
import './reviews.css'

const view = { view: 'reviews' }
const choose = (id: string | null) => navigate('risks', id, view)
const rowOf = (id: string) => document.querySelector<HTMLElement>(`.reviews-queue [data-risk="${id}"]`)

/** The queue by due date, the review of the risk that is chosen, and what was reviewed lately. `#/risks/ID?view=reviews` is one review. */
export const ReviewsView = () => {
  const { id } = useLocation()
  const { value: rows } = useRead('risks.register', {})
  const { value: criteria } = useRead('criteria.read', {})
  const queue = queueOf(rows ?? [], presentDay())
  const order = queue.flatMap(({ risks }) => risks)
  const chosen = rows?.find(risk => risk.id === id)
  const { value: whole } = useRead('risks.read', chosen === undefined ? null : { id: chosen.id })
  const isSmall = useMedia('(max-width: 860px), (max-height: 520px)')
  useKeptFocus(() => document.querySelector('.reviews-queue [tabindex="0"]'))
  const step = (by: 1 | -1) => {
    const at = order.findIndex(risk => risk.id === id)
    const next = order[at === -1 ? 0 : at + by]
    if (next) choose(next.id)
  }
  const command = (name: string, title: string, shortcut: string, run: () => void) => ({
    id: `risks.reviews.${name}`,
    title,
    group: say('shell.risks'),
    shortcut,
    run,
  })
  useCommands([
    command('next', say('reviews.following'), 'J', () => step(1)),
    command('previous', say('reviews.previous'), 'K', () => step(-1)),
  ])
  if (rows === undefined || criteria === undefined) return null
  if (order.length === 0) {
    return (
      <div className="reviews-pane">
        <EmptyState sentence={say('reviews.empty')} />
        <RecentReviews />
      </div>
    )
  }
  /** What is reviewed goes to its new place in the queue; the one that stood after it is next. */
  const reviewed = () => {
    const at = order.findIndex(risk => risk.id === id)
    const next = order[at + 1] ?? order[at - 1]
    if (next) moveTo('risks', next.id, view)
    else choose(null)
  }
  const list = <Queue queue={queue} chosen={id} />
  const review =
    chosen !== undefined && whole?.id === chosen.id ? (
      <div className="reviews-pane" key={whole.id}>
        <header>
          <h2>
            <span className="muted">{whole.ref}</span> {whole.title}
          </h2>
          <Level risk={whole} />
          <Trend risk={whole} />
          <Badge>{nameOf('status', whole.status)}</Badge>
          <a className="small" href={addressOf('risks', whole.id)}>
            <ExternalLink size={12} aria-hidden="true" /> {say('reviews.openRisk')}
          </a>
        </header>
        <Suggested suggestions={whole.suggestions} />
        <ReviewForm
          risk={whole}
          scales={criteria}
          begun={begunWith([])}
          onClose={() => {
            choose(null)
            rowOf(whole.id)?.focus()
          }}
          onSaved={reviewed}
        />
        <TrendLine risk={whole} />
        <Assessments risk={whole} />
        <Reviews risk={whole} />
      </div>
    ) : (
      <div className="reviews-pane">
        <p className="muted">{say('reviews.allDone')}</p>
        <RecentReviews />
      </div>
    )
  return isSmall ? (
    <div className="risks-stack">
      {id === null ? list : review}
      {id === null ? review : list}
    </div>
  ) : (
    <Panes
      id="risk-reviews"
      panes={[
        { id: 'queue', size: '40%', min: '300px', children: list },
        { id: 'review', min: '420px', children: review },
      ]}
    />
  )
}

type QueueProps = { queue: ReturnType<typeof queueOf<RegisterRow>>; chosen: string | null }

/** So many risks of a section are drawn; the others stand behind them in number. */
const most = 200

const Queue = ({ queue, chosen }: QueueProps) => {
  const shown = queue.flatMap(({ risks }) => risks.slice(0, most))
  const first = shown.some(({ id }) => id === chosen) ? chosen : shown[0]?.id
  useEffect(() => {
    if (chosen !== null) rowOf(chosen)?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const press = (key: string, id: string): boolean => {
    const at = shown.findIndex(one => one.id === id)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1 }[key]
    const next = to === undefined ? undefined : shown[to]
    if (next) rowOf(next.id)?.focus()
    return to !== undefined
  }
  return (
    <div className="reviews-queue">
      {queue.map(({ section, risks }) => (
        <section key={section} aria-label={say(`reviews.${section}`)}>
          <h2 className="label">
            {say(`reviews.${section}`)} <span className="numeric">{risks.length}</span>
          </h2>
          <ul>
            {risks.slice(0, most).map(risk => (
              <li key={risk.id}>
                <a
                  data-risk={risk.id}
                  href={addressOf('risks', risk.id, view)}
                  tabIndex={risk.id === first ? 0 : -1}
                  aria-current={risk.id === chosen ? 'true' : undefined}
                  onKeyDown={event => {
                    if (press(event.key, risk.id)) event.preventDefault()
                  }}
                >
                  <span className="muted">{risk.ref}</span>
                  <span className="reviews-title" title={risk.title}>
                    {risk.title}
                  </span>
                  <span>{risk.suggested ? <Badge tone="accent">{say('reviews.suggested')}</Badge> : null}</span>
                  <Level risk={risk} />
                  <Due due={risk.due} />
                </a>
              </li>
            ))}
          </ul>
          {risks.length > most ? (
            <p className="small muted">{say('reviews.more', { count: risks.length - most })}</p>
          ) : null}
        </section>
      ))}
    </div>
  )
}

const Due = ({ due }: { due: string | null }) => {
  const late = due === null ? 0 : daysLate(due, presentDay())
  return (
    <span className="reviews-due small muted">
      {due === null ? null : late > 0 ? (
        <span className="reviews-late" title={partialDateWords(partialDate.parse(due))}>
          {say('reviews.late', { days: late })}
        </span>
      ) : (
        partialDateWords(partialDate.parse(due))
      )}
    </span>
  )
}
