import type { ClaimView } from '../../../shared/contract/claims.ts'
import type { ConflictView } from '../../../shared/contract/conflicts.ts'
import type { RiskView } from '../../../shared/contract/risks.ts'
import type { Briefing } from '../../../shared/model/briefing.ts'
import type { Edition } from '../../../shared/model/edition.ts'
import type { ClaimId, ConflictId, LineageId, SourceId } from '../../../shared/model/id.ts'
import type { MatrixAsked } from '../../../shared/rules/matrix-frame.ts'
import type { RiskFact } from '../../../shared/rules/register/as-of.ts'
import type { Html } from '../html.ts'
import type { PrintEngine } from '../pdf/engine.ts'
import type { BriefingMatrix } from './case-matrix.ts'
import type { Citations } from './citations.ts'
import type { Differences } from './differences.ts'
import type { Outline } from './place.ts'
import type { BriefingRecords } from './records.ts'

/** A source by the short name it has within this briefing: `S1`, in the order of the matrix. */
export type NamedSource = { ref: string; anchor: string; source: BriefingRecords['sources'][number] }

/** What stands in a source: how many passages and claims, and the origins that its claims are said to relay. */
export type SourceHoldings = { excerpts: number; claims: number; relayed: ReadonlySet<LineageId> }

/**
 * One line of the contents and of the PDF's bookmarks: `anchor` is the id of the heading, `title` all its words, number
 * first; `set` is how the contents print it, where its words alone would not do.
 */
export type Heading = { level: 1 | 2; title: string; anchor: string; set?: { number: string; name: Html } }

/** What stands under the heading of a block. `wide` ones stand on landscape pages. */
export type Section = {
  body: Html
  wide?: boolean
  newPage?: boolean
  headings?: Heading[]
}

/** What every block draws from: the case by its views, and the citations that all blocks share. Made when first asked for. */
export type Context = {
  readonly engine: PrintEngine
  readonly document: BriefingRecords
  readonly briefing: Briefing
  readonly citations: Citations
  readonly sources: readonly NamedSource[]
  sourceOf(id: SourceId): NamedSource
  holdings(id: SourceId): SourceHoldings
  /** Terms by sources with all that the case has. */
  readonly matrix: BriefingMatrix
  matrixOf(asked: Pick<MatrixAsked, 'axis' | 'asOf'>): BriefingMatrix
  claim(id: ClaimId): ClaimView | undefined
  /** As they are numbered: those that a block shows first, open ones before settled ones. */
  readonly conflicts: readonly ConflictView[]
  /** From 1; null for one that the case does not hold. */
  conflictNumber(id: ConflictId): number | null
  /** What differs without being a conflict. */
  readonly differences: readonly Differences[]
  /** Ranked, most serious first; archived ones are left out. */
  readonly risks: readonly RiskView[]
  /** What movers and maps are made of, archived ones among them. */
  readonly riskFacts: readonly (RiskView & RiskFact)[]
  /** Of this briefing, in the order of issue. */
  readonly editions: readonly Edition[]
  /** How its parts are numbered and called. */
  readonly outline: Outline
  /** True when the briefing has a block of this kind, so that links into it lead somewhere. */
  has(kind: Briefing['blocks'][number]['kind']): boolean
  /** True when a block shows this record, so that a link to it leads somewhere. */
  shows(record: 'term' | 'risk' | 'conflict', id: string): boolean
  /** The name of an anchor that no other place has: the first asked for gets the bare name, to which links lead. */
  anchor(name: string): string
  /** The name of a mentioned record, linked when the briefing has a place for it; `label` is what stands in for a lost one. */
  mention(record: string, id: string, label: string): Html
}
