import type { LevelLetter, Scales } from '../../model/criteria.ts'
import { levelRank } from '../scoring.ts'

/** The highest level that is borne in a category: what is said for it, else for all; null: nothing is said. */
export const appetiteOf = ({ appetite }: Pick<Scales, 'appetite'>, category: string): LevelLetter | null =>
  (appetite.find(limit => limit.category === category) ?? appetite.find(limit => limit.category === ''))?.level ?? null

export const isBeyondAppetite = (scales: Pick<Scales, 'appetite'>, category: string, level: LevelLetter): boolean => {
  const limit = appetiteOf(scales, category)
  return limit !== null && levelRank(level) > levelRank(limit)
}
