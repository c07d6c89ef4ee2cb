import type { RiskReportKind } from '../../../shared/contract/risk-reports.ts'
import {
  changeReport,
  fullRegister,
  indicatorBoard,
  type ReportContents,
  reviewList,
  topCount,
  topRisks,
} from './contents.ts'
import { dossier } from './entry.ts'
import { type NoteBook, noteBook, type ReportPages, scaleKey } from './pages.ts'
import type { ReportRecords } from './report-records.ts'

function contentsOf(kind: RiskReportKind, records: ReportRecords, notes: NoteBook, count: number): ReportContents {
  switch (kind) {
    case 'top':
      return topRisks(records, count)
    case 'register':
      return fullRegister(records, notes)
    case 'dossier':
      return dossier(records, notes)
    case 'changes':
      return changeReport(records)
    case 'reviews':
      return reviewList(records)
    case 'indicators':
      return indicatorBoard(records, notes)
  }
}

/** A report of the register as pages, which are then printed or word-processed. The same records give the same pages. */
export function riskReportPages(kind: RiskReportKind, records: ReportRecords, count = topCount): ReportPages {
  const notes = noteBook(records.passages)
  const { title, lines, blocks } = contentsOf(kind, records, notes, count)
  return {
    title,
    lines,
    blocks: [...blocks, ...scaleKey(records.criteria)],
    notes: notes.notes(),
    notesInAll: notes.inAll(),
  }
}

/** The pages to print, the fullest first: what is to be one page is tried with fewer risks where it would take two. */
export function* attempts(kind: RiskReportKind, records: ReportRecords): Generator<ReportPages> {
  for (let count = topCount; count > (kind === 'top' ? 2 : topCount - 1); count -= 1)
    yield riskReportPages(kind, records, count)
}
