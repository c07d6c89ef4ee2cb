import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  countsOf,
  facets,
  filterOfAddress,
  isFiltering,
  type MarginFilter,
  noFilter,
  shownMarks,
  tagPaths,
  withValue,
} from '../../../../../renderer/features/reader/margin/filter.ts'
import { type ExcerptMark, excerptMark } from '../../../../../shared/contract/excerpts.ts'
import { highlightColour } from '../../../../../shared/model/excerpt.ts'

const id = (name: number) => `019${name.toString(16).padStart(5, '0')}-0000-7000-8000-000000000000`
const paths = tagPaths([
  { id: id(1), parent: null, sequence: 0 },
  { id: id(2), parent: id(1), sequence: 0 },
  { id: id(3), parent: id(2), sequence: 0 },
  { id: id(4), parent: null, sequence: 1 },
])

let count = 100
const mark = (given: Partial<Record<keyof ExcerptMark, unknown>> = {}): ExcerptMark => {
  count += 1
  return excerptMark.parse({
    id: id(count),
    start: 0,
    end: 1,
    state: 'exact',
    colour: 'straw',
    author: 'Ada',
    tags: [],
    terms: [],
    risks: [],
    notes: 0,
    relations: 0,
    hasComment: false,
    credibility: null,
    ...given,
  })
}

const asking = (given: Partial<MarginFilter>): MarginFilter => ({ ...noFilter, ...given })

describe('the filter of the margin', () => {
  test('shows all, the same list, when it asks for nothing', () => {
    const marks = [mark(), mark()]
    expect(shownMarks(marks, noFilter, paths)).toBe(marks)
    expect(isFiltering(noFilter)).toBe(false)
  })

  test('finds a tag by those above it, not by those below', () => {
    const [top, middle, deep, other] = [1, 2, 3, 4].map(tag => mark({ tags: [id(tag)] }))
    const marks = [top, middle, deep, other].flatMap(one => one ?? [])
    expect(shownMarks(marks, asking({ tag: [id(2)] }), paths)).toEqual([middle, deep])
    expect(shownMarks(marks, asking({ tag: [id(1)] }), paths)).toEqual([top, middle, deep])
  })

  test('takes any value of one facet, and asks every facet', () => {
    const claimed = mark({ terms: [id(50)], colour: 'rose' })
    const risky = mark({ risks: [id(60)], colour: 'rose' })
    const bare = mark({ colour: 'sky' })
    const marks = [claimed, risky, bare]
    expect(shownMarks(marks, asking({ has: ['claim', 'risk'] }), paths)).toEqual([claimed, risky])
    expect(shownMarks(marks, asking({ has: ['claim', 'nothing'], colour: ['rose'] }), paths)).toEqual([claimed])
    expect(shownMarks(marks, asking({ has: ['nothing'] }), paths)).toEqual([bare])
    expect(shownMarks(marks, asking({ term: [id(50)], risk: [id(60)] }), paths)).toEqual([])
  })

  test('counts what each value would show, whatever it asks for', () => {
    const someMark = fc
      .record({
        colour: fc.constantFrom(...highlightColour.options.slice(0, 3)),
        tags: fc.subarray([id(1), id(2), id(3), id(4)]),
        terms: fc.subarray([id(50), id(51)]),
        notes: fc.nat(1),
        author: fc.constantFrom('Ada', 'Grace'),
      })
      .map(mark)
    const someFilter = fc.record({
      has: fc.subarray(['claim', 'note', 'nothing']),
      tag: fc.subarray([id(1), id(3)]),
      term: fc.subarray([id(50)]),
      risk: fc.constant([]),
      colour: fc.subarray(['straw', 'rose']),
      state: fc.constant([]),
      author: fc.subarray(['Ada']),
    })
    fc.assert(
      fc.property(fc.array(someMark, { maxLength: 20 }), someFilter, (marks, filter) => {
        const counts = countsOf(marks, filter, paths)
        for (const facet of facets) {
          for (const [value, number] of counts[facet])
            expect(number).toBe(shownMarks(marks, { ...filter, [facet]: [value] }, paths).length)
        }
      }),
    )
  })

  test('takes values in and out', () => {
    const filter = withValue(withValue(noFilter, 'colour', 'sky', true), 'colour', 'rose', true)
    expect(filter.colour).toEqual(['sky', 'rose'])
    expect(withValue(filter, 'colour', 'sky', false).colour).toEqual(['rose'])
  })

  test('is read from an address, and what no facet knows is passed over', () => {
    expect(filterOfAddress({ tag: id(1), has: 'claim', excerpt: id(9) })).toEqual(
      asking({ tag: [id(1)], has: ['claim'] }),
    )
    expect(filterOfAddress({ has: 'wings', colour: 'octarine', state: '' })).toEqual(noFilter)
  })
})
