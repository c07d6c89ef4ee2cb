import type { TagId } from '../../../shared/model/id.ts'
import type { Tag } from '../../../shared/model/tag.ts'
import { siblingBefore, withDescendants } from '../../../shared/rules/tree.ts'

/** A place for a tag: `sequence` counts among those of the parent without the tag itself; last without one. */
export type NewPlace = { parent: TagId | null; sequence?: number }
type Placed = Pick<Tag, 'id' | 'parent' | 'sequence'>

/** Where something is dropped: before or behind a line, or on it, which puts it under that tag. */
export type Zone = 'before' | 'within' | 'after'

/** The zone of a line that a pointer is over: its upper or lower quarter, or what lies between. `at` runs from 0 to 1. */
export const zoneAt = (at: number): Zone => (at < 0.25 ? 'before' : at > 0.75 ? 'after' : 'within')

const siblingsOf = (tags: readonly Placed[], parent: TagId | null, without: TagId): Placed[] =>
  tags
    .filter(one => one.parent === parent && one.id !== without)
    .toSorted((left, right) => left.sequence - right.sequence)

const placeAmong = (tags: readonly Placed[], tag: Placed): number =>
  siblingsOf(tags, tag.parent, tag.id).filter(({ sequence }) => sequence < tag.sequence).length

/** Where a tag goes that is dropped on a line; null where it cannot go, or stands already. */
export const placeOfDrop = (
  tags: readonly Placed[],
  dragged: TagId,
  on: { tag: Placed; zone: Zone } | null,
): NewPlace | null => {
  const tag = tags.find(({ id }) => id === dragged)
  if (tag === undefined || (on !== null && withDescendants(tags, dragged).has(on.tag.id))) return null
  const parent = on === null ? null : on.zone === 'within' ? on.tag.id : on.tag.parent
  const others = siblingsOf(tags, parent, dragged)
  const target = others.findIndex(({ id }) => id === on?.tag.id)
  const sequence = on === null || on.zone === 'within' ? others.length : target + (on.zone === 'after' ? 1 : 0)
  if (parent === tag.parent && sequence === placeAmong(tags, tag)) return null
  return { parent, sequence }
}

export const moves = ['earlier', 'later', 'inward', 'outward'] as const
export type Move = (typeof moves)[number]

/** Where a tag goes by one step; null at the end of the way. Inward leads under the tag before it, outward behind its parent. */
export const placeOfMove = (tags: readonly Placed[], tag: Placed, move: Move): NewPlace | null => {
  const { parent } = tag
  const at = placeAmong(tags, tag)
  if (move === 'earlier') return at === 0 ? null : { parent, sequence: at - 1 }
  if (move === 'later') return at === siblingsOf(tags, parent, tag.id).length ? null : { parent, sequence: at + 1 }
  if (move === 'inward') {
    const before = siblingBefore(tags, tag)
    return before === undefined ? null : { parent: before.id }
  }
  const above = tags.find(({ id }) => id === parent)
  return above === undefined ? null : { parent: above.parent, sequence: placeAmong(tags, above) + 1 }
}
