import { z } from 'zod'
import { assessment } from '../model/assessment.ts'
import { criteria, scales } from '../model/criteria.ts'
import { excerptId, riskId } from '../model/id.ts'
import { line } from '../model/record.ts'
import { indicator, risk, riskAction, riskEvidenceRole } from '../model/risk.ts'
import { passage } from './excerpts.ts'
import { read, write } from './operation.ts'

const nothing = z.strictObject({})
const byId = <Id extends z.ZodType>(id: Id) => z.strictObject({ id })

/** A risk with its whole history, newest assessment first, and the newest of each kind. */
export const riskView = risk.extend({
  assessments: z.array(assessment),
  inherent: assessment.nullable(),
  current: assessment.nullable(),
  target: assessment.nullable(),
  /** How the newest current assessment moved against the one before it. */
  trend: z.enum(['new', 'raised', 'lowered', 'unchanged']),
  /** True when no excerpt and no claim stands behind it. */
  unsupported: z.boolean(),
  conflicts: z.array(z.object({ id: z.string(), termRef: line, reason: line, state: line })),
})
export type RiskView = z.infer<typeof riskView>

/** Actions and indicators come with the patch as whole lists; a new one has no id yet. */
const riskDraft = risk
  .omit({ id: true, ref: true, created: true, updated: true, actions: true, indicators: true })
  .extend({
    actions: z.array(riskAction.partial({ id: true })),
    indicators: z.array(indicator.partial({ id: true })),
  })

/** The level and the snapshot of the criteria are the case's to fill in. */
const assessmentDraft = assessment.omit({ id: true, level: true, criteria: true, author: true, created: true })

export const riskOperations = {
  /** Ranked: level, then likelihood range, then strength of knowledge, then ref. */
  'risks.list': read(nothing, z.array(riskView), [
    'risk',
    'riskAction',
    'indicator',
    'assessment',
    'conflict',
    'term',
    'excerpt',
  ]),
  'risks.create': write(riskDraft.extend({ passage: passage.optional() }).strict(), risk),
  'risks.update': write(z.strictObject({ id: riskId, patch: riskDraft.partial().strict() }), z.null()),
  'risks.remove': write(byId(riskId), z.null()),
  /** With a passage, the excerpt is made too and cited by the assessment. */
  'risks.assess': write(assessmentDraft.extend({ passage: passage.optional() }).strict(), assessment),
  'risks.cite': write(
    z.strictObject({
      risk: riskId,
      role: riskEvidenceRole,
      excerpt: excerptId.optional(),
      passage: passage.optional(),
    }),
    z.null(),
  ),
  'risks.uncite': write(z.strictObject({ risk: riskId, excerpt: excerptId }), z.null()),
  'criteria.read': read(nothing, criteria, ['criteria']),
  'criteria.update': write(scales.strict(), z.null()),
}
