import { TrendingDown, TrendingUp } from 'lucide-react'
import type { Indicator, Risk } from '../../../shared/model/risk.ts'
import { say } from '../../say.ts'
import './direction.css'
import { newsOf } from './news.ts'

/** Of what kind the risk is that an indicator tells of, and which way the risk moves when it is seen. */
type Pointing = Pick<Risk, 'kind'> & Pick<Indicator, 'direction'>

export const indicatorNews = ({ kind, direction }: Pointing) =>
  newsOf(kind, direction === 'raises' ? 'raised' : 'lowered')

/** Which way the risk moves when an indicator is seen. */
export const DirectionGlyph = ({ kind, direction }: Pointing) => {
  const Glyph = direction === 'raises' ? TrendingUp : TrendingDown
  const news = indicatorNews({ kind, direction })
  return <Glyph size={14} className={`direction ${news}`} aria-label={say(`assess.${direction}`)} />
}

/** The tone of the state of an indicator: what is bad news warns, what is good news does not. */
export const stateTones = {
  worse: { seen: 'conflict', emerging: 'warning', 'not seen': 'plain' },
  better: { seen: 'settled', emerging: 'accent', 'not seen': 'plain' },
} as const
