import type { Risk, RiskStatus } from '../../model/risk.ts'

/** Which moves the life of a risk allows. An accepted risk is left by revoking the acceptance, an archived one by taking it out again. */
export const movesFrom: Record<RiskStatus, readonly RiskStatus[]> = {
  draft: ['open', 'archived'],
  open: ['treating', 'monitoring', 'accepted', 'materialised', 'closed', 'archived'],
  treating: ['open', 'monitoring', 'accepted', 'materialised', 'closed', 'archived'],
  monitoring: ['open', 'treating', 'accepted', 'materialised', 'closed', 'archived'],
  accepted: ['open', 'treating', 'monitoring', 'materialised', 'closed', 'archived'],
  materialised: ['treating', 'monitoring', 'closed', 'archived'],
  closed: ['open', 'archived'],
  archived: ['draft', 'open', 'closed'],
}

/** Every move needs a reason but the first: a draft that is opened. */
export const needsReason = (from: RiskStatus, to: RiskStatus): boolean => !(from === 'draft' && to === 'open')

/** An accepted risk is frozen: it is neither scored nor treated until the acceptance is revoked. */
export const isFrozen = (risk: Pick<Risk, 'status' | 'acceptance'>): boolean =>
  risk.status === 'accepted' && risk.acceptance !== null
