import type { Mover, MoverReason, MoverStanding, ReasonQuote } from '../../contract/movers.ts'
import type { Assessment } from '../../model/assessment.ts'
import { grouped } from '../groups.ts'
import { sentence } from '../sentence.ts'
import { nameOf } from '../vocabulary.ts'
import { partialDateWords } from '../words.ts'

const noBreak = '\u00a0'

type Ranged = Pick<Assessment, 'likelihoodLow' | 'likelihoodHigh'>

export const rangeWords = ({ likelihoodLow: low, likelihoodHigh: high }: Ranged): string =>
  `${low === high ? low : `${low}–${high}`}${noBreak}%`

const scoreWords = (score: MoverStanding['score']): string =>
  score === null
    ? sentence('rules.moverNotScored')
    : sentence('rules.moverScore', { level: score.level, range: rangeWords(score) })

/** From where to where, in words: "M, 20–45 % → H, 45–55 %; open → treating". What stayed as it was is told once. */
export const standingsWords = ({ before, after }: Pick<Mover, 'before' | 'after'>): string => {
  const fromTo = (was: string | null, now: string) =>
    was === null || was === now ? now : sentence('rules.moverFromTo', { before: was, after: now })
  return [
    fromTo(before && scoreWords(before.score), scoreWords(after.score)),
    fromTo(before === null ? null : nameOf('status', before.status), nameOf('status', after.status)),
  ].join('; ')
}

/** Where a risk stood, in words: "M, 20–45 %, knowledge low; open". */
export const standingWords = ({ score, status }: MoverStanding): string =>
  score === null
    ? `${scoreWords(score)}; ${nameOf('status', status)}`
    : sentence('rules.told.standing', {
        score: scoreWords(score),
        strength: nameOf('strength', score.strength),
        status: nameOf('status', status),
      })

/** When, what and by whom, without the reason. */
export const reasonHead = (reason: MoverReason): string => {
  const date = partialDateWords(reason.date)
  const words =
    reason.is === 'move'
      ? sentence('rules.moverMoved', {
          date,
          before: nameOf('status', reason.was),
          after: nameOf('status', reason.status),
        })
      : sentence('rules.moverScored', {
          date,
          kind: nameOf('assessment', reason.kind),
          level: reason.level,
          likelihood: reason.likelihoodWord,
          range: rangeWords(reason),
          impact: reason.impactWord,
          strength: nameOf('strength', reason.strength),
        })
  const by = reason.is === 'move' ? reason.by : reason.author
  return by === '' ? words : sentence('rules.moverBy', { words, by })
}

/** Passages in quotation marks, a line for each source that they stand in. */
export const quotesWords = (quotes: readonly ReasonQuote[]): string[] =>
  [...grouped(quotes, ({ source }) => source).values()].map(here =>
    sentence('rules.moverQuotes', {
      quotes: here
        .map(({ exact }) => sentence('rules.moverQuote', { quote: exact.replace(/\s+/g, ' ').trim() }))
        .join(' · '),
      title: here[0]?.sourceTitle || sentence('rules.untitled'),
    }),
  )
