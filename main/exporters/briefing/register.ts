import type { AssessmentView, RiskView } from '../../../shared/contract/risks.ts'
import { nameOf } from '../../../shared/rules/vocabulary.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { say } from '../../say.ts'
import { impactWord, likelihoodWords } from '../figures.ts'
import { element, type Html, join } from '../html.ts'
import { table, tableHead } from '../table.ts'
import { capitalised } from '../wording.ts'
import { nothingShown, tableCaption } from './captions.ts'
import type { Context, Heading } from './context.ts'
import { unsupported } from './judgements.ts'
import { type BlockOf, chosenRisks } from './shown.ts'

const riskAnchor = ({ ref }: Pick<RiskView, 'ref'>): string => `risk-${ref}`

/**
 * The ranked table of the risks that a block asks for; in full, every risk after it with its cause, event and consequence,
 * its scores and why, its response and its signs.
 */
export function register(block: BlockOf<'register'>, context: Context): { body: Html; headings: Heading[] } {
  const risks = chosenRisks(block, context)
  if (risks.length === 0) return { body: nothingShown('register', block), headings: [] }
  const anchors = new Map(risks.map(risk => [risk.ref, context.anchor(riskAnchor(risk))]))
  const anchorOf = ({ ref }: Pick<RiskView, 'ref'>) => anchors.get(ref) ?? riskAnchor({ ref })
  if (block.form === 'table') return { body: rankedTable(risks, anchorOf, block, context), headings: [] }
  return {
    body: join(
      rankedTable(risks, anchorOf, block, context),
      ...risks.map(risk => entry(risk, anchorOf(risk), context)),
    ),
    headings: risks.map(risk => ({ level: 2, title: `${risk.ref} ${risk.title}`, anchor: anchorOf(risk) })),
  }
}

function rankedTable(
  risks: readonly RiskView[],
  anchorOf: (risk: Pick<RiskView, 'ref'>) => string,
  block: BlockOf<'register'>,
  context: Context,
): Html {
  const isFull = block.form === 'full'
  const heads = ['ref', 'risk', 'level', 'likelihood', 'impact', 'strength', 'trend'] as const
  const row = ({ ref, title, current, unsupported: bare, trend }: RiskView) =>
    element(
      'tr',
      {},
      isFull
        ? element('td', { class: 'ref' }, element('a', { href: `#${anchorOf({ ref })}` }, ref))
        : element('td', { class: 'ref', id: anchorOf({ ref }) }, ref),
      element(
        'th',
        { scope: 'row' },
        title,
        bare && element('span', { class: 'flag' }, ` ${say('briefing.unsupportedSign')}`),
      ),
      ...(current === null
        ? [element('td', { class: 'silent', colspan: 4 }, say('briefing.notScored'))]
        : scoreCells(current)),
      element('td', {}, say(`briefing.trend.${trend}`)),
    )
  return element(
    'table',
    { class: 'ranked' },
    tableCaption(block, context),
    tableHead(...heads.map(head => say(`briefing.register.${head}`))),
    element('tbody', {}, ...risks.map(row)),
  )
}

/** Level, likelihood, impact and knowledge, each in a cell of its own: likelihood and confidence share none. */
const scoreCells = (assessment: AssessmentView): Html[] => [
  element('td', { class: 'level' }, assessment.level),
  element('td', {}, likelihoodWords(assessment)),
  element('td', {}, impactWord(assessment)),
  element('td', {}, capitalised(nameOf('strength', assessment.strength))),
]

function entry(risk: RiskView, anchor: string, context: Context): Html {
  const bare = (words: string) => words.replace(/\.$/, '')
  const facts = [
    capitalised(nameOf('riskKind', risk.kind)),
    risk.category,
    capitalised(nameOf('status', risk.status)),
    risk.owner === '' ? '' : say('briefing.ownedBy', { owner: risk.owner }),
    risk.proximity === '' ? '' : say('briefing.proximity', { words: bare(risk.proximity) }),
    risk.velocity === '' ? '' : say('briefing.velocity', { words: bare(risk.velocity) }),
    risk.nextReview === null ? '' : say('briefing.nextReview', { date: partialDateWords(risk.nextReview) }),
  ]
  const story = (['cause', 'event', 'consequence'] as const).filter(part => risk[part] !== '')
  return element(
    'article',
    { class: 'risk' },
    element(
      'div',
      { class: 'together' },
      element('h3', { id: anchor }, element('span', { class: 'ref' }, risk.ref), ' ', risk.title),
      element('p', { class: 'facts' }, facts.filter(words => words !== '').join(' · ')),
      story.length > 0 &&
        element(
          'dl',
          { class: 'story' },
          ...story.map(part =>
            element('div', {}, element('dt', {}, say(`briefing.${part}`)), element('dd', {}, risk[part])),
          ),
        ),
    ),
    evidenceSentence(risk, context),
    risk.unsupported && unsupported(say('briefing.riskUnsupported')),
    scores(risk, context),
    response(risk),
    indicators(risk, context),
    acceptance(risk),
  )
}

