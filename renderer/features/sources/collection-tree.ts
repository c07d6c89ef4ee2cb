import type { Collection } from '../../../shared/model/collection.ts'
import type { CollectionId } from '../../../shared/model/id.ts'
import { grouped } from '../../../shared/rules/groups.ts'

/** A line of the tree: a collection, how deep it stands (from 1), and its place among its siblings. */
export type TreeLine<One extends Collection = Collection> = {
  collection: One
  level: number
  at: number
  siblings: number
  hasChildren: boolean
}

/** The collections as lines from top to bottom, without those in a folded one. A parent that is not there counts as none. */
export const treeLines = <One extends Collection>(
  collections: readonly One[],
  isFolded: (id: CollectionId) => boolean = () => false,
): TreeLine<One>[] => {
  const ids = new Set(collections.map(({ id }) => id))
  const children = grouped(collections, ({ parent }) => (parent !== null && ids.has(parent) ? parent : null))
  const under = (parent: CollectionId | null, level: number): TreeLine<One>[] => {
    const siblings = (children.get(parent) ?? []).toSorted((left, right) => left.sequence - right.sequence)
    return siblings.flatMap((collection, at) => {
      const hasChildren = children.has(collection.id)
      const line = { collection, level, at, siblings: siblings.length, hasChildren }
      return [line, ...(isFolded(collection.id) ? [] : under(collection.id, level + 1))]
    })
  }
  return under(null, 1)
}

/** A collection with all that stand in it, at any depth. */
export const withDescendants = (collections: readonly Collection[], id: CollectionId): ReadonlySet<CollectionId> => {
  const found = new Set([id])
  for (let before = 0; before !== found.size; ) {
    before = found.size
    for (const one of collections) if (one.parent !== null && found.has(one.parent)) found.add(one.id)
  }
  return found
}

/** The sibling before a collection: where it goes when it is moved in. */
export const siblingBefore = (collections: readonly Collection[], one: Collection): Collection | undefined => {
  const siblings = collections.filter(({ parent }) => parent === one.parent)
  return siblings.filter(({ sequence }) => sequence < one.sequence).toSorted((a, b) => b.sequence - a.sequence)[0]
}
