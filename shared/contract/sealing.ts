import * as z from 'zod'
import { shortestPassphrase } from '../rules/passphrase.ts'
import { write } from './operation.ts'
import { opening } from './safety.ts'

/** A passphrase as typed. Any characters: it is normalised (NFKC) before the key is derived. */
export const passphrase = z.string().min(1).max(1000)

/** A passphrase that somebody chooses. */
export const newPassphrase = z.string().min(shortestPassphrase).max(1000)

export const sealingOperations = {
  /** Opens a sealed case. A wrong passphrase is refused as `sealed`, and the obstacle stays. */
  'case.unlock': write(z.strictObject({ obstacle: z.string(), passphrase }), opening),
  /** Encrypts the open case, with its backups, under a passphrase. Nothing unencrypted of it is left beside it. */
  'case.seal': write(z.strictObject({ passphrase: newPassphrase }), z.null()),
  /** Refused as `sealed` when `current` is not the passphrase; the case is then as it was. */
  'case.changePassphrase': write(z.strictObject({ current: passphrase, next: newPassphrase }), z.null()),
  /** Makes a plain file of the open case, and of its backups, again. */
  'case.unseal': write(z.strictObject({ passphrase }), z.null()),
}
