import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { partialDate } from '../../../../shared/model/partial-date.ts'
import { dayOf, daysOf } from '../../../../shared/rules/timeline/days.ts'
import { laidOut, type Mark, type Spanned } from '../../../../shared/rules/timeline/lanes.ts'
import { stepFor } from '../../../../shared/rules/timeline/scale.ts'

const entryOf = (date: string): Spanned => ({ ...daysOf(partialDate.parse(date)), date, wordsWidth: 100 })

const inOrder = (dates: readonly string[]) => dates.map(entryOf).sort((a, b) => a.first - b.first)

const lay = (dates: readonly string[], pixelsPerDay: number, lanes = 4) =>
  laidOut(inOrder(dates), { pixelsPerDay, lanes, column: stepFor(pixelsPerDay, 28) })

const digits = (number: number) => String(number).padStart(2, '0')
const anyDate = fc
  .tuple(
    fc.integer({ min: 1990, max: 2030 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.constantFrom(1, 2, 3, 3, 3),
    fc.boolean(),
  )
  .map(
    ([year, month, day, parts, about]) =>
      `${[String(year), digits(month), digits(day)].slice(0, parts).join('-')}${about ? '~' : ''}`,
  )
const anyZoom = fc.double({ min: 0.003, max: 300, noNaN: true })

const meet = (marks: readonly Mark<Spanned>[]) =>
  marks.some((mark, at) =>
    marks.slice(at + 1).some(other => other.lane === mark.lane && other.left < mark.right && mark.left < other.right),
  )

describe('lanes of the timeline', () => {
  test('hold every entry once, and no two marks of a lane meet', () => {
    fc.assert(
      fc.property(
        fc.array(anyDate, { maxLength: 80 }),
        anyZoom,
        fc.integer({ min: 2, max: 8 }),
        (dates, zoom, most) => {
          const { marks, lanes } = lay(dates, zoom, most)
          expect(marks.flatMap(({ entries }) => entries.map(({ date }) => date)).sort()).toEqual(dates.toSorted())
          // Ends that should be equal may differ in the last digit of a float.
          expect(meet(marks.map(mark => ({ ...mark, right: mark.right - 1e-6 })))).toBe(false)
          expect(Math.max(-1, ...marks.map(({ lane }) => lane))).toBe(lanes - 1)
          for (const { room } of marks) expect(room).toBeGreaterThanOrEqual(-1e-6)
        },
      ),
    )
  })

  test('what is alone has room for its words, and stands on the first lane', () => {
    const { marks, lanes } = lay(['2025-03-11', '2025-09-01'], 2)
    expect(lanes).toBe(1)
    expect(marks.map(({ entries, room }) => [entries.length, room])).toEqual([
      [1, 240],
      [1, 240],
    ])
  })

  test('many of one day become one mark with a count, and what is sparse elsewhere stays as it is', () => {
    const { marks, lanes } = lay([...Array<string>(45).fill('2025-03-11'), '2025-01-05', '2025-06-01'], 4)
    expect(marks.map(({ entries }) => entries.length)).toEqual([1, 45, 1])
    expect(lanes).toBe(1)
  })

  test('spans of the same date are put together only where there are too many, about and exact ones apart', () => {
    const few = lay(['2025', '2025-03', '2025-03'], 4)
    expect(few.marks).toHaveLength(3)
    expect(few.lanes).toBe(3)
    const many = lay([...Array<string>(9).fill('2025-03'), ...Array<string>(9).fill('2025-03~'), '2025'], 4)
    expect(many.marks.map(({ entries }) => entries.length)).toEqual([1, 9, 9])
  })

  test('ten thousand come down to what the screen holds, and all of them are still there', () => {
    const dates = fc.sample(anyDate, { numRuns: 10_000, seed: 5 })
    const { marks, lanes } = lay(dates, 0.05, 6)
    expect(marks.length).toBeLessThan(300)
    expect(lanes).toBeLessThanOrEqual(6)
    expect(marks.reduce((sum, { entries }) => sum + entries.length, 0)).toBe(10_000)
  })
})

test('the days of a date end with the day after its last', () => {
  expect(daysOf(partialDate.parse('2024-02'))).toEqual({ first: dayOf('2024-02-01'), end: dayOf('2024-03-01') })
  expect(daysOf(partialDate.parse('0099-12-31')).end).toBe(dayOf('0100-01-01'))
})
