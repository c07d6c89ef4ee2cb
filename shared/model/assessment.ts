import * as z from 'zod'
import { levelLetter } from './criteria.ts'
import { confidence } from './grades.ts'
import { assessmentId, claimId, conflictId, criteriaId, excerptId, riskId } from './id.ts'
import { partialDate } from './partial-date.ts'
import { instant, line, percent, prose } from './record.ts'

export const assessmentKind = z.enum(['inherent', 'current', 'target'])
export type AssessmentKind = z.infer<typeof assessmentKind>

/** Impact on one dimension: an index into the snapshot's `impacts`, and why. */
export const impact = z.object({ dimension: line, level: z.int().min(0).max(9), rationale: prose })

/** One dated scoring of a risk, with its reason and what moved it. Never changed afterwards: a new scoring is a new assessment. */
export const assessment = z.object({
  id: assessmentId,
  risk: riskId,
  kind: assessmentKind,
  likelihoodWord: line,
  /** Percent; the range may be narrower or wider than the word's own. */
  likelihoodLow: percent,
  likelihoodHigh: percent,
  impacts: z.array(impact).min(1),
  level: levelLetter,
  /** How good the knowledge behind the scoring is, on the same three words as confidence. */
  strength: confidence,
  reason: prose.min(1),
  excerpts: z.array(excerptId),
  claims: z.array(claimId),
  conflicts: z.array(conflictId),
  author: line,
  date: partialDate,
  /** The version of the criteria it was scored under, which never changes. */
  criteria: criteriaId,
  created: instant,
})
export type Assessment = z.infer<typeof assessment>
