import { spokenLanguage } from '../../../shared/language.ts'
import type { BriefingId } from '../../../shared/model/id.ts'
import { localDay } from '../../../shared/rules/local-day.ts'
import { say } from '../../say.ts'
import { type BriefingDocument, briefingHtml } from '../briefing/document.ts'
import type { BriefingRecords } from '../briefing/records.ts'
import type { PdfAttachment } from './finish.ts'
import { finishDocument, type Printing, printWithPages } from './print-document.ts'

export type PrintedBriefing = { pdf: Uint8Array; degraded: string[]; told: BriefingDocument['told'] }

export type BriefingPrinting = Printing & {
  /**
   * The instant of the export (UTC, ISO 8601): its day is printed on the cover, and it is the only thing in which two
   * exports of one case differ.
   */
  at: string
  /** False for a draft. */
  issued?: boolean
  /** Makes the files that go along. */
  attachments?: (document: BriefingDocument) => readonly PdfAttachment[]
  password?: string | null
}

/** The whole way from the case to a finished PDF. */
export async function printBriefing(
  document: BriefingRecords,
  id: BriefingId,
  { at, issued = false, attachments = () => [], password = null, ...printing }: BriefingPrinting,
): Promise<PrintedBriefing> {
  const { fonts, engine } = printing
  const date = localDay(at)
  const briefing = briefingHtml(document, id, { fonts, engine, date, issued })
  const { root, title, author, subject, marking, headings, degraded, told } = briefing
  const printed = { root, facts: { title, marking }, headings }
  const { pdf, settled } = await printWithPages(printed, printing)
  const meta = { title, author, subject, language: spokenLanguage(), created: new Date(at) }
  const finished = await finishDocument(pdf, printed, meta, {
    attachments: attachments(briefing),
    password,
  })
  return { pdf: finished, told, degraded: settled ? degraded : [...degraded, say('briefing.degradedMoved')] }
}
