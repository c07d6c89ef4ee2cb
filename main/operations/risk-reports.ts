import { basename } from 'node:path'
import { done } from '../../shared/outcome.ts'
import { briefingFonts } from '../briefing-fonts.ts'
import { pdfEngine } from '../exporters/pdf/engine.ts'
import { attempts, riskReportPages } from '../exporters/risk-reports/report.ts'
import { reportDocx } from '../exporters/risk-reports/report-docx.ts'
import { printReport, reportHtml } from '../exporters/risk-reports/report-html.ts'
import type { ReportRecords } from '../exporters/risk-reports/report-records.ts'
import type { AtDesk, Desk, InputFor } from '../operation.ts'
import { readReportRecords, reportName } from '../records/report-records.ts'
import { now } from '../records/table.ts'
import { fileNameOf, saveInSteps } from '../save-as.ts'
import { say } from '../say.ts'

type Written = { pieces: Iterable<Uint8Array>; degraded: string[] }

async function written(
  { kind, format }: InputFor<'risks.report'>,
  records: ReportRecords,
  { host }: Desk,
): Promise<Written> {
  switch (format) {
    case 'pdf': {
      const options = { engine: await pdfEngine(host), fonts: briefingFonts() }
      const { pdf, degraded } = await printReport(attempts(kind, records), records, options)
      return { pieces: [pdf], degraded }
    }
    case 'docx':
      return { pieces: reportDocx(riskReportPages(kind, records), records), degraded: [] }
    case 'html': {
      const html = reportHtml(riskReportPages(kind, records), records, { fonts: briefingFonts(), isPaper: false })
      return { pieces: [new TextEncoder().encode(html)], degraded: [] }
    }
  }
}

/** Reads, sets and writes between pauses in which other calls are answered; cancelled, what was there before is there still. */
export const save: AtDesk<'risks.report'> = async (desk, input) => {
  const caseFile = desk.needCase()
  const asked = { ...input, at: now() }
  // What cannot be told is refused before a place is asked for.
  const records = caseFile.read(db => readReportRecords(db, asked))
  const name = caseFile.read(db => reportName(db, input))
  const path = await desk.host.chooseSave({ suggested: fileNameOf(name, input.format), kind: input.format })
  if (path === null) return done({ path, degraded: [] })
  return desk.tasks.run(say('export.writing', { file: basename(path) }), async task => {
    await task.reached(20, 100)
    const { pieces, degraded } = await written(input, records, desk)
    await saveInSteps(path, pieces, () => task.reached(80, 100))
    return done({ path, degraded })
  })
}
