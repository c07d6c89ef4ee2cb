import type { ExportView } from '../../shared/contract/exports.ts'
import { done, Refused } from '../../shared/outcome.ts'
import { briefingFonts } from '../briefing-fonts.ts'
import { jsonOf } from '../exporters/json.ts'
import { type ExportedCase, exportedCase, viewName } from '../exporters/matrix/exported-case.ts'
import { evidenceRows } from '../exporters/matrix/list-sheets.ts'
import { matrixBook } from '../exporters/matrix/matrix-book.ts'
import { matrixCsv } from '../exporters/matrix/matrix-csv.ts'
import { matrixDocx } from '../exporters/matrix/matrix-docx.ts'
import { matrixJson } from '../exporters/matrix/matrix-json.ts'
import { printMatrix } from '../exporters/matrix/matrix-print.ts'
import type { PageView } from '../exporters/matrix/page-tables.ts'
import { wholeFile } from '../exporters/office/parts.ts'
import { xlsxFile } from '../exporters/office/xlsx.ts'
import type { AtDesk, Desk, InputFor, Reading } from '../operation.ts'
import { readCaseDocument } from '../records/case-document.ts'
import { readCaseInfo } from '../records/case-info.ts'
import { readMatrixRecords } from '../records/matrix-records.ts'
import { now } from '../records/table.ts'
import { fileNameOf, saveAs } from '../save-as.ts'
import { say } from '../say.ts'
import type { Database } from '../store/case-file.ts'

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

type Made = { content: Uint8Array | Iterable<Uint8Array>; degraded(): string[] }

const plainly = (content: Iterable<Uint8Array>): Made => ({ content, degraded: () => [] })

function workbook(exported: ExportedCase, view: ExportView | null): Made {
  const rows = [...evidenceRows(exported).values()].at(-1) ?? 0
  if (rows > mostRows) throw new Refused(say('export.tooManyRows', { view: viewName('evidence') }))
  const { pieces, written } = xlsxFile(matrixBook(exported, view))
  return {
    content: pieces,
    degraded: () => (written.linksLeftOut > 0 ? [say('export.linksLeftOut', { count: written.linksLeftOut })] : []),
  }
}

async function print(exported: ExportedCase, view: PageView, { host }: Desk): Promise<Made> {
  const engine = await host.engine()
  const { pdf, degraded } = await printMatrix(exported, view, { print: host.printPdf, engine, fonts: briefingFonts() })
  return { content: pdf, degraded: () => degraded }
}

function make(exported: ExportedCase, { format, view }: InputFor<'matrix.export'>, desk: Desk): Made | Promise<Made> {
  const chosen = view ?? 'sources'
  switch (format) {
    case 'xlsx':
      return workbook(exported, view)
    case 'csv':
      return plainly(matrixCsv(exported, chosen))
    case 'json':
      return plainly(matrixJson(exported, chosen))
    case 'docx':
      return plainly(matrixDocx(exported, isForPages(chosen) ? chosen : 'sources'))
    case 'pdf':
      return print(exported, isForPages(chosen) ? chosen : 'sources', desk)
  }
}

export const saveMatrix: AtDesk<'matrix.export'> = async (desk, input) => {
  const { format, view, ...asked } = input
  const caseFile = desk.needCase()
  const chosen = checked(input)
  const { name } = caseFile.read(db => readCaseInfo(db))
  const title = format === 'xlsx' && view === null ? name : `${name} ${viewName(chosen)}`
  const path = await desk.host.chooseSave({ suggested: fileNameOf(title, format), kind: format })
  if (path === null) return done({ path, degraded: [] })
  const exported = caseFile.read(db => exportOf(db, view, asked))
  const { content, degraded } = await make(exported, input, desk)
  saveAs(path, content)
  return done({ path, degraded: degraded() })
}
