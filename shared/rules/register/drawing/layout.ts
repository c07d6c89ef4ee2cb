import type { MapPlace } from '../../../contract/risks.ts'
import type { Scales } from '../../../model/criteria.ts'

/** Pixels. The letter of a cell's level and its number keep the right edge, the ring of a start or a target its lower corner. */
const margin = { left: 118, right: 2, top: 2, bottom: 20 }
const least = { width: 44, height: 32 }
const edgeWidth = 14
const gap = 2
const chipHeight = 13
/** Under the upper edge of a chip, the line on which its ref stands. */
export const refLine = 10

export type Point = { x: number; y: number }
export type Box = Point & { width: number; height: number }

export type MapLayout = {
  width: number
  height: number
  cell: { width: number; height: number }
  chip: { width: number; height: number }
  /** How many refs a cell holds. */
  capacity: number
  x: (impact: number) => number
  y: (likelihood: number) => number
  /** The height at which a percentage stands: every band is as high as the others, and within a band the scale is even. */
  yOf: (percent: number, bands: Scales['likelihoods']) => number
  /** The upper left corner of the chip at a slot of a cell. */
  slot: (place: MapPlace, index: number) => Point
  /** Where the mark of a start or a target stands: the lower right corner, which no chip enters. */
  corner: (place: MapPlace) => Point
  box: (place: MapPlace) => Box
  axis: { x: number; wordsY: number }
}

/** The drawing of the map in the pixels of its pane, so that its type keeps its size. Never smaller than can be read; the pane scrolls then. */
export const mapLayout = (
  pane: { width: number; height: number },
  rows: number,
  columns: number,
  longestRef: number,
): MapLayout => {
  const across = (pane.width - margin.left - margin.right) / columns
  const up = (pane.height - margin.top - margin.bottom) / rows
  const cell = { width: Math.floor(Math.max(least.width, across)), height: Math.floor(Math.max(least.height, up)) }
  const chip = { width: 4 + longestRef * 6, height: chipHeight }
  const perLine = Math.max(1, Math.floor((cell.width - edgeWidth - gap) / (chip.width + gap)))
  const lines = Math.max(1, Math.floor((cell.height - gap) / (chip.height + gap)))
  const x = (impact: number) => margin.left + impact * cell.width
  const y = (likelihood: number) => margin.top + (rows - 1 - likelihood) * cell.height
  return {
    width: margin.left + columns * cell.width + margin.right,
    height: margin.top + rows * cell.height + margin.bottom,
    cell,
    chip,
    capacity: lines * perLine,
    x,
    y,
    yOf: (percent, bands) => {
      const at = bands.findIndex(({ high }) => percent < high)
      const band = bands[at]
      if (band === undefined) return y(rows - 1)
      const within = Math.max(0, Math.min(1, (percent - band.low) / (band.high - band.low)))
      return y(at) + cell.height * (1 - within)
    },
    slot: (place, index) => ({
      x: x(place.impact) + gap + (index % perLine) * (chip.width + gap),
      y: y(place.likelihood) + 1 + gap + Math.floor(index / perLine) * (chip.height + gap),
    }),
    corner: place => ({ x: x(place.impact) + cell.width - 7, y: y(place.likelihood) + cell.height - 7 }),
    box: place => ({ x: x(place.impact), y: y(place.likelihood), ...cell }),
    axis: {
      x: margin.left - 8,
      wordsY: margin.top + rows * cell.height + 15,
    },
  }
}

/** A ref as a chip shows it: `R03` for `R-03`. */
export const shortRef = (ref: string): string => ref.replace('R-', 'R')

/** The longest of the refs as chips show them, at least three signs. */
export const longestRef = (risks: readonly { ref: string }[]): number =>
  risks.reduce((longest, { ref }) => Math.max(longest, shortRef(ref).length), 3)

/** Which refs a cell shows: all when they fit; else the first ones and the selected one, with the number of the others in the last slot. */
export const fitted = <Mark extends { id: string }>(
  marks: readonly Mark[],
  capacity: number,
  selected: string | null,
): { shown: Mark[]; more: number } => {
  if (marks.length <= capacity) return { shown: [...marks], more: 0 }
  const room = Math.max(0, capacity - 1)
  const chosen = marks.filter(mark => mark.id === selected).slice(0, room)
  const others = marks.filter(mark => mark.id !== selected).slice(0, room - chosen.length)
  const shown = marks.filter(mark => chosen.includes(mark) || others.includes(mark))
  return { shown, more: marks.length - shown.length }
}

/** Where the line from a point to the middle of a chip meets the chip's border: an arrow ends there and hides nothing. */
export const meets = (from: Point, chip: Box): Point => {
  const middle = { x: chip.x + chip.width / 2, y: chip.y + chip.height / 2 }
  const [dx, dy] = [from.x - middle.x, from.y - middle.y]
  const reach = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : chip.width / 2 / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : chip.height / 2 / Math.abs(dy),
  )
  return reach >= 1 ? middle : { x: middle.x + dx * reach, y: middle.y + dy * reach }
}

/** The ring of a start or a target as a box: an arrow stops before it. */
const around = (ring: Point): Box => ({ x: ring.x - 6, y: ring.y - 6, width: 12, height: 12 })

export type Arrow = { from: Point; to: Point; ring: Point }

/** The arrow to the chip of a risk from where it came, and the one from it to where it is meant to go. */
export const arrowFrom = (start: Point, chip: Box): Arrow => ({
  from: meets(meets(start, chip), around(start)),
  to: meets(start, chip),
  ring: start,
})
export const arrowTo = (chip: Box, end: Point): Arrow => ({
  from: meets(end, chip),
  to: meets(meets(end, chip), around(end)),
  ring: end,
})

/** The head of an arrow as a path: an open angle at its end. */
export const arrowHead = ({ from, to }: Pick<Arrow, 'from' | 'to'>, size = 7): string => {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length]
  const wing = (side: number) =>
    `${tidy(to.x - ux * size - uy * side * size * 0.5)} ${tidy(to.y - uy * size + ux * side * size * 0.5)}`
  return `M${wing(1)}L${tidy(to.x)} ${tidy(to.y)}L${wing(-1)}`
}

export const tidy = (value: number): number => Math.round(value * 10) / 10
