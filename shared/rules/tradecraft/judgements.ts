import type { Claim } from '../../model/claim.ts'
import { type LikelihoodWord, likelihoodWord } from '../../model/grades.ts'
import type { BlockId, ExcerptId } from '../../model/id.ts'
import type { Judgement } from '../../model/judgement.ts'
import { countOrigins } from '../corroboration.ts'
import { likelihoodsIn } from '../likelihood-words.ts'
import { sentence } from '../sentence.ts'
import { claimsBehind, conflictsBehind, type Known } from './facts.ts'
import { distinct, type Found, found, type Mend, short, withJudgement } from './finding.ts'
import type { Passage } from './passages.ts'
import { ahead, countedSources, countOf, horizon, otherReading } from './phrases.ts'
import { bareWill } from './wording.ts'

type Judged = { judgement: Judgement; block: BlockId; passage: Passage; known: Known }

const changing = ({ judgement, block }: Judged, words: string, change: Partial<Judgement>): Mend => ({
  words,
  mended: briefing => withJudgement(briefing, block, judgement.id, one => ({ ...one, ...change })),
})

/** What stands behind the passages: the claims that quote them, or their sources where no claim does. */
const behind = (judgement: Judgement, known: Known): Pick<Claim, 'source' | 'lineage'>[] =>
  judgement.excerpts.flatMap((id): Pick<Claim, 'source' | 'lineage'>[] => {
    const source = known.excerpts.get(id)?.source
    const claims = (known.quoting.get(id) ?? []).filter(claim => claim.rank !== 'deprecated')
    return claims.length > 0 || source === undefined ? claims : [{ source, lineage: null }]
  })

const poor = new Set(['D', 'E', 'F'])

/** Whether every passage comes from a source or a claim that grades give no reason to believe. F and 6 give none either way. */
const isWeak = (judgement: Judgement, known: Known): boolean =>
  judgement.excerpts.length > 0 &&
  judgement.excerpts.every(id => {
    const excerpt = known.excerpts.get(id)
    const source = excerpt && known.sources.get(excerpt.source)
    if (source && poor.has(source.reliability)) return true
    const grades = (known.quoting.get(id) ?? []).map(({ credibility }) => credibility)
    const all = grades.length > 0 ? grades : excerpt?.credibility ? [excerpt.credibility] : []
    return all.length > 0 && all.every(grade => grade >= 4)
  })

/** Sources that one origin stands behind, told as if each had seen for itself. */
const circular = ({ judgement, block, known }: Judged, origins: number): Found[] => {
  const sources = distinct(judgement.excerpts.flatMap(id => known.excerpts.get(id)?.source ?? []))
  const own = new Set(judgement.excerpts)
  const sourceOf = (id: ExcerptId) => known.excerpts.get(id)?.source
  const relays = judgement.excerpts.filter(from =>
    known.relayedBy.get(from)?.some(to => own.has(to) && sourceOf(from) !== sourceOf(to)),
  ).length
  // What relays another is no origin beside it, whether the lineage says so or the passages do.
  const independent = Math.max(1, Math.min(origins, sources.length - relays))
  if (sources.length < 2 || independent >= sources.length) return []
  const told = `${judgement.text} ${judgement.confidenceBasis}`
  if (/\borigins?\b|\brelay|\bsame (?:source|report|story|agency|interview)\b/i.test(told)) return []
  const claim = [...told.matchAll(countedSources)].find(([, count]) =>
    count === undefined ? true : countOf(count) > independent,
  )
  if (claim === undefined) return []
  const values = {
    phrase: claim[0],
    sources: String(sources.length),
    origins: String(independent),
    words: short(judgement.text),
  }
  return [found('circular-reporting', values, { block, judgement: judgement.id })]
}

