import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keptInOrder } from '../../../shared/rules/kept-in-order.ts'

type Item = { id: string; weight: number }
const inOrder = (left: Item, right: Item) => left.weight - right.weight || (left.id < right.id ? -1 : 1)

const items = fc.uniqueArray(fc.record({ id: fc.nat({ max: 40 }).map(String), weight: fc.nat({ max: 6 }) }), {
  selector: ({ id }) => id,
})

test('a list with changes taken in is the list of all, put in order', () => {
  fc.assert(
    fc.property(items, items, fc.array(fc.nat({ max: 40 }).map(String)), (list, changed, gone) => {
      const all = new Map(list.map(item => [item.id, item]))
      for (const id of gone) all.delete(id)
      for (const item of changed) all.set(item.id, item)
      const taken = keptInOrder(list.toSorted(inOrder), { changed, gone }, inOrder)
      expect(taken).toEqual([...all.values()].toSorted(inOrder))
    }),
  )
})
