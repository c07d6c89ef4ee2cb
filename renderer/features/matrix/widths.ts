/** Widths of the grid in pixels: the terms and our position stay in sight, the columns share what is between them. */
export type GridWidths = {
  name: number
  position: number
  column: number
  /** Of a map of coverage: whether its columns have room for a title that is not turned. */
  isLevel: boolean
}

const wide = { name: 250, position: 176, least: 138 }
/** Beside an open drawer, or zoomed in, the pinned columns give way, so that sources stay in sight. */
const narrow = { name: 156, position: 130, least: 100 }
const narrowBelow = 900
/** From this width of a column on, what is left over is shared with the pinned ones. */
const ample = 190
const dense = { least: 24, turned: 40, level: 64, widest: 96 }

const between = (least: number, width: number, most: number) => Math.max(least, Math.min(Math.floor(width), most))

/**
 * The width of columns that do not all fit. One that is cut to a sliver looks like a fault: there half of a column tells
 * that there are more, and where only one or two fit, they fit exactly.
 */
const unfitted = (room: number, least: number): number => {
  const whole = Math.floor(room / least)
  if (whole === 0 || room / least - whole >= 0.35) return least
  return Math.floor(room / (whole > 2 ? whole - 0.5 : whole))
}

const shared = (room: number, columns: number, least: number): number => {
  const equal = room / Math.max(1, columns)
  return equal >= least ? equal : unfitted(room, least)
}

/** How wide the parts of a grid of so many columns are. */
export const gridWidths = (width: number, columns: number, isDense: boolean): GridWidths => {
  const isNarrow = width > 0 && width < (isDense ? narrowBelow / 2 : narrowBelow)
  const { name, position, least } = isNarrow ? narrow : wide
  const room = width - name - position
  const equal = room / Math.max(1, columns)
  if (isDense) {
    const isLevel = equal >= dense.level
    const column = isLevel ? Math.min(equal, dense.widest) : between(dense.least, equal, dense.turned)
    return { name, position, column, isLevel }
  }
  if (isNarrow || equal < ample) return { name, position, column: shared(room, columns, least), isLevel: true }
  const more = { name: between(name, width * 0.17, 320), position: between(position, width * 0.14, 260) }
  return { ...more, column: (width - more.name - more.position) / Math.max(1, columns), isLevel: true }
}
