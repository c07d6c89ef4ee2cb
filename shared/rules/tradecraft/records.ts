import type { BlockId, TermId } from '../../model/id.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Term } from '../../model/term.ts'
import type { StatedValue } from '../../model/typed-value.ts'
import { differenceOf } from '../difference.ts'
import { findMoney } from '../figures/money.ts'
import { findPercents } from '../figures/percents.ts'
import { grouped } from '../groups.ts'
import { indexed } from '../indexed.ts'
import { matrixFactsOf, surroundingsOf } from '../matrix-facts.ts'
import { matrixFrameRow, matrixPlan, newestOf } from '../matrix-frame.ts'
import { isUnsupportedClaim } from '../unsupported.ts'
import { valueWords } from '../words.ts'
import { type BriefingFacts, claimsBehind, conflictsBehind, type Known } from './facts.ts'
import { distinct, type Found, found, short } from './finding.ts'

/** Figures of the judgement that no assessed position of its terms bears out. */
const figures = (judgement: Judgement, block: BlockId, known: Known): Found[] => {
  const bands = known.facts.criteria.likelihoods
  const stated = [...findPercents(judgement.text), ...findMoney(judgement.text)].filter(
    ({ value }) =>
      !(value.type === 'percent' && bands.some(band => band.low === value.low && band.high === value.high)),
  )
  const positions = distinct(claimsBehind(judgement, known).map(claim => claim.term)).flatMap(id => {
    const term = known.terms.get(id)
    const position = newestOf(known.positionsOf.get(id) ?? [])
    return term && position?.value ? [{ term, position, value: position.value }] : []
  })
  return stated.flatMap(({ value, qualifier, start, end }) => {
    const comparable = positions.filter(
      ({ value: assessed }) =>
        assessed.type === value.type &&
        (assessed.type !== 'money' || value.type !== 'money' || assessed.currency === value.currency),
    )
    const figure: StatedValue = { raw: judgement.text.slice(start, end), value, qualifier, basis: '', condition: '' }
    const differs = ({ term, position }: (typeof comparable)[number]) =>
      differenceOf(figure, { ...position, basis: '', condition: '' }, term).how === 'differs'
    const [first] = comparable
    if (first === undefined || !comparable.every(differs)) return []
    const values = {
      figure: figure.raw,
      ref: first.term.ref,
      name: first.term.name,
      position: valueWords(first.position),
      words: short(judgement.text),
    }
    return [found('figure', values, { block, judgement: judgement.id, range: { start, end } })]
  })
}

const openConflicts = (judgement: Judgement, block: BlockId, known: Known): Found[] => {
  return distinct(conflictsBehind(judgement, known).map(conflict => conflict.term)).flatMap(id => {
    const term = known.terms.get(id)
    if (term === undefined) return []
    const values = { words: short(judgement.text), ref: term.ref, name: term.name }
    return [found('open-conflict', values, { block, judgement: judgement.id })]
  })
}

const planOf = indexed((sources: BriefingFacts['sources']) =>
  matrixPlan({ terms: [], around: surroundingsOf(sources, []) }, { axis: 'sources', asOf: null, grain: null }),
)
const conflictsByTerm = indexed((all: BriefingFacts['conflicts']) => grouped(all, conflict => conflict.term))

/** Of each term that was asked about, whether its position is stale, for as long as none of these lists is another. */
const staleness = indexed((_: BriefingFacts['sources']) =>
  indexed((_: BriefingFacts['claims']) =>
    indexed((_: BriefingFacts['positions']) => indexed((_: BriefingFacts['conflicts']) => new Map<TermId, boolean>())),
  ),
)

/** Positions that the matrix calls stale, by its own rule. */
const stale = (terms: readonly Term[], block: BlockId, { facts, positionsOf, claimsOf }: Known): Found[] => {
  const { sources, claims, positions, conflicts } = facts
  const asked = staleness(sources)(claims)(positions)(conflicts)
  const isStale = (term: Term): boolean => {
    const { id } = term
    const before = asked.get(id)
    if (before !== undefined || !positionsOf.has(id)) return before ?? false
    const matrix = matrixFactsOf({
      sources: [],
      terms: [term],
      parties: [],
      claims: claimsOf.get(id) ?? [],
      positions: positionsOf.get(id) ?? [],
      conflicts: conflictsByTerm(conflicts).get(id) ?? [],
    })
    const now = matrix.terms.some(of => matrixFrameRow(of, planOf(sources)).position?.stale === true)
    asked.set(id, now)
    return now
  }
  return terms.filter(isStale).map(({ ref, name }) => found('stale-position', { ref, name }, { block }))
}

/** Claims of the terms shown that quote nothing: one finding for all of them. */
const unsupported = (terms: readonly Term[], block: BlockId, { claimsOf }: Known): Found[] => {
  const bare = terms.flatMap(term => (claimsOf.get(term.id) ?? []).filter(isUnsupportedClaim).map(() => term))
  const [first] = bare
  if (first === undefined) return []
  return [found('unsupported-claims', { count: String(bare.length), ref: first.ref, name: first.name }, { block })]
}

/** What a judgement says against what the case has recorded. */
export const judgementAgainstRecords = (judgement: Judgement, block: BlockId, known: Known): Found[] => [
  ...figures(judgement, block, known),
  ...openConflicts(judgement, block, known),
]

/** What the blocks show of the terms: positions gone stale, and claims without a passage. A term once. */
export const shownRecords = (known: Known): Found[] =>
  known.briefing.blocks.flatMap(block => {
    if (block.kind === 'key judgements') {
      const ids = distinct(block.judgements.flatMap(one => claimsBehind(one, known).map(claim => claim.term)))
      return stale(
        ids.flatMap(id => known.terms.get(id) ?? []),
        block.id,
        known,
      )
    }
    if (block.kind !== 'matrix') return []
    const shown = known.facts.terms.filter(
      term => block.categories.length === 0 || block.categories.includes(term.category),
    )
    return [...stale(shown, block.id, known), ...unsupported(shown, block.id, known)]
  })
