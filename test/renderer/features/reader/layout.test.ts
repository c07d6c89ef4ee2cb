import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupsOf, stackedCards } from '../../../../renderer/features/reader/layout.ts'
import type { TextBlock } from '../../../../shared/model/text-version.ts'

const gap = 8
const someCards = fc
  .array(fc.record({ at: fc.nat(2000), height: fc.integer({ min: 20, max: 300 }) }), { minLength: 1, maxLength: 15 })
  .map(cards => cards.toSorted((left, right) => left.at - right.at))

describe('margin cards', () => {
  test('keep their order, never overlap and never leave the top', () => {
    fc.assert(
      fc.property(someCards, fc.option(fc.nat(14)), (cards, chosen) => {
        const tops = stackedCards(cards, gap, chosen)
        expect(tops).toHaveLength(cards.length)
        tops.forEach((top, index) => {
          const above = cards[index - 1]
          expect(top).toBeGreaterThanOrEqual(above === undefined ? 0 : (tops[index - 1] ?? 0) + above.height + gap)
        })
      }),
    )
  })

  test('sit beside their highlights where there is room', () => {
    expect(
      stackedCards(
        [
          { at: 10, height: 50 },
          { at: 300, height: 50 },
        ],
        gap,
      ),
    ).toEqual([10, 300])
  })

  test('are pushed down where there is none', () => {
    expect(
      stackedCards(
        [
          { at: 10, height: 50 },
          { at: 20, height: 50 },
        ],
        gap,
      ),
    ).toEqual([10, 68])
  })

  test('make way above for the chosen one', () => {
    expect(
      stackedCards(
        [
          { at: 90, height: 50 },
          { at: 100, height: 50 },
          { at: 110, height: 50 },
        ],
        gap,
        1,
      ),
    ).toEqual([42, 100, 158])
  })

  test('leave the chosen one beside its highlight whenever those above have room', () => {
    fc.assert(
      fc.property(someCards, fc.nat(14), (cards, chosen) => {
        const card = cards[chosen]
        fc.pre(card !== undefined)
        const above = cards.slice(0, chosen).reduce((sum, one) => sum + one.height + gap, 0)
        if (card && above <= card.at) expect(stackedCards(cards, gap, chosen)[chosen]).toBe(card.at)
      }),
    )
  })
})

describe('groups of blocks', () => {
  const block = (kind: TextBlock['kind'], apparatus: boolean): TextBlock => ({ start: 0, end: 1, kind, apparatus })

  test('hold every block once, in order, some tens to a group', () => {
    const someKind = fc.record({
      kind: fc.constantFrom<TextBlock['kind']>('paragraph', 'list item', 'heading'),
      apparatus: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(someKind, { maxLength: 200 }), all => {
        const groups = groupsOf(all.map(one => block(one.kind, one.apparatus)))
        expect(groups.flatMap(group => group.flatMap(piece => piece.members))).toEqual(all.map((_, index) => index))
        for (const group of groups) expect(group.flatMap(piece => piece.members).length).toBeLessThanOrEqual(40)
      }),
    )
  })

  test('keep a list together and apparatus apart', () => {
    const blocks = [
      block('paragraph', false),
      block('list item', false),
      block('list item', false),
      block('paragraph', true),
      block('list item', true),
    ]
    expect(groupsOf(blocks)).toEqual([
      [
        { kind: 'block', members: [0] },
        { kind: 'list', members: [1, 2] },
        { kind: 'apparatus', members: [3, 4] },
      ],
    ])
  })
})
