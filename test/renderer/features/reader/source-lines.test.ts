import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawnMonths, sourceLines } from '../../../../renderer/features/reader/source-lines.ts'
import type { SourceRow } from '../../../../shared/contract/sources.ts'
import { comparePartialDates, type PartialDate } from '../../../../shared/model/partial-date.ts'
import { librarySource } from '../../../support/library-sources.ts'

const someDate = fc.constantFrom(
  null,
  '2024',
  '2025-03',
  '2025-03-04',
  '2025-03-11~',
  '2025-04-01',
) as fc.Arbitrary<PartialDate | null>
const someSources = fc
  .array(fc.record({ published: someDate, title: fc.constantFrom('Gas', 'Gold and gas', '') }), { maxLength: 30 })
  .map(all => all.map((given, at): SourceRow => librarySource(`${100 + at}`, given)))

test('the lines are the sources that fit, by date, each under the head of its month with its place there', () => {
  fc.assert(
    fc.property(someSources, fc.constantFrom('', 'GOLD', ' gas '), (sources, filter) => {
      const lines = sourceLines(sources, filter)
      const listed = lines.flatMap(line => (line.kind === 'source' ? line.source : []))
      const wanted = sources.filter(({ title }) => title.toLowerCase().includes(filter.trim().toLowerCase()))
      expect(listed).toEqual(wanted.toSorted((one, other) => comparePartialDates(one.published, other.published)))
      let [place, of] = [0, 0]
      lines.forEach((line, at) => {
        if (line.kind === 'month') {
          expect(place).toBe(of)
          ;[place, of] = [0, 0]
          expect(lines[at + 1]?.kind).toBe('source')
        } else {
          place += 1
          of = line.of
          expect(line.place).toBe(place)
        }
      })
    }),
  )
})

test('what is drawn stands in its months, the first of which may have its head out of sight', () => {
  fc.assert(
    fc.property(someSources, fc.nat(30), fc.nat(12), (sources, from, count) => {
      const lines = sourceLines(sources, '')
      const drawn = lines.map((_, index) => index).slice(from, from + count)
      const months = drawnMonths(lines, drawn)
      const indices = months.flatMap(({ head, indices: within }) => [...(head ? [head.index] : []), ...within])
      expect(indices).toEqual(drawn)
      expect(months.slice(1).every(({ head }) => head !== null)).toBe(true)
      expect(new Set(months.map(({ key }) => key)).size).toBe(months.length)
    }),
  )
})
