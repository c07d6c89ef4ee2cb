import type { TradecraftFinding } from '../contract/briefings.ts'
import type { AnchorState } from '../model/anchor.ts'
import type { Briefing } from '../model/briefing.ts'
import type { Claim } from '../model/claim.ts'
import type { Conflict } from '../model/conflict.ts'
import type { Scales } from '../model/criteria.ts'
import type { BlockId, ExcerptId, SourceId, TermId } from '../model/id.ts'
import type { Judgement } from '../model/judgement.ts'
import { daySpan } from '../model/partial-date.ts'
import type { Position } from '../model/position.ts'
import type { Source } from '../model/source.ts'
import type { Term } from '../model/term.ts'
import type { StatedValue } from '../model/typed-value.ts'
import { countOrigins, type SourceLineages, sourceLineages } from './corroboration.ts'
import { differenceOf } from './difference.ts'
import { findMoney } from './figures/money.ts'
import { findPercents } from './figures/percents.ts'
import { grouped } from './groups.ts'
import { likelihoodsIn } from './likelihood-words.ts'
import { matrixFactsOf } from './matrix-facts.ts'
import { matrixFrameRow, matrixPlan, newestOf } from './matrix-frame.ts'
import { sentencesOf } from './prose.ts'
import { citedExcerpts, plainText } from './rich-text.ts'
import { clipped, type SentenceKey, sentence } from './sentence.ts'
import { isUnsupportedClaim, judgementsOf } from './unsupported.ts'
import { partialDateWords, valueWords } from './words.ts'

/** What a briefing is checked against. A case document has all of it. */
export type BriefingFacts = {
  sources: readonly Source[]
  excerpts: readonly { id: ExcerptId; source: SourceId; exact: string; state: AnchorState }[]
  terms: readonly Term[]
  claims: readonly Claim[]
  positions: readonly Position[]
  conflicts: readonly Conflict[]
  criteria: Pick<Scales, 'likelihoods'>
}

type Excerpt = BriefingFacts['excerpts'][number]

/** The facts, indexed once for all rules. */
type Known = {
  briefing: Briefing
  facts: BriefingFacts
  excerpts: ReadonlyMap<ExcerptId, Excerpt>
  sources: ReadonlyMap<SourceId, Source>
  lineages: SourceLineages
  terms: ReadonlyMap<TermId, Term>
  claimsOf: ReadonlyMap<TermId, readonly Claim[]>
  positionsOf: ReadonlyMap<TermId, readonly Position[]>
  /** The claims that quote an excerpt. */
  quoting: ReadonlyMap<ExcerptId, readonly Claim[]>
}

const found = (
  rule: string,
  severity: TradecraftFinding['severity'],
  block: BlockId | null,
  key: SentenceKey,
  values: Readonly<Record<string, string>> = {},
): TradecraftFinding => {
  const words = sentence(key, values)
  return {
    key: clipped([rule, block ?? '', words].join(' '), 1_000),
    rule,
    severity,
    sentence: words,
    place: { block, judgement: null, range: null },
    fix: null,
    answer: null,
  }
}

const short = (words: string) => clipped(words, 120)
const distinct = <Item>(items: Iterable<Item>): Item[] => [...new Set(items)]

/** What is missing from the briefing as a whole. */
const frame = ({ briefing, facts }: Known): TradecraftFinding[] => {
  const has = (kind: Briefing['blocks'][number]['kind']) => briefing.blocks.some(block => block.kind === kind)
  const bottomLine = briefing.blocks.some(
    block => block.kind === 'bottom line' && plainText(block.document).trim() !== '',
  )
  const judgements = judgementsOf(briefing)
  const estimates = judgements.some(
    judgement => judgement.likelihood !== null || likelihoodsIn(judgement.text, facts.criteria).length > 0,
  )
  const cites = judgements.some(judgement => judgement.excerpts.length > 0)
  return [
    ...(bottomLine ? [] : [found('bottom-line', 'error', null, 'rules.brief.bottomLine')]),
    ...(judgements.length > 0 ? [] : [found('key-judgements', 'warning', null, 'rules.brief.judgements')]),
    ...(briefing.cutOff ? [] : [found('cut-off', 'warning', null, 'rules.brief.cutOff')]),
    ...(briefing.author.trim() === '' ? [found('author', 'warning', null, 'rules.brief.author')] : []),
    ...(estimates && !has('scale key') ? [found('scale-key', 'warning', null, 'rules.brief.scaleKey')] : []),
    ...(cites && !has('sources') ? [found('source-list', 'warning', null, 'rules.brief.sources')] : []),
  ]
}

