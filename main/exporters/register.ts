import type { RiskView } from '../../shared/contract/risks.ts'
import type { Assessment } from '../../shared/model/assessment.ts'
import { partialDateWords } from '../../shared/rules/words.ts'
import type { Context, Heading } from './context.ts'
import { impactWord, likelihoodRange } from './figures.ts'
import { element, type Html, join } from './html.ts'
import { unsupported } from './judgements.ts'
import { capitalised, say } from './say.ts'

const riskAnchor = (risk: RiskView): string => `risk-${risk.ref}`

/** The ranked table, then every risk with its cause, event and consequence, its scores and why, its response and its signs. */
export function register(context: Context): { body: Html; headings: Heading[] } {
  const { risks } = context
  return {
    body: join(rankedTable(risks), ...risks.map(risk => entry(risk, context))),
    headings: risks.map(risk => ({ level: 2, title: `${risk.ref} ${risk.title}`, anchor: riskAnchor(risk) })),
  }
}

function rankedTable(risks: readonly RiskView[]): Html {
  const heads = [
    'ref',
    'risk',
    'level',
    'likelihood',
    'impact',
    'strength',
    'trend',
    'status',
    'owner',
    'review',
  ] as const
  const row = (risk: RiskView) => {
    const { current } = risk
    return element(
      'tr',
      {},
      element('td', { class: 'ref' }, element('a', { href: `#${riskAnchor(risk)}` }, risk.ref)),
      element(
        'th',
        { scope: 'row' },
        risk.title,
        risk.unsupported && element('span', { class: 'flag' }, ` ${say('briefing.unsupportedSign')}`),
      ),
      element('td', { class: 'level' }, current?.level ?? '–'),
      element(
        'td',
        {},
        current === null
          ? '–'
          : join(
              capitalised(current.likelihoodWord),
              ' ',
              element('span', { class: 'figure' }, likelihoodRange(current)),
            ),
      ),
      element('td', {}, current === null ? '–' : impactWord(current)),
      element('td', {}, current === null ? '–' : capitalised(current.strength)),
      element('td', {}, say(`briefing.trend.${risk.trend}`)),
      element('td', {}, capitalised(risk.status)),
      element('td', {}, risk.owner || '–'),
      element('td', {}, risk.nextReview === null ? '–' : partialDateWords(risk.nextReview)),
    )
  }
  return element(
    'table',
    { class: 'ranked' },
    element(
      'thead',
      {},
      element('tr', {}, ...heads.map(head => element('th', { scope: 'col' }, say(`briefing.register.${head}`)))),
    ),
    element('tbody', {}, ...risks.map(row)),
  )
}

function entry(risk: RiskView, context: Context): Html {
  const facts = [
    capitalised(risk.kind),
    risk.category,
    capitalised(risk.status),
    risk.owner === '' ? '' : say('briefing.ownedBy', { owner: risk.owner }),
    risk.proximity === '' ? '' : say('briefing.proximity', { words: risk.proximity }),
    risk.velocity === '' ? '' : say('briefing.velocity', { words: risk.velocity }),
  ]
  const story = (['cause', 'event', 'consequence'] as const).filter(part => risk[part] !== '')
  return element(
    'article',
    { class: 'risk' },
    element('h3', { id: riskAnchor(risk) }, element('span', { class: 'ref' }, risk.ref), ' ', risk.title),
    element('p', { class: 'facts' }, facts.filter(words => words !== '').join(' · ')),
    story.length > 0 &&
      element(
        'dl',
        { class: 'story' },
        ...story.map(part =>
          element('div', {}, element('dt', {}, say(`briefing.${part}`)), element('dd', {}, risk[part])),
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
  return element(
    'table',
    { class: 'scores' },
    element(
      'thead',
      {},
      element('tr', {}, ...heads.map(head => element('th', { scope: 'col' }, say(`briefing.register.${head}`)))),
    ),
    element('tbody', {}, ...shown.map(assessment => scoreRow(assessment, context))),
  )
}

function scoreRow(assessment: Assessment, context: Context): Html {
  const claims = assessment.claims.flatMap(id => context.claim(id)?.evidence.slice(0, 1) ?? [])
  return element(
    'tr',
    {},
    element(
      'th',
      { scope: 'row' },
      capitalised(assessment.kind),
      element('span', { class: 'column-date' }, partialDateWords(assessment.date)),
    ),
    element('td', { class: 'level' }, assessment.level),
    element(
      'td',
      {},
      capitalised(assessment.likelihoodWord),
      ' ',
      element('span', { class: 'figure' }, likelihoodRange(assessment)),
    ),
    element('td', {}, impactWord(assessment)),
    element('td', {}, capitalised(assessment.strength)),
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
      each.status,
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
      { class: 'run-in keep' },
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
          element('b', {}, `${capitalised(each.state)}: `),
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
