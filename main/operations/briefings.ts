import { done } from '../../shared/outcome.ts'
import { checkBriefing } from '../../shared/rules/tradecraft.ts'
import { briefingFonts } from '../briefing-fonts.ts'
import { briefingHtml } from '../exporters/briefing.ts'
import { printBriefing } from '../exporters/print-briefing.ts'
import { type AtDesk, logged, type Reading, type Writing } from '../operation.ts'
import { templateBlocks } from '../records/briefing-templates.ts'
import { readCaseDocument } from '../records/case-document.ts'
import { readCaseInfo } from '../records/case-info.ts'
import { issue } from '../records/editions.ts'
import { nameTransaction } from '../records/log.ts'
import { now } from '../records/table.ts'
import { briefings } from '../records/tables.ts'
import { fileNameOf, saveAs } from '../save-as.ts'
import { say } from '../say.ts'

export const list: Reading<'briefings.list'> = db => briefings.all(db).map(({ blocks: _, ...briefing }) => briefing)

export const read: Reading<'briefings.read'> = (db, { id }) => briefings.need(db, id)

export const create: Writing<'briefings.create'> = (db, { title, template }) => {
  const { analyst, marking } = readCaseInfo(db)
  const briefing = briefings.create(db, {
    title,
    subtitle: '',
    author: analyst,
    audience: '',
    marking,
    cutOff: null,
    blocks: templateBlocks(template),
  })
  return logged(say('log.briefingAdded', { title }), briefing)
}

export const update: Writing<'briefings.update'> = (db, { id, patch }) => {
  const { title } = briefings.update(db, id, patch)
  return logged(say('log.briefingChanged', { title }), null)
}

export const remove: Writing<'briefings.remove'> = (db, { id }) => {
  const { title } = briefings.need(db, id)
  briefings.remove(db, id)
  return logged(say('log.briefingRemoved', { title }), null)
}

/** The faces of the page serve the preview; only what is printed carries its own. */
const preview = { fonts: [], engine: { chromium: Number.POSITIVE_INFINITY } }

export const html: Reading<'briefings.html'> = (db, { id }) => {
  briefings.need(db, id)
  return { html: briefingHtml(readCaseDocument(db), id, preview).html }
}

export const check: Reading<'briefings.check'> = (db, { id }) =>
  checkBriefing(briefings.need(db, id), readCaseDocument(db))

export const print: AtDesk<'briefings.export'> = async (desk, { id }) => {
  const { host } = desk
  const caseFile = desk.needCase()
  const { title } = caseFile.read(db => briefings.need(db, id))
  const path = await host.chooseSave({ suggested: fileNameOf(title, 'pdf'), kind: 'pdf' })
  if (path === null) return done({ path, degraded: [] })
  const printed = caseFile.read(db => readCaseDocument(db))
  const { pdf, degraded } = await printBriefing(printed, id, {
    print: host.printPdf,
    engine: await host.engine(),
    fonts: briefingFonts(),
    at: now(),
  })
  saveAs(path, pdf)
  // Who may only look at the case can print it all the same; that it was issued cannot be kept there.
  if (caseFile.readOnly) return done({ path, degraded: [...degraded, say('briefing.notRecorded')] })
  if (!caseFile.read(db => briefings.find(db, id)))
    return done({ path, degraded: [...degraded, say('briefing.goneMeanwhile')] })
  const { changed } = caseFile.write('briefings.export', db => {
    const { number } = issue(db, id, 'pdf', printed.positions)
    nameTransaction(db, say('log.editionIssued', { title, number }))
  })
  return done({ path, degraded }, changed)
}