/** Rules of single sentences, for all prose of the briefing. */
const wording = (text: string, block: BlockId, { facts }: Known): TradecraftFinding[] =>
  sentencesOf(text).flatMap(({ start, end }) => {
    const words = text.slice(start, end)
    const uses = likelihoodsIn(words, facts.criteria)
    const [first, second] = distinct(uses.filter(use => use.onScale).map(use => use.word))
    const together = uses.length > 0 && /\bconfiden(?:ce|t|tly)\b/i.test(words)
    return [
      ...(together
        ? [found('likelihood-with-confidence', 'error', block, 'rules.brief.together', { words: short(words) })]
        : []),
      ...distinct(uses.filter(use => !use.onScale).map(use => use.word)).map(word =>
        found('off-scale', 'warning', block, 'rules.brief.offScale', { word, words: short(words) }),
      ),
      ...(first && second
        ? [found('two-likelihoods', 'warning', block, 'rules.brief.twoWords', { first, second, words: short(words) })]
        : []),
    ]
  })

/** Rules of cited passages: gone, changed since they were quoted, or younger than the cut-off. */
const citations = (
  excerpts: readonly ExcerptId[],
  block: BlockId,
  context: string,
  { briefing, excerpts: held, sources }: Known,
): TradecraftFinding[] =>
  distinct(excerpts).flatMap(id => {
    const excerpt = held.get(id)
    if (excerpt === undefined)
      return [found('missing-passage', 'error', block, 'rules.brief.missing', { words: short(context) })]
    const words = short(excerpt.exact)
    const source = sources.get(excerpt.source)
    const late =
      briefing.cutOff && source?.published && daySpan(source.published).first > daySpan(briefing.cutOff).last
        ? [
            found('after-cut-off', 'warning', block, 'rules.brief.cutOffPassed', {
              title: source.title,
              date: partialDateWords(source.published),
              cutOff: partialDateWords(briefing.cutOff),
            }),
          ]
        : []
    if (excerpt.state === 'changed')
      return [...late, found('quote-drift', 'error', block, 'rules.brief.drift', { words })]
    return excerpt.state === 'lost' || excerpt.state === 'ambiguous'
      ? [...late, found('quote-lost', 'error', block, 'rules.brief.lost', { words })]
      : late
  })

const claimsBehind = (judgement: Judgement, known: Known): Claim[] =>
  distinct(judgement.excerpts.flatMap(id => known.quoting.get(id) ?? [])).filter(claim => claim.rank !== 'deprecated')

/** Independent origins of the passages: those of the claims that quote them, or of their sources where no claim does. */
const originsBehind = (judgement: Judgement, known: Known): number =>
  countOrigins(
    judgement.excerpts.flatMap((id): Pick<Claim, 'source' | 'lineage'>[] => {
      const source = known.excerpts.get(id)?.source
      const claims = known.quoting.get(id) ?? []
      return claims.length > 0 || source === undefined ? [...claims] : [{ source, lineage: null }]
    }),
    known.lineages,
  )

/** Figures of the judgement that no assessed position of its terms bears out. */
const figures = (judgement: Judgement, block: BlockId, known: Known): TradecraftFinding[] => {
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
    return [
      found('figure', 'warning', block, 'rules.brief.figure', {
        figure: figure.raw,
        ref: first.term.ref,
        name: first.term.name,
        position: valueWords(first.position),
        words: short(judgement.text),
      }),
    ]
  })
}

const openConflicts = (judgement: Judgement, block: BlockId, known: Known): TradecraftFinding[] => {
  const behind = new Set(claimsBehind(judgement, known).map(claim => claim.id))
  const disputed = known.facts.conflicts.filter(
    conflict => conflict.state === 'open' && conflict.claims.some(id => behind.has(id)),
  )
  return distinct(disputed.map(conflict => conflict.term)).flatMap(id => {
    const term = known.terms.get(id)
    const words = short(judgement.text)
    return term
      ? [
          found('open-conflict', 'warning', block, 'rules.brief.openConflict', {
            words,
            ref: term.ref,
            name: term.name,
          }),
        ]
      : []
  })
}

