import { riskMoveId } from '../../shared/model/id.ts'
import type { PartialDate } from '../../shared/model/partial-date.ts'
import type { Risk, RiskStatus } from '../../shared/model/risk.ts'
import { Refused } from '../../shared/outcome.ts'
import { presentDay } from '../../shared/rules/local-day.ts'
import { movesFrom, needsReason } from '../../shared/rules/register/life.ts'
import { say } from '../say.ts'
import type { Database } from '../store/case-file.ts'
import { analystOf } from './case-info.ts'
import { newId } from './new-id.ts'
import { now } from './table.ts'
import { risks } from './tables.ts'

type Moving = { status: RiskStatus; reason: string; date?: PartialDate | undefined }

/** Moves one risk on in its life. An acceptance is over once the risk is moved on. Refuses a move that its life does not allow. */
export const moveRisk = (
  db: Database,
  risk: Risk,
  { status, reason, date }: Moving,
  acceptance: Risk['acceptance'] = null,
): void => {
  if (!movesFrom[risk.status].includes(status))
    throw new Refused(say('refusal.riskMove', { ref: risk.ref, from: risk.status, to: status }))
  if (needsReason(risk.status, status) && reason.trim() === '')
    throw new Refused(say('refusal.riskMoveReason', { ref: risk.ref, to: status }), 'invalid')
  const move = {
    id: riskMoveId.parse(newId()),
    at: now(),
    by: analystOf(db),
    date: date ?? presentDay(),
    was: risk.status,
    status,
    reason,
  }
  risks.update(db, risk.id, { status, statusReason: reason, acceptance, moves: [...risk.moves, move] })
}
