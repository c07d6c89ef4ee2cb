import { TrendingDown, TrendingUp } from 'lucide-react'
import type { Indicator } from '../../../shared/model/risk.ts'
import { say } from '../../say.ts'
import './direction.css'

/** Which way the risk moves when an indicator is seen. */
export const DirectionGlyph = ({ direction }: Pick<Indicator, 'direction'>) => {
  const Glyph = direction === 'raises' ? TrendingUp : TrendingDown
  return <Glyph size={14} className={`direction ${direction}`} aria-label={say(`assess.${direction}`)} />
}

/** The tone of the state of an indicator: what raises a risk warns, what lowers it does not. */
export const stateTones = {
  raises: { seen: 'conflict', emerging: 'warning', 'not seen': 'plain' },
  lowers: { seen: 'settled', emerging: 'accent', 'not seen': 'plain' },
} as const
