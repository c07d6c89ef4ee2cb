import { Archive, ArrowDown, ArrowUp, Check, CircleDot, Move, RotateCcw, Sparkle, Undo2, X, Zap } from 'lucide-react'
import type { ReactElement } from 'react'
import type { MoverChange } from '../../../../shared/contract/movers.ts'

const icons: Record<MoverChange, typeof ArrowUp> = {
  materialised: Zap,
  're-opened': RotateCcw,
  archived: Archive,
  closed: X,
  new: Sparkle,
  raised: ArrowUp,
  lowered: ArrowDown,
  restored: RotateCcw,
  accepted: Check,
  revoked: Undo2,
  scored: Sparkle,
  'within its level': Move,
  status: CircleDot,
}

/** A sign for what became of a risk, beside the word that says it. */
export const changeIcon = (change: MoverChange): ReactElement => {
  const Icon = icons[change]
  return <Icon className="mover-sign" size={14} aria-hidden="true" />
}
