import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Row, Shown } from '../../../../renderer/features/timeline/entries.ts'
import { type LaidRow, laneHeight, layoutOf, rowHead } from '../../../../renderer/features/timeline/marks.ts'
import { partialDate } from '../../../../shared/model/partial-date.ts'
import { daysOf } from '../../../../shared/rules/timeline/days.ts'
import { laidOut } from '../../../../shared/rules/timeline/lanes.ts'
import { stepFor } from '../../../../shared/rules/timeline/scale.ts'

const entryOf = (written: string, key: string): Shown => {
  const date = partialDate.parse(written)
  const of = { source: 's', sourceTitle: '', claim: null, term: null, termRef: '', party: null, passage: null } as const
  const spanned = { ...of, ...daysOf(date), kind: 'published', date, title: '', detail: '' } as const
  return { ...spanned, key, words: '', wordsWidth: 100 } as unknown as Shown
}

const digits = (number: number) => String(number).padStart(2, '0')
const anyDate = fc
  .tuple(fc.integer({ min: 2000, max: 2006 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, day]) => `${year}-${digits(month)}${day > 20 ? '' : `-${digits(day)}`}`)
const anyRows = fc
  .array(fc.array(anyDate, { minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 12 })
  .map(rows =>
    rows.map(
      (dates, at): Row => ({
        id: String(at),
        title: '',
        entries: dates.map((date, index) => entryOf(date, `${at} ${index}`)).sort((a, b) => a.first - b.first),
      }),
    ),
  )

test('rows are as high as their lanes and stand on each other, whichever is looked at first', () => {
  fc.assert(
    fc.property(
      anyRows,
      fc.double({ min: 0.01, max: 40, noNaN: true }),
      fc.integer({ min: 3, max: 8 }),
      fc.nat(2000),
      (rows, zoom, most, from) => {
        const layout = layoutOf(rows, zoom, most)
        const seen = layout.seen(from, from + 300)
        const all = rows.map((_, index) => layout.rowAt(index)).filter((one): one is LaidRow => one !== undefined)
        expect(all.map(({ row }) => row)).toEqual(rows)
        let top = 0
        for (const laid of all) {
          const { lanes, marks } = laidOut(laid.row.entries, {
            pixelsPerDay: zoom,
            lanes: most,
            column: stepFor(zoom, 34),
          })
          expect(laid.top).toBe(top)
          expect(laid.lanes).toBe(lanes)
          expect(laid.height).toBeGreaterThanOrEqual(rowHead + lanes * laneHeight)
          expect(laid.marks.map(({ left, lane }) => [left, lane])).toEqual(marks.map(({ left, lane }) => [left, lane]))
          top += laid.height
        }
        expect(layout.height()).toBe(top)
        expect(seen).toEqual(all.filter(one => one.top < from + 300 && one.top + one.height > from))
      },
    ),
    { numRuns: 60 },
  )
})

test('of three thousand rows those in sight are laid out, and the rest is a guess', () => {
  const rows = Array.from({ length: 3000 }, (_, at): Row => {
    const entries = [entryOf('2004-02-03', `${at}`)]
    return {
      id: String(at),
      title: '',
      get entries() {
        if (at > 100) throw new Error(`Row ${at} is out of sight`)
        return entries
      },
    }
  })
  expect(layoutOf(rows, 1, 4).seen(0, 600).length).toBeLessThan(20)
})
