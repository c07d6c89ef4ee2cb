import type { Risk } from '../../model/risk.ts'
import { sentence } from '../sentence.ts'

/** Words that begin a sentence with a capital and have none within one. A name keeps its own. */
const opening =
  /^(A|An|The|This|These|That|Those|It|Its|They|Their|He|She|His|Her|There|If|When|While|As|In|On|At|By|With|Without|For|From|After|Before|Both|Each|Every|Some|Many|Most|Few|No|Not|Nobody|Nothing|One|Two|Three|Other|Another|All|Any)(?=\s)/

/** A field as a part of a sentence: without its full stop, and without a capital that it only had for being one. */
const clause = (text: string): string =>
  text
    .trim()
    .replace(/(?<!\.)\.$/, '')
    .replace(opening, word => word.toLowerCase())

/**
 * Cause, event and consequence as one sentence. What is not written yet is left out, or with `blank` stands in the sentence
 * as that; empty where nothing is written at all.
 */
export const riskSentence = (
  { cause, event, consequence }: Pick<Risk, 'cause' | 'event' | 'consequence'>,
  blank = '',
): string => {
  const parts = [cause, event, consequence].map(clause)
  if (parts.every(part => part === '')) return ''
  const [why = '', what = '', then = ''] = parts.map(part => part || blank)
  if (what === '') return parts.filter(part => part !== '').join('. ')
  const from = why === '' ? '' : sentence('rules.risk.because', { cause: why })
  const to = then === '' ? '' : sentence('rules.risk.soThat', { consequence: then })
  const happens = sentence(why === '' ? 'rules.risk.may' : 'rules.risk.mayThen', { event: what })
  return `${from}${happens}${to}.`
}
