import type { MapPlace, MappedRisk } from '../../shared/contract/risks.ts'
import { idOf } from './records.ts'

/** A risk as a map draws it. */
export const mappedWith = (number: number, place: MapPlace, more: Partial<MappedRisk> = {}): MappedRisk => ({
  id: idOf(number),
  ref: `R-${String(number).padStart(2, '0')}`,
  title: `Risk ${number}`,
  category: 'Political',
  kind: 'threat',
  status: 'open',
  level: 'M',
  likelihoodLow: 45,
  likelihoodHigh: 55,
  place,
  spans: { lowest: place.likelihood, highest: place.likelihood },
  inherent: null,
  target: null,
  isForeign: false,
  ...more,
})
