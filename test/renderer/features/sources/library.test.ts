import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitting, laidOut, nextSelection, sortable, sorted } from '../../../../renderer/features/sources/library.ts'
import type { SourceRow } from '../../../../shared/contract/sources.ts'
import { partialDate } from '../../../../shared/model/partial-date.ts'
import { blankSource, stamps } from '../../../support/records.ts'

const source = (id: string, patch: Partial<SourceRow> = {}): SourceRow => ({
  ...blankSource,
  ...stamps,
  id: id as SourceRow['id'],
  title: `Title ${id}`,
  reliability: 'F',
  versions: 1,
  excerpts: 0,
  claims: 0,
  unreadTerms: 0,
  ...patch,
})

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

const idsOf = (sources: readonly SourceRow[]) => sources.map(one => one.id as string)

describe('the library', () => {
  test('sorts by every column without losing a source, and undated ones come last', () => {
    fc.assert(
      fc.property(someSources, fc.constantFrom(...sortable), fc.boolean(), (sources, column, descending) => {
        expect(idsOf(sorted(sources, { column, descending })).toSorted()).toEqual(idsOf(sources).toSorted())
      }),
    )
    const dated = source('a', { published: partialDate.parse('2025-03') })
    expect(idsOf(sorted([source('b'), dated], { column: 'published', descending: false }))).toEqual(['a', 'b'])
  })

  test('groups hold every source once, each under its own head with the right count', () => {
    fc.assert(
      fc.property(someSources, fc.constantFrom('kind', 'publisher', 'month'), (sources, grouping) => {
        const rows = laidOut(sources, grouping)
        const shown = rows.flatMap(row => (row.kind === 'source' ? [row.source.id as string] : []))
        expect(shown.toSorted()).toEqual(idsOf(sources).toSorted())
        const heads = rows.flatMap(row => (row.kind === 'group' ? [row] : []))
        expect(heads.reduce((sum, head) => sum + head.count, 0)).toBe(sources.length)
        if (grouping === 'publisher') {
          let head = ''
          for (const row of rows) {
            if (row.kind === 'group') head = row.name ?? ''
            else expect(row.source.publisher).toBe(head)
          }
        }
      }),
    )
  })

  test('filters by every word, in title, author, publisher, kind or tag', () => {
    const sources = [
      source('a', { title: 'Minerals deal', authors: ['Jane Doe'] }),
      source('b', { publisher: 'The Gazette', tags: ['t1' as never] }),
    ]
    const name = (tag: string) => (tag === 't1' ? 'Energy' : '')
    expect(idsOf(fitting(sources, 'DOE minerals', name))).toEqual(['a'])
    expect(idsOf(fitting(sources, 'gazette energy', name))).toEqual(['b'])
    expect(idsOf(fitting(sources, 'minerals energy', name))).toEqual([])
    expect(idsOf(fitting(sources, ' ', name))).toEqual(['a', 'b'])
  })
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
