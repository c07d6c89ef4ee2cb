import type { Collection } from '../../../shared/model/collection.ts'
import { withDescendants } from '../../../shared/rules/tree.ts'
import type { LibrarySource } from './use-library.ts'
import type { Shelf } from './view.ts'

/** The sources that stand on a shelf: in a collection are those of the collections within it, too. */
export const onShelf = (
  sources: readonly LibrarySource[],
  shelf: Shelf,
  collections: readonly Collection[],
): readonly LibrarySource[] => {
  if (shelf === 'all') return sources
  if (shelf === 'none') return sources.filter(source => source.collections.length === 0)
  const within = withDescendants(collections, shelf)
  return sources.filter(source => source.collections.some(one => within.has(one)))
}
