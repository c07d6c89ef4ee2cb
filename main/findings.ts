import type { CheckFinding } from '../shared/contract/case-wide.ts'
import { Refused } from '../shared/outcome.ts'
import { attempted, type CheckStep, caseSteps } from './records/check-case.ts'
import type { CaseFile } from './store/case-file.ts'
import type { Task } from './task.ts'

/** Looks through the open case, its file and its records, and takes `more` steps; other calls come in between. */
export const findingsIn = async (
  caseFile: CaseFile,
  task: Task,
  more: readonly CheckStep[] = [],
): Promise<CheckFinding[]> => {
  const steps = [...caseFile.read(caseSteps), ...more]
  const findings: CheckFinding[] = []
  for (const [number, step] of steps.entries()) {
    findings.push(...taken(caseFile, step))
    await task.reached(number + 1, steps.length)
  }
  return findings
}

/** Of a sealed case a part may not open, which is known only after the step. */
const taken = (caseFile: CaseFile, step: CheckStep): CheckFinding[] => {
  try {
    return caseFile.read(db => attempted(db, step))
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'damaged') throw error
    return [{ severity: 'corrupt', record: '', id: '', sentence: error.message }]
  }
}

/** What is damaged in it, a sentence each. */
export const hurtIn = async (caseFile: CaseFile, task: Task): Promise<string[]> =>
  (await findingsIn(caseFile, task)).filter(({ severity }) => severity === 'corrupt').map(({ sentence }) => sentence)
