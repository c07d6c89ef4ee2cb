import { basename } from 'node:path'
import { done, Refused } from '../../shared/outcome.ts'
import { localDay } from '../../shared/rules/local-day.ts'
import { checkBriefing } from '../../shared/rules/tradecraft.ts'
import { briefingAttachments } from '../briefing-attachments.ts'
import { briefingFonts } from '../briefing-fonts.ts'
import { type BriefingDocument, briefingHtml, briefingStatement } from '../exporters/briefing/document.ts'
import type { BriefingRecords } from '../exporters/briefing/records.ts'
import { briefingDocx } from '../exporters/formats/briefing-docx.ts'
import { briefingMarkdown } from '../exporters/formats/briefing-markdown.ts'
import { briefingPage } from '../exporters/formats/briefing-page.ts'
import { pdfEngine } from '../exporters/pdf/engine.ts'
import { printBriefing } from '../exporters/pdf/print-briefing.ts'
import type { AtDesk, Desk, InputFor, Reading } from '../operation.ts'
import { briefingRecords, settled } from '../records/briefing-records.ts'
import { issue } from '../records/editions.ts'
import { nameTransaction } from '../records/log.ts'
import { now } from '../records/table.ts'
import { briefings } from '../records/tables.ts'
import { fileNameOf, saveInSteps } from '../save-as.ts'
import { say } from '../say.ts'
import type { Database } from '../store/case-file.ts'
import type { Task } from '../task.ts'

/** The faces of the page serve the preview; only what is printed carries its own. */
const preview = { fonts: [], engine: { chromium: Number.POSITIVE_INFINITY } }

export const html: Reading<'briefings.html'> = (db, { id }) => {
  briefings.need(db, id)
  return { html: briefingHtml(briefingRecords(db), id, preview).html }
}

export const statement: Reading<'briefings.statement'> = (db, { id }) =>
  briefingStatement(briefingRecords(db), briefings.need(db, id), preview.engine)

type Asked = InputFor<'briefings.export'>
type Made = {
  pieces: Iterable<Uint8Array>
  degraded: string[]
  told: BriefingDocument['told']
}

/**
 * What the briefing is made of at this moment, whatever is edited while it is being printed: every record, the texts that
 * it quotes, which are read by making it once, and the files that go along.
 */
const standingRecords = (db: Database, { id, format, attachments }: Asked) => {
  const briefing = briefings.need(db, id)
  const records = settled(briefingRecords(db))
  briefingHtml(records, id, preview)
  const wanted = format === 'pdf' && attachments
  return { records, briefing, attachments: wanted ? briefingAttachments(briefing, records, preview.engine) : undefined }
}

type Standing = ReturnType<typeof standingRecords>

const utf8 = new TextEncoder()
const textPieces = (text: string): Iterable<Uint8Array> => [utf8.encode(text)]

/** The briefing in its format. What `task` throws when the analyst cancels ends the work. */
async function make(desk: Desk, asked: Asked, standing: Standing, at: string, task: Task): Promise<Made> {
  const { id, format, issue: issued, password } = asked
  const { records, attachments } = standing
  if (format === 'pdf') {
    const { pdf, degraded, told } = await printBriefing(records, id, {
      engine: await pdfEngine(desk.host),
      fonts: briefingFonts(),
      at,
      issued,
      password,
      reached: (reached, total) => task.reached((80 * reached) / total, 100),
      ...(attachments ? { attachments } : {}),
    })
    return { pieces: [pdf], degraded, told }
  }
  // These formats need no engine that prints, and carry faces only where a browser shows them.
  const fonts = format === 'html' ? briefingFonts() : []
  const date = localDay(at)
  const document = briefingHtml(records, id, { ...preview, fonts, date, issued })
  await task.reached(40, 100)
  const { told, headings } = document
  switch (format) {
    case 'docx': {
      const hasContents = standing.briefing.contents && headings.length > 0
      return { pieces: briefingDocx(document, at), told, degraded: hasContents ? [say('briefing.docxContents')] : [] }
    }
    case 'html':
      return { pieces: textPieces(briefingPage(document)), told, degraded: [] }
    case 'md':
      return { pieces: textPieces(briefingMarkdown(document)), told, degraded: [say('briefing.markdownPlain')] }
  }
}

/** Throws `Refused` while an error of the check has neither been mended nor answered. */
function passed({ briefing, records }: { briefing: Standing['briefing']; records: BriefingRecords }, at: string): void {
  const today = localDay(at)
  const open = checkBriefing(briefing, records, today).filter(
    ({ severity, answer }) => severity === 'error' && answer === null,
  )
  if (open.length > 0) throw new Refused(say('refusal.openErrors', { count: open.length, first: open[0]?.sentence }))
}

/**
 * Made of one state of the case, in steps that can be cancelled: there is the whole file or what was there before. Held by
 * test/main/operations/briefing-export.test.ts.
 */
export const save: AtDesk<'briefings.export'> = async (desk, asked) => {
  const { id, format } = asked
  const caseFile = desk.needCase()
  const at = now()
  const standing = caseFile.read(db => standingRecords(db, asked))
  const { briefing, records } = standing
  const { title } = briefing
  passed(standing, at)
  const path = await desk.host.chooseSave({ suggested: fileNameOf(title, format), kind: format })
  if (path === null) return done({ path, degraded: [] })
  const { degraded, told } = await desk.tasks.run(say('export.writing', { file: basename(path) }), async task => {
    await task.reached(0, 100)
    const made = await make(desk, asked, standing, at, task)
    let share = 80
    await saveInSteps(path, made.pieces, () => {
      share = Math.min(99, share + 1)
      return task.reached(share, 100)
    })
    return made
  })
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
