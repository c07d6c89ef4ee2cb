import type { Briefing } from '../shared/model/briefing.ts'
import type { BriefingDocument } from './exporters/briefing/document.ts'
import type { BriefingRecords } from './exporters/briefing/records.ts'
import { exportedCase } from './exporters/matrix/exported-case.ts'
import { matrixCsv } from './exporters/matrix/matrix-csv.ts'
import { wholeFile } from './exporters/office/parts.ts'
import { evidenceJson } from './exporters/pdf/evidence-json.ts'
import type { PdfAttachment } from './exporters/pdf/finish.ts'
import { registerCsv } from './exporters/risks/register-files.ts'
import { readMatrixRecords } from './records/matrix-records.ts'
import { readRegisterDocument } from './records/register-exchange.ts'
import { say } from './say.ts'
import type { Database } from './store/case-file.ts'

/**
 * The files that go with a printed briefing: what it cites, and the whole matrix and register behind it. All is read at
 * once, so that they tell of one state of the case; the files are made when the document is there.
 */
export function readAttachments(
  db: Database,
  briefing: Briefing,
  records: Pick<BriefingRecords, 'excerpts' | 'sources'>,
  at: string,
): (document: Pick<BriefingDocument, 'root'>) => PdfAttachment[] {
  const matrix = exportedCase(readMatrixRecords(db, 'sources'), { asOf: null, grain: null, terms: null, at })
  const register = readRegisterDocument(db)
  const { analyst, marking } = { analyst: briefing.author, marking: briefing.marking }
  return ({ root }) => [
    {
      name: say('briefingPdf.evidence'),
      data: new TextEncoder().encode(evidenceJson(root, briefing, records)),
      mediaType: 'application/json',
      description: say('briefingPdf.evidenceWords'),
      relation: 'Source',
    },
    ...(matrix.terms.length === 0 ? [] : [csv('matrix', matrixCsv(matrix, 'sources'))]),
    ...(register.risks.length === 0
      ? []
      : [csv('register', registerCsv({ document: register, analyst, marking, at }))]),
  ]
}

const csv = (what: 'matrix' | 'register', pieces: Iterable<Uint8Array>): PdfAttachment => ({
  name: say(`briefingPdf.${what}`),
  data: wholeFile(pieces),
  mediaType: 'text/csv',
  description: say(`briefingPdf.${what}Words`),
  relation: 'Data',
})
