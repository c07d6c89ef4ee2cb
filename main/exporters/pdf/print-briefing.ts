import type { CaseDocument } from '../../../shared/model/case-document.ts'
import type { BriefingId } from '../../../shared/model/id.ts'
import { partialDate } from '../../../shared/model/partial-date.ts'
import { say } from '../../say.ts'
import { type BriefingDocument, briefingHtml } from '../briefing/document.ts'
import type { Font } from '../fonts.ts'
import type { Print, PrintEngine } from './engine.ts'
import { destinationPages, finishPdf } from './finish.ts'
import { pageTemplates } from './page-templates.ts'

export type PrintedBriefing = { pdf: Uint8Array; degraded: string[]; told: BriefingDocument['told'] }

/** Two, and a third where the numbers themselves moved a page. */
const mostPasses = 3

/**
 * The whole way from the case to a finished PDF: print, read on which page each heading fell, print again with the
 * numbers in the contents, see that nothing moved, then meta and bookmarks. `at` is the instant of the export (UTC, ISO
 * 8601): its day is printed on the cover, and it is the only thing in which two exports of one case differ.
 */
export async function printBriefing(
  document: CaseDocument,
  id: BriefingId,
  options: { print: Print; engine: PrintEngine; fonts: readonly Font[]; at: string },
): Promise<PrintedBriefing> {
  const { print, engine, fonts, at } = options
  const date = partialDate.parse(at.slice(0, 10))
  const made = (pages: Record<string, number>) => briefingHtml(document, id, { fonts, engine, date, pages })
  const { title, author, subject, marking, headings, degraded, told } = made({})
  const templates = pageTemplates({ title, marking }, fonts)

  let printed = await print(made({}).html, templates)
  let settled = false
  for (let pass = 2; pass <= mostPasses && !settled; pass += 1) {
    const pages = await destinationPages(printed)
    printed = await print(made(pages).html, templates)
    const now = await destinationPages(printed)
    settled = headings.every(({ anchor }) => now[anchor] === pages[anchor])
  }

  const pdf = await finishPdf(printed, { title, author, subject, language: 'en', created: new Date(at) }, { headings })
  return { pdf, told, degraded: settled ? degraded : [...degraded, say('briefing.degradedMoved')] }
}
