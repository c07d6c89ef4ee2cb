import type { BriefingBlock } from '../../../shared/model/briefing-block.ts'
import type { Judgement } from '../../../shared/model/judgement.ts'
import { nameOf } from '../../../shared/rules/vocabulary.ts'
import { say } from '../../say.ts'
import { shareWords } from '../figures.ts'
import { element, type Html, join } from '../html.ts'
import { capitalised } from '../wording.ts'
import type { Context } from './context.ts'
import { portionMark } from './portion.ts'

type KeyJudgements = Extract<BriefingBlock, { kind: 'key judgements' }>

/**
 * Numbered judgements with their citations. Likelihood and confidence stand in sentences of their own, because the
 * two never share one (ICD 203); a judgement that cites nothing says so.
 */
export function keyJudgements(block: KeyJudgements, context: Context): Html {
  if (block.judgements.length === 0) return element('p', {}, say('briefing.none.judgements'))
  const items = block.judgements.map(judgement =>
    element('li', { 'data-judgement': judgement.id }, ...judgementParts(judgement, block, context)),
  )
  return element('ol', { class: 'judgements' }, ...items)
}

function judgementParts(judgement: Judgement, block: KeyJudgements, context: Context): Html[] {
  const [first = '', ...rest] = judgement.text.split(/\n+/).filter(paragraph => paragraph.trim() !== '')
  const cited = context.citations.cite(judgement.excerpts)
  const paragraphs = [first, ...rest].map((text, index, all) =>
    element(
      'p',
      {},
      index === 0 && portionMark(judgement.marking || block.marking, context),
      text,
      index === all.length - 1 && cited,
    ),
  )
  const missing = judgement.excerpts.length === 0 && unsupported(say('briefing.judgementUnsupported'))
  return [
    ...paragraphs,
    element('p', { class: 'grounds' }, likelihoodSentence(judgement, context), confidenceSentence(judgement)),
    join(alternativeOf(judgement)),
    join(missing),
  ]
}

const alternativeOf = ({ alternative }: Judgement) =>
  alternative.trim() !== '' &&
  element('p', { class: 'alternative' }, element('b', {}, say('briefing.alternative')), ' ', alternative)

const likelihoodSentence = ({ likelihood }: Judgement, context: Context) => {
  if (likelihood === null) return null
  const band = context.document.criteria.likelihoods.find(({ word }) => word === likelihood)
  const range = band === undefined ? '' : ` (${shareWords(band.low, band.high)})`
  return element('span', {}, `${say('briefing.likelihoodIs', { word: likelihood })}${range}. `)
}

const confidenceSentence = ({ confidence, confidenceBasis }: Judgement) => {
  if (confidence === null) return element('span', {}, say('briefing.confidenceNotStated'))
  return element(
    'span',
    {},
    confidenceBasis === ''
      ? say('briefing.confidenceIs', { confidence: nameOf('confidence', confidence) })
      : `${say('briefing.confidenceIs', { confidence: nameOf('confidence', confidence) })} ${capitalised(confidenceBasis)}`,
  )
}

/** The mark of an assertion that nothing in the case stands behind. */
export const unsupported = (sentence: string): Html =>
  element('p', { class: 'unsupported' }, element('b', {}, say('briefing.unsupported')), ' ', sentence)
