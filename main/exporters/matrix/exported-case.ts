import type { ExportView, MatrixExport } from '../../../shared/contract/exports.ts'
import type { CaseInfo } from '../../../shared/model/case-info.ts'
import type { Claim } from '../../../shared/model/claim.ts'
import type { Conflict } from '../../../shared/model/conflict.ts'
import type { ClaimId, ExcerptId, SourceId, TermId } from '../../../shared/model/id.ts'
import type { Lineage } from '../../../shared/model/lineage.ts'
import type { PartialDate } from '../../../shared/model/partial-date.ts'
import type { Party } from '../../../shared/model/party.ts'
import type { Position } from '../../../shared/model/position.ts'
import type { Source } from '../../../shared/model/source.ts'
import type { Term } from '../../../shared/model/term.ts'
import { byId, grouped } from '../../../shared/rules/groups.ts'
import { conflictsBy, positionsBy } from '../../../shared/rules/matrix-as-of.ts'
import { byWeight, type MatrixFacts, type TermFacts } from '../../../shared/rules/matrix-facts.ts'
import {
  type MatrixPlan,
  matrixFrameRow,
  matrixPlan,
  type WholeCell,
  wholeCells,
} from '../../../shared/rules/matrix-frame.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { say } from '../../say.ts'

/** A quoted passage, as far as exports of the matrix tell of it. */
export type ExportedExcerpt = {
  id: ExcerptId
  source: SourceId
  exact: string
  page: number | null
  credibility: number | null
}

export type ExportedSource = Pick<
  Source,
  'id' | 'title' | 'authors' | 'publisher' | 'published' | 'url' | 'reliability' | 'kind'
>

/** What exports of the matrix are made of. */
export type MatrixRecords = {
  name: string
  analyst: string
  marking: CaseInfo['marking']
  facts: MatrixFacts
  claims: readonly Claim[]
  sources: readonly ExportedSource[]
  lineages: readonly Pick<Lineage, 'id' | 'name'>[]
  positions: readonly Position[]
  conflicts: readonly Conflict[]
  /** At least those that the claims quote. */
  excerpts: readonly ExportedExcerpt[]
}

/** Which matrix, and the instant of the export (UTC, ISO 8601). */
export type AskedExport = Pick<MatrixExport, 'asOf' | 'grain' | 'terms'> & { at: string }

/** The case as the exports of one matrix see it: everything derived is derived once, here. */
export type ExportedCase = {
  records: MatrixRecords
  asked: AskedExport
  /** The terms told of, in the order of the matrix. */
  terms: readonly TermFacts[]
  plan(axis: MatrixPlan['axis']): MatrixPlan
  row(of: TermFacts, plan: MatrixPlan): ReturnType<typeof matrixFrameRow>
  cells(of: TermFacts, plan: MatrixPlan): ReadonlyMap<string, WholeCell>
  claim(id: ClaimId): Claim | undefined
  /** The claims of the matrix of that day, term by term in its order, weightiest first within a source. */
  claims(): Iterable<Claim>
  claimsOf(term: TermId): readonly Claim[]
  source(id: SourceId): ExportedSource | undefined
  /** `S1`: the short name of a source, by its place among the columns. */
  sourceRef(id: SourceId): string
  excerpt(id: ExcerptId): ExportedExcerpt | undefined
  partyName(id: Party['id'] | null): string
  lineageName(id: Lineage['id'] | null): string
  termOf(id: TermId): Term | undefined
  /** The positions of a term that were valid by then, newest first. */
  positions(of: TermFacts): Position[]
  /** The conflicts of a term that stood by then, in the state they were in. */
  conflicts(of: TermFacts): (Conflict & { stood: Conflict['state'] })[]
}

