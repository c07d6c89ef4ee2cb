import type { EditionView } from '../../../../shared/contract/positions.ts'
import type { AsOf } from '../../../../shared/contract/risks.ts'
import { partialDate } from '../../../../shared/model/partial-date.ts'
import { partialDateWords } from '../../../../shared/rules/words.ts'

export type Clock = 'dated' | 'recorded'
export type Moment = NonNullable<AsOf>

/** A moment at which the slider stops, and the briefings that were issued then. */
export type Stop = { asOf: Moment; day: string; editions: Pick<EditionView, 'title' | 'number'>[] }

/** The day of a moment, UTC, as the days of the register are. */
export const dayOf = (asOf: Moment): string => ('dated' in asOf ? asOf.dated : asOf.recorded.slice(0, 10))

export const clockOf = (asOf: Moment): Clock => ('dated' in asOf ? 'dated' : 'recorded')

/** Tells moments of one clock apart, and sorts them. */
export const sortKey = (asOf: Moment): string => ('dated' in asOf ? asOf.dated : asOf.recorded)

export const dayWords = (day: string): string => partialDateWords(partialDate.parse(day))

type Issued = Pick<EditionView, 'title' | 'number' | 'created'>

/**
 * Where the slider stops, ascending: the end of every day on which something moved, and the briefings. By the recorded
 * clock a briefing is the instant at which it was issued; by the dated one it is its day.
 */
export const stopsOf = (clock: Clock, days: readonly string[], issued: readonly Issued[]): Stop[] => {
  const stops = new Map<string, Stop>()
  const add = (asOf: Moment, edition?: Issued) => {
    const stop = stops.get(sortKey(asOf)) ?? { asOf, day: dayOf(asOf), editions: [] }
    if (edition) stop.editions.push({ title: edition.title, number: edition.number })
    stops.set(sortKey(asOf), stop)
  }
  for (const day of days) add(clock === 'dated' ? { dated: day } : { recorded: `${day}T23:59:59.999Z` })
  for (const one of issued)
    add(clock === 'dated' ? { dated: one.created.slice(0, 10) } : { recorded: one.created }, one)
  return [...stops.entries()].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, stop]) => stop)
}

/** The place of a moment among the stops: the last that is not after it, or the first; after the last comes now. */
export const stopAt = (stops: readonly Stop[], asOf: AsOf): number => {
  if (asOf === null) return stops.length
  const later = stops.findIndex(stop => sortKey(stop.asOf) > sortKey(asOf))
  return Math.max(0, (later < 0 ? stops.length : later) - 1)
}

/** The same day by the other clock: its end. */
export const byClock = (asOf: AsOf, clock: Clock): AsOf => {
  if (asOf === null || clockOf(asOf) === clock) return asOf
  const day = dayOf(asOf)
  return clock === 'dated' ? { dated: day } : { recorded: `${day}T23:59:59.999Z` }
}
