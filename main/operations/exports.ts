import { done } from '../../shared/outcome.ts'
import { csvOf } from '../exporters/csv.ts'
import { jsonOf } from '../exporters/json.ts'
import type { AtDesk, InputFor, Reading } from '../operation.ts'
import { readCaseDocument } from '../records/case-document.ts'
import { readCaseInfo } from '../records/case-info.ts'
import { fileNameOf, saveAs } from '../save-as.ts'
import type { Database } from '../store/case-file.ts'

const textOf = (db: Database, { format }: InputFor<'export.text'>): string =>
  format === 'json' ? jsonOf(readCaseDocument(db, { log: true })) : csvOf(readCaseDocument(db))

export const text: Reading<'export.text'> = (db, input) => ({ text: textOf(db, input) })

export const save: AtDesk<'export.save'> = async (desk, input) => {
  const caseFile = desk.needCase()
  const [content, name] = caseFile.read(db => [textOf(db, input), readCaseInfo(db).name] as const)
  const path = await desk.host.chooseSave({ suggested: fileNameOf(name, input.format), kind: input.format })
  if (path !== null) saveAs(path, content)
  return done({ path, degraded: [] })
}
