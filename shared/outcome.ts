import type { RecordName } from './model/record-name.ts'

/**
 * Why a call was not carried out.
 *
 * - `invalid`: the input does not fit the contract; nothing was tried.
 * - `refused`: understood, but a rule of the case forbids it; the message says which and what to do.
 * - `stale`: the record changed or vanished since it was read.
 * - `locked`: the case is open elsewhere; it can be looked at, not changed.
 * - `sealed`: the file of the case is encrypted, and no passphrase was given or not the right one.
 * - `damaged`: the file of the case is not sound; it can be looked at, recovered or replaced by a backup.
 * - `broken`: the program or the disk failed; the case is as it was and the details are in the local log.
 */
export type RefusalCode = 'invalid' | 'refused' | 'stale' | 'locked' | 'sealed' | 'damaged' | 'broken'

export type Refusal = { ok: false; code: RefusalCode; message: string }

/** What every call answers. `changed` names the kinds of record a write touched, so that readers know what to ask again. */
export type Outcome<Value> = { ok: true; value: Value; changed: RecordName[] } | Refusal

export const done = <Value>(value: Value, changed: RecordName[] = []): Outcome<Value> => ({ ok: true, value, changed })

export const refusal = (code: RefusalCode, message: string): Refusal => ({ ok: false, code, message })

/** An expected refusal raised inside a transaction: the workbench rolls back and answers it as an {@link Outcome}. */
export class Refused extends Error {
  constructor(
    message: string,
    readonly code: RefusalCode = 'refused',
  ) {
    super(message)
    this.name = 'Refused'
  }
}

/** Marks a branch that the compiler knows cannot be reached. */
export const assertNever = (value: never): never => {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`)
}
