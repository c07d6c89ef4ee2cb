import type { Claim } from '../model/claim.ts'
import type { Credibility, Reliability } from '../model/grades.ts'
import type { Consistency, Hypothesis } from '../model/hypothesis.ts'
import type { ClaimId, HypothesisId, LineageId, SourceId } from '../model/id.ts'

// Analysis of competing hypotheses (Heuer, Psychology of Intelligence Analysis, chapter 8): hypotheses are weighed by what
// speaks against them, since what fits all of them tells nothing. Claims count by their grades and once per origin.

/** A claim as it is weighed: its grades, and where it comes from. `lineage` is its own, else that of its source. */
export type WeighedClaim = Pick<Claim, 'id' | 'term' | 'source' | 'credibility'> & {
  reliability: Reliability
  lineage: LineageId | null
}

/** What one claim contributes. */
export type ClaimWeight = {
  claim: ClaimId
  /** From 0 to 1: what its grades are worth, shared by the claims about one term that relay one origin. */
  weight: number
  /** How many claims of the inquiry about its term come from its origin, itself included. */
  sharing: number
  /** From 0 to 1: how far it tells the hypotheses apart, times its weight; null while fewer than two of them are rated by it. */
  diagnosticity: number | null
  /** Whether the hypothesis that is ahead would be another one, were this claim false. */
  decides: boolean
  /** Whether the order of the hypotheses would be another one at all. */
  turns: boolean
}

/** How one hypothesis stands. */
export type HypothesisScore = {
  hypothesis: HypothesisId
  /** What speaks against it: the sum of weighted inconsistencies, 0 or more. The lower, the better it stands. */
  against: number
  /** What speaks for it, summed likewise; it only decides between hypotheses that nothing else tells apart. */
  support: number
  /** From 1; hypotheses that nothing tells apart share a place. */
  place: number
  /** Claims that it was not rated by yet. */
  unrated: number
}

/** A source or lineage with all its claims in the inquiry. */
export type OriginWeight = {
  lineage: LineageId | null
  source: SourceId | null
  claims: ClaimId[]
  /** Whether another hypothesis would be ahead, were all that comes from here false. */
  decides: boolean
}

export type Weighing = { scores: HypothesisScore[]; claims: ClaimWeight[]; origins: OriginWeight[] }

const reliabilityWorth: Readonly<Record<Reliability, number>> = { A: 1, B: 0.8, C: 0.6, D: 0.4, E: 0.2, F: 0.5 }
const credibilityWorth: Readonly<Record<Credibility, number>> = { 1: 1, 2: 0.8, 3: 0.6, 4: 0.4, 5: 0.2, 6: 0.5 }

/** What the two grades are worth together, from 0 to 1. F and 6 stand in the middle: no basis to judge is not bad. */
export const gradeWorth = (reliability: Reliability, credibility: Credibility): number =>
  reliabilityWorth[reliability] * credibilityWorth[credibility]

const standing: Readonly<Record<Consistency, number | null>> = {
  'very consistent': 2,
  consistent: 1,
  neutral: 0,
  inconsistent: -1,
  'very inconsistent': -2,
  'not applicable': null,
}

/** From one end of the scale to the other. */
const widest = 4

const originKey = ({ lineage, source }: WeighedClaim): string => (lineage ? `lineage ${lineage}` : `source ${source}`)

type Weights = ReadonlyMap<ClaimId, { weight: number; sharing: number }>

const weightsOf = (claims: readonly WeighedClaim[]): Weights => {
  const keyOf = (claim: WeighedClaim) => `${originKey(claim)} ${claim.term}`
  const counts = new Map<string, number>()
  for (const claim of claims) counts.set(keyOf(claim), (counts.get(keyOf(claim)) ?? 0) + 1)
  return new Map(
    claims.map(claim => {
      const sharing = counts.get(keyOf(claim)) ?? 1
      return [claim.id, { weight: gradeWorth(claim.reliability, claim.credibility) / sharing, sharing }]
    }),
  )
}

type Ratings = ReadonlyMap<HypothesisId, ReadonlyMap<ClaimId, Consistency>>

