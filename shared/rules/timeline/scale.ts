import { calendarDay, type Day, type Days, monthStart } from './days.ts'

/** The part of time on the screen: its first day, and how many days there are. Either may be a fraction. */
export type TimeWindow = { from: Day; days: number }

/** The least and the most that a window shows, in days: a few days, and a thousand years. */
export const leastDays = 4
export const mostDays = 365_250

const clamped = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))

/** Zooms so that `anchor` stays where it is on the screen. A factor above 1 shows less time, larger. */
export const zoomed = ({ from, days }: TimeWindow, factor: number, anchor: Day): TimeWindow => {
  const next = clamped(days / factor, leastDays, mostDays)
  return { from: anchor - ((anchor - from) * next) / days, days: next }
}

/** Moves by a part of what is shown: 1 is a whole screen further. */
export const panned = ({ from, days }: TimeWindow, part: number): TimeWindow => ({ from: from + days * part, days })

/** The window that shows all the days, with some room on both sides: more behind, where the words of the last stand. */
export const fitted = ({ first, end }: Days): TimeWindow => {
  const days = clamped((end - first) * 1.2, leastDays * 2, mostDays)
  return { from: first - (days - (end - first)) * 0.2, days }
}

/** Keeps a window where there is something to be seen: at least a little of `all` stays on the screen. */
export const heldNear = ({ from, days }: TimeWindow, all: Days): TimeWindow => ({
  from: clamped(from, all.first - days * 0.9, all.end - days * 0.1),
  days,
})

/** A step of the calendar. Weeks begin on Monday (ISO 8601); quarters are three months. */
export type CalendarStep = { unit: 'day' | 'week' | 'month' | 'year'; count: number }

const steps: readonly (CalendarStep & { days: number })[] = [
  { unit: 'day', count: 1, days: 1 },
  { unit: 'week', count: 1, days: 7 },
  { unit: 'month', count: 1, days: 30.44 },
  { unit: 'month', count: 3, days: 91.3 },
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500].map(count => ({ unit: 'year' as const, count, days: 365.25 * count })),
]

/** The smallest step that takes at least so many pixels. */
export const stepFor = (pixelsPerDay: number, least: number): CalendarStep => {
  const found = steps.find(({ days }) => days * pixelsPerDay >= least) ?? steps.at(-1)
  return { unit: found?.unit ?? 'year', count: found?.count ?? 1 }
}

/** The first day of the step that a day lies in. */
export const stepStart = ({ unit, count }: CalendarStep, day: Day): Day => {
  const whole = Math.floor(day)
  if (unit === 'day') return whole
  // 1 January 1970 was a Thursday, three days after a Monday.
  if (unit === 'week') return whole - ((((whole + 3) % 7) + 7) % 7)
  const { year, month } = calendarDay(whole)
  return unit === 'month'
    ? monthStart(year, Math.floor(month / count) * count)
    : monthStart(Math.floor(year / count) * count, 0)
}

/** The first day of the step after the one that begins on `start`. */
export const nextStep = ({ unit, count }: CalendarStep, start: Day): Day => {
  if (unit === 'day') return start + 1
  if (unit === 'week') return start + 7
  const { year, month } = calendarDay(start)
  return unit === 'month' ? monthStart(year, month + count) : monthStart(year + count, 0)
}

/** The beginnings of the steps that a window shows, the one that it begins within first. */
export const stepsIn = (step: CalendarStep, { from, days }: TimeWindow): Day[] => {
  const starts: Day[] = []
  for (let start = stepStart(step, from); start < from + days; start = nextStep(step, start)) starts.push(start)
  return starts
}

/** What stands above the steps to say which they are: months above days, years above months; null above years. */
export const stepAbove = ({ unit }: CalendarStep): CalendarStep | null =>
  unit === 'year' ? null : { unit: unit === 'day' ? 'month' : 'year', count: 1 }
