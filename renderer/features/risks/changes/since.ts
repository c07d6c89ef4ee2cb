import type { EditionView } from '../../../../shared/contract/positions.ts'
import type { AsOf } from '../../../../shared/contract/risks.ts'
import { partialDate } from '../../../../shared/model/partial-date.ts'
import { partialDateWords } from '../../../../shared/rules/words.ts'
import { day, say } from '../../../say.ts'

export type Moment = NonNullable<AsOf>
export type Clock = 'dated' | 'recorded'

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const isDay = (words: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(words) && !Number.isNaN(Date.parse(`${words}T00:00:00Z`))

/** The moment that an address names: an instant of recording, or a day by which things are dated. Null where it names none. */
export const momentOf = (query: Readonly<Record<string, string>>): Moment | null => {
  const { recorded, dated } = query
  if (recorded !== undefined && instant.test(recorded)) return { recorded }
  return dated !== undefined && isDay(dated) ? { dated } : null
}

/** The same moment for the address. */
export const queryOf = (moment: Moment): Record<string, string> => ({ view: 'changes', ...moment })

export const clockOf = (moment: Moment): Clock => ('dated' in moment ? 'dated' : 'recorded')
export const dayOf = (moment: Moment): string => ('dated' in moment ? moment.dated : moment.recorded.slice(0, 10))

/** The end of a day by a clock, UTC, as the days of the register are. */
export const endOfDay = (words: string, clock: Clock): Moment | null => {
  if (!isDay(words)) return null
  return clock === 'dated' ? { dated: words } : { recorded: `${words}T23:59:59.999Z` }
}

type Issued = Pick<EditionView, 'id' | 'title' | 'number' | 'created'>

/** The briefing that was issued at that instant. */
export const editionAt = (moment: Moment, issued: readonly Issued[]): Issued | null =>
  'recorded' in moment ? (issued.find(({ created }) => created === moment.recorded) ?? null) : null

const dayBefore = (words: string): string =>
  new Date(Date.parse(`${words}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

/**
 * What the screen begins with: the last briefing, since which readers have been told nothing; else the first day that moved
 * anything, or the day before where nothing moved since: all is new then, rather than nothing.
 */
export const firstMoment = (issued: readonly Issued[], days: readonly string[]): Moment | null => {
  const last = issued.reduce<Issued | null>((one, other) => (one && one.created >= other.created ? one : other), null)
  if (last) return { recorded: last.created }
  const [first, second] = days
  if (first === undefined) return null
  return { dated: second === undefined ? dayBefore(first) : first }
}

/** "since edition 1 of “Briefing”, issued on 18 Mar 2025": the end of a sentence. */
export const sinceWords = (moment: Moment, issued: readonly Issued[]): string => {
  const edition = editionAt(moment, issued)
  return edition
    ? say('movers.sinceEdition', { title: edition.title, number: edition.number, day: day(edition.created) })
    : say('movers.sinceDay', { day: partialDateWords(partialDate.parse(dayOf(moment))) })
}
