import { expect, test } from 'vitest'
import {
  afterSettling,
  countsOf,
  shelvesOf,
  stepFrom,
} from '../../../../../renderer/features/reader/reattach/unsettled.ts'
import type { ExcerptCard } from '../../../../../shared/contract/excerpts.ts'
import { makeAnchor } from '../../../../../shared/rules/anchoring.ts'
import { idOf, stamps } from '../../../../support/records.ts'

const card = (number: number, source: number, state: ExcerptCard['anchor']['state']): ExcerptCard => ({
  id: idOf(number),
  source: idOf(source),
  anchor: { ...makeAnchor('Some words.', 0, 4), textVersion: idOf(90 + source), page: null, state },
  colour: 'straw',
  comment: '',
  credibility: null,
  tags: [],
  author: '',
  ...stamps,
  sourceTitle: `Source ${source}`,
  claims: [],
  risks: [],
  indicators: [],
  notes: [],
  relations: [],
})

const cards = [card(1, 52, 'lost'), card(2, 52, 'changed'), card(3, 51, 'ambiguous'), card(4, 51, 'lost')]

test('excerpts stand by source, the sources by title, each in the order of its text', () => {
  expect(shelvesOf(cards).map(({ title, cards: of }) => [title, of.map(({ id }) => id)])).toEqual([
    ['Source 51', [idOf(3), idOf(4)]],
    ['Source 52', [idOf(1), idOf(2)]],
  ])
})

test('the states are counted', () => {
  expect(countsOf(cards)).toEqual({ changed: 1, ambiguous: 1, lost: 2 })
})

test('when one is settled the next is in hand, at the end the one before it, after the last none', () => {
  expect(afterSettling(cards, idOf(2))?.id).toBe(idOf(3))
  expect(afterSettling(cards, idOf(4))?.id).toBe(idOf(3))
  expect(afterSettling(cards.slice(0, 1), idOf(1))).toBeUndefined()
  expect(stepFrom(cards, idOf(1), -1)).toBeUndefined()
})
