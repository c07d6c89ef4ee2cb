import { existsSync, mkdirSync } from 'node:fs'
import { copyFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openCase } from '../../../main/store/case-file.ts'
import { createWorkbench, type Workbench } from '../../../main/workbench.ts'
import { fakeDesktop, seedsDirectory } from '../../support/case.ts'
import { fillRegister, type RegisterSize } from '../../support/register-case.ts'
import { workFolder } from '../rivals.ts'

/** A case with a register of that size, which is made once, as a copy that can be written to; and a workbench that has not opened it. */
export const largeRegister = async (size: RegisterSize): Promise<{ path: string; workbench: Workbench }> => {
  const folder = join(workFolder, 'register')
  const kept = join(folder, `${size.risks}-${size.assessments}.gloss`)
  mkdirSync(folder, { recursive: true })
  if (!existsSync(kept)) {
    const begun = performance.now()
    const made = await openCase(kept, { create: db => fillRegister(db, size) })
    if (!made.ok) throw new Error(made.message)
    while (made.value.idle());
    made.value.close()
    console.log(`Made the case in ${((performance.now() - begun) / 1000).toFixed(0)} s`)
  }
  const path = join(folder, 'at-work.gloss')
  await rm(path, { force: true })
  await copyFile(kept, path)
  return {
    path,
    workbench: createWorkbench({ host: fakeDesktop(), dataDirectory: folder, seedsDirectory, checkAnswers: false }),
  }
}
