import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnFields, field } from '../../../../renderer/features/sources/fields.ts'
import { groupings, laidOut, nextSorts, sorted } from '../../../../renderer/features/sources/library.ts'
import type { LibrarySource } from '../../../../renderer/features/sources/use-library.ts'
import { nextSelection } from '../../../../renderer/parts/row-selection.ts'
import { partialDate } from '../../../../shared/model/partial-date.ts'
import { plainNames, librarySource as source } from '../../../support/library-sources.ts'
import { day } from '../../../support/records.ts'

const names = plainNames()

const someSources = fc
  .array(
    fc.record({
      excerpts: fc.nat(5),
      publisher: fc.constantFrom('', 'A', 'B'),
      month: fc.option(fc.integer({ min: 1, max: 12 })),
    }),
    { maxLength: 20 },
  )
  .map(all =>
    all.map(({ excerpts, publisher, month }, index) =>
      source(`s${index}`, {
        excerpts,
        publisher,
        published: month === null ? null : partialDate.parse(`2025-${String(month).padStart(2, '0')}`),
      }),
    ),
  )

const idsOf = (sources: readonly LibrarySource[]) => sources.map(one => one.id as string)
const sort = (name: (typeof columnFields)[number], descending = false) => ({ field: name, descending })

describe('the order', () => {
  test('by any columns loses no source, and what is not stated comes last whichever way it is turned', () => {
    const sorts = fc.array(fc.record({ field: fc.constantFrom(...columnFields), descending: fc.boolean() }), {
      maxLength: 3,
    })
    fc.assert(
      fc.property(someSources, sorts, (sources, by) => {
        const order = sorted(sources, by, names)
        expect(idsOf(order).toSorted()).toEqual(idsOf(sources).toSorted())
        const [first] = by
        if (first === undefined) return
        const stated = order.map(one => field(first.field).words(one, names).length > 0)
        expect(stated).toEqual(stated.toSorted((one, other) => Number(other) - Number(one)))
      }),
    )
  })

  test('a further column decides where the first does not, and a number counts as one', () => {
    const all = [
      source('a', { publisher: 'B', title: 'Part 10' }),
      source('b', { publisher: 'A', title: 'Part 2' }),
      source('c', { publisher: 'B', title: 'Part 9' }),
    ]
    expect(idsOf(sorted(all, [sort('publisher'), sort('title')], names))).toEqual(['b', 'c', 'a'])
    expect(idsOf(sorted(all, [sort('publisher', true), sort('title', true)], names))).toEqual(['a', 'c', 'b'])
    const dated = [source('y', { published: day('2025') }), source('d', { published: day('2025-01-05') }), source('n')]
    expect(idsOf(sorted(dated, [sort('published')], names))).toEqual(['y', 'd', 'n'])
  })

  test('a press on a head orders by it alone; with Shift it is a further one, turned, and gone', () => {
    expect(nextSorts([sort('title')], 'kind', false)).toEqual([sort('kind')])
    expect(nextSorts([sort('kind')], 'kind', false)).toEqual([sort('kind', true)])
    expect(nextSorts([sort('kind', true)], 'kind', false)).toEqual([sort('kind')])
    const two = nextSorts([sort('kind')], 'title', true)
    expect(two).toEqual([sort('kind'), sort('title')])
    const turned = nextSorts(two, 'title', true)
    expect(turned).toEqual([sort('kind'), sort('title', true)])
    expect(nextSorts(turned, 'title', true)).toEqual([sort('kind')])
  })
})

test('groups hold every source once, each under its own head with the right count', () => {
  fc.assert(
    fc.property(someSources, fc.constantFrom(...groupings), (sources, grouping) => {
      const rows = laidOut(sources, grouping, names)
      const shown = rows.flatMap(row => (row.kind === 'source' ? [row.source.id as string] : []))
      expect(shown.toSorted()).toEqual(idsOf(sources).toSorted())
      const heads = rows.flatMap(row => (row.kind === 'group' ? [row] : []))
      expect(heads.reduce((sum, head) => sum + head.count, 0)).toBe(grouping === 'nothing' ? 0 : sources.length)
      if (grouping !== 'publisher') return
      let head = ''
      for (const row of rows) {
        if (row.kind === 'group') head = row.name ?? ''
        else expect(row.source.publisher).toBe(head)
      }
    }),
  )
  const months = laidOut(
    [source('a', { published: day('2025-03-01') }), source('b'), source('c', { published: day('2024') })],
    'published',
    names,
  )
  expect(months.flatMap(row => (row.kind === 'group' ? [row.name] : []))).toEqual(['2024', 'March 2025', null])
})

test('a selection is one, more or less by one, or all from where it began', () => {
  const shown = ['a', 'b', 'c', 'd'].map(id => source(id))
  expect(nextSelection(shown, ['a', 'b'], 'c', 'alone')).toEqual(['c'])
  expect(nextSelection(shown, ['a'], 'c', 'toggle')).toEqual(['a', 'c'])
  expect(nextSelection(shown, ['a', 'c'], 'a', 'toggle')).toEqual(['c'])
  expect(nextSelection(shown, ['c'], 'a', 'extend')).toEqual(['c', 'a', 'b'])
  expect(nextSelection(shown, ['c', 'a', 'b'], 'd', 'extend')).toEqual(['c', 'd'])
  expect(nextSelection(shown, [], 'b', 'extend')).toEqual(['b'])
})
