import type { PageSize } from '../../../parts/pdf-drawing.ts'

/** Pages one below the other, at one scale: pixels for a point. Everything else is in pixels. */
export type PageLayout = {
  scale: number
  sizes: readonly PageSize[]
  tops: readonly number[]
  width: number
  height: number
}

/** A height on a page: the page, from 0, and points from its upper edge. */
export type PagePlace = { page: number; y: number }

/** Between pages, and around them. */
export const pageGap = 12

export const layoutOf = (sizes: readonly PageSize[], scale: number): PageLayout => {
  const tops: number[] = []
  let top = pageGap
  for (const { height } of sizes) {
    tops.push(top)
    top += height * scale + pageGap
  }
  const width = Math.max(0, ...sizes.map(size => size.width)) * scale + 2 * pageGap
  return { scale, sizes, tops, width, height: top }
}

/** The page at a height, or the one above the gap that is there. */
export const pageAt = ({ tops }: PageLayout, y: number): number => {
  let [low, high] = [0, tops.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tops[middle] ?? 0) <= y) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

/** The place at a height of the whole; in the gap between two pages, the lower edge of the first. */
export const placeAt = (layout: PageLayout, y: number): PagePlace => {
  const page = pageAt(layout, y)
  const height = layout.sizes[page]?.height ?? 0
  const down = (y - (layout.tops[page] ?? 0)) / layout.scale
  return { page, y: Math.min(Math.max(down, 0), height) }
}

export const topOf = ({ tops, scale }: PageLayout, { page, y }: PagePlace): number => (tops[page] ?? 0) + y * scale

/** The pages of which something lies between two heights: the first, and the one after the last. */
export const pagesBetween = (layout: PageLayout, top: number, bottom: number): { from: number; to: number } => ({
  from: pageAt(layout, top),
  to: Math.min(layout.tops.length, pageAt(layout, bottom) + 1),
})

/** Scales to choose from; 1 shows a point as large as it is printed, at 96 pixels an inch. */
export const zooms: readonly number[] = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3]

/** The next larger (or smaller) of the scales; the outermost where there is none. */
export const nextZoom = (zoom: number, direction: 1 | -1): number =>
  (direction === 1 ? zooms.find(one => one > zoom + 0.01) : zooms.findLast(one => one < zoom - 0.01)) ??
  Math.min(Math.max(zoom, zooms[0] ?? zoom), zooms.at(-1) ?? zoom)

/** Pixels for a point when a page is shown as large as it is printed. */
export const printed = 96 / 72
