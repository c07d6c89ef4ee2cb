import type { MapPlace } from '../../../shared/contract/risks.ts'

export const samePlace = (left: MapPlace, right: MapPlace): boolean =>
  left.likelihood === right.likelihood && left.impact === right.impact
