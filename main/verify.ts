import { corruptions } from './records/check-case.ts'
import { lookThrough } from './store/backups/look-through.ts'

/** What looking through a case from end to end came to. `faults` are sentences; `savedAt` is the instant of its last command. */
export type Verdict = { state: 'verified' | 'damaged'; faults: string[]; savedAt: string | null }

/**
 * Looks through every page, row, link, text and file of the case at `path`, which nobody may be writing: a backup, or a
 * closed case. Takes as long as reading all of it; see `verify-apart.ts` for beside work.
 */
export const verifyCase = async (path: string): Promise<Verdict> => {
  const { faults, savedAt } = await lookThrough(path, corruptions)
  return { state: faults.length === 0 ? 'verified' : 'damaged', faults, savedAt }
}
