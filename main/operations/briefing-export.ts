import type { BriefingId } from '../../shared/model/id.ts'
import { done, Refused } from '../../shared/outcome.ts'
import { checkBriefing } from '../../shared/rules/tradecraft.ts'
import { briefingFonts } from '../briefing-fonts.ts'
import { type BriefingDocument, briefingHtml, briefingStatement } from '../exporters/briefing/document.ts'
import type { BriefingRecords } from '../exporters/briefing/records.ts'
import { pdfEngine } from '../exporters/pdf/engine.ts'
import { printBriefing } from '../exporters/pdf/print-briefing.ts'
import type { AtDesk, Desk, InputFor, Reading } from '../operation.ts'
import { briefingRecords, settled } from '../records/briefing-records.ts'
import { issue } from '../records/editions.ts'
import { nameTransaction } from '../records/log.ts'
import { now } from '../records/table.ts'
import { briefings } from '../records/tables.ts'
import { fileNameOf, saveAs } from '../save-as.ts'
import { say } from '../say.ts'
import type { Database } from '../store/case-file.ts'
import { readAttachments } from './briefing-attachments.ts'

/** The faces of the page serve the preview; only what is printed carries its own. */
const preview = { fonts: [], engine: { chromium: Number.POSITIVE_INFINITY } }

export const html: Reading<'briefings.html'> = (db, { id }) => {
  briefings.need(db, id)
  return { html: briefingHtml(briefingRecords(db), id, preview).html }
}

export const statement: Reading<'briefings.statement'> = (db, { id }) =>
  briefingStatement(briefingRecords(db), briefings.need(db, id), preview.engine)

/**
 * What the briefing is made of at this moment, whatever is edited while it is being printed: every record, and the texts
 * that it quotes, which are read by making it once.
 */
const standingRecords = (db: Database, id: BriefingId) => {
  const briefing = briefings.need(db, id)
  const records = settled(briefingRecords(db))
  briefingHtml(records, id, preview)
  return { records, briefing }
}

type Asked = InputFor<'briefings.export'>
type Made = { content: Uint8Array | string; degraded: string[]; told: BriefingDocument['told'] }

async function make(desk: Desk, { id, format }: Asked, records: BriefingRecords): Promise<Made> {
  const { host } = desk
  if (format === 'pdf') {
    const { pdf, degraded, told } = await printBriefing(records, id, {
      engine: await pdfEngine(host),
      fonts: briefingFonts(),
      at,
      issued,
      password,
      ...(attachments ? { attachments } : {}),
    })
    return { content: pdf, degraded, told }
  }
  const { html: content, told } = briefingHtml(records, id, { ...preview, fonts: briefingFonts() })
  if (format !== 'html') throw new Error(`Not yet: ${format}`)
  return { content, degraded: [], told }
}

export const save: AtDesk<'briefings.export'> = async (desk, asked) => {
  const { id, format } = asked
  const { host } = desk
  const caseFile = desk.needCase()
  const { records, briefing } = caseFile.read(db => standingRecords(db, id))
  const { title } = briefing
  const open = checkBriefing(briefing, records).filter(one => one.severity === 'error' && one.answer === null)
  if (open.length > 0) throw new Refused(say('refusal.openErrors', { count: open.length, first: open[0]?.sentence }))
  const path = await host.chooseSave({ suggested: fileNameOf(title, format), kind: format })
  if (path === null) return done({ path, degraded: [] })
  const { content, degraded, told } = await make(desk, asked, records, attachments, at)
  saveAs(path, content)
  if (!asked.issue) return done({ path, degraded })
  // Who may only look at the case can print it all the same; that it was issued cannot be kept there.
  if (caseFile.readOnly) return done({ path, degraded: [...degraded, say('briefing.notRecorded')] })
  if (!caseFile.read(db => briefings.find(db, id)))
    return done({ path, degraded: [...degraded, say('briefing.goneMeanwhile')] })
  const { changed } = caseFile.write('briefings.export', db => {
    const { number } = issue(db, briefing, { format, told, standing: records.positions })
    nameTransaction(db, say('log.editionIssued', { title, number }))
  })
  return done({ path, degraded }, changed)
}
