import { type Claim, claimRank, type Stage, stage } from '../model/claim.ts'
import type { Conflict } from '../model/conflict.ts'
import type { ClaimId, SourceId } from '../model/id.ts'
import { comparePartialDates } from '../model/partial-date.ts'
import type { Party } from '../model/party.ts'
import type { Position } from '../model/position.ts'
import type { Risk } from '../model/risk.ts'
import type { Source } from '../model/source.ts'
import type { Term } from '../model/term.ts'
import type { StatedValue } from '../model/typed-value.ts'
import { claimDate, type DatedBySource } from './claim-date.ts'
import { type SourceLineages, sourceLineages } from './corroboration.ts'
import { byId, grouped } from './groups.ts'
import { isUnsupportedClaim, isUnsupportedPosition } from './unsupported.ts'
import { claimWords, valueWords } from './words.ts'

/** What views of the matrix need of a claim: its value in words and not its fields, so that all claims of a case fit in memory. */
export type ClaimFact = Pick<
  Claim,
  'id' | 'source' | 'party' | 'polarity' | 'stage' | 'rank' | 'asOf' | 'lineage' | 'statement' | 'qualifier'
> & {
  /** As {@link claimWords} gives them. */
  words: string
  /** The value without its qualifier: the same for claims that give the same value. */
  value: string
  unsupported: boolean
}

export type PositionFact = Pick<
  Position,
  'id' | 'party' | 'validAt' | 'stage' | 'likelihood' | 'confidence' | 'qualifier' | 'claims' | 'created'
> & { words: string; value: string; unsupported: boolean }

/** A conflict with the days (`YYYY-MM-DD`, UTC) on which it was brought into another state, oldest first. */
export type ConflictFact = Pick<Conflict, 'id' | 'claims' | 'state'> & {
  decided: readonly { day: string; state: Conflict['state'] }[]
}

/** All that the rows of a term are computed from, beside the sources and parties of the case. */
export type TermFacts = {
  term: Term
  claims: readonly ClaimFact[]
  positions: readonly PositionFact[]
  conflicts: readonly ConflictFact[]
  /** How many risks the term is linked to. */
  risks: number
}

export type SourceFact = Pick<Source, 'id' | 'title' | 'published' | 'reliability' | 'lineage'>
export type PartyFact = Pick<Party, 'id' | 'name' | 'sequence'>

/** What all terms share. */
export type MatrixSurroundings = {
  sources: ReadonlyMap<SourceId, SourceFact>
  parties: readonly PartyFact[]
  lineages: SourceLineages
}

/** The facts of a case: terms in the order of the matrix. */
export type MatrixFacts = { terms: readonly TermFacts[]; around: MatrixSurroundings }

const bareValue = (stated: StatedValue) => valueWords({ ...stated, qualifier: 'exactly' })

export const claimFact = (
  claim: StatedValue & Omit<ClaimFact, 'words' | 'value' | 'unsupported'> & Pick<Claim, 'evidence'>,
): ClaimFact => {
  const { id, source, party, polarity, stage: at, rank, asOf, lineage, statement, qualifier } = claim
  const value = bareValue(claim)
  // One text for both where they are alike, which they mostly are.
  const words = polarity === 'asserts' && qualifier === 'exactly' && value !== '' ? value : claimWords(claim)
  return {
    id,
    source,
    party,
    polarity,
    stage: at,
    rank,
    asOf,
    lineage,
    statement,
    qualifier,
    words,
    value,
    unsupported: isUnsupportedClaim(claim),
  }
}

export const positionFact = (
  position: StatedValue & Omit<PositionFact, 'words' | 'value' | 'unsupported'>,
): PositionFact => {
  const { id, party, validAt, stage: at, likelihood, confidence, qualifier, claims, created } = position
  return {
    id,
    party,
    validAt,
    stage: at,
    likelihood,
    confidence,
    qualifier,
    claims,
    created,
    words: valueWords(position),
    value: bareValue(position),
    unsupported: isUnsupportedPosition(position),
  }
}

