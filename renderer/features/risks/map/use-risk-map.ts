import { useMemo } from 'react'
import type { AsOf, RiskMap } from '../../../../shared/contract/risks.ts'
import { type MapMove, movesBetween } from '../../../../shared/rules/register/drawing/moves.ts'
import { hold } from '../../../held.ts'
import { useLatest } from '../../../parts/latest.ts'
import { useRead } from '../../../query.ts'
import { byClock, type Clock, type Stop, stopAt, stopsOf } from './stops.ts'

/** The map at the moment that is looked at, and the way to other moments. */
export type ShownMap = {
  asOf: AsOf
  clock: Clock
  stops: readonly Stop[]
  /** The place among the stops; after the last comes now. */
  stop: number
  /** Undefined until it was first answered; of the moment before while a newer one is on its way. */
  drawn: RiskMap | undefined
  /** What moved between the stop before and this one; null for now, and until it is known. */
  moves: readonly MapMove[] | null
  show: (asOf: AsOf) => void
  /** By so many stops, back where it is negative. */
  step: (by: number) => void
  choose: (clock: Clock) => void
}

// Beside the screen: the analyst who comes back from the reader finds the day that was looked at.
const held = hold<{ asOf: AsOf; clock: Clock }>({ asOf: null, clock: 'dated' })

const isNow = ({ asOf }: { asOf: AsOf }) => asOf === null

export const useRiskMap = (): ShownMap => {
  const { asOf, clock } = held.use()
  const { value: days } = useRead('risks.days', { clock })
  const { value: issued } = useRead('editions.list', {})
  const stops = useMemo(() => stopsOf(clock, days ?? [], issued ?? []), [clock, days, issued])
  const stop = stopAt(stops, asOf)
  const { value: drawn, isCurrent } = useLatest('risks.map', { asOf }, isNow)
  const before = asOf === null ? null : (stops[stop - 1]?.asOf ?? null)
  const { value: earlier, isCurrent: isBeforeCurrent } = useLatest('risks.map', { asOf: before }, isNow)
  const isFirst = before === null
  const isSettled = asOf !== null && isCurrent && isBeforeCurrent
  const moves = useMemo(() => {
    if (!isSettled || drawn === undefined || earlier === undefined) return null
    return movesBetween(isFirst ? { ...drawn, risks: [] } : earlier, drawn)
  }, [isSettled, drawn, earlier, isFirst])
  const show = (next: AsOf) => held.set({ ...held.read(), asOf: next })
  return {
    asOf,
    clock,
    stops,
    stop,
    drawn,
    moves,
    show,
    step: by => show(stops[Math.max(0, Math.min(stopAt(stops, held.read().asOf) + by, stops.length))]?.asOf ?? null),
    choose: next => held.set({ asOf: byClock(held.read().asOf, next), clock: next }),
  }
}
