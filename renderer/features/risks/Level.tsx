import { ArrowDown, ArrowRight, ArrowUp, Sparkle } from 'lucide-react'
import type { RegisterRow, Score } from '../../../shared/contract/risks.ts'
import type { LevelLetter } from '../../../shared/model/criteria.ts'
import { levelRank } from '../../../shared/rules/scoring.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { say } from '../../say.ts'
import { newsOf } from './news.ts'
import './level.css'

/** What a line of the register and a whole risk have in common. */
type Scored = { [Kind in 'current' | 'inherent']: Pick<Score, 'level' | 'date'> | null } & Pick<
  RegisterRow,
  'trend' | 'kind'
>

/** The letter of a level on its colour. */
export const LevelBadge = ({ level }: { level: LevelLetter }) => (
  <span className={`risks-level level-${levelRank(level) + 1} on-level-${levelRank(level) + 1}`}>{level}</span>
)

/** The level that a risk has as it stands, else had before any treatment. */
export const Level = ({ risk }: { risk: Scored }) => {
  const level = (risk.current ?? risk.inherent)?.level
  return level === undefined ? <span className="muted">–</span> : <LevelBadge level={level} />
}

export const Trend = ({ risk }: { risk: Scored }) => {
  const date = risk.current === null ? '' : partialDateWords(risk.current.date)
  if (risk.trend === 'raised') {
    return (
      <span className={`risks-trend ${newsOf(risk.kind, risk.trend)}`}>
        <ArrowUp size={14} aria-hidden="true" /> {say('risks.raised', { date })}
      </span>
    )
  }
  if (risk.trend === 'lowered') {
    return (
      <span className={`risks-trend ${newsOf(risk.kind, risk.trend)}`}>
        <ArrowDown size={14} aria-hidden="true" /> {say('risks.lowered', { date })}
      </span>
    )
  }
  return (
    <span className="risks-trend muted">
      {risk.trend === 'new' ? <Sparkle size={12} aria-hidden="true" /> : <ArrowRight size={14} aria-hidden="true" />}{' '}
      {say(risk.trend === 'new' ? 'risks.trendNew' : 'risks.unchanged')}
    </span>
  )
}
