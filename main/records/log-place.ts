import type { Database } from '../store/case-file.ts'
import { newId } from './new-id.ts'

/** Told apart by the process that opened it: after a restore or a recovery the same numbers mean other changes. */
const openings = new WeakMap<Database, string>()

const openingOf = (db: Database): string => {
  const known = openings.get(db) ?? newId()
  openings.set(db, known)
  return known
}

/** `commands` counts those up to a place of the log, of which there are fewer once they are merged. */
const reached = (db: Database, upTo = Number.MAX_SAFE_INTEGER) => {
  const { seq, tx, commands } = db.get<{ seq: number; tx: number; commands: number }>(
    `select (select coalesce(max(seq), 0) from change) as seq, coalesce(max(id), 0) as tx, count(*) as commands
     from tx where id <= ?`,
    [upTo],
  ) ?? { seq: 0, tx: 0, commands: 0 }
  return { seq, tx, commands }
}

/** The place that the log of changes has reached: an answer carries it, so that the next question can ask from there. */
export const placeInLog = (db: Database): string => {
  const { seq, tx, commands } = reached(db)
  return [openingOf(db), seq, tx, commands].join(' ')
}

/**
 * The number of the last change at a place that an earlier answer carried; null where the log cannot tell what came after
 * it: there was no such answer, another opening of the case gave it, or commands have been merged since.
 */
export const changeAt = (db: Database, place: string | null): number | null => {
  const [opening, seq, tx, commands] = place?.split(' ') ?? []
  if (opening !== openingOf(db) || reached(db, Number(tx)).commands !== Number(commands)) return null
  return Number(seq)
}
