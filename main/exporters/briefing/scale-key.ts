import { confidence, credibility, reliability } from '../../../shared/model/grades.ts'
import { nameOf } from '../../../shared/rules/vocabulary.ts'
import { say } from '../../say.ts'
import { shareWords } from '../figures.ts'
import { element, type Html, join } from '../html.ts'
import { capitalised } from '../wording.ts'
import type { Context } from './context.ts'
import { stageLegend } from './stage-glyph.ts'

/** The scales that the briefing's words are taken from: those of the case, and the two grades and confidence as the standards word them. */
export function scaleKey({ document: { criteria } }: Context): Html {
  const grades = reliability.options.map(grade => [grade, capitalised(say(`briefing.reliability.${grade}`))])
  const credibilities = credibility.options.map(({ value }) => [
    String(value),
    capitalised(say(`briefing.credibility.${value}`)),
  ])
  return join(
    element(
      'div',
      { class: 'scales' },
      scale(
        say('briefing.scale.likelihood', { name: criteria.name }),
        criteria.likelihoods.map(({ word, low, high }) => [capitalised(word), shareWords(low, high)]),
      ),
      scale(
        say('briefing.scale.confidence'),
        confidence.options.map(word => [capitalised(nameOf('confidence', word)), say(`briefing.confidence.${word}`)]),
      ),
      scale(say('briefing.scale.reliability'), grades, 'scale letters'),
      scale(say('briefing.scale.credibility'), credibilities, 'scale letters'),
      scale(
        say('briefing.scale.impact'),
        criteria.impacts.map(({ word, description }) => [word, description]),
      ),
    ),
    element('p', { class: 'key' }, say('briefing.scaleRule')),
    element('p', { class: 'key' }, stageLegend()),
  )
}

const scale = (title: string, rows: readonly (readonly (string | undefined)[])[], style = 'scale'): Html =>
  element(
    'table',
    { class: style },
    element('caption', {}, title),
    element(
      'tbody',
      {},
      ...rows.map(([word, meaning]) =>
        element('tr', {}, element('th', { scope: 'row' }, word), element('td', {}, meaning)),
      ),
    ),
  )
