import type { Assessment } from '../../shared/model/assessment.ts'
import type { Criteria, Scales } from '../../shared/model/criteria.ts'
import { Refused } from '../../shared/outcome.ts'
import { levelOf } from '../../shared/rules/scoring.ts'
import { say } from '../say.ts'
import type { Database } from '../store/case-file.ts'
import { criteriaTable } from './tables.ts'

/** The scales in force: the newest version. */
export const readCriteria = (db: Database): Criteria => {
  const criteria = criteriaTable.all(db).at(-1)
  if (!criteria) throw new Refused(say('refusal.noCriteria'))
  return criteria
}

/** Refuses scales whose grid does not have one cell for every likelihood and impact. */
export const refuseUnfitGrid = ({ grid, likelihoods, impacts }: Scales): void => {
  if (grid.length !== likelihoods.length || grid.some(row => row.length !== impacts.length))
    throw new Refused(say('refusal.gridSize', { rows: likelihoods.length, columns: impacts.length }), 'invalid')
}

type Scoring = Pick<Assessment, 'likelihoodWord' | 'likelihoodLow' | 'likelihoodHigh' | 'impacts'>

/** The level of a scoring under the scales of the case, with the version it was scored under. Refuses words and impacts that are not on the scales. */
export const scored = (criteria: Criteria, scoring: Scoring): Pick<Assessment, 'level' | 'criteria'> => {
  const { likelihoodWord, likelihoodLow, likelihoodHigh, impacts } = scoring
  if (!criteria.likelihoods.some(band => band.word === likelihoodWord))
    throw new Refused(say('refusal.unknownLikelihood', { word: likelihoodWord }), 'invalid')
  if (likelihoodLow > likelihoodHigh) throw new Refused(say('refusal.likelihoodOrder'), 'invalid')
  for (const { dimension, level } of impacts)
    if (level >= criteria.impacts.length || !criteria.dimensions.includes(dimension))
      throw new Refused(say('refusal.unknownImpact', { dimension }), 'invalid')
  return { level: levelOf(criteria, likelihoodLow, likelihoodHigh, impacts), criteria: criteria.id }
}
