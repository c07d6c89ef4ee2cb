import type { Briefing } from '../shared/model/briefing.ts'
import { contextOf } from './exporters/briefing/case-context.ts'
import type { BriefingDocument } from './exporters/briefing/document.ts'
import type { BriefingRecords } from './exporters/briefing/records.ts'
import { shownMatrices, shownRegister, type WordTable } from './exporters/briefing/shown-data.ts'
import { csvPieces } from './exporters/csv.ts'
import { wholeFile } from './exporters/office/parts.ts'
import { plain } from './exporters/office/sheet.ts'
import type { PrintEngine } from './exporters/pdf/engine.ts'
import { evidenceJson } from './exporters/pdf/evidence-json.ts'
import type { PdfAttachment } from './exporters/pdf/finish.ts'
import { say } from './say.ts'

/**
 * The files that go with a printed briefing: what it cites, and what its matrices and its blocks of the register show, as
 * data. A briefing is marked for its readers: nothing goes along that it does not tell them. Held by
 * test/main/briefing-attachments.test.ts.
 */
export function briefingAttachments(
  briefing: Briefing,
  records: BriefingRecords,
  engine: PrintEngine,
): (document: Pick<BriefingDocument, 'root'>) => PdfAttachment[] {
  const context = contextOf(records, briefing, engine)
  const matrices = shownMatrices(context)
  const register = shownRegister(context)
  return ({ root }) => [
    {
      name: say('briefingPdf.evidence'),
      data: new TextEncoder().encode(evidenceJson(root, briefing, records)),
      mediaType: 'application/json',
      description: say('briefingPdf.evidenceWords'),
      relation: 'Source',
    },
    ...matrices.map((table, at) => csv(say('briefingPdf.matrix', { number: at + 1 }), 'matrix', table)),
    ...(register === null ? [] : [csv(say('briefingPdf.register'), 'register', register)]),
  ]
}

const csv = (name: string, what: 'matrix' | 'register', table: WordTable): PdfAttachment => ({
  name,
  data: wholeFile(csvPieces(table.map(row => row.map(plain)))),
  mediaType: 'text/csv',
  description: say(`briefingPdf.${what}Words`),
  relation: 'Data',
})
