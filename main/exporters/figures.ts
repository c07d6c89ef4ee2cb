import type { AssessmentView } from '../../shared/contract/risks.ts'
import type { Assessment } from '../../shared/model/assessment.ts'
import { numberWords } from '../../shared/rules/words.ts'
import { element, type Html, join } from './html.ts'
import { capitalised } from './wording.ts'

const noBreak = '\u00a0'

/** A range in percent that stays on one line: "55–80 %". */
export const shareWords = (low: number, high: number): string =>
  `${numberWords(low)}${low === high ? '' : `–${numberWords(high)}`}${noBreak}%`

/** The likelihood of an assessment: its word, and its own range, which may be wider or narrower than the word's. */
export const likelihoodWords = ({ likelihoodWord, likelihoodLow, likelihoodHigh }: Assessment): Html =>
  join(
    capitalised(likelihoodWord),
    ', ',
    element('span', { class: 'figure' }, shareWords(likelihoodLow, likelihoodHigh)),
  )

/** The word of the gravest impact: the row of the heat map that an assessment stands in. */
export const gravestImpact = ({ impacts }: Assessment): number => Math.max(...impacts.map(({ level }) => level))

export const impactWord = (assessment: AssessmentView): string =>
  assessment.impactWords[assessment.impacts.findIndex(({ level }) => level === gravestImpact(assessment))] ?? ''
