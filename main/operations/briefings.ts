import { done } from '../../shared/outcome.ts'
import { briefingHtml } from '../exporters/briefing.ts'
import { pageTemplates } from '../exporters/page-templates.ts'
import { type AtDesk, logged, type Reading, type Writing } from '../operation.ts'
import { templateBlocks } from '../records/briefing-templates.ts'
import { readCaseDocument } from '../records/case-document.ts'
import { readCaseInfo } from '../records/case-info.ts'
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

export const check: Reading<'briefings.check'> = (db, { id }) => {
  briefings.need(db, id)
  return []
}

export const print: AtDesk<'briefings.export'> = async (desk, { id }) => {
  const caseFile = desk.needCase()
  const briefing = caseFile.read(db => briefings.need(db, id))
  const path = await desk.host.chooseSave({ suggested: fileNameOf(briefing.title, 'pdf'), kind: 'pdf' })
  if (path === null) return done({ path, degraded: [] })
  const engine = await desk.host.engine()
  const { html: printed, degraded } = briefingHtml(caseFile.read(readCaseDocument), id, { fonts: [], engine })
  saveAs(path, await desk.host.printPdf(printed, pageTemplates(briefing)))
  return done({ path, degraded })
}
