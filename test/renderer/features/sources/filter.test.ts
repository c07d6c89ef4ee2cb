import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { field, fieldNames } from '../../../../renderer/features/sources/fields.ts'
import {
  type Condition,
  filter as filterSchema,
  fitting,
  isFiltering,
  noFilter,
  testsOf,
} from '../../../../renderer/features/sources/filter.ts'
import { onShelf } from '../../../../renderer/features/sources/shelf.ts'
import type { Collection } from '../../../../shared/model/collection.ts'
import type { CollectionId } from '../../../../shared/model/id.ts'
import { plainNames, librarySource as source } from '../../../support/library-sources.ts'
import { day, stamps } from '../../../support/records.ts'

const names = plainNames({ a: 'See the annex.' })
const sources = [
  source('a', { title: 'Minerals deal', authors: ['Jane Doe'], published: day('2025-03-11'), excerpts: 4 }),
  source('b', { publisher: 'The Gazette', tags: ['t1' as never], published: day('2025'), kind: 'analysis', title: '' }),
  source('c', { language: '', enclosedIn: 'a' as never, reliability: 'B' }),
]
const found = (...conditions: Condition[]) =>
  fitting(sources, { ...noFilter, conditions }, names).map(({ id }) => id as string)
const ask = (name: Condition['field'], test: Condition['test'], value = ''): Condition => ({ field: name, test, value })

describe('the box', () => {
  test('finds every word, in title, author, publisher, kind, address or tag', () => {
    const words = (all: string) => fitting(sources, { ...noFilter, words: all }, names).map(({ id }) => id as string)
    expect(words('DOE minerals')).toEqual(['a'])
    expect(words('gazette t1')).toEqual(['b'])
    expect(words('minerals t1')).toEqual([])
    expect(words(' ')).toEqual(['a', 'b', 'c'])
  })
})

describe('a condition', () => {
  test.each<[Condition, string[]]>([
    [ask('title', 'contains', 'DEAL'), ['a']],
    [ask('title', 'lacks', 'deal'), ['b', 'c']],
    [ask('title', 'is', 'minerals deal'), ['a']],
    [ask('title', 'empty'), ['b']],
    [ask('publisher', 'filled'), ['b']],
    [ask('authors', 'is', 'jane doe'), ['a']],
    [ask('kind', 'is', 'analysis'), ['b']],
    [ask('kind', 'is not', 'analysis'), ['a', 'c']],
    [ask('grade', 'is', 'B'), ['c']],
    [ask('language', 'empty'), ['c']],
    [ask('tags', 'is', 'tag t1'), ['b']],
    [ask('enclosedIn', 'contains', 'title a'), ['c']],
    [ask('comment', 'contains', 'annex'), ['a']],
    [ask('comment', 'empty'), ['b', 'c']],
    [ask('excerpts', 'is', '4'), ['a']],
    [ask('excerpts', 'after', '3'), ['a']],
    [ask('excerpts', 'before', '4'), ['b', 'c']],
    [ask('published', 'empty'), ['c']],
    // A year may lie before, within and after a month of it.
    [ask('published', 'before', '2025-03'), ['b']],
    [ask('published', 'after', '2025-03-10'), ['a', 'b']],
    [ask('published', 'is', '2025-03'), ['a', 'b']],
    [ask('published', 'is', '2024'), []],
  ])('%j', (condition, expected) => expect(found(condition)).toEqual(expected))

  test('that is not filled in asks for nothing', () => {
    for (const one of [
      ask('title', 'contains', ' '),
      ask('published', 'before', '2025-1'),
      ask('excerpts', 'is', 'x'),
      ask('kind', 'is'),
    ]) {
      expect(found(one)).toEqual(['a', 'b', 'c'])
      expect(isFiltering({ ...noFilter, conditions: [one] })).toBe(false)
    }
  })

  test('with others: all of them, or any', () => {
    const conditions = [ask('kind', 'is', 'analysis'), ask('grade', 'is', 'B')]
    expect(found(...conditions)).toEqual([])
    const any = fitting(sources, { words: '', join: 'any', conditions }, names)
    expect(any.map(({ id }) => id as string)).toEqual(['b', 'c'])
    // The words of the box hold beside any of them.
    expect(fitting(sources, { words: 'gazette', join: 'any', conditions }, names)).toHaveLength(1)
  })

  test('can be asked of every field, whatever the value, and keeps the order', () => {
    const conditions = fc.constantFrom(...fieldNames).chain(name =>
      fc.record({
        field: fc.constant(name),
        test: fc.constantFrom(...testsOf[field(name).kind]),
        value: fc.string(),
      }),
    )
    fc.assert(
      fc.property(
        fc.array(conditions, { maxLength: 3 }),
        fc.constantFrom('all' as const, 'any' as const),
        (asked, join) => {
          const kept = fitting(sources, { words: '', join, conditions: asked }, names)
          expect(kept).toEqual(sources.filter(one => kept.includes(one)))
          expect(filterSchema.parse(JSON.parse(JSON.stringify({ words: '', join, conditions: asked })))).toEqual({
            words: '',
            join,
            conditions: asked,
          })
        },
      ),
    )
  })

  test('on a field that there is not is no filter', () => {
    expect(
      filterSchema.safeParse({ ...noFilter, conditions: [{ field: '__proto__', test: 'is', value: '' }] }).success,
    ).toBe(false)
  })
})

describe('collections', () => {
  const collection = (id: string, parent: string | null, sequence: number): Collection => ({
    id: id as CollectionId,
    name: id,
    parent: parent as CollectionId | null,
    sequence,
    ...stamps,
  })
  const all = [
    collection('b', null, 1),
    collection('a', null, 0),
    collection('a2', 'a', 1),
    collection('a1', 'a', 0),
    collection('lost', 'gone', 5),
  ]

  test('a shelf shows what stands in it and in those within it', () => {
    const shelved = [
      source('x', { collections: ['a1' as CollectionId] }),
      source('y', { collections: ['b' as CollectionId] }),
      source('z'),
    ]
    const on = (shelf: 'all' | 'none' | CollectionId) => onShelf(shelved, shelf, all).map(({ id }) => id as string)
    expect([on('all'), on('none'), on('a' as CollectionId), on('b' as CollectionId)]).toEqual([
      ['x', 'y', 'z'],
      ['z'],
      ['x'],
      ['y'],
    ])
  })
})
