import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { laneCount, lanesOf } from '../../../../renderer/features/reader/lanes.ts'
import { inTextOrder } from '../../../../renderer/features/reader/marks.ts'
import type { TextRange } from '../../../../shared/model/text-version.ts'

const someRanges = fc
  .array(fc.tuple(fc.nat(100), fc.integer({ min: 1, max: 30 })), { maxLength: 25 })
  .map(all => all.map(([start, size], at) => ({ id: `${at}`.padStart(2, '0'), start, end: start + size })))
  .map(all => all.sort(inTextOrder))

const overlap = (one: TextRange, other: TextRange) => one.start < other.end && other.start < one.end

describe('lanes', () => {
  test('of highlights that overlap differ, unless so many meet at one place that there are none left', () => {
    fc.assert(
      fc.property(someRanges, ranges => {
        const lanes = lanesOf(ranges)
        ranges.forEach((one, at) => {
          expect(lanes[at]).toBeLessThan(laneCount)
          ranges.slice(0, at).forEach((other, before) => {
            const meeting = ranges.filter(any => any.start <= one.start && any.end > one.start).length
            if (overlap(one, other) && meeting <= laneCount) expect(lanes[at]).not.toBe(lanes[before])
          })
        })
      }),
    )
  })

  test('of highlights apart from one that comes or goes stay as they are', () => {
    fc.assert(
      fc.property(someRanges, fc.nat(24), (ranges, at) => {
        const gone = ranges[at]
        fc.pre(gone !== undefined)
        const rest = ranges.filter(one => one !== gone)
        const lanes = new Map(lanesOf(ranges).map((lane, index) => [ranges[index]?.id, lane]))
        const touched = new Set(gone ? [gone] : [])
        for (const known of touched) for (const one of ranges) if (overlap(one, known)) touched.add(one)
        lanesOf(rest).forEach((lane, index) => {
          const one = rest[index]
          if (one && !touched.has(one)) expect(lanes.get(one.id)).toBe(lane)
        })
      }),
    )
  })
})