/** A conflict decided before decisions were listed has the day of its last one. */
export const conflictFact = ({
  id,
  claims,
  state,
  decisions,
  decidedAt,
}: Pick<Conflict, 'id' | 'claims' | 'state' | 'decidedAt'> & {
  decisions: readonly Pick<Conflict['decisions'][number], 'at' | 'state'>[]
}): ConflictFact => {
  const listed = decisions.map(decision => ({ day: decision.at.slice(0, 10), state: decision.state }))
  const unlisted = decidedAt === null ? [] : [{ day: decidedAt.slice(0, 10), state }]
  return { id, claims, state, decided: listed.length > 0 ? listed : unlisted }
}

export const surroundingsOf = (sources: readonly SourceFact[], parties: readonly PartyFact[]): MatrixSurroundings => ({
  sources: byId(sources),
  parties: [...parties].sort((left, right) => left.sequence - right.sequence || left.id.localeCompare(right.id)),
  lineages: sourceLineages(sources),
})

/** Terms as the rows of a matrix stand. */
export const inTermOrder = (left: Pick<Term, 'sequence' | 'ref'>, right: Pick<Term, 'sequence' | 'ref'>): number =>
  left.sequence - right.sequence || left.ref.localeCompare(right.ref)

/** The facts of records that are all at hand, as in exports and tests. */
export const matrixFactsOf = (records: {
  terms: readonly Term[]
  claims: readonly Claim[]
  sources: readonly Source[]
  parties: readonly Party[]
  positions: readonly Position[]
  conflicts: readonly Conflict[]
  risks?: readonly Pick<Risk, 'terms'>[]
}): MatrixFacts => {
  const claims = grouped(records.claims, claim => claim.term)
  const positions = grouped(records.positions, position => position.term)
  const conflicts = grouped(records.conflicts, conflict => conflict.term)
  const risks = grouped(
    (records.risks ?? []).flatMap(risk => risk.terms),
    ({ term }) => term,
  )
  return {
    terms: [...records.terms].sort(inTermOrder).map(term => ({
      term,
      claims: (claims.get(term.id) ?? []).map(claimFact),
      positions: (positions.get(term.id) ?? []).map(positionFact),
      conflicts: (conflicts.get(term.id) ?? []).map(conflictFact),
      risks: risks.get(term.id)?.length ?? 0,
    })),
    around: surroundingsOf(records.sources, records.parties),
  }
}

type Weighed = Pick<Claim, 'id' | 'rank' | 'asOf' | 'source'>

/** Preferred claims first, then the newest. */
export const byWeight = (sources: DatedBySource) => (left: Weighed, right: Weighed) =>
  claimRank.options.indexOf(left.rank) - claimRank.options.indexOf(right.rank) ||
  comparePartialDates(claimDate(right, sources), claimDate(left, sources)) ||
  left.id.localeCompare(right.id)

/** Claims without the deprecated ones, unless there is nothing else. */
export const counting = <Ranked extends Pick<Claim, 'rank'>>(claims: readonly Ranked[]): readonly Ranked[] => {
  const kept = claims.filter(claim => claim.rank !== 'deprecated')
  return kept.length > 0 ? kept : claims
}

/** The stage at the latest date that a claim speaks of; at one date, the stage further on in the usual order. */
export const latestStage = (
  claims: readonly Pick<Claim, 'stage' | 'asOf' | 'source'>[],
  sources: DatedBySource,
): Stage | null => {
  const rank = (claim: Pick<Claim, 'stage'>) => stage.options.indexOf(claim.stage ?? 'rumoured')
  let best: Pick<Claim, 'stage' | 'asOf' | 'source'> | null = null
  for (const claim of claims) {
    if (claim.stage === null) continue
    if (best === null) {
      best = claim
      continue
    }
    const [date, bestDate] = [claimDate(claim, sources), claimDate(best, sources)]
    // Unknown dates sort last but must not count as the latest.
    if ((date === null) !== (bestDate === null)) {
      if (bestDate === null) best = claim
      continue
    }
    const later = comparePartialDates(date, bestDate)
    if (later > 0 || (later === 0 && rank(claim) > rank(best))) best = claim
  }
  return best?.stage ?? null
}

/** The conflicts that each claim is in. */
export const conflictsByClaim = (conflicts: readonly ConflictFact[]): ReadonlyMap<ClaimId, readonly ConflictFact[]> => {
  const byClaim = new Map<ClaimId, ConflictFact[]>()
  for (const conflict of conflicts)
    for (const id of conflict.claims) {
      const known = byClaim.get(id)
      if (known) known.push(conflict)
      else byClaim.set(id, [conflict])
    }
  return byClaim
}