const grounds = (judged: Judged): Found[] => {
  const { judgement, block, known } = judged
  const words = short(judgement.text)
  const place = { block, judgement: judgement.id }
  if (judgement.excerpts.length === 0) return [found('no-evidence', { words }, place)]
  const origins = countOrigins(behind(judgement, known), known.lineages)
  const lower = changing(judged, sentence('tradecraft.fix.moderate'), { confidence: 'moderate' })
  const weak = isWeak(judgement, known)
  const high = judgement.confidence === 'high' && (origins === 1 || weak)
  return [
    ...(high ? [found('high-confidence', { words }, place, lower, origins === 1 ? 'origin' : 'grades')] : []),
    ...(origins === 1 && !high ? [found('one-origin', { words }, place)] : []),
    ...circular(judged, origins),
  ]
}

const asMarked = (word: string): LikelihoodWord | null => {
  const parsed = likelihoodWord.safeParse(word)
  return parsed.success ? parsed.data : null
}

/** "will" takes these behind it as they are. */
const adverbs: Readonly<Partial<Record<LikelihoodWord, string>>> = {
  likely: 'likely',
  'very likely': 'very likely',
  'almost certain': 'almost certainly',
}

const likelihood = (judged: Judged): Found[] => {
  const { judgement, block, passage, known } = judged
  const { text, likelihood: marked } = judgement
  const words = short(text)
  const place = { block, judgement: judgement.id }
  const uses = likelihoodsIn(passage.own, known.facts.criteria)
  const said = distinct(uses.map(use => use.word))
  const will = bareWill(passage)
  if (marked === null)
    return said.length === 0 && will !== null && !passage.own.includes('%')
      ? [found('forecast', { words }, { ...place, range: will })]
      : []
  if (said.length > 0 && !said.includes(marked)) {
    const [first] = uses
    const word = said[0] ?? ''
    const meant = said.length === 1 ? asMarked(word) : null
    const mend =
      meant === null ? null : changing(judged, sentence('tradecraft.fix.mark', { word }), { likelihood: meant })
    const range = first ? { start: first.start, end: first.end } : null
    return [found('other-likelihood', { marked, word, words }, { ...place, range }, mend)]
  }
  if (said.length > 0) return []
  if (will === null) return [found('no-likelihood', { marked, words }, place)]
  const put = text.slice(will.start, will.end) === 'will' ? adverbs[marked] : undefined
  const mend: Mend | null =
    put === undefined
      ? null
      : {
          words: sentence('tradecraft.fix.replace', { before: 'will', after: `will ${put}` }),
          mended: briefing => passage.replaced(briefing, will, `will ${put}`),
        }
  const word = text.slice(will.start, will.end)
  return [found('certainty', { word, marked, words }, { ...place, range: will }, mend)]
}

/** Whether another reading would matter: a term of weight, or sources that contradict one another. */
const isOfConsequence = (judgement: Judgement, known: Known): boolean =>
  claimsBehind(judgement, known).some(({ term }) => known.terms.get(term)?.importance === 'high') ||
  conflictsBehind(judgement, known).length > 0

/** Rules of one judgement: its evidence, its likelihood and confidence, its horizon and the reading it set aside. */
export const judgementRules = (judged: Judged): Found[] => {
  const { judgement, block, passage, known } = judged
  const { text, likelihood: marked, confidence, confidenceBasis, alternative } = judgement
  const words = short(text)
  const place = { block, judgement: judgement.id }
  const estimates = marked !== null || likelihoodsIn(passage.own, known.facts.criteria).length > 0
  return [
    ...grounds(judged),
    ...likelihood(judged),
    ...(estimates && ahead.test(passage.own) && !horizon.test(passage.own)
      ? [found('no-horizon', { words }, place)]
      : []),
    ...(estimates && confidence === null ? [found('no-confidence', { words }, place)] : []),
    ...(confidence !== null && confidenceBasis.trim() === '' ? [found('confidence-basis', { words }, place)] : []),
    ...(estimates &&
    alternative.trim() === '' &&
    !otherReading.test(`${text} ${confidenceBasis}`) &&
    isOfConsequence(judgement, known)
      ? [found('no-alternative', { words }, place)]
      : []),
  ]
}
