import { findPercents } from '../figures/percents.ts'
import { type LikelihoodUse, likelihoodsIn, wordOnScale } from '../likelihood-words.ts'
import { sentence } from '../sentence.ts'
import type { Known } from './facts.ts'
import { distinct, type Found, found, type Mend, short } from './finding.ts'
import type { Passage } from './passages.ts'
import { adverbOfCertainty, certain, isReported, ownConfidence, willHappen } from './phrases.ts'

const capitalised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** The words put in the place of others, with the capital letter that those had. */
const alike = (was: string, put: string) => (/^\p{Lu}/u.test(was) ? capitalised(put) : put)

type Stretch = { start: number; end: number }

const replacing = (passage: Passage, range: Stretch, put: string): Mend => ({
  words: sentence('tradecraft.fix.replace', { before: passage.text.slice(range.start, range.end), after: put.trim() }),
  mended: briefing => passage.replaced(briefing, range, put),
})

/** "almost certainly" needs "almost certain" in an adverb's place: "probably" is "likely" there as well. */
const scaleWordFor = (passage: Passage, { start, end, word }: LikelihoodUse, known: Known): Mend | null => {
  const put = wordOnScale(word, known.facts.criteria)
  if (put === null) return null
  const was = passage.text.slice(start, end)
  const adverb = /ly$/i.test(was) && put === 'almost certain' ? 'almost certainly' : put
  const article = /\ban? $/i.exec(passage.text.slice(0, start))
  // "a remote chance" has an article that "almost no chance" does without.
  return put === 'almost no chance' && article !== null
    ? replacing(passage, { start: start - article[0].length, end }, alike(article[0], adverb))
    : replacing(passage, { start, end }, alike(was, adverb))
}

const judged = /^(?:We|I) (?:judge|assess|believe|estimate|conclude) with (high|moderate|low) confidence that\s+/

/** "We judge with high confidence that X is likely." becomes two sentences, or a judgement and its confidence. */
const splitting = (passage: Passage, { start, end }: Stretch): Mend | null => {
  const { text, judgement, block } = passage
  const match = judged.exec(text.slice(start, end))
  if (match === null) return null
  const level = (match[1] ?? '') as 'high' | 'moderate' | 'low'
  const rest = capitalised(text.slice(start + match[0].length, end))
  const words = sentence('tradecraft.fix.split')
  if (judgement === null) {
    const put = `${rest} ${sentence('tradecraft.written.confidence', { level: capitalised(level) })}`
    return { words, mended: briefing => passage.replaced(briefing, { start, end }, put) }
  }
  return {
    words,
    mended: briefing => {
      const told = passage.replaced(briefing, { start, end }, rest)
      return {
        ...told,
        blocks: told.blocks.map(one =>
          one.id === block && one.kind === 'key judgements'
            ? {
                ...one,
                judgements: one.judgements.map(each =>
                  each.id === judgement.id ? { ...each, confidence: each.confidence ?? level } : each,
                ),
              }
            : one,
        ),
      }
    },
  }
}

/** Figures of probability that claim more than an estimate can know: decimals, and single percents between the fives. */
const chance =
  /^\s*(?:%|per ?cent|pct)?\s*(?:likely|unlikely|probable|likelihood|probability|chances?|odds|certain)\b/iu
const chanceBefore =
  /\b(?:likelihood|probability|chances?|odds)\s(?:(?:of|that)\s(?:[\p{L}-]+\s){1,8}?)?(?:is|was|are|at|of|as|to be|stands? at)\s(?:about |around |roughly |approximately )?$/iu

const falsePrecision = (passage: Passage, { start, end }: Stretch): Found[] => {
  const words = passage.own.slice(start, end)
  return findPercents(words).flatMap(({ value, start: from, end: to }) => {
    const odd = value.low === value.high && value.low % 5 !== 0 && value.low > 1 && value.low < 99
    const [head, tail] = [words.slice(0, from), words.slice(to)]
    if (!odd || !(chance.test(tail) || chanceBefore.test(head)) || isReported(words, from)) return []
    const figure = words.slice(from, to)
    const range = { start: start + from, end: start + to }
    const rounded = Math.min(95, Math.max(5, Math.round(value.low / 5) * 5))
    const put = figure.replace(/\d+(?:[.,]\d+)?/, String(rounded))
    return [
      found(
        'false-precision',
        { figure, words: short(passage.text.slice(start, end)) },
        { block: passage.block, judgement: passage.judgement?.id ?? null, range },
        replacing(passage, range, put),
      ),
    ]
  })
}

