import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { matrixRecordSteps, readMatrixRecords } from '../../../main/records/matrix-records.ts'
import { claims } from '../../../main/records/tables.ts'
import { type CaseFile, openCase } from '../../../main/store/case-file.ts'
import { openTestCase, type TestCase } from '../../support/case.ts'

let sample: TestCase
let caseFile: CaseFile
beforeAll(async () => {
  sample = await openTestCase()
  const file = path.join(sample.directory, 'sample.gloss')
  const made = await sample.workbench.openSample({ path: file })
  if (!made.ok) throw new Error(made.message)
  await sample.workbench.close()
  const opened = await openCase(file)
  if (!opened.ok) throw new Error(opened.message)
  caseFile = opened.value
})
afterAll(async () => {
  caseFile.close()
  await sample.close()
})

const whole = () => caseFile.read(db => readMatrixRecords(db, null))

/** The records in the order of their ids: exports look them up and order them themselves. */
const ordered = ({ claims: some, excerpts, ...rest }: ReturnType<typeof whole>) => ({
  ...rest,
  claims: [...some].sort((left, right) => left.id.localeCompare(right.id)),
  excerpts: [...excerpts].sort((left, right) => left.id.localeCompare(right.id)),
})

const walked = (steps: ReturnType<typeof matrixRecordSteps>, between: (step: number) => void) => {
  for (let step = 0; ; step++) {
    const next = steps.next()
    if (next.done) return { records: next.value, steps: step }
    between(step)
  }
}

test('what is read in steps is what is read in one go', () => {
  const { records, steps } = walked(matrixRecordSteps(caseFile, null), () => undefined)
  expect(steps).toBeGreaterThan(10)
  expect(records.claims.length).toBeGreaterThan(100)
  expect(records.excerpts.length).toBeGreaterThan(50)
  expect(ordered(records)).toEqual(ordered(whole()))
})

test('a case that is changed between the steps is told as it is at one moment', () => {
  const [first, second] = whole().claims
  const change = (step: number) => {
    if (step === 3 && first && second)
      caseFile.write('claims.update', db => {
        claims.update(db, first.id, { comment: `changed ${step}` })
        claims.update(db, second.id, { comment: `changed ${step}` })
      })
  }
  const { records } = walked(matrixRecordSteps(caseFile, null), change)
  expect(records.claims.filter(({ comment }) => comment === 'changed 3')).toHaveLength(2)
  expect(ordered(records)).toEqual(ordered(whole()))
})
