import { describe, expect, test } from 'vitest'
import { blocksOf, keptAlike, withAnswer } from '../../../../renderer/features/matrix/cell-answers.ts'
import type { TermId } from '../../../../shared/model/id.ts'
import { idOf } from '../../../support/records.ts'
import { cellWith } from './frames.ts'

const [one, two] = [idOf<TermId>(1), idOf<TermId>(2)]
const answer = (words = 'yes') => [
  { term: one, cells: [cellWith('a'), cellWith('b', { words: [words] })] },
  { term: two, cells: [cellWith('a')] },
]

describe('what is known of cells', () => {
  const known = withAnswer(new Map(), answer())

  test('an answer that says the same changes nothing at all', () => {
    expect(withAnswer(known, answer())).toBe(known)
  })

  test('an edited claim makes one cell new; its neighbours and the other rows stay the same objects', () => {
    const next = withAnswer(known, answer('no'))
    expect(next.get(one)?.get('b')).toMatchObject({ words: ['no'] })
    expect(next.get(one)?.get('a')).toBe(known.get(one)?.get('a'))
    expect(next.get(two)).toBe(known.get(two))
  })

  test('a cell that is read no longer is gone; rows that were not asked about stay', () => {
    const next = withAnswer(known, [{ term: one, cells: [cellWith('a')] }])
    expect([...(next.get(one)?.keys() ?? [])]).toEqual(['a'])
    expect(next.get(two)).toBe(known.get(two))
  })
})

test('blocks of neighbours lose none and keep their order', () => {
  expect(blocksOf([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]])
  expect(blocksOf([], 2)).toEqual([])
})

test('a list that says what it said is the very same list; what changed in it is new alone', () => {
  const idOfOne = ({ id }: { id: string }) => id
  const last = [
    { id: 'a', words: 'one' },
    { id: 'b', words: 'two' },
  ]
  expect(keptAlike(last, structuredClone(last), idOfOne)).toBe(last)
  const next = keptAlike(
    last,
    [
      { id: 'a', words: 'one' },
      { id: 'b', words: 'three' },
    ],
    idOfOne,
  )
  expect(next[0]).toBe(last[0])
  expect(next[1]).toEqual({ id: 'b', words: 'three' })
  expect(keptAlike(last, structuredClone(last).reverse(), idOfOne)).toEqual([last[1], last[0]])
})
