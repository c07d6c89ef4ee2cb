import type { LevelLetter, Scales } from '../../model/criteria.ts'
import { levelRank } from '../scoring.ts'
import { sentence } from '../sentence.ts'

/** A cell of the grid: indices into the likelihoods and the impacts. */
export type Place = { likelihood: number; impact: number }

export type CoxCheck = {
  rule: 'weak' | 'between' | 'colour'
  holds: boolean
  sentence: string
  /** Cells that break it, of the first find; empty where it holds. */
  cells: readonly Place[]
}

type Cell = Place & { level: LevelLetter; rank: number; low: number; high: number; name: string }

/**
 * Cells as rectangles: likelihood by its percentages, impact in equal steps from 0 to 1, since an ordinal scale says no more.
 * `low` and `high` are the smallest and the largest likelihood × impact in it.
 */
const cellsOf = ({ grid, likelihoods, impacts }: Scales): Cell[] =>
  grid.flatMap((row, likelihood) =>
    row.flatMap((level, impact) => {
      const [band, step] = [likelihoods[likelihood], impacts[impact]]
      if (band === undefined || step === undefined) return []
      const share = (at: number, percent: number) => Math.round(percent * at * 1e6) / (impacts.length * 1e8)
      return [
        {
          likelihood,
          impact,
          level,
          rank: levelRank(level),
          low: share(impact, band.low),
          high: share(impact + 1, band.high),
          name: `${band.word} / ${step.word}`,
        },
      ]
    }),
  )

const most = <Item>(items: readonly Item[], by: (item: Item) => number): Item | undefined =>
  items.reduce<Item | undefined>((best, item) => (best === undefined || by(item) > by(best) ? item : best), undefined)

const places = (cells: readonly Cell[]): Place[] => cells.map(({ likelihood, impact }) => ({ likelihood, impact }))

const hundredths = (share: number) => share.toFixed(2)

/** No point of the top level is a smaller risk than a point of the bottom one. */
const weak = (reds: readonly Cell[], greens: readonly Cell[]): CoxCheck => {
  const red = most(reds, cell => -cell.low)
  const green = most(greens, cell => cell.high)
  if (!red || !green || red.low >= green.high)
    return { rule: 'weak', holds: true, sentence: sentence('rules.cox.weakHolds'), cells: [] }
  const words = {
    red: red.name,
    top: red.level,
    low: hundredths(red.low),
    green: green.name,
    bottom: green.level,
    high: hundredths(green.high),
  }
  return { rule: 'weak', holds: false, sentence: sentence('rules.cox.weakFails', words), cells: places([red, green]) }
}

/**
 * Whoever goes up and to the right from bottom to top crosses a level between: a segment that does not must step from the one
 * straight into the other, over an edge or a corner.
 */
const between = (reds: readonly Cell[], greens: readonly Cell[]): CoxCheck => {
  for (const green of greens) {
    const red = reds.find(({ likelihood, impact }) => {
      const [up, right] = [likelihood - green.likelihood, impact - green.impact]
      return (up === 0 || up === 1) && (right === 0 || right === 1)
    })
    if (red === undefined) continue
    const words = { red: red.name, top: red.level, green: green.name, bottom: green.level }
    const found = sentence('rules.cox.betweenFails', words)
    return { rule: 'between', holds: false, sentence: found, cells: places([green, red]) }
  }
  return { rule: 'between', holds: true, sentence: sentence('rules.cox.betweenHolds'), cells: [] }
}

/** Whether a cell has the colour that its risks ask for, beside those that have the top and the bottom level. */
const isMiscoloured = (cell: Cell, reds: readonly Cell[], greens: readonly Cell[], top: number, bottom: number) => {
  const over = Math.max(...greens.map(green => green.high))
  const under = Math.min(...reds.map(red => red.low))
  // As high as another red cell, and clear of every green one: to be red. And the mirror of it.
  if (cell.rank !== top && cell.low >= over && reds.some(red => cell.high >= red.high)) return true
  if (cell.rank !== bottom && cell.high <= under && greens.some(green => cell.low <= green.low)) return true
  if (cell.rank === top || cell.rank === bottom) return false
  const liesBetween =
    greens.some(green => green.likelihood <= cell.likelihood && green.impact <= cell.impact) &&
    reds.some(red => red.likelihood >= cell.likelihood && red.impact >= cell.impact)
  return !liesBetween && !(cell.high > under && cell.low < over)
}

const colour = (cells: readonly Cell[], reds: readonly Cell[], greens: readonly Cell[]): CoxCheck => {
  const [top, bottom] = [reds[0]?.rank ?? 0, greens[0]?.rank ?? 0]
  const wrong = cells.filter(cell => isMiscoloured(cell, reds, greens, top, bottom))
  const [first] = wrong
  if (first === undefined)
    return { rule: 'colour', holds: true, sentence: sentence('rules.cox.colourHolds'), cells: [] }
  const words = { count: String(wrong.length), first: first.name, level: first.level }
  return { rule: 'colour', holds: false, sentence: sentence('rules.cox.colourFails', words), cells: places(wrong) }
}

/**
 * What Cox asks of a risk matrix, tried on a grid: weak consistency (his definition), betweenness (axiom 2) and consistent
 * colouring (axiom 3). L. A. Cox Jr., "What's Wrong with Risk Matrices?", Risk Analysis 28(2), 2008, 497–512.
 * His red is the highest level that the grid has, his green the lowest, and every level between is his intermediate colour;
 * quantitative risk is likelihood × impact, with impact in equal steps, which is an assumption the sentences name. Edges belong to no cell:
 * touching is allowed. Axiom 3 reads "as high as those in other red cells" as: up to the highest point of at least one of them.
 * Warnings only; the ranking never multiplies. Empty for a grid of one level or of another size than its scales.
 */
export const checkCox = (scales: Scales): CoxCheck[] => {
  const cells = cellsOf(scales)
  if (cells.length !== scales.likelihoods.length * scales.impacts.length) return []
  const ranks = cells.map(cell => cell.rank)
  const [top, bottom] = [Math.max(...ranks), Math.min(...ranks)]
  if (top === bottom) return []
  const reds = cells.filter(cell => cell.rank === top)
  const greens = cells.filter(cell => cell.rank === bottom)
  return [weak(reds, greens), between(reds, greens), colour(cells, reds, greens)]
}
