import type { Conflict, Resolution } from '../../shared/model/conflict.ts'
import { conflictDecisionId, type ExcerptId, type RiskId } from '../../shared/model/id.ts'
import type { Database } from '../store/case-file.ts'
import { analystOf } from './case-info.ts'
import { newId } from './new-id.ts'
import { now } from './table.ts'
import { conflicts } from './tables.ts'

export type Decision = { resolution: Resolution; rationale: string; evidence: ExcerptId[]; risks: RiskId[] }

/** How a conflict begins: nobody has decided it. */
export const undecided = (): Pick<
  Conflict,
  'state' | 'resolution' | 'rationale' | 'decidedBy' | 'decidedAt' | 'evidence' | 'risks' | 'decisions'
> => ({
  state: 'open',
  resolution: null,
  rationale: '',
  decidedBy: '',
  decidedAt: null,
  evidence: [],
  risks: [],
  decisions: [],
})

type Deciding = Pick<Conflict, 'state' | 'resolution' | 'rationale'>

/** A decision in force, and one more in the list of all there were. Nobody's, where the conflict changed by itself. */
const deciding = (conflict: Conflict, { state, resolution, rationale }: Deciding, by: string) => {
  const at = now()
  const inForce = state !== 'open' || resolution !== null
  return {
    state,
    resolution,
    decidedBy: inForce ? by : '',
    decidedAt: inForce ? at : null,
    decisions: [...conflict.decisions, { id: conflictDecisionId.parse(newId()), at, by, state, resolution, rationale }],
  }
}

/** Records how the analyst resolves a conflict. Looked at and left "unresolved", it stays open. */
export const decide = (db: Database, conflict: Conflict, decision: Decision): Conflict => {
  const state = decision.resolution === 'unresolved' ? 'open' : 'resolved'
  return conflicts.update(db, conflict.id, {
    ...decision,
    ...deciding(conflict, { ...decision, state }, analystOf(db)),
  })
}

export const dismiss = (db: Database, conflict: Conflict, rationale: string): Conflict =>
  conflicts.update(db, conflict.id, {
    rationale,
    ...deciding(conflict, { state: 'dismissed', resolution: null, rationale }, analystOf(db)),
  })

/** Open again and undecided; the rationale stays as a reminder of how it was decided before. */
const opened = (db: Database, conflict: Conflict, rationale: string, by: string): Conflict =>
  conflicts.update(db, conflict.id, deciding(conflict, { state: 'open', resolution: null, rationale }, by))

export const reopen = (db: Database, conflict: Conflict): Conflict => opened(db, conflict, '', analystOf(db))

/** What was decided is about other claims now: the conflict opens by itself, and says why. */
export const reopenChanged = (db: Database, conflict: Conflict): Conflict => opened(db, conflict, conflict.reason, '')