/** Sums of such weights may differ in the last digit by the order of adding. */
const rounded = (sum: number) => Math.round(sum * 1e9) / 1e9

const scored = (
  hypotheses: readonly Hypothesis[],
  claims: readonly WeighedClaim[],
  ratings: Ratings,
  weights: Weights,
): HypothesisScore[] => {
  const sums = hypotheses.map(({ id }) => {
    const own = ratings.get(id)
    let [against, support, unrated] = [0, 0, 0]
    for (const claim of claims) {
      const rated = own?.get(claim.id)
      const value = rated === undefined ? null : standing[rated]
      if (rated === undefined) unrated += 1
      const weight = weights.get(claim.id)?.weight ?? 0
      if (value !== null && value < 0) against -= value * weight
      else support += (value ?? 0) * weight
    }
    return { hypothesis: id, against: rounded(against), support: rounded(support), unrated }
  })
  const isAhead = (one: (typeof sums)[number], other: (typeof sums)[number]) =>
    one.against < other.against || (one.against === other.against && one.support > other.support)
  return sums.map(one => ({ ...one, place: 1 + sums.filter(other => isAhead(other, one)).length }))
}

const orderOf = (scores: readonly HypothesisScore[]) => scores.map(({ place }) => place).join(' ')
const aheadOf = (scores: readonly HypothesisScore[]) =>
  scores
    .filter(({ place }) => place === 1)
    .map(({ hypothesis }) => hypothesis)
    .join(' ')

/** How far the ratings by one claim lie apart, from 0 to 1; null while it says something of fewer than two hypotheses. */
const spreadOf = (claim: ClaimId, ratings: Ratings): number | null => {
  const values = [...ratings.values()].flatMap(own => {
    const rated = own.get(claim)
    return (rated && standing[rated]) ?? []
  })
  return values.length < 2 ? null : (Math.max(...values) - Math.min(...values)) / widest
}

/**
 * Weighs the hypotheses of an inquiry against its claims. Scores come in the order of the hypotheses, claims in theirs. A
 * claim that is false counts as if it were not there: what shared its origin then weighs more. Neither the order of the
 * claims nor that of the hypotheses changes what stands where (test/shared/rules/competing-hypotheses.test.ts).
 */
export const weighHypotheses = (hypotheses: readonly Hypothesis[], claims: readonly WeighedClaim[]): Weighing => {
  const ratings: Ratings = new Map(
    hypotheses.map(({ id, ratings: own }) => [id, new Map(own.map(({ claim, consistency }) => [claim, consistency]))]),
  )
  const weights = weightsOf(claims)
  const scores = scored(hypotheses, claims, ratings, weights)
  const without = (gone: (claim: WeighedClaim) => boolean) => {
    const left = claims.filter(claim => !gone(claim))
    return scored(hypotheses, left, ratings, weightsOf(left))
  }
  const [order, ahead] = [orderOf(scores), aheadOf(scores)]
  const origins = new Map<string, OriginWeight>()
  for (const claim of claims) {
    const known = origins.get(originKey(claim))
    if (known) known.claims.push(claim.id)
    else
      origins.set(originKey(claim), {
        lineage: claim.lineage,
        source: claim.lineage ? null : claim.source,
        claims: [claim.id],
        decides: aheadOf(without(other => originKey(other) === originKey(claim))) !== ahead,
      })
  }
  return {
    scores,
    claims: claims.map(({ id }) => {
      const { weight, sharing } = weights.get(id) ?? { weight: 0, sharing: 1 }
      const spread = spreadOf(id, ratings)
      const then = without(claim => claim.id === id)
      return {
        claim: id,
        weight: rounded(weight),
        sharing,
        diagnosticity: spread === null ? null : rounded(spread * weight),
        decides: aheadOf(then) !== ahead,
        turns: orderOf(then) !== order,
      }
    }),
    origins: [...origins.values()],
  }
}

/** Most telling first; claims that tell nothing yet come last, in their order. */
export const byDiagnosticity = (left: ClaimWeight, right: ClaimWeight): number =>
  (right.diagnosticity ?? -1) - (left.diagnosticity ?? -1)