/** From here on a likelihood says as much as a word of certainty. */
const nearlyCertain = 95

const isBelow = (word: string, { facts }: Known) =>
  (facts.criteria.likelihoods.find(band => band.word === word)?.low ?? 0) < nearlyCertain

const certainty = (passage: Passage, range: Stretch, uses: readonly LikelihoodUse[], known: Known): Found[] => {
  const marked = passage.judgement?.likelihood ?? uses.find(use => use.onScale)?.word ?? null
  if (marked === null || !isBelow(marked, known)) return []
  const words = passage.own.slice(range.start, range.end)
  return [...words.matchAll(certain)].flatMap(({ index, 0: word }) => {
    if (isReported(words, index)) return []
    const place = { start: range.start + index, end: range.start + index + word.length }
    const behind = /^,? /.exec(passage.text.slice(place.end))?.[0].length ?? 0
    const mend: Mend | null = adverbOfCertainty.test(word)
      ? {
          words: sentence('tradecraft.fix.takeOut', { words: word }),
          mended: briefing => {
            const first = passage.text.charAt(place.end + behind)
            const capital = /^\p{Lu}/u.test(word)
            return capital
              ? passage.replaced(briefing, { start: place.start, end: place.end + behind + 1 }, first.toUpperCase())
              : passage.replaced(briefing, { start: place.start, end: place.end + behind }, '')
          },
        }
      : null
    const where = { block: passage.block, judgement: passage.judgement?.id ?? null, range: place }
    return [found('certainty', { word, marked, words: short(passage.text.slice(range.start, range.end)) }, where, mend)]
  })
}

/** Likelihood words of a sentence in the analyst's own voice. */
export const ownLikelihoods = (passage: Passage, { start, end }: Stretch, { facts }: Known): LikelihoodUse[] => {
  const words = passage.own.slice(start, end)
  return likelihoodsIn(words, facts.criteria)
    .filter(use => !isReported(words, use.start))
    .map(use => ({ ...use, start: use.start + start, end: use.end + start }))
}

/** The first place of a bare "will" in the analyst's own voice. */
export const bareWill = (passage: Passage): Stretch | null => {
  for (const { start, end } of passage.sentences) {
    const words = passage.own.slice(start, end)
    for (const { index, 0: will } of words.matchAll(willHappen))
      if (!isReported(words, index) && !/\b(?:if|whether|unless|should|when|once)\b/i.test(words.slice(0, index)))
        return { start: start + index, end: start + index + will.length }
  }
  return null
}

/** Rules of single sentences, for all prose of the briefing. */
export const wording = (passage: Passage, known: Known): Found[] =>
  passage.sentences.flatMap(range => {
    const { start, end } = range
    const words = short(passage.text.slice(start, end))
    const uses = ownLikelihoods(passage, range, known)
    const place = { block: passage.block, judgement: passage.judgement?.id ?? null }
    const [first, second] = distinct(uses.filter(use => use.onScale).map(use => use.word))
    const together = uses.length > 0 && ownConfidence.test(passage.own.slice(start, end))
    return [
      ...(together
        ? [found('likelihood-with-confidence', { words }, { ...place, range }, splitting(passage, range))]
        : []),
      ...uses
        .filter(use => !use.onScale)
        .map(use =>
          found(
            'off-scale',
            { word: use.word, words },
            { ...place, range: { start: use.start, end: use.end } },
            scaleWordFor(passage, use, known),
          ),
        ),
      ...(first && second ? [found('two-likelihoods', { first, second, words }, { ...place, range })] : []),
      ...falsePrecision(passage, range),
      ...certainty(passage, range, uses, known),
    ]
  })

/** Estimates in headings, which have room for neither confidence nor evidence. */
export const headings = (passages: readonly Passage[], known: Known): Found[] => {
  const { briefing, facts } = known
  const estimate = (text: string) => likelihoodsIn(text, facts.criteria)[0]
  return [
    ...briefing.blocks.flatMap(({ id, heading }) => {
      const use = estimate(heading)
      return use ? [found('heading-likelihood', { word: use.word, words: short(heading) }, { block: id })] : []
    }),
    ...passages.flatMap(({ block, text, headings: inside }) =>
      inside.flatMap(({ start, end }) => {
        const words = text.slice(start, end)
        const use = estimate(words)
        const range = use && { start: start + use.start, end: start + use.end }
        return use ? [found('heading-likelihood', { word: use.word, words: short(words) }, { block, range })] : []
      }),
    ),
  ]
}
