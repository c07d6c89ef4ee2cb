import { dayAndTimeWords, timeWords } from '../../../shared/formats.ts'
import { say } from '../../say.ts'
import type { Occupied } from './lock.ts'

/** The time of day if it is of today, else with the day; the text itself if it is no instant. */
const moment = (instant: number | string): string => {
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) return String(instant)
  return date.toDateString() === new Date().toDateString() ? timeWords(date) : dayAndTimeWords(date)
}

/** Why the case at `path` cannot be opened for writing, who has it, and what a person can do. */
export const sayOccupied = (path: string, { heldBy, here, lock, lastSign, silentFor }: Occupied): string => {
  if (!heldBy) return say('store.occupiedByNobodyKnown', { path, lock })
  const who = { path, lock, host: heldBy.host, user: heldBy.user || '–', process: String(heldBy.process) }
  const since = { since: heldBy.since ? moment(heldBy.since) : '–' }
  if (here) return say('store.occupiedHere', { ...who, ...since })
  if (lastSign === undefined || silentFor === undefined) return say('store.occupiedElsewhere', { ...who, ...since })
  const silence = { lastSign: moment(lastSign), seconds: Math.round(silentFor / 1000) }
  return say('store.occupiedSilently', { ...who, ...since, ...silence })
}
