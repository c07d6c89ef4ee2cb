import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ExcerptMark } from '../../../../shared/contract/excerpts.ts'
import type { TextRange } from '../../../../shared/model/text-version.ts'
import { rangeOnPage } from '../offsets.ts'
import {
  type Arrangement,
  isAlike,
  keyOf,
  type MeasuredGroup,
  type Opened,
  restingIn,
  type StandingGroup,
  slotsOf,
} from './arrangement.ts'
import { type MarginItem, openingTop } from './layout.ts'
import { expectedHeight, isBare, type MarkedGroup, markedGroups, topsOf } from './places.ts'

type ArrangementProps = {
  host: RefObject<HTMLElement | null>
  root: RefObject<HTMLElement | null>
  scroller: RefObject<HTMLElement | null>
  /** In the order of the text, with the chosen one. */
  marks: readonly ExcerptMark[]
  near: TextRange
  chosen: ExcerptMark | null
  draft: TextRange | null
}

const nothing: Arrangement = { groups: [], draft: 0, bottom: 0, isNarrow: false }
const apart = 8
/** The filter's bar stays over the cards. */
const barHeight = 36
/** A chosen card that was never drawn is expected to be as high as this, in pixels. */
const openHeight = 220
/** In a narrower margin there is no room for cards. */
const narrowest = 60

type Heights = { width: number; ofCards: Map<string, number> }

/** The heights of the cards that were drawn since the margin has its width, by excerpt. */
const measureCards = (page: HTMLElement, before: Heights): Heights => {
  const width = page.clientWidth
  const ofCards = before.width === width ? before.ofCards : new Map<string, number>()
  for (const slot of page.querySelectorAll<HTMLElement>('[data-form="card"]'))
    if (slot.dataset.slot !== undefined) ofCards.set(slot.dataset.slot, slot.offsetHeight)
  return { width, ofCards }
}

/** What was measured of a group when it had a width and a height. The words of a mark stand where they stood while it has these. */
type Known = { width: number; height: number; tops: ReadonlyMap<ExcerptMark, number>; measured: MeasuredGroup }

const isSame = (one: MarginItem, other: MarginItem | undefined) =>
  other !== undefined &&
  one.id === other.id &&
  one.at === other.at &&
  one.height === other.height &&
  one.isBare === other.isBare

/** Measures only what is new in a group; one that is as it was is the same object. */
const measureGroup = (group: MarkedGroup, known: Known | undefined, { ofCards }: Heights): Known => {
  const { element, marks, isLast } = group
  const { top, width, height } = element.getBoundingClientRect()
  const before = known?.width === width && known.height === height ? known : undefined
  const fresh = marks.filter(mark => before?.tops.has(mark) !== true)
  const found = topsOf({ ...group, marks: fresh }).map(one => Math.round(one - top))
  const freshTops = new Map(fresh.map((mark, index) => [mark, found[index] ?? 0]))
  const tops = new Map(marks.map(mark => [mark, before?.tops.get(mark) ?? freshTops.get(mark) ?? 0]))
  const items = marks.map(mark => ({
    id: mark.id,
    at: tops.get(mark) ?? 0,
    height: ofCards.get(mark.id) ?? expectedHeight(mark),
    isBare: isBare(mark),
  }))
  const isUnchanged =
    before !== undefined &&
    fresh.length === 0 &&
    items.length === before.measured.items.length &&
    items.every((item, index) => isSame(item, before.measured.items[index]))
  if (isUnchanged) return before
  const region = { top: 0, bottom: isLast ? Number.POSITIVE_INFINITY : Math.round(height) }
  return { width, height, tops, measured: { marks, items, region } }
}

/**
 * Where everything near stands, kept up to date. The text is measured, never moved. A card that opens stays where it
 * stood, as far as it can be seen whole there; it does not follow later scrolling, nor does a draft.
 */
