import type { EditionChange } from '../../../shared/contract/briefings.ts'
import { editionChanges } from '../../../shared/rules/briefing/changes.ts'
import { localDay } from '../../../shared/rules/local-day.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { say } from '../../say.ts'
import { element, type Html, join } from '../html.ts'
import { tableHead } from '../table.ts'
import type { Context } from './context.ts'
import { unbroken } from './unbroken.ts'

const abouts = ['judgement', 'section', 'position', 'risk', 'source'] as const

/** What is new against the version issued last, by what it is about; the words before and after where both are there. */
export function changesBlock(context: Context): Html {
  const last = context.editions.at(-1)
  if (last === undefined) return element('p', {}, say('briefing.none.version'))
  const { positions, terms, parties, sources } = context.document
  const now = { positions, terms, parties, sources, risks: context.riskFacts }
  const headingOf = (block: Context['briefing']['blocks'][number]) =>
    block.heading || say(`briefing.block.${block.kind}`)
  // That this very section is new says nothing.
  const without = <Part extends Pick<Context['briefing'], 'blocks'>>(part: Part): Part => ({
    ...part,
    blocks: part.blocks.filter(({ kind }) => kind !== 'changes'),
  })
  const found = editionChanges(without(last), without(context.briefing), now, headingOf)
  const date = partialDateWords(localDay(last.created))
  return join(
    element('p', {}, say('briefing.changedSince', { count: found.length, number: last.number, date })),
    ...abouts.flatMap(about => {
      const here = found.filter(change => change.about === about)
      return here.length === 0 ? [] : [tableOf(about, here)]
    }),
  )
}

/** One table for each kind: what it is called, and its words before and now, side by side where there are any. */
function tableOf(about: EditionChange['about'], changes: readonly EditionChange[]): Html {
  const hasWords = changes.some(({ before, after }) => before !== '' || after !== '')
  const heads = [say(`briefing.changed.${about}`), ...(hasWords ? [say('briefing.before'), say('briefing.after')] : [])]
  return element(
    'table',
    { class: hasWords ? 'changes' : 'changes bare' },
    tableHead(...heads),
    element(
      'tbody',
      {},
      ...changes.map(({ how, name, before, after }) =>
        element(
          'tr',
          {},
          element('th', { scope: 'row' }, element('b', {}, say(`briefing.change.${how}`)), ' ', unbroken(name)),
          ...(hasWords ? [before, after].map(words => element('td', {}, unbroken(words || '–'))) : []),
        ),
      ),
    ),
  )
}
