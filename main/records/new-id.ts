import { webcrypto } from 'node:crypto'
import { v7 } from 'uuid'

// Node 18, which the oldest engine carries, has no global `crypto` in its processes; uuid reads that name alone.
globalThis.crypto ??= webcrypto as Crypto

/** A new UUIDv7; ids made one after another ascend, within a millisecond too. */
export const newId = (): string => v7()
