import { monthWords, shortDayWords, shortMonthWords } from '../../../shared/formats.ts'
import { calendarDay, type Day, writtenDay } from '../../../shared/rules/timeline/days.ts'
import {
  type CalendarStep,
  nextStep,
  stepAbove,
  stepFor,
  stepsIn,
  type TimeWindow,
} from '../../../shared/rules/timeline/scale.ts'
import { say } from '../../say.ts'

/** The least room for the words of a step, in pixels. */
const leastStep = 46

const instant = (day: Day) => new Date(`${writtenDay(day)}T00:00:00Z`)

const stepWords = ({ unit, count }: CalendarStep, start: Day, isAbove: boolean): string => {
  const { year, month, date } = calendarDay(start)
  if (unit === 'year') return String(year)
  if (unit === 'day') return String(date)
  if (unit === 'week') return shortDayWords(instant(start))
  if (isAbove) return monthWords(instant(start))
  return count === 1 ? shortMonthWords(instant(start)) : say('timeline.quarter', { number: month / 3 + 1 })
}

/** The steps of the calendar that a window is divided by, as places in pixels. */
export const stepLines = ({ from, days }: TimeWindow, width: number) => {
  const pixelsPerDay = width / days
  const step = stepFor(pixelsPerDay, leastStep)
  const placed = (one: CalendarStep, isAbove: boolean) =>
    stepsIn(one, { from, days }).map(start => ({
      start,
      left: (start - from) * pixelsPerDay,
      right: (nextStep(one, start) - from) * pixelsPerDay,
      words: stepWords(one, start, isAbove),
    }))
  const above = stepAbove(step)
  return { steps: placed(step, false), above: above === null ? [] : placed(above, true) }
}

/** The calendar over the rows: years or months above, their parts below. It says nothing that the marks do not say. */
export const Axis = ({ window, width }: { window: TimeWindow; width: number }) => {
  const { steps, above } = stepLines(window, width)
  return (
    <div className="timeline-axis" aria-hidden="true">
      <div className="timeline-above">
        {above.map(({ start, left, right, words: name }) => (
          // The name of a step that began before stays in sight for as long as the step does.
          <span key={start} style={{ left: Math.max(0, left), width: Math.max(0, right - Math.max(0, left)) }}>
            {name}
          </span>
        ))}
      </div>
      <div className="timeline-steps">
        {steps.map(({ start, left, right, words: name }) => (
          // Half a name says something else: 27 would read as 7.
          <span key={start} style={{ left, width: right - left }}>
            {left < 0 ? '' : name}
          </span>
        ))}
      </div>
    </div>
  )
}
