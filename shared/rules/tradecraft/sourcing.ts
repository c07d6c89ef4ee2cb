import { daySpan } from '../../model/partial-date.ts'
import type { RichText } from '../../model/rich-text.ts'
import { approximateMatches, searchCost } from '../edit-distance.ts'
import { indexed } from '../indexed.ts'
import { likelihoodsIn } from '../likelihood-words.ts'
import { sentence } from '../sentence.ts'
import { judgementsOf } from '../unsupported.ts'
import { partialDateWords } from '../words.ts'
import type { BriefingFacts, Known, KnownExcerpt } from './facts.ts'
import { distinct, type Found, found, type Mend, short, withBlock, withJudgement } from './finding.ts'
import { cutOffAt, newestSource } from './frame.ts'
import { citesIn, lineAround, type Passage } from './passages.ts'
import { isReported, vague } from './phrases.ts'
import { proseOf, withCitation, withoutNodes } from './prose.ts'
import { hasWords, partsOf, plainWords, quotationsIn } from './quotations.ts'

const placeOf = ({ block, judgement }: Passage) => ({ block, judgement: judgement?.id ?? null })

/** Sources without a name behind words that cite nothing. */
export const vagueAttribution = (passage: Passage): Found[] =>
  passage.sentences.flatMap(range => {
    if (citesIn(passage, range)) return []
    const words = passage.own.slice(range.start, range.end)
    return [...words.matchAll(vague)].map(({ index, 0: phrase }) =>
      found(
        'vague-attribution',
        { phrase, words: short(passage.text.slice(range.start, range.end)) },
        { ...placeOf(passage), range: { start: range.start + index, end: range.start + index + phrase.length } },
      ),
    )
  })

/** Estimates in prose whose paragraph leads to no evidence. A bottom line may rest on the key judgements below it. */
export const uncitedJudgements = (passage: Passage, known: Known): Found[] => {
  if (passage.judgement !== null) return []
  if (passage.isBottomLine && judgementsOf(known.briefing).some(({ excerpts }) => excerpts.length > 0)) return []
  return passage.sentences.flatMap(range => {
    const words = passage.own.slice(range.start, range.end)
    const [use] = likelihoodsIn(words, known.facts.criteria).filter(({ start }) => !isReported(words, start))
    const line = lineAround(passage, range.start)
    const led = citesIn(passage, line) || passage.linked.some(at => at >= line.start && at <= line.end)
    if (use === undefined || led) return []
    return [
      found(
        'uncited-judgement',
        { words: short(passage.text.slice(range.start, range.end)) },
        {
          ...placeOf(passage),
          range,
        },
      ),
    ]
  })
}

/** Fewer words in quotation marks are a name or a manner of speaking. */
const fewestWords = 3
/** Above this share of edits the words are others, not the same ones misquoted. */
const alikeShare = 0.25
const dearest = 400_000

/** The words of a passage that a quotation comes near, up to whole words. */
const nearest = (quotation: string, passages: readonly KnownExcerpt[]): string | null => {
  const limit = Math.floor(quotation.length * alikeShare)
  let best: { words: string; errors: number } | null = null
  for (const { exact } of passages) {
    if (searchCost(quotation, 0, exact.length) > dearest) continue
    for (const match of approximateMatches(quotation.toLowerCase(), exact.toLowerCase(), 0, exact.length, limit)) {
      if (best !== null && match.errors >= best.errors) continue
      const head = /[\p{L}\p{N}]*$/u.exec(exact.slice(0, match.start))?.[0].length ?? 0
      const tail = /^[\p{L}\p{N}]*/u.exec(exact.slice(match.end))?.[0].length ?? 0
      best = { words: exact.slice(match.start - head, match.end + tail).trim(), errors: match.errors }
    }
  }
  return best?.words ?? null
}

const citing = (passage: Passage, { id, source }: KnownExcerpt, at: number, { sources }: Known): Mend => ({
  words: sentence('tradecraft.fix.cite', { title: short(sources.get(source)?.title || sentence('rules.untitled')) }),
  mended: briefing =>
    passage.judgement === null
      ? withBlock(briefing, passage.block, block =>
          'document' in block ? { ...block, document: withCitation(block.document, at, id) } : block,
        )
      : withJudgement(briefing, passage.block, passage.judgement.id, one => ({
          ...one,
          excerpts: [...one.excerpts, id],
        })),
})

