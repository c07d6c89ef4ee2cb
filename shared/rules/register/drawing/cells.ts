import type { MapPlace, MappedRisk } from '../../../contract/risks.ts'
import type { LevelLetter, Scales } from '../../../model/criteria.ts'
import { levelRank } from '../../scoring.ts'

export const samePlace = (left: MapPlace, right: MapPlace): boolean =>
  left.likelihood === right.likelihood && left.impact === right.impact

/** A cell of the map with the risks that stand in it, in their order. */
export type MapCell = { place: MapPlace; level: LevelLetter; risks: MappedRisk[] }

type Grid = Pick<Scales, 'likelihoods' | 'impacts' | 'grid'>

/** The cells by likelihood, then by impact, both ascending. Every risk is in one of them. */
export const cellsOf = ({ likelihoods, impacts, grid }: Grid, risks: readonly MappedRisk[]): MapCell[][] => {
  const cells = likelihoods.map((_, likelihood) =>
    impacts.map(
      (_level, impact): MapCell => ({
        place: { likelihood, impact },
        level: grid[likelihood]?.[impact] ?? 'VL',
        risks: [],
      }),
    ),
  )
  for (const risk of risks) cells[risk.place.likelihood]?.[risk.place.impact]?.risks.push(risk)
  return cells
}

/** Above so many risks a map shows numbers: no eye follows so many marks, and each step of its slider would take longer. */
export const mostMarks = 150

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

/** A level up to which is borne, and for which categories; the empty one speaks for all that are not named. */
export type AppetiteLine = { level: LevelLetter; categories: string[] }

/** The limits of the appetite, the lowest first, each level once: those of every category, or the one that holds for `category`. */
export const appetiteLines = ({ appetite }: Pick<Scales, 'appetite'>, category: string | null): AppetiteLine[] => {
  const holding = appetite.find(one => one.category === category) ?? appetite.find(one => one.category === '')
  const told = category === null ? appetite : holding === undefined ? [] : [holding]
  const levels = [...new Set(told.map(({ level }) => level))].sort((left, right) => levelRank(left) - levelRank(right))
  return levels.map(level => ({
    level,
    categories: told.filter(one => one.level === level).map(one => one.category),
  }))
}

/** How many risks are meant to go, or have come, from one cell to another. */
export type Flow = { from: MapPlace; to: MapPlace; count: number }

/** The arrows of many risks put together by their ends, the fullest first; those that stay where they are have none. */
export const flowsOf = (risks: readonly MappedRisk[], of: 'inherent' | 'target'): Flow[] => {
  const flows = new Map<string, Flow>()
  for (const { place, [of]: other } of risks) {
    if (other === null || samePlace(other, place)) continue
    const [from, to] = of === 'inherent' ? [other, place] : [place, other]
    const key = `${from.likelihood} ${from.impact} ${to.likelihood} ${to.impact}`
    const flow = flows.get(key) ?? { from, to, count: 0 }
    flow.count += 1
    flows.set(key, flow)
  }
  return [...flows.values()].sort((left, right) => right.count - left.count)
}
