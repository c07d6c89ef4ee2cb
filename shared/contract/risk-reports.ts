import * as z from 'zod'
import { riskId } from '../model/id.ts'
import { exported } from './exported.ts'
import { write } from './operation.ts'
import { asOf } from './risks.ts'

/** One page of the gravest risks, the whole register, one risk with its evidence, what moved, what is to be reviewed, and the indicators. */
export const riskReportKind = z.enum(['top', 'register', 'dossier', 'changes', 'reviews', 'indicators'])
export type RiskReportKind = z.infer<typeof riskReportKind>

export const riskReportFormat = z.enum(['pdf', 'docx', 'html'])
export type RiskReportFormat = z.infer<typeof riskReportFormat>

export const riskReport = z.strictObject({
  kind: riskReportKind,
  format: riskReportFormat,
  /** Whom a dossier is about; null for the others. */
  risk: riskId.nullable(),
  /** Since when changes are told; null: since the last edition of a briefing. */
  since: asOf,
  /** As it stood at that moment; null: now. Reviews, indicators and the words of the risks are always those of today. */
  asOf,
})
export type RiskReport = z.infer<typeof riskReport>

export const riskReportOperations = {
  /** To a file the analyst chooses. */
  'risks.report': write(riskReport, exported),
}
