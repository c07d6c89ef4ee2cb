import type { Briefing } from '../../shared/model/briefing.ts'
import type { Edition } from '../../shared/model/edition.ts'
import type { Position } from '../../shared/model/position.ts'
import { standing } from '../../shared/rules/positions.ts'
import type { Database } from '../store/case-file.ts'
import { analystOf } from './case-info.ts'
import { editions } from './tables.ts'

/** Keeps that a briefing was issued, with its words and those of the positions it was made of that stood then: what was told stays on record. */
export const issue = (
  db: Database,
  { id: briefing, title, marking, cutOff, blocks, answers }: Briefing,
  { format, told, standing: held }: { format: string; told: Edition['told']; standing: readonly Position[] },
): Edition => {
  const last = db.get<{ number: number | null }>('select max(number) as number from edition where briefing = ?', [
    briefing,
  ])
  return editions.create(db, {
    briefing,
    number: (last?.number ?? 0) + 1,
    by: analystOf(db),
    format,
    title,
    marking,
    cutOff,
    blocks,
    told,
    answers,
    positions: standing(held),
  })
}
