import { useMemo } from 'react'
import type { AsOf, MapMove, RiskMap } from '../../../../shared/contract/risks.ts'
import type { Criteria } from '../../../../shared/model/criteria.ts'
import type { CriteriaId } from '../../../../shared/model/id.ts'
import { hold } from '../../../held.ts'
import { useLatest } from '../../../parts/latest.ts'
import { useRead } from '../../../query.ts'
import { byClock, type Clock, type Moment, type Stop, stopAt, stopsOf } from './stops.ts'

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
  moved: { count: number; moves: readonly MapMove[] } | null
  show: (asOf: AsOf) => void
  /** By so many stops, back where it is negative. */
  step: (by: number) => void
  choose: (clock: Clock) => void
}

// Beside the screen: the analyst who comes back from the reader finds the day that was looked at.
const held = hold<{ asOf: AsOf; clock: Clock }>({ asOf: null, clock: 'dated' })

/** A version of the criteria never changes: what is drawn of it need not be drawn anew at each step of the slider. */
const known = new Map<CriteriaId, Criteria>()

const withKnownCriteria = ({ criteria, risks }: RiskMap): RiskMap => {
  const same = known.get(criteria.id) ?? criteria
  known.set(criteria.id, same)
  return { criteria: same, risks }
}

const never = () => false

/** Before anything was. */
const before: Record<Clock, Moment> = {
  dated: { dated: '0001-01-01' },
  recorded: { recorded: '0001-01-01T00:00:00.000Z' },
}

const isNow = ({ asOf }: { asOf: AsOf }) => asOf === null

export const useRiskMap = (): ShownMap => {
  const { asOf, clock } = held.use()
  const { value: days } = useRead('risks.days', { clock })
  const { value: issued } = useRead('editions.list', {})
  const stops = useMemo(() => stopsOf(clock, days ?? [], issued ?? []), [clock, days, issued])
  const stop = stopAt(stops, asOf)
  const { value: answer } = useLatest('risks.map', { asOf }, isNow)
  const drawn = useMemo(() => (answer === undefined ? undefined : withKnownCriteria(answer)), [answer])
  const since = asOf === null ? null : (stops[stop - 1]?.asOf ?? before[clock])
  const { value: moved, isCurrent } = useLatest('risks.moved', { since, until: asOf }, never)
  const shownMoved = asOf !== null && isCurrent && moved !== undefined ? moved : null
  // The same object as long as nothing of it changed: a map is not drawn anew because a table beside it is.
  return useMemo(() => {
    const show = (next: AsOf) => held.set({ ...held.read(), asOf: next })
    return {
      ...{ asOf, clock, stops, stop, drawn, show },
      moved: shownMoved,
      step: by => show(stops[Math.max(0, Math.min(stopAt(stops, held.read().asOf) + by, stops.length))]?.asOf ?? null),
      choose: next => held.set({ asOf: byClock(held.read().asOf, next), clock: next }),
    }
  }, [asOf, clock, stops, stop, drawn, shownMoved])
}
