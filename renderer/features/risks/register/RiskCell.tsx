import { AlarmClock, ArrowDown, ArrowUp, Lightbulb, MessageSquareWarning, Sparkles } from 'lucide-react'
import type { ReactNode } from 'react'
import type { RegisterRow } from '../../../../shared/contract/risks.ts'
import { partialDate } from '../../../../shared/model/partial-date.ts'
import { nameOf } from '../../../../shared/rules/vocabulary.ts'
import { partialDateWords } from '../../../../shared/rules/words.ts'
import { day, say } from '../../../say.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Level, LevelBadge } from '../Level.tsx'
import { newsOf } from '../news.ts'
import { type RiskField, scoreOf } from './fields.ts'

/** An opportunity has a glyph, by which it is told from the threats; a glyph before every threat would read as a warning. */
const KindGlyph = ({ kind }: Pick<RegisterRow, 'kind'>) =>
  kind === 'threat' ? null : (
    <span
      className="register-kind"
      role="img"
      aria-label={say('register.opportunity')}
      title={say('register.opportunity')}
    >
      <Lightbulb size={13} aria-hidden="true" />
    </span>
  )

const Title = ({ risk }: { risk: RegisterRow }) => (
  <span className="register-title">
    <KindGlyph kind={risk.kind} />
    <span className="register-words" title={risk.title}>
      {risk.title}
    </span>
    {risk.suggested ? (
      <span
        className="register-mark"
        role="img"
        aria-label={say('register.suggested')}
        title={say('register.suggested')}
      >
        <Sparkles size={13} aria-hidden="true" />
      </span>
    ) : null}
    {risk.unsupported ? (
      <span
        className="register-mark warning"
        role="img"
        aria-label={say('risks.unsupported')}
        title={say('risks.unsupportedWhy')}
      >
        <MessageSquareWarning size={13} aria-hidden="true" />
      </span>
    ) : null}
  </span>
)

/** As the trend beside a title, in the room of a column: the arrow stands for the word, which is read out. */
const Course = ({ risk: { kind, trend, current } }: { risk: RegisterRow }) => {
  const date = current === null ? '' : partialDateWords(current.date)
  if (trend !== 'raised' && trend !== 'lowered') {
    return <span className="muted">{say(trend === 'new' ? 'risks.trendNew' : 'risks.unchanged')}</span>
  }
  const Arrow = trend === 'raised' ? ArrowUp : ArrowDown
  return (
    <span className={`risks-trend ${newsOf(kind, trend)}`} title={say(`risks.${trend}`, { date })}>
      <Arrow size={14} role="img" aria-label={say(`register.${trend}`)} /> {date}
    </span>
  )
}

const Range = ({ risk }: { risk: RegisterRow }) => {
  const score = scoreOf(risk)
  return score === null ? (
    <span className="muted" title={say('risks.notAssessed')}>
      –
    </span>
  ) : (
    say('risks.range', { low: score.likelihoodLow, high: score.likelihoodHigh })
  )
}

const Due = ({ due, today }: { due: string | null; today: string }) =>
  due === null ? null : (
    <span className={due < today ? 'register-late' : ''}>
      {partialDateWords(partialDate.parse(due))}
      {due < today ? (
        <span
          className="register-mark warning"
          role="img"
          aria-label={say('register.overdue')}
          title={say('register.overdue')}
        >
          <AlarmClock size={13} aria-hidden="true" />
        </span>
      ) : null}
    </span>
  )

const Indicators = ({ risk: { indicators, indicatorsSeen: seen } }: { risk: RegisterRow }) =>
  indicators === 0 ? null : (
    <span title={say('register.seenOfName', { seen, count: indicators })}>
      {say('register.seenOf', { seen, count: indicators })}
    </span>
  )

const Actions = ({ risk: { actionsOpen: open, actionsLate: late } }: { risk: RegisterRow }) =>
  late > 0 ? (
    <span className="register-late">{say('register.lateOf', { open, late })}</span>
  ) : open > 0 ? (
    String(open)
  ) : null

const counted = (count: number) => (count === 0 ? null : count)

/** What a column shows of a risk. `today` is the day of the analyst, `2025-06-02`. */
export const cellOf: Record<RiskField, (risk: RegisterRow, today: string) => ReactNode> = {
  ref: ({ ref }) => <span className="muted">{ref}</span>,
  title: risk => <Title risk={risk} />,
  level: risk => <Level risk={risk} />,
  range: risk => <Range risk={risk} />,
  strength: risk => {
    const score = scoreOf(risk)
    return score === null ? null : nameOf('strength', score.strength)
  },
  trend: risk => (scoreOf(risk) === null ? null : <Course risk={risk} />),
  status: ({ status }) => nameOf('status', status),
  category: ({ category }) => category,
  kind: ({ kind }) => nameOf('riskKind', kind),
  owner: ({ owner }) => owner,
  strategy: ({ strategy }) => (strategy === null ? null : nameOf('strategy', strategy)),
  proximity: ({ proximity }) => <span title={proximity}>{proximity}</span>,
  strikesBy: ({ strikesBy }) => strikesBy && partialDateWords(strikesBy),
  due: ({ due }, today) => <Due due={due} today={today} />,
  indicators: risk => <Indicators risk={risk} />,
  actions: risk => <Actions risk={risk} />,
  evidence: ({ evidence }) => counted(evidence),
  conflicts: ({ conflictsOpen }) => counted(conflictsOpen),
  inherent: ({ inherent }) => (inherent === null ? null : <LevelBadge level={inherent.level} />),
  target: ({ target }) => (target === null ? null : <LevelBadge level={target.level} />),
  appetite: risk =>
    scoreOf(risk) === null ? null : risk.beyondAppetite ? (
      <Badge tone="conflict">{say('register.beyond')}</Badge>
    ) : (
      <span className="muted">{say('register.within')}</span>
    ),
  updated: ({ updated }) => day(updated),
}
