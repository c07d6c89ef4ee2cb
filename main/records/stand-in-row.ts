import type { Value } from '../store/connection.ts'
import type { Remains } from '../store/recovery/recover.ts'
import { now } from './table.ts'

export type Row = Record<string, Value>
/** A row in place of one that is lost, of what is known of it; `whole` when nothing of it is made up. */
export type Maker = (known: Row, remains: Remains) => { row: Row; whole: boolean } | null

/** The known values over those of an empty record. */
export const over = (empty: Row, known: Row): Row => ({
  ...empty,
  ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null && value !== undefined)),
})

export const stamps = () => ({ created: now(), updated: now() })
