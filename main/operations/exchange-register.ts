import { basename } from 'node:path'
import type { RegisterCounts } from '../../shared/contract/register-exchange.ts'
import { done } from '../../shared/outcome.ts'
import { type ExportedRegister, registerCsv, registerJson, registerXlsx } from '../exporters/risks/register-files.ts'
import { type AtDesk, logged, type Reading, type Writing } from '../operation.ts'
import { readCaseInfo } from '../records/case-info.ts'
import { carryOutRegister, readRegisterDocument, registerStepsOf } from '../records/register-exchange.ts'
import { now } from '../records/table.ts'
import { fileNameOf, saveInSteps } from '../save-as.ts'
import { say } from '../say.ts'

export const preview: Reading<'registerExchange.preview'> = (db, plan) => {
  const { steps, leftOut } = registerStepsOf(db, plan)
  const counts: RegisterCounts = { new: 0, changed: 0, same: 0, unreadable: 0 }
  const differences = steps.map(({ difference }) => difference)
  for (const { kind } of differences) counts[kind] += 1
  // What is the same and needs no word is only counted.
  return { counts, differences: differences.filter(({ kind, notes }) => kind !== 'same' || notes.length > 0), leftOut }
}

/** The differences are found anew: what the analyst saw may have changed since. */
export const apply: Writing<'registerExchange.apply'> = (db, { plan, without }) => {
  const counts = carryOutRegister(db, registerStepsOf(db, plan), new Set(without))
  const label = say('log.sheetRead', { name: plan.fileName, ...counts })
  return logged(label, { ...counts, message: label })
}

const pieces = (exported: ExportedRegister, format: 'xlsx' | 'csv' | 'json'): Iterable<Uint8Array> => {
  switch (format) {
    case 'xlsx':
      return registerXlsx(exported).pieces
    case 'csv':
      return registerCsv(exported)
    case 'json':
      return registerJson(exported)
  }
}

/** Written in steps that other calls are answered between and that can be cancelled: the whole file or what was there before. */
export const save: AtDesk<'registerExchange.export'> = async (desk, { format }) => {
  const caseFile = desk.needCase()
  const { name } = caseFile.read(db => readCaseInfo(db))
  const suggested = fileNameOf(say('registerExchange.fileName', { name }), format)
  const path = await desk.host.chooseSave({ suggested, kind: format })
  if (path === null) return done({ path, degraded: [] })
  return desk.tasks.run(say('export.writing', { file: basename(path) }), async task => {
    const exported = caseFile.read(db => {
      const { analyst, marking } = readCaseInfo(db)
      return { document: readRegisterDocument(db), analyst, marking, at: now() }
    })
    await saveInSteps(path, pieces(exported, format), () => task.reached(50, 100))
    return done({ path, degraded: [] })
  })
}
