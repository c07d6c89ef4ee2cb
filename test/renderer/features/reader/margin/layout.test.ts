import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  arranged,
  clustersOf,
  farthest,
  lineHeight,
  type MarginItem,
  makingRoom,
  openingTop,
  type Placed,
} from '../../../../../renderer/features/reader/margin/layout.ts'

const someItems = fc
  .array(fc.record({ at: fc.nat(1500), height: fc.integer({ min: 20, max: 300 }), isBare: fc.boolean() }), {
    minLength: 1,
    maxLength: 60,
  })
  .map(items => items.toSorted((left, right) => left.at - right.at).map((item, index) => ({ ...item, id: `${index}` })))
const someRegion = fc
  .tuple(fc.nat(400), fc.oneof(fc.integer({ min: 40, max: 1600 }), fc.constant(Number.POSITIVE_INFINITY)))
  .map(([top, height]) => ({ top, bottom: top + height }))

const item = (at: number, height = 50, isBare = false): MarginItem => ({ id: `${at}`, at, height, isBare })
const everything = { top: 0, bottom: Number.POSITIVE_INFINITY }

type Box = { top: number; bottom: number; at: number; form: 'card' | 'line' }

/** What takes room, in order. */
const boxes = (items: readonly MarginItem[], placed: readonly Placed[]): Box[] =>
  placed.flatMap(({ form, top }, index) => {
    const one = items[index]
    if (one === undefined || form === 'dot') return []
    return [{ form, top, at: one.at, bottom: top + (form === 'card' ? one.height : lineHeight) }]
  })

const expectSound = (drawn: readonly Box[], region: { top: number; bottom: number }) => {
  drawn.forEach((box, index) => {
    expect(box.top).toBeGreaterThanOrEqual(drawn[index - 1]?.bottom ?? region.top)
    expect(box.bottom).toBeLessThanOrEqual(region.bottom)
    expect(Math.abs(box.top - box.at)).toBeLessThanOrEqual(Math.max(farthest[box.form], region.top - box.at))
  })
}

describe('the margin', () => {
  test('keeps what it shows in order, apart, within its region and near its highlights', () => {
    fc.assert(
      fc.property(someItems, someRegion, (items, region) => {
        const placed = arranged(items, region)
        expect(placed).toHaveLength(items.length)
        expectSound(boxes(items, placed), region)
      }),
    )
  })

  test('leaves the room of the chosen card to it', () => {
    fc.assert(
      fc.property(
        someItems,
        someRegion,
        fc.nat(59),
        fc.nat(1500),
        fc.integer({ min: 60, max: 500 }),
        (all, region, at, top, height) => {
          fc.pre(at < all.length)
          const items = all.toSpliced(at, 1)
          const resting = arranged(all, region).toSpliced(at, 1)
          const placed = makingRoom(items, resting, region, { before: at, top, bottom: top + height })
          for (const box of boxes(items, placed)) expect(box.bottom <= top || box.top >= top + height).toBe(true)
          expectSound(boxes(items.slice(0, at), placed.slice(0, at)), {
            top: region.top,
            bottom: Math.min(region.bottom, top),
          })
        },
      ),
    )
  })

  test('puts a card beside its highlight where there is room', () => {
    expect(arranged([item(10), item(300)], everything)).toEqual([
      { form: 'card', top: 10 },
      { form: 'card', top: 300 },
    ])
  })

  test('pushes a card down where there is none', () => {
    expect(arranged([item(10), item(20)], everything).map(({ top }) => top)).toEqual([10, 68])
  })

  test('keeps cards out of the next region', () => {
    expect(arranged([item(10), item(80)], { top: 0, bottom: 100 })).toEqual([
      { form: 'card', top: 10 },
      { form: 'line', top: 74 },
    ])
  })

  test('makes dots of bare highlights, then lines of cards, so that those below come near', () => {
    const three = [item(0, 70), item(20, 70), item(40, 70)]
    expect(arranged(three, everything).map(({ form }) => form)).toEqual(['card', 'card', 'card'])
    const withBare = [item(0, 70), item(20, 70, true), item(40, 70), item(60, 70)]
    expect(arranged(withBare, everything).map(({ form }) => form)).toEqual(['card', 'dot', 'card', 'card'])
    const four = [item(0, 70), item(20, 70), item(40, 70), item(60, 70)]
    expect(arranged(four, everything).map(({ form }) => form)).toEqual(['card', 'line', 'line', 'card'])
  })

  test('shows dots where lines would crowd, and the lines stay near', () => {
    const items = Array.from({ length: 200 }, (_, index) => item(index * 4))
    const forms = arranged(items, everything).map(({ form }) => form)
    expect(forms.filter(form => form === 'line').length).toBeGreaterThan(25)
    expect(forms.filter(form => form === 'dot').length).toBeGreaterThan(100)
  })

  test('moves nothing that stands apart when a card is added or chosen', () => {
    const items = [item(0), item(40), item(600), item(640), item(1200)]
    const before = arranged(items, everything)
    const added = arranged([...items.slice(0, 2), item(620), ...items.slice(2)], everything)
    expect([added[0], added[1], added[5]]).toEqual([before[0], before[1], before[4]])
    const room = { before: 2, top: 600, bottom: 900 }
    const chosen = makingRoom(items.toSpliced(2, 1), before.toSpliced(2, 1), everything, room)
    expect(chosen[0]).toEqual(before[0])
    expect(chosen[1]).toEqual(before[1])
    expect(chosen[3]).toEqual(before[4])
  })
})

describe('a card that opens', () => {
  test('moves nothing that stands above it', () => {
    fc.assert(
      fc.property(someItems, fc.nat(59), fc.integer({ min: 60, max: 500 }), (items, index, height) => {
        fc.pre(index < items.length)
        const resting = arranged(items, everything)
        const top = openingTop(items, resting, index)
        const room = { before: index, top, bottom: top + height }
        const placed = makingRoom(items.toSpliced(index, 1), resting.toSpliced(index, 1), everything, room)
        expect(placed.slice(0, index)).toEqual(resting.slice(0, index))
        expect(top).toBeGreaterThanOrEqual(items[index]?.at ?? 0)
      }),
    )
  })
})

describe('dots', () => {
  test('stand together where they would be too near to be hit, and none is lost', () => {
    fc.assert(
      fc.property(someItems, items => {
        const placed = arranged(items, everything)
        const clusters = clustersOf(items, placed)
        expect(clusters.flatMap(({ ids }) => ids)).toEqual(
          items.filter((_, index) => placed[index]?.form === 'dot').map(({ id }) => id),
        )
        clusters.forEach(({ top, ids }, index) => {
          const before = clusters[index - 1]
          if (before) expect(top).toBeGreaterThanOrEqual(before.top + lineHeight)
          for (const id of ids)
            expect(Math.abs((items.find(one => one.id === id)?.at ?? 0) - top)).toBeLessThan(lineHeight)
        })
      }),
    )
  })
})
