import type { ClaimView } from '../contract/claims.ts'
import type { InquiryView } from '../contract/inquiries.ts'
import { hundredthWords } from '../formats.ts'
import type { Consistency, Hypothesis, Rating } from '../model/hypothesis.ts'
import type { ClaimId, HypothesisId } from '../model/id.ts'
import { byDiagnosticity, type ClaimWeight, type HypothesisScore, type OriginWeight } from './competing-hypotheses.ts'
import { byId } from './groups.ts'
import { quotedWords } from './sentence.ts'

// What an inquiry comes to, computed once: the screen, the command line and the exported table show this and nothing else.

/** The usual letters of a table of competing hypotheses. */
export const consistencyLetters: Readonly<Record<Consistency, string>> = {
  'very consistent': 'CC',
  consistent: 'C',
  neutral: 'N',
  inconsistent: 'I',
  'very inconsistent': 'II',
  'not applicable': 'NA',
}

/** A claim in one line: what it is about, and what it says of that. */
export const claimName = ({ termRef, termName, words, raw }: ClaimView): string =>
  `${termRef} ${termName}: ${words === '' ? raw : words}`

/** A weight or a sum of weights, with the same two decimals everywhere. */
export const weightWords = (weight: number): string => hundredthWords(weight)

/**
 * What a claim does for the inquiry: `telling` sets hypotheses apart · `nothing` is rated by all of them and sits with
 * all alike · `unrated` waits for ratings before either can be said.
 */
export type Telling = 'telling' | 'unrated' | 'nothing'

/** A row of the table. `ratings` come in the order of the hypotheses, null where there is none. */
export type ClaimLine = {
  claim: ClaimView
  weight: ClaimWeight
  telling: Telling
  ratings: (Rating | null)[]
}

const tellingOf = ({ diagnosticity }: ClaimWeight, ratings: readonly (Rating | null)[]): Telling => {
  if (diagnosticity !== null && diagnosticity > 0) return 'telling'
  return ratings.includes(null) ? 'unrated' : 'nothing'
}

const ratingsByClaim = ({ ratings }: Hypothesis): ReadonlyMap<ClaimId, Rating> =>
  new Map(ratings.map(rating => [rating.claim, rating]))

/** The claims of an inquiry with what they weigh and how they are rated, in their own order. */
export const claimLines = ({ hypotheses, views, weighing }: InquiryView): ClaimLine[] => {
  const rated = hypotheses.map(ratingsByClaim)
  const weights = new Map(weighing.claims.map(weight => [weight.claim, weight]))
  return views.flatMap(claim => {
    const weight = weights.get(claim.id)
    const ratings = rated.map(own => own.get(claim.id) ?? null)
    return weight === undefined ? [] : { claim, weight, ratings, telling: tellingOf(weight, ratings) }
  })
}

const tellingOrder: readonly Telling[] = ['telling', 'unrated', 'nothing']

/** Most telling first, then what is not rated yet, then what tells nothing; otherwise as they were. */
export const mostTellingFirst = (rows: readonly ClaimLine[]): ClaimLine[] =>
  rows.toSorted(
    (one, other) =>
      tellingOrder.indexOf(one.telling) - tellingOrder.indexOf(other.telling) ||
      byDiagnosticity(one.weight, other.weight),
  )

/** One sentence about an inquiry: `kind` names the message `inquiries.finding.KIND`, with its values; `claims` are those it is about. */
export type Finding = {
  kind:
    | 'open'
    | 'level'
    | 'ahead'
    | 'aheadBySupport'
    | 'claimDecides'
    | 'noClaimDecides'
    | 'originDecides'
    | 'noOriginDecides'
    | 'claimTurns'
    | 'tellsNothing'
    | 'unrated'
  values: Readonly<Record<string, string | number>>
  claims: readonly ClaimId[]
}

type NamedScore = HypothesisScore & { name: string }

const standing = (scores: readonly NamedScore[]): Finding => {
  const ahead = scores.filter(({ place }) => place === 1)
  const [first] = ahead
  const next = scores.filter(({ place }) => place > 1).toSorted((one, other) => one.place - other.place)[0]
  if (first === undefined || next === undefined) return { kind: 'open', values: {}, claims: [] }
  const against = weightWords(first.against)
  if (ahead.length > 1) {
    const names = ahead.map(({ name }) => quotedWords(name)).join(', ')
    return { kind: 'level', values: { names, against }, claims: [] }
  }
  const values = { name: first.name, against, next: next.name, nextAgainst: weightWords(next.against) }
  if (next.against > first.against) return { kind: 'ahead', values, claims: [] }
  const support = { support: weightWords(first.support), nextSupport: weightWords(next.support) }
  return { kind: 'aheadBySupport', values: { ...values, ...support }, claims: [] }
}

const deciding = (rows: readonly ClaimLine[], origins: readonly (OriginWeight & { name: string })[]): Finding[] => {
  const claims = rows.flatMap(({ weight }) => (weight.decides ? weight.claim : []))
  const decisive = origins.filter(({ decides }) => decides)
  return [
    claims.length > 0
      ? { kind: 'claimDecides', values: { count: claims.length }, claims }
      : { kind: 'noClaimDecides', values: {}, claims: [] },
    ...(decisive.length > 0
      ? decisive.map(
          (origin): Finding => ({
            kind: 'originDecides',
            values: { name: origin.name, count: origin.claims.length },
            claims: origin.claims,
          }),
        )
      : [{ kind: 'noOriginDecides', values: {}, claims: [] } satisfies Finding]),
  ]
}

const about = (kind: Finding['kind'], claims: readonly ClaimId[], count = claims.length): Finding[] =>
  count === 0 ? [] : [{ kind, values: { count }, claims }]

/**
 * What the table says, in sentences: who is ahead and by what, which single claim and which origin, were it false, would
 * put another hypothesis ahead, which claims turn only the order behind, what tells nothing and what is left to rate.
 */
export const inquiryFindings = (view: InquiryView): Finding[] => {
  const names = byId(view.hypotheses)
  const rows = claimLines(view)
  const { scores, origins } = view.weighing
  const stands = standing(scores.map(score => ({ ...score, name: names.get(score.hypothesis)?.name ?? '' })))
  const ids = (keep: (row: ClaimLine) => boolean) => rows.filter(keep).map(({ claim }) => claim.id)
  const isUnrated = ({ ratings }: ClaimLine) => ratings.includes(null)
  const unrated = scores.reduce((sum, score) => sum + score.unrated, 0)
  return [
    stands,
    ...(stands.kind === 'open' ? [] : deciding(rows, origins)),
    ...about('claimTurns', stands.kind === 'open' ? [] : ids(({ weight }) => weight.turns && !weight.decides)),
    ...about(
      'tellsNothing',
      ids(({ telling }) => telling === 'nothing'),
    ),
    ...about('unrated', ids(isUnrated), unrated),
  ]
}

/** The hypotheses that are ahead; none while nothing tells them apart. */
export const hypothesesAhead = (scores: readonly HypothesisScore[]): HypothesisId[] => {
  const ahead = scores.filter(({ place }) => place === 1)
  return ahead.length === scores.length ? [] : ahead.map(({ hypothesis }) => hypothesis)
}
