import { grouped } from './groups.ts'

/** A record that stands under another of its kind, or at the top, in an order of the analyst's: a tag, a collection. */
export type Standing = { id: string; parent: string | null; sequence: number }

/** A line of a tree: a record, how deep it stands (from 1), and its place among its siblings. */
export type TreeLine<One extends Standing = Standing> = {
  one: One
  level: number
  at: number
  siblings: number
  hasChildren: boolean
}

const inOrder = <One extends Standing>(siblings: readonly One[]): One[] =>
  siblings.toSorted((left, right) => left.sequence - right.sequence)

/** The records as lines from top to bottom, without those under a folded one. A parent that is not there counts as none. */
export const treeLines = <One extends Standing>(
  records: readonly One[],
  isFolded: (id: One['id']) => boolean = () => false,
): TreeLine<One>[] => {
  const ids = new Set(records.map(({ id }) => id))
  const children = grouped(records, ({ parent }) => (parent !== null && ids.has(parent) ? parent : null))
  const under = (parent: string | null, level: number): TreeLine<One>[] => {
    const siblings = inOrder(children.get(parent) ?? [])
    return siblings.flatMap((one, at) => {
      const line = { one, level, at, siblings: siblings.length, hasChildren: children.has(one.id) }
      return [line, ...(isFolded(one.id) ? [] : under(one.id, level + 1))]
    })
  }
  return under(null, 1)
}

/** The id of a record with those of all that stand under it, at any depth. */
export const withDescendants = <One extends Standing>(
  records: readonly One[],
  id: One['id'],
): ReadonlySet<One['id']> => {
  const children = grouped(records, ({ parent }) => parent)
  const found = new Set<One['id']>([id])
  // What is added while a set is walked is walked as well.
  for (const above of found) for (const one of children.get(above) ?? []) found.add(one.id)
  return found
}

/** The sibling before a record: where it goes when it is moved in. */
export const siblingBefore = <One extends Standing>(records: readonly One[], one: Standing): One | undefined =>
  inOrder(records.filter(({ parent, sequence }) => parent === one.parent && sequence < one.sequence)).at(-1)

/** A record with those above it, from the top down; empty when it is not there. A circle ends where it closes. */
export const pathTo = <One extends Standing>(recordOf: ReadonlyMap<string, One>, id: string): One[] => {
  const path: One[] = []
  for (let one = recordOf.get(id); one !== undefined && !path.includes(one); one = recordOf.get(one.parent ?? ''))
    path.unshift(one)
  return path
}
