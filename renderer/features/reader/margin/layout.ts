/**
 * How an excerpt stands in the margin. `card`: with what rests on it · `line`: one line of that, where cards would crowd
 * · `dot`: a point beside its words, where lines would.
 */
export type Form = 'card' | 'line' | 'dot'

/** An excerpt of the margin. All lengths are pixels, downwards from the top of the margin. */
export type MarginItem = {
  id: string
  /** Where its highlight begins. */
  at: number
  /** How high its card is, or will be. */
  height: number
  /** Nothing rests on it: where there is no room it is the first to be a dot. */
  isBare: boolean
}

export type Placed = { form: Form; top: number }

/** A stretch of the margin that is arranged by itself. */
export type Region = { top: number; bottom: number }

/** The chosen card: how many items of the region come before it in the text, and the room that it takes. */
export type Reserved = Region & { before: number }

export const lineHeight = 24
const gapOf: Record<Exclude<Form, 'dot'>, number> = { card: 8, line: 2 }

/** How far from its highlight a card or a line may come to stand. */
export const farthest: Record<Exclude<Form, 'dot'>, number> = { card: 120, line: 72 }

/** After one that came too far away the next is shown only this part of the way from its highlight: not all stand at the limit. */
const resuming = 1 / 3

const heightOf = (item: MarginItem, form: Form) => (form === 'card' ? item.height : form === 'line' ? lineHeight : 0)

/** Makes smaller what stands above an item without a gap, from `first` on, so that it comes nearer to its highlight; false when nothing can. */
const yieldAbove = (items: readonly MarginItem[], forms: Form[], first: number, index: number): boolean => {
  let hasBare = false
  for (let at = first; at < index; at += 1) {
    if (forms[at] !== 'card' || items[at]?.isBare !== true) continue
    forms[at] = 'dot'
    hasBare = true
  }
  if (hasBare) return true
  for (let at = index - 1; at >= first; at -= 1) {
    if (forms[at] !== 'card') continue
    forms[at] = 'line'
    return true
  }
  return false
}

/**
 * As near below their highlights as those above allow. Where one would come too far away, those above it yield: bare
 * highlights become dots, then cards lines, the nearest first; it is a dot where that does not help.
 */
const pushedDown = (items: readonly MarginItem[], given: readonly Form[], from: number): Placed[] => {
  const placed: Placed[] = []
  const forms = [...given]
  let isFull = false
  /** For each item: the first of those that stand without a gap down to it, and where the room below it begins. */
  const runs: { first: number; free: number }[] = []
  for (let index = 0; index < items.length; index += 1) {
    const [item, form] = [items[index], forms[index] ?? 'dot']
    if (item === undefined) break
    const above = runs[index - 1] ?? { first: 0, free: from }
    if (form === 'dot') {
      placed[index] = { form, top: item.at }
      runs[index] = above
      continue
    }
    const top = Math.max(item.at, above.free)
    const first = top > item.at ? above.first : index
    if (top - item.at > farthest[form] * (isFull ? resuming : 1)) {
      const yields = !item.isBare && !isFull && yieldAbove(items, forms, first, index)
      if (!yields) {
        isFull ||= !item.isBare
        forms[index] = 'dot'
      }
      index = yields ? first - 1 : index - 1
      continue
    }
    isFull = false
    placed[index] = { form, top }
    runs[index] = { first, free: top + heightOf(item, form) + gapOf[form] }
  }
  return placed
}

/** Moves up, from the last on, what reaches below the region. One that would come too far away is a dot. */
const pulledUp = (items: readonly MarginItem[], placed: readonly Placed[], bottom: number): Placed[] => {
  const pulled = [...placed]
  let limit = bottom
  for (let index = items.length - 1; index >= 0; index -= 1) {
    const [item, one] = [items[index], pulled[index]]
    if (item === undefined || one === undefined || one.form === 'dot') continue
    const top = Math.min(one.top, limit - heightOf(item, one.form) - gapOf[one.form])
    if (top === one.top) break
    const isTooFar = item.at - top > farthest[one.form]
    pulled[index] = isTooFar ? { form: 'dot', top: item.at } : { ...one, top }
    if (!isTooFar) limit = top
  }
  return pulled
}

