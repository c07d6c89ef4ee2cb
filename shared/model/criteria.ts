import * as z from 'zod'
import { criteriaId } from './id.ts'
import { line, percent, prose, stamps } from './record.ts'

/** The letters always printed in a cell of the heat map. */
export const levelLetter = z.enum(['VL', 'L', 'M', 'H', 'VH'])
export type LevelLetter = z.infer<typeof levelLetter>

/** A likelihood word and its half-open range in percent: `low` belongs to it, `high` to the next. */
export const likelihoodBand = z.object({ word: line, low: percent, high: percent })

/** Scales, grid and appetite under which risks are scored. `grid[likelihood][impact]` is a look-up, never a product. */
export const scales = z.object({
  name: line,
  likelihoods: z.array(likelihoodBand).min(2),
  /** Ascending; the index is what an assessment's impact `level` refers to. */
  impacts: z.array(z.object({ word: line, description: prose })).min(2),
  dimensions: z.array(line).min(1),
  grid: z.array(z.array(levelLetter)),
  /** The highest level that is borne; an empty category speaks for all that are not named. */
  appetite: z.array(z.object({ category: line, level: levelLetter })),
  /** After how many days a risk of a level is to be reviewed, where the risk does not say itself. */
  cadence: z.array(z.object({ level: levelLetter, days: z.int().min(1) })),
})
export type Scales = z.infer<typeof scales>

/**
 * One version of the scales of the case; the newest is in force. A version is never changed: a change of criteria adds one,
 * so that every assessment keeps the scales it was scored under. Held by test/main/operations/criteria.test.ts.
 */
export const criteria = scales.extend({ id: criteriaId, ...stamps })
export type Criteria = z.infer<typeof criteria>
