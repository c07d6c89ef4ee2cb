import type { Scales } from '../../shared/model/criteria.ts'
import { firstScales } from '../../shared/rules/register/presets.ts'

/** The scales of a new case. */
export const firstCriteria: Scales = firstScales