/** Kept with the passage: as long as a quotation stands nowhere, each check looks for it in all of them. */
const plainOf = indexed(({ exact }: KnownExcerpt) => plainWords(exact))
const answered = indexed((_: BriefingFacts['excerpts']) => new Map<string, KnownExcerpt | null>())

/** The first passage of the case that has the words of a quotation. */
const passageWith = (excerpts: BriefingFacts['excerpts'], quotation: string): KnownExcerpt | null => {
  const before = answered(excerpts).get(quotation)
  if (before !== undefined) return before
  const parts = partsOf(quotation)
  const found = excerpts.find(excerpt => hasWords(plainOf(excerpt), parts)) ?? null
  answered(excerpts).set(quotation, found)
  return found
}

const titlesOf = indexed((sources: BriefingFacts['sources']) => new Set(sources.map(({ title }) => plainWords(title))))

/** Words in quotation marks that stand in no passage cited beside them: misquoted, or quoted from elsewhere. */
export const quotations = (passage: Passage, known: Known): Found[] => {
  const cited = distinct(passage.cited.flatMap(({ excerpt }) => excerpt ?? [])).flatMap(
    id => known.excerpts.get(id) ?? [],
  )
  return quotationsIn(passage.text).flatMap(range => {
    const quotation = passage.text.slice(range.start, range.end)
    if ((quotation.match(/[\p{L}\p{N}]+/gu) ?? []).length < fewestWords) return []
    const parts = partsOf(quotation)
    if (
      cited.some(excerpt => hasWords(plainOf(excerpt), parts)) ||
      titlesOf(known.facts.sources).has(plainWords(quotation))
    )
      return []
    const place = { ...placeOf(passage), range }
    const words = short(quotation)
    const elsewhere = passageWith(known.facts.excerpts, quotation)
    if (elsewhere !== null) {
      const behind = range.end + 1
      return [found('uncited-quote', { words }, place, citing(passage, elsewhere, behind, known), 'elsewhere')]
    }
    const own = nearest(quotation, cited)
    if (own === null) return [found('uncited-quote', { words }, place)]
    const mend: Mend = {
      words: sentence('tradecraft.fix.ownWords', { words: short(own) }),
      mended: briefing => passage.replaced(briefing, range, own.replace(/["“”]/g, '’')),
    }
    return [found('misquote', { words, passage: short(own) }, place, mend)]
  })
}

const withoutCitation = (document: RichText, excerpt: string): RichText =>
  withoutNodes(
    document,
    proseOf(document)
      .citations.filter(one => one.excerpt === excerpt)
      .map(({ node }) => node),
  )

const uncite = (passage: Passage, excerpt: string): Mend => ({
  words: sentence('tradecraft.fix.uncite'),
  mended: briefing =>
    passage.judgement === null
      ? withBlock(briefing, passage.block, block =>
          'document' in block ? { ...block, document: withoutCitation(block.document, excerpt) } : block,
        )
      : withJudgement(briefing, passage.block, passage.judgement.id, one => ({
          ...one,
          excerpts: one.excerpts.filter(id => id !== excerpt),
        })),
})

/** Rules of cited passages: gone, changed since they were quoted, or younger than the cut-off. */
export const citations = (passage: Passage, known: Known): Found[] => {
  const { briefing, excerpts, sources } = known
  const place = placeOf(passage)
  return distinct(passage.cited.flatMap(({ excerpt }) => excerpt ?? [])).flatMap(id => {
    const excerpt = excerpts.get(id)
    const at = passage.cited.find(one => one.excerpt === id)?.at ?? 0
    const line = lineAround(passage, at)
    const range = passage.judgement === null && line.end > line.start ? line : null
    if (excerpt === undefined)
      return [found('missing-passage', { words: short(passage.text) }, { ...place, range }, uncite(passage, id))]
    const words = short(excerpt.exact)
    const source = sources.get(excerpt.source)
    const late =
      briefing.cutOff && source?.published && daySpan(source.published).first > daySpan(briefing.cutOff).last
        ? [
            found(
              'after-cut-off',
              {
                title: source.title,
                date: partialDateWords(source.published),
                cutOff: partialDateWords(briefing.cutOff),
              },
              { ...place, range },
              cutOffAt(newestSource(known)),
            ),
          ]
        : []
    if (excerpt.state === 'changed') return [...late, found('quote-drift', { words }, { ...place, range })]
    return excerpt.state === 'lost' || excerpt.state === 'ambiguous'
      ? [...late, found('quote-lost', { words }, { ...place, range })]
      : late
  })
}
