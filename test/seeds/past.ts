import type { CaseDocument } from '../../shared/model/case-document.ts'
import type { Conflict } from '../../shared/model/conflict.ts'
import type { Risk } from '../../shared/model/risk.ts'

type Known = { excerpts: ReadonlySet<string>; claims: ReadonlySet<string> }

const conflictAt = (conflict: Conflict, at: string): Conflict => {
  const decisions = conflict.decisions.filter(decision => decision.at <= at)
  const last = decisions.at(-1)
  const { state, resolution, rationale } = last ?? { state: 'open' as const, resolution: null, rationale: '' }
  return {
    ...conflict,
    decisions,
    state,
    resolution,
    rationale,
    decidedAt: last?.at ?? null,
    decidedBy: last?.by ?? '',
  }
}

/** An indicator keeps the instant of its last change alone: before it, it had not been seen. */
const riskAt = (risk: Risk, at: string, { excerpts, claims }: Known): Risk => {
  const moves = risk.moves.filter(move => move.at <= at)
  return {
    ...risk,
    moves,
    status: moves.at(-1)?.status ?? risk.moves[0]?.was ?? risk.status,
    statusReason: moves.at(-1)?.reason ?? '',
    acceptance: moves.at(-1)?.status === 'accepted' ? risk.acceptance : null,
    evidence: risk.evidence.filter(({ excerpt }) => excerpts.has(excerpt)),
    claims: risk.claims.filter(id => claims.has(id)),
    indicators: risk.indicators.map(indicator =>
      indicator.changed <= at ? indicator : { ...indicator, state: 'not seen', changed: risk.created, excerpts: [] },
    ),
  }
}

/**
 * The sample case as it held at an earlier instant, by when its records were made: what a briefing of that day drew
 * from. What came with an article that was not read yet is not there. Held by ./briefings.test.ts.
 */
export const sampleAt = (document: CaseDocument, at: string): CaseDocument => {
  const was = <Row extends { created: string }>(rows: readonly Row[]) => rows.filter(({ created }) => created <= at)
  const sources = was(document.sources)
  const read = new Set(sources.map(({ id }) => id))
  const excerpts = document.excerpts.filter(({ source }) => read.has(source))
  const known = { excerpts: new Set<string>(excerpts.map(({ id }) => id)), claims: new Set<string>() }
  const claims = document.claims.filter(({ source }) => read.has(source))
  for (const { id } of claims) known.claims.add(id)
  return {
    ...document,
    sources,
    excerpts,
    claims,
    conflicts: document.conflicts
      .filter(conflict => conflict.claims.every(id => known.claims.has(id)))
      .map(conflict => conflictAt(conflict, at)),
    positions: was(document.positions),
    risks: was(document.risks).map(risk => riskAt(risk, at, known)),
    assessments: was(document.assessments),
    reviews: was(document.reviews),
    editions: was(document.editions).filter(({ created }) => created < at),
  }
}
