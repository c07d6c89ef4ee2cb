import * as z from 'zod'
import { assessmentKind } from '../model/assessment.ts'
import { criteria, levelLetter, scales } from '../model/criteria.ts'
import { assessmentId, criteriaId, riskId } from '../model/id.ts'
import { partialDate } from '../model/partial-date.ts'
import { line, percent, prose } from '../model/record.ts'
import { read, write } from './operation.ts'

const nothing = z.strictObject({})

/** A scoring as it stands and as it would be on other scales, where the two differ. */
export const remapping = z.object({
  assessment: assessmentId,
  risk: riskId,
  ref: line,
  title: line,
  kind: assessmentKind,
  /** Percent. */
  likelihoodLow: percent,
  likelihoodHigh: percent,
  before: z.object({ level: levelLetter, likelihood: line, impact: line }),
  /** Null: it has no place on the new scales, or is frozen, and is for the analyst to score. */
  after: z.object({ level: levelLetter, likelihood: line, impact: line }).nullable(),
  /** Its risk is accepted: nothing of it is scored until that is revoked. */
  isFrozen: z.boolean(),
  /** What was decided in reading it on the new scales, a sentence each. */
  notes: z.array(line),
})
export type Remapping = z.infer<typeof remapping>

/** Which scorings are made again, and why; `date` is the day of the new ones, today where it is absent. */
const rescoring = z.object({
  rescore: z.array(assessmentId).max(60_000),
  reason: prose.min(1),
  date: partialDate.optional(),
})

export const criteriaOperations = {
  'criteria.read': read(nothing, criteria, ['criteria']),
  /** All versions, oldest first. */
  'criteria.versions': read(nothing, z.array(criteria), ['criteria']),
  /** How many assessments were scored under each version, oldest version first. */
  'criteria.uses': read(nothing, z.array(z.object({ id: criteriaId, assessments: z.int() })), [
    'criteria',
    'assessment',
  ]),
  /**
   * What the newest scorings of each risk, one of each kind, would come to on other scales. Only those that differ, those that
   * rise first; `same` counts the others. Archived risks are left as they are.
   */
  'criteria.remap': read(z.strictObject({ scales }), z.object({ rows: z.array(remapping), same: z.int() }), [
    'criteria',
    'risk',
    'assessment',
  ]),
  /** Adds a version, and scores again what the analyst picked of the re-mapping, in one step. Assessments already made keep theirs. */
  'criteria.update': write(scales.extend({ rescoring: rescoring.strict().optional() }).strict(), criteria),
  /** Scores again under the version in force what was scored under an older one. */
  'criteria.rescore': write(rescoring.strict(), z.object({ assessments: z.int() })),
}
