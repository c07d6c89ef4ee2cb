import type { Criteria, Scales } from '../../../../shared/model/criteria.ts'
import { hold } from '../../../held.ts'
import { useRead } from '../../../query.ts'
import { sameScales, scalesOf } from './draft.ts'

/** An edit that is not saved yet outlives a look at another screen; it belongs to the version that it began from. */
type Draft = { base: string; scales: Scales }

const draft = hold<Draft | null>(null)

export type CriteriaHands = {
  /** The version in force. */
  inForce: Criteria
  /** What the editor shows: the draft, else what is in force. */
  scales: Scales
  isEdited: boolean
  edit: (next: Scales) => void
  putBack: () => void
}

/** The criteria in force and what is being made of them; undefined until they are read. Words of another version are no draft of this one. */
export const useCriteria = (): CriteriaHands | undefined => {
  const inForce = useRead('criteria.read', {}).value
  const held = draft.use()
  if (inForce === undefined) return undefined
  const own = scalesOf(inForce)
  const scales = held?.base === inForce.id ? held.scales : own
  return {
    inForce,
    scales,
    isEdited: !sameScales(scales, own),
    edit: next => draft.set({ base: inForce.id, scales: scalesOf(next) }),
    putBack: () => draft.set(null),
  }
}

/** The draft as it stands now: a drag paints many cells before the screen is drawn again. */
export const draftOf = ({ inForce, scales }: Pick<CriteriaHands, 'inForce' | 'scales'>): Scales => {
  const held = draft.read()
  return held?.base === inForce.id ? held.scales : scales
}
