import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  moves,
  type NewPlace,
  placeOfDrop,
  placeOfMove,
  zoneAt,
} from '../../../../renderer/features/tags/tree-moves.ts'
import type { TagId } from '../../../../shared/model/id.ts'
import { byId } from '../../../../shared/rules/groups.ts'
import { pathTo, treeLines, withDescendants } from '../../../../shared/rules/tree.ts'

type Placed = { id: TagId; parent: TagId | null; sequence: number }
const tag = (id: string, parent: string | null, sequence: number): Placed => ({
  id: id as TagId,
  parent: parent as TagId | null,
  sequence,
})

// a, b with b1 and b2 under it, c
const tags = [tag('a', null, 0), tag('b', null, 1), tag('c', null, 4), tag('b1', 'b', 0), tag('b2', 'b', 1)]
const find = (id: string) => tags.find(one => one.id === id) ?? tag('none', null, 0)

/** The book after a tag got its place, as `tags.update` gives it. */
const after = (all: readonly Placed[], id: string, { parent, sequence }: NewPlace): Placed[] => {
  const others = all.filter(one => one.parent === parent && one.id !== id).sort((l, r) => l.sequence - r.sequence)
  const at = sequence ?? others.length
  const inOrder = [...others.slice(0, at).map(one => one.id), id, ...others.slice(at).map(one => one.id)]
  return all.map(one => {
    if (one.id === id) return { ...one, parent, sequence: inOrder.indexOf(id) }
    return one.parent === parent ? { ...one, sequence: inOrder.indexOf(one.id) } : one
  })
}
const drawn = (all: readonly Placed[]) =>
  treeLines(all)
    .map(({ one, level }) => `${'.'.repeat(level - 1)}${one.id}`)
    .join(' ')
const dropped = (id: string, on: string | null, zone: 'before' | 'within' | 'after' = 'within') => {
  const place = placeOfDrop(tags, id as TagId, on === null ? null : { tag: find(on), zone })
  return place && drawn(after(tags, id, place))
}

test('a tag is dropped before, behind or on another, or below all of them', () => {
  expect(dropped('c', 'a', 'before')).toBe('c a b .b1 .b2')
  expect(dropped('a', 'c', 'after')).toBe('b .b1 .b2 c a')
  expect(dropped('a', 'b1', 'after')).toBe('b .b1 .a .b2 c')
  expect(dropped('a', 'b')).toBe('b .b1 .b2 .a c')
  expect(dropped('b1', null)).toBe('a b .b2 c b1')
})

test('it is not dropped where it stands, or on itself or what stands under it', () => {
  expect(dropped('a', 'b', 'before')).toBeNull()
  expect(dropped('b2', 'b')).toBeNull()
  expect(dropped('c', null)).toBeNull()
  for (const zone of ['before', 'within', 'after'] as const) {
    expect(dropped('b', 'b', zone)).toBeNull()
    expect(dropped('b', 'b1', zone)).toBeNull()
  }
})

test('steps lead up, down, in and out, and end where there is nowhere to go', () => {
  const moved = (id: string, move: (typeof moves)[number]) => {
    const place = placeOfMove(tags, find(id), move)
    return place && drawn(after(tags, id, place))
  }
  expect(moved('c', 'earlier')).toBe('a c b .b1 .b2')
  expect(moved('a', 'later')).toBe('b .b1 .b2 a c')
  expect(moved('c', 'inward')).toBe('a b .b1 .b2 .c')
  expect(moved('b1', 'outward')).toBe('a b .b2 b1 c')
  expect([moved('a', 'earlier'), moved('c', 'later'), moved('a', 'inward'), moved('a', 'outward')]).toEqual([
    null,
    null,
    null,
    null,
  ])
})

test('the middle of a line is the tag itself', () => {
  expect([0, 0.2, 0.5, 0.8].map(zoneAt)).toEqual(['before', 'before', 'within', 'after'])
})

test('no drop and no step ever makes a circle or loses a tag', () => {
  const forests = fc
    .array(fc.option(fc.nat(), { nil: null }), { minLength: 1, maxLength: 20 })
    .map(parents =>
      parents.map((parent, at) => tag(`${at}`, parent === null || at === 0 ? null : `${parent % at}`, at)),
    )
  fc.assert(
    fc.property(
      forests,
      fc.nat(),
      fc.nat(),
      fc.constantFrom('before', 'within', 'after', ...moves),
      (all, dragged, target, how) => {
        const one = all[dragged % all.length] ?? tag('none', null, 0)
        const on = all[target % all.length] ?? one
        const place =
          how === 'before' || how === 'within' || how === 'after'
            ? placeOfDrop(all, one.id, { tag: on, zone: how })
            : placeOfMove(all, one, how)
        if (place === null) return
        expect(place.parent !== null && withDescendants(all, one.id).has(place.parent)).toBe(false)
        const next = after(all, one.id, place)
        expect(treeLines(next)).toHaveLength(all.length)
        expect(drawn(next)).not.toBe(drawn(all))
        const under = pathTo(byId(next), one.id).at(-2)?.id ?? null
        expect(under).toBe(place.parent)
      },
    ),
  )
})
