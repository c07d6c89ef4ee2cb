import type { Conflict, Resolution } from '../../shared/model/conflict.ts'
import type { ExcerptId, RiskId } from '../../shared/model/id.ts'
import type { Database } from '../store/case-file.ts'
import { analystOf } from './case-info.ts'
import { now } from './table.ts'
import { conflicts } from './tables.ts'

export type Decision = { resolution: Resolution; rationale: string; evidence: ExcerptId[]; risks: RiskId[] }

/** How a conflict begins: nobody has decided it. */
export const undecided = (): Pick<
  Conflict,
  'state' | 'resolution' | 'rationale' | 'decidedBy' | 'decidedAt' | 'evidence' | 'risks'
> => ({ state: 'open', resolution: null, rationale: '', decidedBy: '', decidedAt: null, evidence: [], risks: [] })

const decided = (db: Database) => ({ decidedBy: analystOf(db), decidedAt: now() })

/** Records how the analyst resolves a conflict. Looked at and left "unresolved", it stays open. */
export const decide = (db: Database, conflict: Conflict, decision: Decision): Conflict =>
  conflicts.update(db, conflict.id, {
    ...decision,
    state: decision.resolution === 'unresolved' ? 'open' : 'resolved',
    ...decided(db),
  })

export const dismiss = (db: Database, conflict: Conflict, rationale: string): Conflict =>
  conflicts.update(db, conflict.id, { state: 'dismissed', resolution: null, rationale, ...decided(db) })

/** Open again and undecided; the rationale stays as a reminder of how it was decided before. */
export const reopen = (db: Database, conflict: Conflict): Conflict =>
  conflicts.update(db, conflict.id, { state: 'open', resolution: null, decidedBy: '', decidedAt: null })
