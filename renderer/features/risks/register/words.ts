import { riskStatus } from '../../../../shared/model/risk.ts'
import { nameOf } from '../../../../shared/rules/vocabulary.ts'
import { say } from '../../../say.ts'
import type { Facet, Grouping } from './listing.ts'

/** A value of a facet as a person reads it. */
export const facetWords = (facet: Facet, value: string): string => {
  if (value === '') return say('parts.notStated')
  if (facet === 'status') return nameOf('status', riskStatus.parse(value))
  return facet === 'level' && value === 'none' ? say('register.notScored') : value
}

export const groupWords = (grouping: Grouping, key: string): string =>
  grouping === 'nothing' ? '' : facetWords(grouping, key)
