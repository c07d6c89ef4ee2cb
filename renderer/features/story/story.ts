import type { TermStory } from '../../../shared/contract/matrix.ts'
import { shortMonthWords } from '../../../shared/formats.ts'
import { comparePartialDates, daySpan, type PartialDate } from '../../../shared/model/partial-date.ts'

export type Told = TermStory['claims'][number]
export type Assessed = TermStory['positions'][number]

/** One entry of the story: what a source said, or what was assessed. */
export type Entry =
  | { kind: 'claim'; id: string; date: PartialDate | null; told: Told }
  | { kind: 'position'; id: string; date: PartialDate | null; assessed: Assessed }

/** What is shown of a story. */
export type Part = 'everything' | 'claims' | 'positions'

/** Claims and positions in the order of time, undated ones last; of one day, what was said before what was made of it. */
export const entriesOf = ({ claims, positions }: Pick<TermStory, 'claims' | 'positions'>, part: Part): Entry[] => {
  const told = claims.map((one): Entry => ({ kind: 'claim', id: one.claim.id, date: one.date, told: one }))
  const assessed = positions.map(
    (one): Entry => ({ kind: 'position', id: one.position.id, date: one.position.validAt, assessed: one }),
  )
  return [...(part === 'positions' ? [] : told), ...(part === 'claims' ? [] : assessed)].sort(
    (one, other) =>
      comparePartialDates(one.date, other.date) || Number(one.kind === 'position') - Number(other.kind === 'position'),
  )
}

const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000

/** The stretch of time that a story covers, in days since 1970, a little wider than its first and last day. */
export type Stretch = { from: number; to: number }

export const stretchOf = (entries: readonly Entry[]): Stretch | null => {
  const spans = entries.flatMap(({ date }) => (date === null ? [] : [daySpan(date)]))
  if (spans.length === 0) return null
  const from = Math.min(...spans.map(({ first }) => dayNumber(first)))
  const to = Math.max(...spans.map(({ last }) => dayNumber(last)))
  const room = Math.max(2, (to - from) * 0.03)
  return { from: from - room, to: to + room }
}

/** Where a date stands in a stretch, from 0 to 1: first and last possible day. */
export const placeOf = (date: PartialDate, { from, to }: Stretch): { first: number; last: number } => {
  const { first, last } = daySpan(date)
  const at = (day: string) => Math.min(1, Math.max(0, (dayNumber(day) - from) / (to - from)))
  return { first: at(first), last: at(last) }
}

export type Tick = { at: number; label: string }

/** The beginnings of months in a stretch, or of years where there would be more than a dozen; the year with each January and the first. */
export const ticksOf = ({ from, to }: Stretch): Tick[] => {
  const start = new Date(from * 86_400_000)
  const months: (Tick & { year: number; opens: boolean })[] = []
  for (let month = start.getUTCMonth() + 1; ; month += 1) {
    const day = Date.UTC(start.getUTCFullYear(), month, 1) / 86_400_000
    if (day > to) break
    const date = new Date(day * 86_400_000)
    const [year, name] = [date.getUTCFullYear(), shortMonthWords(date)]
    const opens = date.getUTCMonth() === 0
    const label = months.length === 0 || opens ? `${name} ${year}` : name
    months.push({ at: (day - from) / (to - from), label, year, opens })
  }
  if (months.length <= 12) return months.map(({ at, label }) => ({ at, label }))
  return months.filter(({ opens }) => opens).map(({ at, year }) => ({ at, label: String(year) }))
}

/** Marks of claims that would lie over each other go one above the other: the row of each, from 0. `width` is that of a mark. */
export const rowsOf = (places: readonly number[], width: number): number[] => {
  const ends: number[] = []
  return places.map(place => {
    const free = ends.findIndex(end => end <= place)
    const row = free < 0 ? ends.length : free
    ends[row] = place + width
    return row
  })
}