const judged = (judgement: Judgement, block: BlockId, known: Known): TradecraftFinding[] => {
  const { text, likelihood, confidence, confidenceBasis, excerpts } = judgement
  const words = short(text)
  const said = distinct(likelihoodsIn(text, known.facts.criteria).map(use => use.word))
  const other = likelihood !== null && said.length > 0 && !said.includes(likelihood) ? said[0] : undefined
  return [
    ...(excerpts.length === 0 ? [found('no-evidence', 'error', block, 'rules.brief.noEvidence', { words })] : []),
    ...(excerpts.length > 0 && originsBehind(judgement, known) === 1
      ? [found('one-origin', 'warning', block, 'rules.brief.oneOrigin', { words })]
      : []),
    ...(likelihood !== null && other !== undefined
      ? [found('other-likelihood', 'error', block, 'rules.brief.otherWord', { marked: likelihood, word: other, words })]
      : []),
    ...(likelihood !== null && said.length === 0
      ? [found('no-likelihood', 'warning', block, 'rules.brief.noWord', { marked: likelihood, words })]
      : []),
    ...(confidence !== null && confidenceBasis.trim() === ''
      ? [found('confidence-basis', 'warning', block, 'rules.brief.noBasis', { words })]
      : []),
    ...figures(judgement, block, known),
    ...openConflicts(judgement, block, known),
  ]
}

/** Positions that the matrix calls stale, by its own rule. */
const stale = (terms: readonly Term[], block: BlockId, { facts, positionsOf }: Known): TradecraftFinding[] => {
  const assessed = terms.filter(term => positionsOf.has(term.id))
  const matrix = matrixFactsOf({ ...facts, terms: assessed, parties: [] })
  const plan = matrixPlan(matrix, { axis: 'sources', asOf: null, grain: null })
  const isStale = new Map(matrix.terms.map(of => [of.term.id, matrixFrameRow(of, plan).position?.stale === true]))
  return assessed
    .filter(({ id }) => isStale.get(id))
    .map(({ ref, name }) => found('stale-position', 'warning', block, 'rules.brief.stale', { ref, name }))
}

/** Claims of the terms shown that quote nothing: one finding for all of them. */
const unsupported = (terms: readonly Term[], block: BlockId, { claimsOf }: Known): TradecraftFinding[] => {
  const bare = terms.flatMap(term => (claimsOf.get(term.id) ?? []).filter(isUnsupportedClaim).map(() => term))
  const [first] = bare
  if (first === undefined) return []
  const values = { count: String(bare.length), ref: first.ref, name: first.name }
  return [found('unsupported-claims', 'warning', block, 'rules.brief.unsupported', values)]
}

const blockFindings = (known: Known): TradecraftFinding[] =>
  known.briefing.blocks.flatMap(block => {
    const at = block.id
    if (block.kind === 'bottom line' || block.kind === 'prose') {
      const text = plainText(block.document)
      return [...wording(text, at, known), ...citations(citedExcerpts(block.document), at, text, known)]
    }
    if (block.kind === 'key judgements') {
      const terms = distinct(
        block.judgements.flatMap(judgement => claimsBehind(judgement, known).map(claim => claim.term)),
      )
      return [
        ...block.judgements.flatMap(judgement => [
          ...judged(judgement, at, known),
          ...wording(judgement.text, at, known),
          ...citations(judgement.excerpts, at, judgement.text, known),
        ]),
        ...stale(
          terms.flatMap(id => known.terms.get(id) ?? []),
          at,
          known,
        ),
      ]
    }
    if (block.kind !== 'matrix') return []
    const shown = known.facts.terms.filter(
      term => block.categories.length === 0 || block.categories.includes(term.category),
    )
    return [...stale(shown, at, known), ...unsupported(shown, at, known)]
  })

/**
 * Checks a briefing before it is exported: what is missing, which judgements lack evidence or rest on one origin, words
 * off the scale, likelihood and confidence in one sentence (ICD 203), figures that differ from the assessed positions,
 * quotes that drifted, and what has gone stale. Each finding once, in the order of the blocks, those of the whole first.
 */
export const checkBriefing = (briefing: Briefing, facts: BriefingFacts): TradecraftFinding[] => {
  const quoting = new Map<ExcerptId, Claim[]>()
  for (const claim of facts.claims)
    for (const { excerpt } of claim.evidence) quoting.set(excerpt, [...(quoting.get(excerpt) ?? []), claim])
  const known: Known = {
    briefing,
    facts,
    excerpts: new Map(facts.excerpts.map(excerpt => [excerpt.id, excerpt])),
    sources: new Map(facts.sources.map(source => [source.id, source])),
    lineages: sourceLineages(facts.sources),
    terms: new Map(facts.terms.map(term => [term.id, term])),
    claimsOf: grouped(facts.claims, claim => claim.term),
    positionsOf: grouped(facts.positions, position => position.term),
    quoting,
  }
  const findings = new Map<string, TradecraftFinding>()
  const answers = new Map(briefing.answers.map(({ finding, reason }) => [finding, reason]))
  for (const finding of [...frame(known), ...blockFindings(known)]) {
    const key = `${finding.rule} ${finding.sentence}`
    if (!findings.has(key)) findings.set(key, { ...finding, answer: answers.get(finding.key) ?? null })
  }
  return [...findings.values()]
}
