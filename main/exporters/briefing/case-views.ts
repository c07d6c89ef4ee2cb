import type { ClaimView } from '../../../shared/contract/claims.ts'
import type { ConflictView } from '../../../shared/contract/conflicts.ts'
import type { RiskView } from '../../../shared/contract/risks.ts'
import type { ClaimId, LineageId, SourceId, TermId } from '../../../shared/model/id.ts'
import type { Term } from '../../../shared/model/term.ts'
import { byId, grouped } from '../../../shared/rules/groups.ts'
import { matrixFactsOf } from '../../../shared/rules/matrix-facts.ts'
import type { MatrixAsked } from '../../../shared/rules/matrix-frame.ts'
import type { RiskFact } from '../../../shared/rules/register/as-of.ts'
import { byRef } from '../../../shared/rules/scoring.ts'
import { claimViews, comparisons, conflictViews, riskViews } from '../../../shared/rules/views.ts'
import { gravestImpact } from '../figures.ts'
import { type BriefingMatrix, briefingMatrix } from './case-matrix.ts'
import { inBriefingOrder } from './conflicts.ts'
import type { NamedSource, SourceHoldings } from './context.ts'
import { type Differences, differencesOf } from './differences.ts'
import type { BriefingRecords } from './records.ts'

/** Made when first asked for, and kept. */
export const once = <Made>(make: () => Made): (() => Made) => {
  let made: { value: Made } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** What all briefings of a case share: nothing of it depends on a briefing. Each part is made when it is first asked for. */
export type CaseViews = {
  claims(): ReadonlyMap<ClaimId, ClaimView>
  terms(): ReadonlyMap<TermId, Term>
  sources(): readonly NamedSource[]
  named(): ReadonlyMap<SourceId, NamedSource>
  holdings(source: SourceId): SourceHoldings
  matrix(asked: Pick<MatrixAsked, 'axis' | 'asOf'>): BriefingMatrix
  /** In the order of {@link inBriefingOrder}. */
  conflicts(): readonly ConflictView[]
  differences(): readonly Differences[]
  risks(): readonly RiskView[]
  riskFacts(): readonly (RiskView & RiskFact)[]
}

const makeRegister = (document: BriefingRecords) => {
  const all = riskViews(document.risks, document)
  return {
    // What was put away is kept in the case for maps of earlier days; a briefing tells of the register as it stands.
    shown: all.filter(({ status }) => status !== 'archived'),
    facts: all.toSorted(byRef).map(risk => ({
      ...risk,
      scores: risk.assessments.map(score => ({ ...score, impact: gravestImpact(score) })),
    })),
  }
}

type Register = { of: readonly unknown[]; made: ReturnType<typeof makeRegister> }

const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((each, at) => each === other[at])

const registers = new WeakMap<BriefingRecords['risks'], Register>()

/** Kept for as long as nothing changes of what the views of risks draw from: a claim or a source moves no risk. */
const registerOf = (document: BriefingRecords): Register['made'] => {
  const { risks, assessments, conflicts, terms, criteria, earlierCriteria } = document
  // A claim that is edited may open or close conflicts: few of them bear on a risk.
  const bearing = conflicts.filter(conflict => conflict.risks.length > 0)
  const of = [assessments, criteria, earlierCriteria, ...terms, ...bearing]
  const before = registers.get(risks)
  if (before && isSame(before.of, of)) return before.made
  const now = { of, made: makeRegister(document) }
  registers.set(risks, now)
  return now.made
}

const none: SourceHoldings = { excerpts: 0, claims: 0, relayed: new Set() }

const make = (document: BriefingRecords): CaseViews => {
  const views = once(() => claimViews(document.claims, document))
  const claims = once(() => byId(views()))
  const facts = once(() => matrixFactsOf(document))
  const matrices = new Map<string, BriefingMatrix>()
  const matrix: CaseViews['matrix'] = ({ axis, asOf }) => {
    const key = `${axis} ${asOf ?? ''}`
    const made = matrices.get(key) ?? briefingMatrix(facts(), document, { axis, asOf, grain: null })
    matrices.set(key, made)
    return made
  }
  const inTime = () => matrix({ axis: 'sources', asOf: null })
  const sources = once((): NamedSource[] => {
    const known = byId(document.sources)
    return inTime().columns.flatMap(({ key }, index) => {
      const source = known.get(key as SourceId)
      return source === undefined ? [] : [{ ref: `S${index + 1}`, anchor: `source-${index + 1}`, source }]
    })
  })
  const held = once(() => {
    const [excerpts, reported] = [document.excerpts, document.claims].map(records =>
      grouped<SourceId, { source: SourceId; lineage?: LineageId | null }>(records, ({ source }) => source),
    )
    return new Map(
      document.sources.map(({ id }): [SourceId, SourceHoldings] => {
        const own = reported?.get(id) ?? []
        const relayed = new Set(own.flatMap(({ lineage }) => lineage ?? []))
        return [id, { excerpts: excerpts?.get(id)?.length ?? 0, claims: own.length, relayed }]
      }),
    )
  })
  return {
    claims,
    terms: once(() => byId(document.terms)),
    sources,
    named: once(() => new Map(sources().map(each => [each.source.id, each]))),
    holdings: source => held().get(source) ?? none,
    matrix,
    conflicts: once(() => inBriefingOrder(conflictViews(document.conflicts, { ...document, claims: views() }))),
    differences: once(() =>
      differencesOf(
        inTime().rows.map(({ term }) => term),
        comparisons({ ...document, claims: views() }),
      ),
    ),
    risks: () => registerOf(document).shown,
    riskFacts: () => registerOf(document).facts,
  }
}

const known = new WeakMap<object, CaseViews>()

/**
 * The views of records, kept for as long as nothing but the briefings changes: while one is written only its own words are
 * set anew.
 */
export const caseViewsOf = (document: BriefingRecords): CaseViews => {
  const key = document.state ?? document
  const views = known.get(key) ?? make(document)
  known.set(key, views)
  return views
}
