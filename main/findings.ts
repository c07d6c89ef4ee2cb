import type { CheckFinding } from '../shared/contract/case-wide.ts'
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
    findings.push(...caseFile.read(db => attempted(db, step)))
    await task.reached(number + 1, steps.length)
  }
  return findings
}

/** What is damaged in it, a sentence each. */
export const hurtIn = async (caseFile: CaseFile, task: Task): Promise<string[]> =>
  (await findingsIn(caseFile, task)).filter(({ severity }) => severity === 'corrupt').map(({ sentence }) => sentence)
