import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byId } from '../../../shared/rules/groups.ts'
import { pathTo, type Standing, siblingBefore, treeLines, withDescendants } from '../../../shared/rules/tree.ts'

const standing = (id: string, parent: string | null, sequence: number): Standing => ({ id, parent, sequence })
const all = [
  standing('b', null, 1),
  standing('a', null, 0),
  standing('a2', 'a', 1),
  standing('a1', 'a', 0),
  standing('lost', 'gone', 5),
]

test('records stand as a tree, folded where it is', () => {
  const lines = (isFolded = (_id: string) => false) =>
    treeLines(all, isFolded).map(({ one, level, hasChildren }) => [one.id, level, hasChildren])
  expect(lines()).toEqual([
    ['a', 1, true],
    ['a1', 2, false],
    ['a2', 2, false],
    ['b', 1, false],
    ['lost', 1, false],
  ])
  expect(lines(id => id === 'a').map(([id]) => id)).toEqual(['a', 'b', 'lost'])
})

test('a record knows those under it, those above it and the one before it', () => {
  expect([...withDescendants(all, 'a')]).toEqual(['a', 'a2', 'a1'])
  expect(pathTo(byId(all), 'a2').map(({ id }) => id)).toEqual(['a', 'a2'])
  expect(pathTo(byId(all), 'lost').map(({ id }) => id)).toEqual(['lost'])
  expect(pathTo(byId(all), 'gone')).toEqual([])
  expect(siblingBefore(all, standing('a2', 'a', 1))?.id).toBe('a1')
  expect(siblingBefore(all, standing('a', null, 0))).toBeUndefined()
})

test('a circle, which no case should hold, ends', () => {
  const circle = [standing('a', 'b', 0), standing('b', 'a', 0)]
  expect([...withDescendants(circle, 'a')].sort()).toEqual(['a', 'b'])
  expect(pathTo(byId(circle), 'a').map(({ id }) => id)).toEqual(['b', 'a'])
})

test('every record of a tree without circles is one line, below its parent and one level deeper', () => {
  const forests = fc
    .array(fc.option(fc.nat(), { nil: null }), { maxLength: 40 })
    .map(parents =>
      parents.map((parent, at) =>
        standing(`${at}`, parent === null || at === 0 ? null : `${parent % at}`, (at * 7) % 11),
      ),
    )
  fc.assert(
    fc.property(forests, records => {
      const lines = treeLines(records)
      const place = new Map(lines.map(({ one }, at) => [one.id, at]))
      expect(place.size).toBe(records.length)
      for (const { one, level } of lines) {
        const path = pathTo(byId(records), one.id)
        expect(level).toBe(path.length)
        if (one.parent !== null) expect(place.get(one.parent)).toBeLessThan(place.get(one.id) ?? -1)
        for (const above of path) expect(withDescendants(records, above.id).has(one.id)).toBe(true)
      }
    }),
  )
})
