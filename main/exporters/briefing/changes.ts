import type { EditionChange } from '../../../shared/contract/briefings.ts'
import { partialDate } from '../../../shared/model/partial-date.ts'
import { editionChanges } from '../../../shared/rules/briefing/changes.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { say } from '../../say.ts'
import { element, type Html, join } from '../html.ts'
import type { Context } from './context.ts'

const abouts = ['judgement', 'section', 'position', 'risk', 'source'] as const

/** What is new against the version issued last, by what it is about; the words before and after where both are there. */
export function changesBlock(context: Context): Html {
  const last = context.editions.at(-1)
  if (last === undefined) return element('p', {}, say('briefing.none.version'))
  const { positions, terms, parties, sources } = context.document
  const now = { positions, terms, parties, sources, risks: context.riskFacts }
  const headingOf = (block: Context['briefing']['blocks'][number]) =>
    block.heading || say(`briefing.block.${block.kind}`)
  const found = editionChanges(last, context.briefing, now, headingOf)
  const date = partialDateWords(partialDate.parse(last.created.slice(0, 10)))
  return join(
    element('p', {}, say('briefing.changedSince', { count: found.length, number: last.number, date })),
    ...abouts.flatMap(about => {
      const here = found.filter(change => change.about === about)
      if (here.length === 0) return []
      return [
        element('h3', {}, say(`briefing.changed.${about}`)),
        element('ul', { class: 'changes' }, ...here.map(changeOf)),
      ]
    }),
  )
}

const changeOf = ({ how, name, before, after }: EditionChange): Html =>
  element(
    'li',
    {},
    element('p', {}, element('b', {}, say(`briefing.change.${how}`)), ' ', name),
    before !== '' &&
      element('p', { class: 'before' }, element('span', { class: 'when' }, say('briefing.before')), ' ', before),
    after !== '' &&
      after !== name &&
      element('p', { class: 'after' }, element('span', { class: 'when' }, say('briefing.after')), ' ', after),
  )
