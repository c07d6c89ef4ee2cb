import { Refused } from '../shared/outcome.ts'
import { readCaseInfo } from './records/case-info.ts'
import { say } from './say.ts'
import type { CaseFile } from './store/case-file.ts'
import { damageIn } from './store/damage.ts'

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Number of the last command in the log; null where it cannot be read. */
export const lastCommand = (caseFile: CaseFile): number | null => {
  try {
    return caseFile.read(db => db.get<{ id: number }>('select max(id) as id from tx'))?.id ?? null
  } catch {
    return null
  }
}

/** What the case calls itself. One that cannot even say that is not worth giving up the open one for: it is closed and refused. */
export const nameOf = (caseFile: CaseFile): string => {
  try {
    return caseFile.read(readCaseInfo).name
  } catch (error) {
    caseFile.close()
    const code = damageIn(error) === null ? 'broken' : 'damaged'
    throw new Refused(say('refusal.unreadableCase', { path: caseFile.path, reason: reasonOf(error) }), code)
  }
}