function evidenceSentence(risk: RiskView, context: Context): Html | null {
  const roles = [...new Set(risk.evidence.map(({ role }) => role))]
  if (roles.length === 0) return null
  return element(
    'p',
    {},
    `${say('briefing.evidence')} `,
    roles.map((role, index) => [
      index > 0 && '; ',
      role,
      context.citations.cite(risk.evidence.filter(each => each.role === role).map(({ excerpt }) => excerpt)),
    ]),
    '.',
  )
}

function scores(risk: RiskView, context: Context): Html | null {
  const shown = [risk.inherent, risk.current, risk.target].filter(assessment => assessment !== null)
  if (shown.length === 0) return element('p', { class: 'silent' }, say('briefing.notScored'))
  const heads = ['score', 'level', 'likelihood', 'impact', 'strength', 'reason'] as const
  return table(
    'scores',
    heads.map(head => say(`briefing.register.${head}`)),
    shown.map(assessment => scoreRow(assessment, context)),
  )
}

function scoreRow(assessment: AssessmentView, context: Context): Html {
  const claims = assessment.claims.flatMap(id => context.claim(id)?.evidence.slice(0, 1) ?? [])
  return element(
    'tr',
    {},
    element(
      'th',
      { scope: 'row' },
      capitalised(nameOf('assessment', assessment.kind)),
      element('span', { class: 'column-date' }, partialDateWords(assessment.date)),
    ),
    ...scoreCells(assessment),
    element(
      'td',
      {},
      assessment.reason,
      context.citations.cite([...assessment.excerpts, ...claims.map(({ excerpt }) => excerpt)]),
    ),
  )
}

function response(risk: RiskView): Html | null {
  if (risk.strategy === null && risk.actions.length === 0) return null
  const action = (each: RiskView['actions'][number]) => {
    const facts = [
      each.owner,
      each.due === null ? '' : say('briefing.due', { date: partialDateWords(each.due) }),
      nameOf('actionStatus', each.status),
      each.effect,
    ]
    return element(
      'li',
      {},
      each.text,
      element('span', { class: 'quiet' }, ` (${facts.filter(words => words !== '').join('; ')})`),
    )
  }
  return join(
    element(
      'p',
      { class: risk.actions.length > 0 ? 'run-in keep' : 'run-in' },
      element('b', {}, say('briefing.response')),
      ' ',
      risk.strategy === null
        ? say('briefing.noStrategy')
        : say('briefing.strategy', { strategy: capitalised(risk.strategy) }),
    ),
    risk.actions.length > 0 && element('ul', {}, ...risk.actions.map(action)),
  )
}

function indicators(risk: RiskView, context: Context): Html | null {
  if (risk.indicators.length === 0) return null
  return join(
    element('p', { class: 'run-in keep' }, element('b', {}, say('briefing.indicators'))),
    element(
      'ul',
      {},
      ...risk.indicators.map(each =>
        element(
          'li',
          {},
          element('b', {}, `${capitalised(nameOf('indicatorState', each.state))}: `),
          each.statement,
          each.threshold !== '' && ` (${each.threshold})`,
          context.citations.cite(each.excerpts),
        ),
      ),
    ),
  )
}

function acceptance({ acceptance: accepted }: RiskView): Html | null {
  if (accepted === null) return null
  const until =
    accepted.validUntil === null
      ? ''
      : ` ${say('briefing.acceptedUntil', { date: partialDateWords(accepted.validUntil) })}`
  return element(
    'p',
    {},
    element('b', {}, say('briefing.acceptedBy', { by: accepted.by, date: partialDateWords(accepted.at) })),
    ' ',
    accepted.rationale,
    until,
  )
}