export const useArrangement = (given: ArrangementProps): Arrangement => {
  const { host, root, scroller, marks, near, chosen, draft } = given
  const [arrangement, setArrangement] = useState(nothing)
  const heights = useRef<Heights>({ width: 0, ofCards: new Map() })
  const settled = useRef<{ id: string; top: number } | null>(null)
  const drafted = useRef<{ at: TextRange; scrolled: number } | null>(null)
  if (settled.current?.id !== chosen?.id) settled.current = null
  if (draft === null) drafted.current = null
  else if (drafted.current?.at !== draft) drafted.current = { at: draft, scrolled: scroller.current?.scrollTop ?? 0 }

  const known = useRef(new WeakMap<HTMLElement, Known>())

  /** Where the chosen card stands: pixels from the top of the margin. */
  const open = (page: HTMLElement, text: HTMLElement, frame: DOMRect, groups: readonly StandingGroup[]) => {
    if (chosen === null) return null
    const group = groups.find(({ measured }) => measured.marks.includes(chosen))
    if (group === undefined) return null
    const { marks: own, items } = group.measured
    const index = own.indexOf(chosen)
    const zero = page.getBoundingClientRect().top
    const slot = page.querySelector<HTMLElement>(`[data-form="open"][data-slot="${chosen.id}"]`)
    const height = slot?.offsetHeight ?? openHeight
    const words = rangeOnPage(text, chosen)?.getBoundingClientRect()
    const isSeen = words !== undefined && words.bottom > frame.top && words.top < frame.bottom
    const resting = group.top + openingTop(items, restingIn(group.measured), index)
    const highest = frame.top - zero + barHeight
    const deepest = frame.bottom - zero - apart - height
    const top = settled.current
      ? settled.current.top + group.top
      : isSeen
        ? Math.round(Math.max(highest, Math.min(resting, deepest)))
        : resting
    if (isSeen && slot?.dataset.whole !== undefined) settled.current = { id: chosen.id, top: top - group.top }
    return { group, index, top, bottom: top + height } satisfies Opened
  }

  const arrange = () => {
    const [page, text, frame] = [host.current, root.current, scroller.current?.getBoundingClientRect()]
    if (page === null || text === null || frame === undefined) return
    const zero = page.getBoundingClientRect().top
    const isNarrow = page.clientWidth < narrowest
    heights.current = measureCards(page, heights.current)
    const wanted = chosen === null ? [near] : [near, chosen]
    const groups = markedGroups(text, marks, wanted).map((group): StandingGroup => {
      const { element } = group
      const measuring = measureGroup(group, known.current.get(element), heights.current)
      known.current.set(element, measuring)
      const top = Math.round(element.getBoundingClientRect().top - zero)
      return { key: element.dataset.from ?? '', top, measured: measuring.measured }
    })
    const opened = isNarrow ? null : open(page, text, frame, groups)
    const next: Arrangement = { groups: [], draft: 0, bottom: 0, isNarrow }
    next.groups = groups.map(group => {
      const { slots, bottom } = slotsOf(group, chosen, opened, near, isNarrow)
      next.bottom = Math.max(next.bottom, bottom)
      return { key: group.key, top: group.top, slots }
    })
    const written = page.querySelector<HTMLElement>('.reader-slot.draft')
    if (written && draft && drafted.current) {
      const at = (rangeOnPage(text, draft)?.getBoundingClientRect().top ?? zero) - zero
      const highest = drafted.current.scrolled - page.offsetTop + apart
      const deepest = highest + frame.height - written.offsetHeight - 3 * apart
      next.draft = Math.round(Math.max(0, highest, Math.min(at, deepest)))
      next.bottom = Math.max(next.bottom, next.draft + written.offsetHeight + apart)
    }
    setArrangement(before => (isAlike(before, next) ? before : next))
  }
  const arrangeNow = useRef(arrange)
  arrangeNow.current = arrange
  useLayoutEffect(() => arrangeNow.current())
  const drawn = arrangement.groups.flatMap(({ key, slots }) => [key, ...slots.map(slot => keyOf(slot))]).join(' ')
  const hasDraft = draft !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: other slots are other elements to watch.
  useEffect(() => {
    const observer = new ResizeObserver(() => arrangeNow.current())
    for (const element of [root.current, host.current]) if (element) observer.observe(element)
    for (const slot of host.current?.querySelectorAll('.reader-slot') ?? []) observer.observe(slot)
    return () => observer.disconnect()
  }, [drawn, hasDraft, root, host])
  return arrangement
}
