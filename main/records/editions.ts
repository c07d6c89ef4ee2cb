import type { Edition } from '../../shared/model/edition.ts'
import type { BriefingId } from '../../shared/model/id.ts'
import { standing } from '../../shared/rules/positions.ts'
import type { Database } from '../store/case-file.ts'
import { analystOf } from './case-info.ts'
import { editions, positions } from './tables.ts'

/** Keeps that a briefing was issued, with the positions that stand at this moment: what was told stays on record. */
export const issue = (db: Database, briefing: BriefingId, format: string): Edition => {
  const last = db.get<{ number: number | null }>('select max(number) as number from edition where briefing = ?', [
    briefing,
  ])
  return editions.create(db, {
    briefing,
    number: (last?.number ?? 0) + 1,
    by: analystOf(db),
    format,
    positions: standing(positions.all(db)),
  })
}