export function exportedCase(records: MatrixRecords, asked: AskedExport): ExportedCase {
  const { facts } = records
  const chosen = asked.terms && new Set(asked.terms)
  const terms = chosen ? facts.terms.filter(({ term }) => chosen.has(term.id)) : facts.terms
  const plans = new Map<MatrixPlan['axis'], MatrixPlan>()
  const plan = (axis: MatrixPlan['axis']): MatrixPlan => {
    const known = plans.get(axis) ?? matrixPlan(facts, { axis, asOf: asked.asOf, grain: asked.grain })
    plans.set(axis, known)
    return known
  }
  const [claims, sources, excerpts] = [byId(records.claims), byId(records.sources), byId(records.excerpts)]
  const [lineages, conflicts, parties] = [byId(records.lineages), byId(records.conflicts), byId(facts.around.parties)]
  const positions = byId(records.positions)
  const termsById = byId(facts.terms.map(({ term }) => term))
  const claimsOf = grouped(records.claims, claim => claim.term)
  const places = plan('sources').placeOf
  const weight = byWeight(facts.around.sources)
  const known = new Map<TermId, readonly Claim[]>()
  const ordered = (term: TermId): readonly Claim[] => {
    const before = known.get(term)
    if (before) return before
    const { out } = plan('sources').asOf
    const found = (claimsOf.get(term) ?? [])
      .filter(({ source }) => out === null || out.has(source))
      .sort((left, right) => (places.get(left.source) ?? 0) - (places.get(right.source) ?? 0) || weight(left, right))
    known.set(term, found)
    return found
  }
  return {
    records,
    asked,
    terms,
    plan,
    row: matrixFrameRow,
    cells: wholeCells,
    claim: id => claims.get(id),
    *claims() {
      for (const { term } of terms) yield* ordered(term.id)
    },
    claimsOf: ordered,
    source: id => sources.get(id),
    sourceRef: id => {
      const place = places.get(id)
      return place === undefined ? '' : `S${place + 1}`
    },
    excerpt: id => excerpts.get(id),
    partyName: id => (id && parties.get(id)?.name) || '',
    lineageName: id => (id && lineages.get(id)?.name) || '',
    termOf: id => termsById.get(id),
    positions: of =>
      positionsBy(of.positions, plan('sources').asOf)
        .flatMap(({ id }) => positions.get(id) ?? [])
        .sort((left, right) => (left.validAt < right.validAt ? 1 : left.validAt > right.validAt ? -1 : 0)),
    conflicts: of =>
      conflictsBy(of, plan('sources').asOf).flatMap(({ id, state }) => {
        const found = conflicts.get(id)
        return found ? [{ ...found, stood: state }] : []
      }),
  }
}

/** The head of a column: of a source its short name, title, date and grade. */
export const columnWords = (
  { key, title, date, grade }: MatrixPlan['columns'][number],
  { axis }: MatrixPlan,
  place: number,
): { short: string; title: string; facts: string } => {
  if (axis !== 'sources') return { short: key, title, facts: '' }
  const day = date === null ? say('briefing.undated') : partialDateWords(date)
  return { short: `S${place + 1}`, title, facts: `${day} · ${grade}` }
}

/** "as of 31 Mar 2025", or nothing for the matrix of today. */
export const asOfWords = (asOf: PartialDate | null): string =>
  asOf === null ? '' : say('export.asOf', { date: partialDateWords(asOf) })

export const viewName = (view: ExportView): string => say(`export.view.${view}`)

/**
 * Derives in steps what all exports begin with: the tallies of each term and its claims in order, which are kept
 * (shared/rules/matrix-frame.ts), so that no later step waits for those of all terms.
 */
export function* preparing(exported: ExportedCase): Generator<{ done: number; total: number }, void> {
  const plan = exported.plan('sources')
  for (const [at, of] of exported.terms.entries()) {
    exported.row(of, plan)
    exported.claimsOf(of.term.id)
    if (at % 4 === 3) yield { done: at, total: exported.terms.length }
  }
}

/** About how many rows or records a view comes to: for word of how far its export is. */
export function rowsOf(exported: ExportedCase, view: ExportView): number {
  const { terms } = exported
  const over = (count: (of: TermFacts) => number) => terms.reduce((sum, of) => sum + count(of), 0)
  switch (view) {
    case 'positions':
      return over(of => of.positions.length)
    case 'conflicts':
      return over(of => of.conflicts.length)
    case 'evidence':
    case 'claims':
      return over(of => of.claims.length)
    default:
      return terms.length
  }
}

/** How many rows were told so far. */
export type Tally = { told: number }

/** The same rows, told of one by one. */
export function* counted<Row>(rows: Iterable<Row>, tally: Tally): Generator<Row> {
  for (const row of rows) {
    yield row
    tally.told += 1
  }
}
