import { type LevelLetter, levelLetter, type Scales } from '../../../../shared/model/criteria.ts'
import { levelRank } from '../../../../shared/rules/scoring.ts'

/** As many impacts as an assessment can name. */
export const mostImpacts = 10
const fewest = 2

type Band = Scales['likelihoods'][number]

const without = <Item>(items: readonly Item[], at: number): Item[] => items.filter((_, index) => index !== at)
const replaced = <Item>(items: readonly Item[], at: number, item: Item): Item[] =>
  items.map((one, index) => (index === at ? item : one))
const inserted = <Item>(items: readonly Item[], at: number, item: Item): Item[] => [
  ...items.slice(0, at),
  item,
  ...items.slice(at),
]

export const canLoseBand = ({ likelihoods }: Scales): boolean => likelihoods.length > fewest
export const canLoseImpact = ({ impacts }: Scales): boolean => impacts.length > fewest
export const canGainImpact = ({ impacts }: Scales): boolean => impacts.length < mostImpacts

/** A band with other words or edges. An edge that two bands share moves for both, so that no gap opens by hand. */
export const withBand = (scales: Scales, at: number, patch: Partial<Band>): Scales => {
  const band = scales.likelihoods[at]
  if (band === undefined) return scales
  const next = { ...band, ...patch }
  const likelihoods = scales.likelihoods.map((one, index) => {
    if (index === at) return next
    if (index === at - 1 && one.high === band.low && next.low > one.low) return { ...one, high: next.low }
    if (index === at + 1 && one.low === band.high && next.high < one.high) return { ...one, low: next.high }
    return one
  })
  return { ...scales, likelihoods }
}

/** Divides a band in the middle: the upper half gets a word of its own and the levels of the row that it came from. */
export const splitBand = (scales: Scales, at: number): Scales => {
  const band = scales.likelihoods[at]
  const row = scales.grid[at]
  if (band === undefined || row === undefined) return scales
  const middle = Math.round(((band.low + band.high) / 2) * 10) / 10
  const lower = replaced(scales.likelihoods, at, { ...band, high: middle })
  return {
    ...scales,
    likelihoods: inserted(lower, at + 1, { word: '', low: middle, high: band.high }),
    grid: inserted(scales.grid, at + 1, [...row]),
  }
}

/** Takes a band and its row away; its percentages go to the band below, or above the lowest, where they touched. */
export const removeBand = (scales: Scales, at: number): Scales => {
  const band = scales.likelihoods[at]
  if (band === undefined || !canLoseBand(scales)) return scales
  const likelihoods = scales.likelihoods.map((one, index) => {
    if (index === at - 1 && one.high === band.low) return { ...one, high: band.high }
    if (at === 0 && index === 1 && one.low === band.high) return { ...one, low: band.low }
    return one
  })
  return { ...scales, likelihoods: without(likelihoods, at), grid: without(scales.grid, at) }
}

export const withImpact = (scales: Scales, at: number, patch: Partial<Scales['impacts'][number]>): Scales => ({
  ...scales,
  impacts: scales.impacts.map((one, index) => (index === at ? { ...one, ...patch } : one)),
})

/** A new impact above another one, with the levels of its column. */
export const addImpact = (scales: Scales, after: number): Scales =>
  canGainImpact(scales)
    ? {
        ...scales,
        impacts: inserted(scales.impacts, after + 1, { word: '', description: '' }),
        grid: scales.grid.map(row => inserted(row, after + 1, row[after] ?? 'M')),
      }
    : scales

export const removeImpact = (scales: Scales, at: number): Scales =>
  canLoseImpact(scales)
    ? { ...scales, impacts: without(scales.impacts, at), grid: scales.grid.map(row => without(row, at)) }
    : scales

export const withDimension = (scales: Scales, at: number, word: string): Scales => ({
  ...scales,
  dimensions: replaced(scales.dimensions, at, word),
})
export const addDimension = (scales: Scales): Scales => ({ ...scales, dimensions: [...scales.dimensions, ''] })
export const removeDimension = (scales: Scales, at: number): Scales =>
  scales.dimensions.length > 1 ? { ...scales, dimensions: without(scales.dimensions, at) } : scales

export type Place = { likelihood: number; impact: number }

/** Paints a cell; the same scales where it has that level already. */
export const painted = (scales: Scales, { likelihood, impact }: Place, level: LevelLetter): Scales => {
  const row = scales.grid[likelihood]
  if (row?.[impact] === undefined || row[impact] === level) return scales
  return { ...scales, grid: replaced(scales.grid, likelihood, replaced(row, impact, level)) }
}

/** The level above (1) or below (-1); the same at the end. */
export const nextLevel = (level: LevelLetter, step: 1 | -1): LevelLetter =>
  levelLetter.options[levelRank(level) + step] ?? level

/** A limit for a category; null takes it away. An empty category speaks for all others. */
export const withAppetite = (scales: Scales, category: string, level: LevelLetter | null): Scales => {
  const known = scales.appetite.some(limit => limit.category === category)
  const kept = scales.appetite.flatMap(limit =>
    limit.category !== category ? [limit] : level === null ? [] : [{ category, level }],
  )
  return { ...scales, appetite: known || level === null ? kept : [...kept, { category, level }] }
}

/** After how many days a level is looked at again; null: never by itself. From the highest level down. */
export const withCadence = (scales: Scales, level: LevelLetter, days: number | null): Scales => {
  const others = scales.cadence.filter(one => one.level !== level)
  const next = days === null ? others : [...others, { level, days }]
  return { ...scales, cadence: next.sort((left, right) => levelRank(right.level) - levelRank(left.level)) }
}

/** Scales of a version or a preset, without what makes them a version. */
export const scalesOf = (from: Scales): Scales => {
  const { name, likelihoods, impacts, dimensions, grid, appetite, cadence } = from
  return { name, likelihoods, impacts, dimensions, grid, appetite, cadence }
}

export const sameScales = (one: Scales, other: Scales): boolean =>
  JSON.stringify(scalesOf(one)) === JSON.stringify(scalesOf(other))

/** Why the scales cannot be kept as they are: a thing without a name, or a likelihood that a scoring could not tell from another. */
export const faultIn = ({ name, likelihoods, impacts, dimensions }: Scales): 'unnamed' | 'twice' | null => {
  const words = likelihoods.map(({ word }) => word.trim())
  const names = [name, ...words, ...impacts.map(({ word }) => word), ...dimensions]
  if (names.some(one => one.trim() === '')) return 'unnamed'
  return new Set(words).size < words.length || new Set(dimensions).size < dimensions.length ? 'twice' : null
}
