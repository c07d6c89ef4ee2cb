import type { RiskView } from '../../../shared/contract/risks.ts'
import { type Indicator, indicatorState } from '../../../shared/model/risk.ts'
import { localDay } from '../../../shared/rules/local-day.ts'
import { nameOf } from '../../../shared/rules/vocabulary.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { say } from '../../say.ts'
import { element, type Html } from '../html.ts'
import { tableHead } from '../table.ts'
import { capitalised } from '../wording.ts'
import { nothingShown, tableCaption } from './captions.ts'
import type { Context } from './context.ts'
import { perBlock } from './per-block.ts'
import { type BlockOf, chosenRisks } from './shown.ts'

type Row = { risk: RiskView; indicator: Indicator }

/** What is seen before what emerges before what is not seen; within each by the seriousness of its risk. Closed risks are not watched. */
export const indicatorRows = perBlock((block: BlockOf<'indicators'>, context: Context): Row[] =>
  indicatorState.options
    .filter(state => block.states.length === 0 || block.states.includes(state))
    .flatMap(state =>
      chosenRisks(block, context)
        .filter(({ status }) => status !== 'closed')
        .flatMap(risk =>
          risk.indicators.flatMap(indicator => (indicator.state === state ? [{ risk, indicator }] : [])),
        ),
    ),
)

/** The board of signs: the state of each, since when, what it would tell of which risk, and the passages that show it. */
export function indicatorBoard(block: BlockOf<'indicators'>, context: Context): Html {
  const rows = indicatorRows(block, context)
  if (rows.length === 0) return nothingShown('indicators', block)
  const heads = (['state', 'indicator', 'risk', 'direction'] as const).map(head => say(`briefing.indicator.${head}`))
  return element(
    'table',
    { class: 'indicators' },
    tableCaption(block, context),
    tableHead(...heads),
    element('tbody', {}, ...rows.map(row => lineOf(row, context))),
  )
}

const lineOf = ({ risk, indicator }: Row, context: Context): Html =>
  element(
    'tr',
    {},
    element(
      'td',
      { class: `state ${indicator.state.replace(' ', '-')}` },
      capitalised(nameOf('indicatorState', indicator.state)),
      element(
        'span',
        { class: 'column-date' },
        say('briefing.since', { date: partialDateWords(localDay(indicator.changed)) }),
      ),
    ),
    element(
      'th',
      { scope: 'row' },
      indicator.statement,
      indicator.threshold !== '' && ` (${indicator.threshold})`,
      context.citations.cite(indicator.excerpts),
    ),
    element(
      'td',
      {},
      element(
        'span',
        { class: 'ref' },
        context.shows('risk', risk.id) ? element('a', { href: `#risk-${risk.ref}` }, risk.ref) : risk.ref,
      ),
      ` ${risk.title}`,
    ),
    element('td', {}, say('briefing.direction', { direction: indicator.direction })),
  )
