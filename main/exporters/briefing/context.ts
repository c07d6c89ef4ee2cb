import type { ClaimView } from '../../../shared/contract/claims.ts'
import type { ConflictView } from '../../../shared/contract/conflicts.ts'
import type { RiskView } from '../../../shared/contract/risks.ts'
import type { Briefing } from '../../../shared/model/briefing.ts'
import type { CaseDocument } from '../../../shared/model/case-document.ts'
import type { BlockId, ClaimId, SourceId } from '../../../shared/model/id.ts'
import type { Html } from '../html.ts'
import type { PrintEngine } from '../pdf/engine.ts'
import type { BriefingMatrix } from './case-matrix.ts'
import type { Citations } from './citations.ts'
import type { Differences } from './differences.ts'

/** A source by the short name it has within this briefing: `S1`, in the order of the matrix. */
export type NamedSource = { ref: string; anchor: string; source: CaseDocument['sources'][number] }

/** One line of the contents and of the PDF's bookmarks: `anchor` is the id of the heading. */
export type Heading = { level: 1 | 2; title: string; anchor: string }

/** One part of the briefing between two pages of the contents. `wide` ones stand on landscape pages. */
export type Section = {
  block: BlockId
  title: string
  anchor: string
  body: Html
  wide?: boolean
  newPage?: boolean
  headings?: Heading[]
}

/** What every block draws from: the case by its views, and the citations that all blocks share. */
export type Context = {
  engine: PrintEngine
  document: CaseDocument
  briefing: Briefing
  citations: Citations
  sources: readonly NamedSource[]
  sourceOf(id: SourceId): NamedSource
  matrix: BriefingMatrix
  claim(id: ClaimId): ClaimView | undefined
  conflicts: readonly ConflictView[]
  /** What differs without being a conflict. */
  differences: readonly Differences[]
  /** Ranked, most serious first. */
  risks: readonly RiskView[]
  /** True when the briefing has a block of this kind, so that links into it lead somewhere. */
  has(kind: Briefing['blocks'][number]['kind']): boolean
  /** The name of a mentioned record, linked when the briefing has a place for it; `label` is what stands in for a lost one. */
  mention(record: string, id: string, label: string): Html
}
