import * as z from 'zod'

/** How the window was left. Place and size are those of the window when it is neither maximised nor full screen. */
const windowState = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
  maximised: z.boolean().default(false),
  fullScreen: z.boolean().default(false),
  /** 1: as large as the page says. */
  zoom: z.number().positive().default(1),
})
export type WindowState = z.infer<typeof windowState>

type Area = Pick<WindowState, 'x' | 'y' | 'width' | 'height'>

/** The window never becomes smaller than this, in pixels of the screen. */
const least = { width: 960, height: 600 }

/** The page needs so much room, in its own pixels: at 200 % a window of 1280 by 800. */
const leastOfPage = { width: 640, height: 400 }

/** The steps of the zoom, as of every browser. */
const steps = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3]

/** Half of this much of the page must remain on a screen for the largest zoom: else 200 % is the largest, which is offered on every screen. */
const widthForMore = 480

/** The largest zoom on a screen so wide. */
export const largestZoom = (width: number): number => Math.max(2, ...steps.filter(step => width / step >= widthForMore))

/** The next step of the zoom, up or down, on a screen so wide. */
export const nextZoom = (zoom: number, up: boolean, width: number): number => {
  const near = 0.001
  const limit = largestZoom(width)
  return up
    ? (steps.find(step => step > zoom + near && step <= limit) ?? Math.min(zoom, limit))
    : (steps.findLast(step => step < zoom - near) ?? zoom)
}

/** A zoom that was kept, within what the screen allows. */
export const allowedZoom = (zoom: number, width: number): number =>
  Math.min(Math.max(zoom, steps[0] ?? zoom), largestZoom(width))

/** The smallest window in which the page can be used at a zoom, or all there is where the screen is smaller. */
export const smallestWindow = (zoom: number, area: Area): { width: number; height: number } => ({
  width: Math.min(Math.max(least.width, Math.round(leastOfPage.width * zoom)), area.width),
  height: Math.min(Math.max(least.height, Math.round(leastOfPage.height * zoom)), area.height),
})

/** The share of `inner` that lies on `outer`, 0 to 1. */
const overlap = (outer: Area, inner: Area): number => {
  const wide = Math.min(outer.x + outer.width, inner.x + inner.width) - Math.max(outer.x, inner.x)
  const high = Math.min(outer.y + outer.height, inner.y + inner.height) - Math.max(outer.y, inner.y)
  return (Math.max(0, wide) * Math.max(0, high)) / (inner.width * inner.height)
}

const leastVisible = 0.2

/**
 * Where a window is put that was left in a state, on the screens there are now: the screen may have gone, or be a smaller
 * one. Null where no more than a fifth of it would be seen: it then opens where the system puts it.
 * @param areas of the screens, without what the system keeps for itself
 */
export const placeFor = (state: WindowState, areas: readonly Area[]): Area | null => {
  const [area] = areas.toSorted((one, other) => overlap(other, state) - overlap(one, state))
  if (!area || overlap(area, state) <= leastVisible) return null
  const width = Math.min(state.width, area.width)
  const height = Math.min(state.height, area.height)
  const reached = Math.max(state.x, area.x - width * (1 - leastVisible))
  return {
    width,
    height,
    x: Math.round(state.width > width ? area.x : reached),
    // The bar by which a window is moved is at its top, which must not lie above the screen.
    y: state.height > height ? area.y : Math.max(area.y, state.y),
  }
}

/** Reads what was kept; null where nothing was, or not this. */
export const readWindowState = (text: string): WindowState | null => {
  try {
    const read = windowState.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
