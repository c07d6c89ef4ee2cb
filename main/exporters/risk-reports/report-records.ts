import type { Mover, MoverReasons } from '../../../shared/contract/movers.ts'
import type { NamedReview } from '../../../shared/contract/risk-watch.ts'
import type { AsOf, RegisterRow, RiskDetail, RiskMap, RiskView } from '../../../shared/contract/risks.ts'
import type { CaseInfo } from '../../../shared/model/case-info.ts'
import type { Criteria } from '../../../shared/model/criteria.ts'
import type { ExcerptId } from '../../../shared/model/id.ts'

/** A passage that a report may quote, with where it comes from. */
export type ReportPassage = {
  id: ExcerptId
  exact: string
  page: number | null
  sourceTitle: string
  published: string
  address: string
}

/** A risk as a report tells of it: as it stood at the moment of the report, and what the register knows of it today. */
export type ReportRisk = { view: RiskView; row: RegisterRow }

/** What reports of the register are made of. Lists that a kind of report does not need are empty. */
export type ReportRecords = Pick<CaseInfo, 'name' | 'analyst' | 'marking'> & {
  /** The instant of the report (UTC, ISO 8601). */
  at: string
  asOf: AsOf
  criteria: Criteria
  map: RiskMap
  /** Ranked, without what was archived by then. */
  risks: readonly ReportRisk[]
  /** The one that a dossier is about. */
  detail: RiskDetail | null
  passages: ReadonlyMap<ExcerptId, ReportPassage>
  /** Of the claims that scorings cite: the passages they rest on. */
  behindClaims: ReadonlyMap<string, readonly ExcerptId[]>
  since: { asOf: AsOf; edition: { title: string; number: number; day: string } | null }
  movers: readonly Mover[]
  reasons: readonly MoverReasons[]
  reviews: readonly NamedReview[]
}
