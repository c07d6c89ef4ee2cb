import type { Assessment } from '../../shared/model/assessment.ts'
import type { Risk } from '../../shared/model/risk.ts'
import { Refused } from '../../shared/outcome.ts'
import { isFrozen } from '../../shared/rules/register/life.ts'
import type { InputFor } from '../operation.ts'
import { say } from '../say.ts'
import type { Database } from '../store/case-file.ts'
import { analystOf } from './case-info.ts'
import { readCriteria, scored } from './criteria.ts'
import { citedExcerpt } from './excerpts.ts'
import { assessments } from './tables.ts'

/** Refuses to score or treat a risk that somebody has accepted. */
export const refuseFrozen = (risk: Risk): Risk => {
  if (isFrozen(risk)) throw new Refused(say('refusal.riskFrozen', { ref: risk.ref }))
  return risk
}

/** Adds one scoring of a risk, under the criteria in force, by the analyst of the case; with a passage, its excerpt too. */
export const addAssessment = (db: Database, { passage, ...draft }: InputFor<'risks.assess'>): Assessment =>
  assessments.create(db, {
    ...draft,
    ...scored(readCriteria(db), draft),
    excerpts: passage ? [citedExcerpt(db, passage).id, ...draft.excerpts] : draft.excerpts,
    author: analystOf(db),
  })
