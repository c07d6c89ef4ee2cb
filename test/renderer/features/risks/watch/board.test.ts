import { expect, test } from 'vitest'
import { boardOf, cardAfter, fitting } from '../../../../../renderer/features/risks/watch/board.ts'
import type { WatchedIndicator } from '../../../../../shared/contract/risk-watch.ts'

const card = (id: string, state: string, given: Partial<WatchedIndicator> = {}) =>
  ({
    id,
    state,
    ref: 'R-01',
    title: 'Talks',
    category: 'Politics',
    statement: id,
    threshold: '',
    ...given,
  }) as WatchedIndicator

const cards = [
  card('a', 'seen'),
  card('b', 'not seen', { ref: 'R-02', title: 'Mines', category: 'Économie' }),
  card('c', 'not seen', { ref: 'R-03', title: 'Aid' }),
  card('d', 'not seen', { ref: 'R-04', title: 'Roads', category: 'Économie', threshold: 'two reports' }),
]

test('cards stand by state, then by risk or category, no more than asked for', () => {
  const ids = (grouping: 'risk' | 'category', most: number) =>
    boardOf(cards, grouping, most).map(({ state, count, groups }) => [
      state,
      count,
      groups.map(({ key, cards: own }) => [key, own.map(({ id }) => id).join('')]),
    ])
  expect(ids('risk', 2)).toEqual([
    [
      'not seen',
      3,
      [
        ['R-02 Mines', 'b'],
        ['R-03 Aid', 'c'],
      ],
    ],
    ['emerging', 0, []],
    ['seen', 1, [['R-01 Talks', 'a']]],
  ])
  expect(ids('category', 9)[0]).toEqual([
    'not seen',
    3,
    [
      ['Économie', 'bd'],
      ['Politics', 'c'],
    ],
  ])
})

test('words are looked for in all that a card says, whatever their accents', () => {
  expect(fitting(cards, 'economie reports').map(({ id }) => id)).toEqual(['d'])
  expect(fitting(cards, ' ').length).toBe(4)
})

test('arrows go down a column and over to the next that has cards, never out of the board', () => {
  const board = boardOf(cards, 'risk', 9)
  const after = (id: string, key: string) => cardAfter(board, id, key)?.id ?? null
  expect([after('b', 'ArrowDown'), after('b', 'ArrowUp'), after('b', 'End')]).toEqual(['c', null, 'd'])
  expect([after('d', 'ArrowRight'), after('a', 'ArrowLeft'), after('a', 'ArrowRight')]).toEqual(['a', 'b', null])
  expect([after('d', 'x'), after('none', 'End')]).toEqual([null, null])
})
