import { corruptions } from './records/check-case.ts'
import { lookThrough } from './store/backups/look-through.ts'
import { diskFileSystem } from './store/disk/file-system.ts'
import type { Seal } from './store/disk/sealed-format.ts'
import { diskUnder } from './store/sealing.ts'

/** What looking through a case from end to end came to. `faults` are sentences; `savedAt` is the instant of its last command. */
export type Verdict = { state: 'verified' | 'damaged'; faults: string[]; savedAt: string | null }

/**
 * Looks through every page, row, link, text and file of the case at `path`, which nobody may be writing: a backup, or a
 * closed case, with the seal of a sealed one. Takes as long as reading all of it; see `verify-apart.ts` for beside work.
 */
export const verifyCase = async (path: string, seal?: Seal): Promise<Verdict> => {
  const { faults, savedAt } = await lookThrough(path, corruptions, diskUnder(diskFileSystem, seal ?? null))
  return { state: faults.length === 0 ? 'verified' : 'damaged', faults, savedAt }
}
