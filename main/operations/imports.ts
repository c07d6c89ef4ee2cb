import { done } from '../../shared/outcome.ts'
import { importReportCsv, importReportText } from '../exporters/import-report.ts'
import type { AtDesk } from '../operation.ts'
import { readCaseInfo } from '../records/case-info.ts'
import { now } from '../records/table.ts'
import { fileNameOf, saveAs } from '../save-as.ts'
import { say } from '../say.ts'

export const saveReport: AtDesk<'imports.saveReport'> = async (desk, { form, files }) => {
  const title = say('imports.reportTitle', { name: desk.needCase().read(readCaseInfo).name })
  const path = await desk.host.chooseSave({ suggested: fileNameOf(title, form), kind: form })
  const content = () => (form === 'csv' ? importReportCsv(files) : importReportText(title, now(), files))
  if (path !== null) saveAs(path, content())
  return done({ path, degraded: [] })
}
