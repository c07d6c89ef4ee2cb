import type * as z from 'zod'
import { briefingOperations } from './contract/briefings.ts'
import { caseOperations } from './contract/case.ts'
import { caseWideOperations } from './contract/case-wide.ts'
import { claimOperations } from './contract/claims.ts'
import { conflictOperations } from './contract/conflicts.ts'
import { criteriaOperations } from './contract/criteria.ts'
import { excerptOperations } from './contract/excerpts.ts'
import { exchangeOperations } from './contract/exchange.ts'
import { exportOperations } from './contract/exports.ts'
import { fileOperations } from './contract/files.ts'
import { historyOperations } from './contract/history.ts'
import { importOperations } from './contract/imports.ts'
import { inquiryOperations } from './contract/inquiries.ts'
import { libraryOperations } from './contract/library.ts'
import { matrixOperations } from './contract/matrix.ts'
import { mentionOperations } from './contract/mentions.ts'
import { moverOperations } from './contract/movers.ts'
import { noteOperations } from './contract/notes.ts'
import { positionOperations } from './contract/positions.ts'
import { programOperations } from './contract/program.ts'
import { registerExchangeOperations } from './contract/register-exchange.ts'
import { resemblanceOperations } from './contract/resemblances.ts'
import { riskReportOperations } from './contract/risk-reports.ts'
import { riskWatchOperations } from './contract/risk-watch.ts'
import { riskOperations } from './contract/risks.ts'
import { safetyOperations } from './contract/safety.ts'
import { sealingOperations } from './contract/sealing.ts'
import { searchOperations } from './contract/search.ts'
import { sourceOperations } from './contract/sources.ts'
import { tagOperations } from './contract/tags.ts'
import { termOperations } from './contract/terms.ts'
import { textVersionOperations } from './contract/text-versions.ts'
import { timelineOperations } from './contract/timeline.ts'

/** The list of everything the product can be asked: the one door (`workbench.call`) opens for these names and no others. */
export const contract = {
  ...caseOperations,
  ...historyOperations,
  ...safetyOperations,
  ...sealingOperations,
  ...programOperations,
  ...fileOperations,
  ...sourceOperations,
  ...importOperations,
  ...libraryOperations,
  ...resemblanceOperations,
  ...textVersionOperations,
  ...excerptOperations,
  ...tagOperations,
  ...termOperations,
  ...claimOperations,
  ...exchangeOperations,
  ...matrixOperations,
  ...exportOperations,
  ...positionOperations,
  ...conflictOperations,
  ...inquiryOperations,
  ...riskOperations,
  ...criteriaOperations,
  ...riskWatchOperations,
  ...moverOperations,
  ...riskReportOperations,
  ...registerExchangeOperations,
  ...noteOperations,
  ...mentionOperations,
  ...briefingOperations,
  ...searchOperations,
  ...timelineOperations,
  ...caseWideOperations,
}

export type Contract = typeof contract
export type OperationName = keyof Contract
export type InputOf<Name extends OperationName> = z.input<Contract[Name]['input']>
export type OutputOf<Name extends OperationName> = z.output<Contract[Name]['output']>
export type ReadName = { [Name in OperationName]: Contract[Name]['kind'] extends 'read' ? Name : never }[OperationName]
export type WriteName = Exclude<OperationName, ReadName>
