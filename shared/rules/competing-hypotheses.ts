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

/** Sums of such weights may differ in the last digit by the order of adding. */
const rounded = (sum: number) => Math.round(sum * 1e9) / 1e9

type Ratings = ReadonlyMap<HypothesisId, ReadonlyMap<ClaimId, Consistency>>

/** What speaks against and for each hypothesis, in their order. */
type Sums = { against: number[]; support: number[] }

const noSums = (hypotheses: number): Sums => ({
  against: Array.from({ length: hypotheses }, () => 0),
  support: Array.from({ length: hypotheses }, () => 0),
})

const add = (sums: Sums, other: Sums, factor: number): Sums => ({
  against: sums.against.map((sum, at) => sum + factor * (other.against[at] ?? 0)),
  support: sums.support.map((sum, at) => sum + factor * (other.support[at] ?? 0)),
})

/** The claims about one term from one origin: together they count as one. `own` is what each says by its grades alone. */
type Group = { origin: string; own: Map<ClaimId, Sums>; sums: Sums }

const groupsOf = (hypotheses: readonly Hypothesis[], claims: readonly WeighedClaim[], ratings: Ratings) => {
  const groups = new Map<string, Group>()
  for (const claim of claims) {
    const worth = gradeWorth(claim.reliability, claim.credibility)
    const values = hypotheses.map(({ id }) => {
      const rated = ratings.get(id)?.get(claim.id)
      return worth * ((rated && standing[rated]) ?? 0)
    })
    const own: Sums = {
      against: values.map(value => Math.max(-value, 0)),
      support: values.map(value => Math.max(value, 0)),
    }
    const origin = originKey(claim)
    const key = `${origin} ${claim.term}`
    const group = groups.get(key) ?? { origin, own: new Map(), sums: noSums(hypotheses.length) }
    group.own.set(claim.id, own)
    group.sums = add(group.sums, own, 1)
    groups.set(key, group)
  }
  return [...groups.values()]
}

const placesOf = ({ against, support }: Sums): number[] => {
  const sums = against.map((one, at) => ({ against: rounded(one), support: rounded(support[at] ?? 0) }))
  const isAhead = (one: (typeof sums)[number], other: (typeof sums)[number]) =>
    one.against < other.against || (one.against === other.against && one.support > other.support)
  return sums.map(one => 1 + sums.filter(other => isAhead(other, one)).length)
}

const orderOf = (places: readonly number[]) => places.join(' ')
const aheadOf = (places: readonly number[]) => places.map(place => place === 1).join(' ')

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
 * claims nor that of the hypotheses changes what stands where. What would be without a claim is worked out from the sums,
 * in time that does not grow with the other claims. Both are held by test/shared/rules/competing-hypotheses.test.ts.
 */
export const weighHypotheses = (hypotheses: readonly Hypothesis[], claims: readonly WeighedClaim[]): Weighing => {
  const ratings: Ratings = new Map(
    hypotheses.map(({ id, ratings: own }) => [id, new Map(own.map(({ claim, consistency }) => [claim, consistency]))]),
  )
  const groups = groupsOf(hypotheses, claims, ratings)
  const groupOf = new Map(groups.flatMap(group => [...group.own.keys()].map(id => [id, group] as const)))
  const all = groups.reduce((sums, group) => add(sums, group.sums, 1 / group.own.size), noSums(hypotheses.length))
  const places = placesOf(all)
  const [order, ahead] = [orderOf(places), aheadOf(places)]

  /** The places without one claim: what shared its origin is divided by one less. */
  const placesWithout = (claim: ClaimId): number[] => {
    const group = groupOf.get(claim)
    const own = group?.own.get(claim)
    if (group === undefined || own === undefined) return places
    const others = add(all, group.sums, -1 / group.own.size)
    const left = group.own.size - 1
    return placesOf(left === 0 ? others : add(others, add(group.sums, own, -1), 1 / left))
  }
  const placesWithoutOrigin = (origin: string): number[] =>
    placesOf(
      groups
        .filter(group => group.origin === origin)
        .reduce((sums, group) => add(sums, group.sums, -1 / group.own.size), all),
    )

  const origins = new Map<string, OriginWeight>()
  for (const claim of claims) {
    const key = originKey(claim)
    const known = origins.get(key)
    if (known) known.claims.push(claim.id)
    else
      origins.set(key, {
        lineage: claim.lineage,
        source: claim.lineage ? null : claim.source,
        claims: [claim.id],
        decides: aheadOf(placesWithoutOrigin(key)) !== ahead,
      })
  }
  return {
    scores: hypotheses.map(({ id }, at) => ({
      hypothesis: id,
      against: rounded(all.against[at] ?? 0),
      support: rounded(all.support[at] ?? 0),
      unrated: claims.filter(claim => !ratings.get(id)?.has(claim.id)).length,
      place: places[at] ?? 1,
    })),
    claims: claims.map(({ id, reliability, credibility }) => {
      const sharing = groupOf.get(id)?.own.size ?? 1
      const weight = gradeWorth(reliability, credibility) / sharing
      const spread = spreadOf(id, ratings)
      const then = placesWithout(id)
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
