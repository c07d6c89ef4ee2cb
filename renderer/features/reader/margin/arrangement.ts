import type { ExcerptMark } from '../../../../shared/contract/excerpts.ts'
import type { TextRange } from '../../../../shared/model/text-version.ts'
import {
  arranged,
  type Cluster,
  clustersOf,
  type Form,
  type MarginItem,
  makingRoom,
  type Placed,
  type Region,
} from './layout.ts'

/** One excerpt of the margin, or the dots of some that stand in one place. Tops are pixels from the top of the group. */
export type Slot =
  | { kind: 'excerpt'; mark: ExcerptMark; form: Form | 'open'; top: number }
  | ({ kind: 'dots' } & Cluster)

/** What stands beside a group of blocks, in the order of the text. `top` is in pixels from the top of the margin. */
export type SlotGroup = { key: string; top: number; slots: readonly Slot[] }

export type Arrangement = {
  groups: readonly SlotGroup[]
  /** The top of a draft, in pixels from the top of the margin. */
  draft: number
  /** Where the lowest card ends. */
  bottom: number
  /** There is no room for cards: the chosen one and a draft are not placed. */
  isNarrow: boolean
}

/**
 * A group of blocks as measured, with the excerpts that begin in it: `items` are those of `marks`, one for one. Lengths
 * are pixels from the top of the group, so that it is the same wherever that stands.
 */
export type MeasuredGroup = { marks: readonly ExcerptMark[]; items: readonly MarginItem[]; region: Region }

/** A group in the margin. `top` is in pixels from the top of the margin. */
export type StandingGroup = { key: string; top: number; measured: MeasuredGroup }

/** The room of the chosen card, in pixels from the top of the margin, and which of its group's items it is. */
export type Opened = Region & { group: StandingGroup; index: number }

const restingPlaces = new WeakMap<MeasuredGroup, readonly Placed[]>()

/** Where the items of a group stand while no card is open; worked out once for what was measured. */
export const restingIn = (group: MeasuredGroup): readonly Placed[] => {
  const known = restingPlaces.get(group)
  if (known !== undefined) return known
  const placed = arranged(group.items, group.region)
  restingPlaces.set(group, placed)
  return placed
}

/** What tells a slot from the others of its group. */
export const keyOf = (slot: Slot): string => (slot.kind === 'dots' ? `dots ${slot.ids[0]}` : slot.mark.id)

type Standing = { mark: ExcerptMark; item: MarginItem }

const placedIn = (
  { measured, top }: StandingGroup,
  chosen: ExcerptMark | null,
  opened: Opened | null,
): readonly Placed[] => {
  const resting = restingIn(measured)
  const reaches = opened !== null && opened.top < top + measured.region.bottom && opened.bottom > top
  if (!reaches && !measured.marks.some(mark => mark === chosen)) return resting
  const isOther = (_: unknown, index: number) => measured.marks[index] !== chosen
  const [items, others] = [measured.items.filter(isOther), resting.filter(isOther)]
  if (opened === null) return others
  const isOwn = measured === opened.group.measured
  const before = isOwn ? opened.index : top < opened.group.top ? items.length : 0
  const room = { before, top: opened.top - top, bottom: opened.bottom - top }
  return makingRoom(items, others, measured.region, room)
}

/**
 * What stands beside a group: cards, lines and dots of the excerpts near the window, and the chosen card. In a narrow
 * margin all but that are dots. `bottom` is in pixels from the top of the margin.
 */
export const slotsOf = (
  group: StandingGroup,
  chosen: ExcerptMark | null,
  opened: Opened | null,
  near: TextRange,
  isNarrow: boolean,
): { slots: Slot[]; bottom: number } => {
  const { marks, items } = group.measured
  const all: Standing[] = marks.flatMap((mark, index) => {
    const item = items[index]
    return item ? [{ mark, item }] : []
  })
  const others = all.filter(({ mark }) => mark !== chosen)
  const placed: readonly Placed[] = isNarrow
    ? others.map(({ item }) => ({ form: 'dot', top: item.at }))
    : placedIn(group, chosen, opened)
  const markOf = new Map<string, ExcerptMark>(others.map(({ mark }) => [mark.id, mark]))
  const isNear = (mark: ExcerptMark | undefined) => mark !== undefined && mark.start < near.end && mark.end > near.start
  let bottom = 0
  const slots: { at: number; slot: Slot }[] = []
  for (const cluster of clustersOf(
    others.map(({ item }) => item),
    placed,
  )) {
    if (!cluster.ids.some(id => isNear(markOf.get(id)))) continue
    slots.push({ at: cluster.top, slot: { kind: 'dots', ...cluster } })
  }
  others.forEach(({ mark, item }, index) => {
    const one = placed[index]
    if (one === undefined || one.form === 'dot') return
    bottom = Math.max(bottom, group.top + one.top + item.height)
    if (isNear(mark)) slots.push({ at: item.at, slot: { kind: 'excerpt', mark, form: one.form, top: one.top } })
  })
  const own = all.find(({ mark }) => mark === chosen)
  if (own) {
    const top = opened === null ? own.item.at : opened.top - group.top
    slots.push({ at: own.item.at, slot: { kind: 'excerpt', mark: own.mark, form: 'open', top } })
    bottom = Math.max(bottom, opened?.bottom ?? 0)
  }
  slots.sort((left, right) => left.at - right.at)
  return { slots: slots.map(({ slot }) => slot), bottom }
}

const isSameSlot = (one: Slot, other: Slot | undefined): boolean => {
  if (other === undefined || one.top !== other.top || one.kind !== other.kind) return false
  if (one.kind === 'dots') return other.kind === 'dots' && one.ids.join() === other.ids.join()
  return other.kind === 'excerpt' && one.mark === other.mark && one.form === other.form
}

/** Whether two arrangements are drawn alike. */
export const isAlike = (one: Arrangement, other: Arrangement): boolean =>
  one.draft === other.draft &&
  one.bottom === other.bottom &&
  one.isNarrow === other.isNarrow &&
  one.groups.length === other.groups.length &&
  one.groups.every((group, index) => {
    const same = other.groups[index]
    return (
      same !== undefined &&
      group.key === same.key &&
      group.top === same.top &&
      group.slots.length === same.slots.length &&
      group.slots.every((slot, at) => isSameSlot(slot, same.slots[at]))
    )
  })
