import type { Stage } from '../model/claim.ts'

/** How far along a negotiation each stage is, in quarters; an `ended` one was turned down or taken back. */
export const stageProgress: Record<Stage, 0 | 1 | 2 | 3 | 4 | 'ended'> = {
  rumoured: 0,
  proposed: 1,
  countered: 1,
  'agreed in principle': 2,
  'text agreed': 3,
  signed: 4,
  ratified: 4,
  'in force': 4,
  amended: 4,
  rejected: 'ended',
  withdrawn: 'ended',
}
