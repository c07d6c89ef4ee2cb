import type { CaseInfo } from '../model/case-info.ts'
import type { MarkingLevel } from '../model/marking.ts'
import { sentence } from './sentence.ts'

/** Traffic Light Protocol 2.0 (FIRST, 2022), the least restrictive first. */
export const trafficLight = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'] as const

/** The markings of a case, the least restrictive first: those of its house, or else the Traffic Light Protocol. */
export const markingLevels = ({ scheme }: Pick<CaseInfo, 'scheme'>): MarkingLevel[] =>
  scheme?.levels ?? trafficLight.map(name => ({ name, handling: sentence(`rules.handling.${name}`) }))

/** How restrictive a marking is: its place among the levels, or null for one that the scheme does not know. */
export const restriction = (levels: readonly MarkingLevel[], marking: string): number | null => {
  const at = levels.findIndex(({ name }) => name === marking)
  return at === -1 ? null : at
}
