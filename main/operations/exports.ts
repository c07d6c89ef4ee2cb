import { basename } from 'node:path'
import type { ExportView } from '../../shared/contract/exports.ts'
import { done, Refused } from '../../shared/outcome.ts'
import { briefingFonts } from '../briefing-fonts.ts'
import { jsonOf } from '../exporters/json.ts'
import {
  counted,
  type ExportedCase,
  exportedCase,
  preparing,
  rowsOf,
  type Tally,
  viewName,
} from '../exporters/matrix/exported-case.ts'
import { evidenceRows } from '../exporters/matrix/list-sheets.ts'
import { matrixBook, viewsOf } from '../exporters/matrix/matrix-book.ts'
import { matrixCsv } from '../exporters/matrix/matrix-csv.ts'
import { matrixDocx } from '../exporters/matrix/matrix-docx.ts'
import { matrixJson } from '../exporters/matrix/matrix-json.ts'
import { printMatrix } from '../exporters/matrix/matrix-print.ts'
import type { PageView } from '../exporters/matrix/page-tables.ts'
import { wholeFile } from '../exporters/office/parts.ts'
import { xlsxFile } from '../exporters/office/xlsx.ts'
import { pdfEngine } from '../exporters/pdf/engine.ts'
import type { AtDesk, Desk, InputFor, Reading } from '../operation.ts'
import { readCaseDocument } from '../records/case-document.ts'
import { readCaseInfo } from '../records/case-info.ts'
import { matrixRecordSteps, readMatrixRecords } from '../records/matrix-records.ts'
import { now } from '../records/table.ts'
import { fileNameOf, saveAs, saveInSteps } from '../save-as.ts'
import { say } from '../say.ts'
import type { Database } from '../store/case-file.ts'
import { inSteps } from '../task.ts'

const everything = { asOf: null, grain: null, terms: null }

const exportOf = (db: Database, view: ExportView | null, asked: Omit<InputFor<'matrix.export'>, 'format' | 'view'>) =>
  exportedCase(readMatrixRecords(db, view), { ...asked, at: now() })

const textOf = (db: Database, { format }: InputFor<'export.text'>): string =>
  format === 'json'
    ? jsonOf(readCaseDocument(db, { log: true }))
    : new TextDecoder('utf-8', { ignoreBOM: true }).decode(
        wholeFile(matrixCsv(exportOf(db, 'sources', everything), 'sources')),
      )

export const text: Reading<'export.text'> = (db, input) => ({ text: textOf(db, input) })

export const save: AtDesk<'export.save'> = async (desk, input) => {
  const caseFile = desk.needCase()
  const [content, name] = caseFile.read(db => [textOf(db, input), readCaseInfo(db).name] as const)
  const path = await desk.host.chooseSave({ suggested: fileNameOf(name, input.format), kind: input.format })
  if (path !== null) saveAs(path, content)
  return done({ path, degraded: [] })
}

/** A sheet holds 1,048,576 rows (Excel specifications and limits); the first is the head. */
const mostRows = 1_048_575

const isForPages = (view: ExportView): view is PageView =>
  view === 'sources' || view === 'parties' || view === 'dates' || view === 'coverage'

/** The views that a format tells of; throws `Refused` where it cannot tell of this one. */
const checked = ({ format, view }: InputFor<'matrix.export'>): ExportView => {
  const chosen = view ?? 'sources'
  if ((format === 'docx' || format === 'pdf') && !isForPages(chosen))
    throw new Refused(say('export.notPrinted', { view: viewName(chosen) }))
  return chosen
}

/** What is being made: its pieces, how much of it was made so far (of 1), and in the end what was left out. */
type Made = { pieces: Iterable<Uint8Array>; share(): number; degraded(): string[] }

/** Pieces of which it is known how many rows they come to. */
const counting = (
  rows: number,
  of: (tally: Tally) => Iterable<Uint8Array>,
  degraded: () => string[] = () => [],
): Made => {
  const tally = { told: 0 }
  return { pieces: of(tally), share: () => Math.min(1, tally.told / Math.max(1, rows)), degraded }
}

function workbook(exported: ExportedCase, view: ExportView | null): Made {
  const rows = [...evidenceRows(exported).values()].at(-1) ?? 0
  if (rows > mostRows) throw new Refused(say('export.tooManyRows', { view: viewName('evidence') }))
  const book = matrixBook(exported, view)
  const tally = { told: 0 }
  const sheets = book.sheets.map(sheet => ({ ...sheet, rows: () => counted(sheet.rows(), tally) }))
  const { pieces, written } = xlsxFile({ ...book, sheets })
  const total = viewsOf(view).reduce((sum, one) => sum + rowsOf(exported, one), 1)
  return {
    pieces,
    share: () => Math.min(1, tally.told / total),
    degraded: () => (written.linksLeftOut > 0 ? [say('export.linksLeftOut', { count: written.linksLeftOut })] : []),
  }
}

async function print(exported: ExportedCase, view: PageView, { host }: Desk): Promise<Made> {
  const engine = await pdfEngine(host)
  const { pdf, degraded } = await printMatrix(exported, view, { engine, fonts: briefingFonts() })
  return { pieces: [pdf], share: () => 1, degraded: () => degraded }
}

function make(exported: ExportedCase, { format, view }: InputFor<'matrix.export'>, desk: Desk): Made | Promise<Made> {
  const chosen = view ?? 'sources'
  switch (format) {
    case 'xlsx':
      return workbook(exported, view)
    case 'csv':
      return counting(rowsOf(exported, chosen), tally => matrixCsv(exported, chosen, tally))
    case 'json':
      return counting(rowsOf(exported, chosen), tally => matrixJson(exported, chosen, tally))
    case 'docx':
      return counting(1, () => matrixDocx(exported, isForPages(chosen) ? chosen : 'sources'))
    case 'pdf':
      return print(exported, isForPages(chosen) ? chosen : 'sources', desk)
  }
}

/**
 * Reads, derives and writes in steps that other calls are answered between and that can be cancelled: there is the whole
 * file or what was there before.
 */
export const saveMatrix: AtDesk<'matrix.export'> = async (desk, input) => {
  const { format, view, ...asked } = input
  const caseFile = desk.needCase()
  const chosen = checked(input)
  const { name } = caseFile.read(db => readCaseInfo(db))
  const title = format === 'xlsx' && view === null ? name : `${name} ${viewName(chosen)}`
  const path = await desk.host.chooseSave({ suggested: fileNameOf(title, format), kind: format })
  if (path === null) return done({ path, degraded: [] })
  return desk.tasks.run(say('export.writing', { file: basename(path) }), async task => {
    const records = await inSteps(matrixRecordSteps(caseFile, view), task, (done, total) => (30 * done) / total)
    const exported = exportedCase(records, { ...asked, at: now() })
    await inSteps(preparing(exported), task, (done, total) => 30 + (10 * done) / total)
    const { pieces, share, degraded } = await make(exported, input, desk)
    await saveInSteps(path, pieces, () => task.reached(Math.round(40 + 60 * share()), 100))
    return done({ path, degraded: degraded() })
  })
}