const isAbove = (placed: readonly Placed[], top: number) => placed.some(one => one.form !== 'dot' && one.top < top)

/** With one thing less in it: the last card becomes a line, then the last line a dot. */
const thinned = (forms: readonly Form[]): Form[] => {
  const card = forms.lastIndexOf('card')
  if (card !== -1) return forms.with(card, 'line')
  return forms.with(forms.lastIndexOf('line'), 'dot')
}

/** A line over free room is the card after all, where that fits: what stands below does not move for it. */
const grown = (items: readonly MarginItem[], placed: readonly Placed[], bottom: number): Placed[] => {
  let limit = bottom
  return placed
    .map((one, index) => ({ one, height: items[index]?.height ?? 0 }))
    .toReversed()
    .map(({ one, height }): Placed => {
      const fits = one.form === 'line' && one.top + height + gapOf.card <= limit
      if (one.form !== 'dot') limit = one.top
      return fits ? { ...one, form: 'card' } : one
    })
    .toReversed()
}

/** Within the region, with as little less in it as that takes. */
const settled = (items: readonly MarginItem[], given: readonly Placed[], { top, bottom }: Region): Placed[] => {
  let placed = pulledUp(items, given, bottom)
  while (isAbove(placed, top)) {
    const forms = thinned(placed.map(({ form }) => form))
    placed = pulledUp(items, pushedDown(items, forms, top), bottom)
  }
  return placed
}

/**
 * Where the items of one region stand, given in the order of the text. Cards and lines keep their order, never overlap,
 * never leave the region and never come farther from their highlights than `farthest`
 * (test/renderer/features/reader/margin/layout.test.ts); one that cannot is a dot. What stands in other regions changes
 * nothing, so that scrolling and coding elsewhere move nothing here.
 */
export const arranged = (items: readonly MarginItem[], region: Region): readonly Placed[] => {
  const cards = items.map((): Form => 'card')
  return grown(items, settled(items, pushedDown(items, cards, region.top), region), region.bottom)
}

/**
 * The same around the chosen card, which is none of the items: what stands above it stays, as far as it does not reach
 * into its room, and what stands below moves down or becomes smaller.
 */
export const makingRoom = (
  items: readonly MarginItem[],
  resting: readonly Placed[],
  region: Region,
  reserved: Reserved,
): readonly Placed[] => {
  const above = { top: region.top, bottom: Math.min(region.bottom, reserved.top) }
  const below = { top: Math.max(region.top, reserved.bottom + gapOf.card), bottom: region.bottom }
  const [before, after] = [items.slice(0, reserved.before), items.slice(reserved.before)]
  const forms = resting.slice(reserved.before).map(({ form }) => form)
  return [
    ...settled(before, resting.slice(0, reserved.before), above),
    ...settled(after, pushedDown(after, forms, below.top), below),
  ]
}

/** Where a card opens, by where all rest: where it stood, and for a dot below what stands above it, so that nothing above moves. */
export const openingTop = (items: readonly MarginItem[], resting: readonly Placed[], index: number): number => {
  const [item, own] = [items[index], resting[index]]
  if (item === undefined || own === undefined) return 0
  if (own.form !== 'dot') return own.top
  const above = resting.findLastIndex((one, at) => at < index && one.form !== 'dot')
  const [last, form, top] = [items[above], resting[above]?.form ?? 'dot', resting[above]?.top ?? 0]
  if (last === undefined || form === 'dot') return item.at
  return Math.max(item.at, top + heightOf(last, form) + gapOf[form])
}

/** Dots that stand in one place, of the height of a line: its top, and their excerpts in the order of the text. */
export type Cluster = { top: number; ids: readonly string[] }

/** Dots as places that can be hit: the first of each stands beside its words, and none is nearer to another than a line. */
export const clustersOf = (items: readonly MarginItem[], placed: readonly Placed[]): Cluster[] => {
  const clusters: { top: number; ids: string[] }[] = []
  items.forEach(({ id, at }, index) => {
    if (placed[index]?.form !== 'dot') return
    const last = clusters.at(-1)
    if (last !== undefined && at < last.top + lineHeight) last.ids.push(id)
    else clusters.push({ top: at, ids: [id] })
  })
  return clusters
}
