import type { MapPlace } from '../../../shared/contract/risks.ts'
import type { LevelLetter, Scales } from '../../../shared/model/criteria.ts'
import { levelRank } from '../../../shared/rules/scoring.ts'

/** Pixels. The letter of a cell's level keeps the upper right corner, the ring of a start or a target the lower one. */
const margin = { left: 118, right: 2, top: 2, bottom: 34 }
const least = { width: 44, height: 34 }
const letterWidth = 14
const ringWidth = 12
const gap = 2
const chipHeight = 15

export type MapLayout = {
  width: number
  height: number
  cell: { width: number; height: number }
  chip: { width: number; height: number }
  /** How many refs a cell holds. */
  capacity: number
  x: (impact: number) => number
  y: (likelihood: number) => number
  /** The upper left corner of the chip at a slot of a cell. */
  slot: (place: MapPlace, index: number) => { x: number; y: number }
  /** Where the mark of a start or a target stands: the lower right corner, which no chip enters. */
  corner: (place: MapPlace) => { x: number; y: number }
  axis: { x: number; wordsY: number; nameY: number }
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
  const chip = { width: 6 + longestRef * 6, height: chipHeight }
  const perLine = (taken: number) => Math.max(1, Math.floor((cell.width - taken - gap) / (chip.width + gap)))
  const [first, further] = [perLine(letterWidth), perLine(ringWidth)]
  const lines = Math.max(1, Math.floor((cell.height - gap) / (chip.height + gap)))
  const x = (impact: number) => margin.left + impact * cell.width
  const y = (likelihood: number) => margin.top + (rows - 1 - likelihood) * cell.height
  return {
    width: margin.left + columns * cell.width + margin.right,
    height: margin.top + rows * cell.height + margin.bottom,
    cell,
    chip,
    capacity: first + (lines - 1) * further,
    x,
    y,
    slot: (place, index) => {
      const line = index < first ? 0 : 1 + Math.floor((index - first) / further)
      const before = line === 0 ? 0 : first + (line - 1) * further
      return {
        x: x(place.impact) + 1 + gap + (index - before) * (chip.width + gap),
        y: y(place.likelihood) + 1 + gap + line * (chip.height + gap),
      }
    },
    corner: place => ({ x: x(place.impact) + cell.width - 7, y: y(place.likelihood) + cell.height - 7 }),
    axis: {
      x: margin.left - 8,
      wordsY: margin.top + rows * cell.height + 15,
      nameY: margin.top + rows * cell.height + 30,
    },
  }
}

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

/** An edge of a cell that the appetite runs along. */
export type Edge = { likelihood: number; impact: number; side: 'top' | 'right' }

/** The edges between what an appetite accepts and what goes beyond it. */
export const appetiteEdges = ({ grid }: Pick<Scales, 'grid'>, appetite: LevelLetter): Edge[] => {
  const beyond = (level: LevelLetter) => levelRank(level) > levelRank(appetite)
  return grid.flatMap((row, likelihood) =>
    row.flatMap((level, impact): Edge[] => {
      const above = grid[likelihood + 1]?.[impact]
      const beside = row[impact + 1]
      return [
        ...(above !== undefined && beyond(above) !== beyond(level)
          ? [{ likelihood, impact, side: 'top' as const }]
          : []),
        ...(beside !== undefined && beyond(beside) !== beyond(level)
          ? [{ likelihood, impact, side: 'right' as const }]
          : []),
      ]
    }),
  )
}

type Point = { x: number; y: number }

/** Where the line from a point to the middle of a chip meets the chip's border: an arrow ends there and hides nothing. */
export const meets = (from: Point, chip: Point & { width: number; height: number }): Point => {
  const middle = { x: chip.x + chip.width / 2, y: chip.y + chip.height / 2 }
  const [dx, dy] = [from.x - middle.x, from.y - middle.y]
  const reach = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : chip.width / 2 / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : chip.height / 2 / Math.abs(dy),
  )
  return reach >= 1 ? middle : { x: middle.x + dx * reach, y: middle.y + dy * reach }
}
