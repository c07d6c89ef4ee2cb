import type { ClaimView } from '../../../shared/contract/claims.ts'
import type { ConflictView } from '../../../shared/contract/conflicts.ts'
import { byId } from '../../../shared/rules/groups.ts'
import { localDay } from '../../../shared/rules/local-day.ts'
import { nameOf } from '../../../shared/rules/vocabulary.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { say } from '../../say.ts'
import { element, type Html, join } from '../html.ts'
import { capitalised, listWords } from '../wording.ts'
import type { Context, Heading } from './context.ts'
import type { Differences } from './differences.ts'
import { gradeWords } from './reference.ts'
import { type BlockOf, chosenConflicts, isChosen } from './shown.ts'
import { unbroken } from './unbroken.ts'

export const conflictAnchor = (number: number): string => `conflict-${number}`

const claimsPerRow = 3

/** The conflicts in the order in which they are numbered: open first, because they still need a reader. */
export const inBriefingOrder = (conflicts: readonly ConflictView[]): ConflictView[] => {
  const rank = { open: 0, resolved: 1, dismissed: 2 }
  return [...conflicts].sort(
    (left, right) =>
      rank[left.state] - rank[right.state] ||
      left.termRef.localeCompare(right.termRef) ||
      left.id.localeCompare(right.id),
  )
}

/** The conflicts a block asks for, each with its claims side by side and how it was decided; then what differs without being one. */
export function conflictBlock(block: BlockOf<'conflicts'>, context: Context): { body: Html; headings: Heading[] } {
  const terms = byId(context.document.terms)
  const conflicts = chosenConflicts(block, context.conflicts, id => terms.get(id)?.category ?? '')
  const differences = block.differences ? context.differences.filter(({ term }) => isChosen(block, term.category)) : []
  const count = (state: ConflictView['state']) => conflicts.filter(conflict => conflict.state === state).length
  const numbered = conflicts.map(conflict => {
    const number = context.conflictNumber(conflict.id) ?? 0
    return { conflict, number, anchor: context.anchor(conflictAnchor(number)) }
  })
  const body = join(
    element(
      'p',
      { class: 'keep' },
      say('briefing.conflictCount', {
        count: conflicts.length,
        open: count('open'),
        resolved: count('resolved'),
        dismissed: count('dismissed'),
        scope: block.categories.length === 0 && block.states.length === 0 ? 'all' : 'some',
      }),
      differences.length > 0 && ` ${say('briefing.conflictApart')}`,
    ),
    ...numbered.map(({ conflict, number, anchor }) => conflictArticle(conflict, number, anchor, context)),
    differencePart('change', differences, context),
    differencePart('not comparable', differences, context),
    undecidable(differences),
  )
  const headings = numbered.map(({ conflict, number, anchor }) => ({
    level: 2 as const,
    title: titleOf(conflict, number),
    anchor,
  }))
  return { body, headings }
}

const titleOf = (conflict: ConflictView, number: number) =>
  say('briefing.conflictTitle', { number, ref: conflict.termRef, name: conflict.termName })

function conflictArticle(conflict: ConflictView, number: number, anchor: string, context: Context): Html {
  const facts = [
    say('briefing.conflictKind', { kind: nameOf('conflictKind', conflict.kind) }),
    conflict.size,
    say(`briefing.conflictState.${conflict.state}`),
  ]
  return element(
    'article',
    { class: `conflict ${conflict.state}` },
    element(
      'div',
      { class: 'together' },
      element('h3', { id: anchor }, titleOf(conflict, number)),
      element('p', { class: 'facts' }, facts.filter(words => words !== '').join(' · ')),
      conflict.reason !== '' && element('p', { class: 'keep' }, conflict.reason),
      sideBySide(conflict.views, context),
    ),
    decision(conflict, context),
  )
}

function decision(conflict: ConflictView, context: Context): Html {
  const risks = context.risks.filter(({ id }) => conflict.risks.includes(id))
  const bears =
    risks.length > 0 &&
    element(
      'p',
      {},
      `${say('briefing.bearsOn')} `,
      risks.map((risk, index) => [index > 0 && '; ', context.mention('risk', risk.id, risk.ref)]),
      '.',
    )
  if (conflict.state === 'open')
    return join(element('p', { class: 'decision' }, element('b', {}, say('briefing.stillOpen'))), bears)
  const how =
    conflict.resolution === null
      ? say(`briefing.conflictState.${conflict.state}`)
      : say('briefing.resolvedAs', { resolution: conflict.resolution, name: nameOf('resolution', conflict.resolution) })
  const by = [conflict.decidedBy, conflict.decidedAt === null ? '' : dayWords(conflict.decidedAt)]
    .filter(Boolean)
    .join(', ')
  return join(
    element(
      'p',
      { class: 'decision' },
      element('b', {}, capitalised(how)),
      ' ',
      conflict.rationale,
      context.citations.cite(conflict.evidence),
      by !== '' && element('span', { class: 'by' }, ` (${by})`),
    ),
    bears,
  )
}

const dayWords = (instant: string): string => partialDateWords(localDay(instant))

/** Claims in columns, at most three to a row, so that their words can be compared line by line. */
export function sideBySide(views: readonly ClaimView[], context: Context): Html {
  const perRow = views.length === 4 ? 2 : Math.min(views.length, claimsPerRow)
  const rows = Array.from({ length: Math.ceil(views.length / perRow) }, (_, index) =>
    views.slice(index * perRow, (index + 1) * perRow),
  )
  return element(
    'table',
    { class: `claims columns-${perRow}` },
    element(
      'tbody',
      {},
      ...rows.map(row => element('tr', {}, ...row.map(view => element('td', {}, claimCell(view, context))))),
    ),
  )
}

function claimCell(view: ClaimView, context: Context): Html {
  const named = context.sourceOf(view.source)
  const asOf = view.asOf === null ? null : say('briefing.asOf', { date: partialDateWords(view.asOf) })
  const facts = [
    gradeWords(view.sourceReliability, view.credibility),
    asOf,
    view.stage === null ? null : nameOf('stage', view.stage),
    view.assertedBy || null,
    view.lineageName === '' ? null : say('briefing.relays', { origin: view.lineageName }),
  ]
  const quotes = view.quotes.slice(0, 2)
  return join(
    element(
      'p',
      { class: 'claim-source' },
      context.has('sources') ? element('a', { href: `#${named.anchor}` }, named.ref) : named.ref,
      ` · ${facts.filter(Boolean).join(' · ')}`,
    ),
    element('p', { class: 'claim-words' }, capitalised(view.words)),
    ...quotes.map(quote =>
      element('p', { class: 'quote' }, `“${quote.exact}”`, context.citations.cite([quote.excerpt])),
    ),
    quotes.length === 0 &&
      element(
        'p',
        { class: 'unsupported' },
        element('b', {}, say('briefing.unsupported')),
        ' ',
        say('briefing.claimUnsupported'),
      ),
  )
}

function differencePart(
  relation: 'change' | 'not comparable',
  differences: readonly Differences[],
  context: Context,
): Html {
  const found = differences.filter(each => each.relation === relation)
  if (found.length === 0) return join()
  return join(
    element('h3', { class: 'part' }, say(`briefing.comparison.${relation}`)),
    element('p', { class: 'keep' }, say(`briefing.comparisonKey.${relation}`)),
    element(
      'dl',
      { class: 'comparisons' },
      ...found.map(({ term, claims, reasons: [reason] }) =>
        element(
          'div',
          {},
          element('dt', {}, element('span', { class: 'ref' }, term.ref), ' ', term.name),
          element(
            'dd',
            {},
            ...claims.map(view => comparedClaim(view, context)),
            relation === 'not comparable' && reason !== undefined && element('p', { class: 'quiet' }, reason),
          ),
        ),
      ),
    ),
  )
}

const comparedClaim = (view: ClaimView, context: Context): Html =>
  element(
    'p',
    {},
    `${context.sourceOf(view.source).ref}${view.asOf === null ? '' : `, ${partialDateWords(view.asOf)}`}: ${view.words}`,
    view.stage !== null && ` (${nameOf('stage', view.stage)})`,
    context.citations.cite(view.quotes.slice(0, 1).map(({ excerpt }) => excerpt)),
  )

/** Only the analyst can compare texts and clauses: the terms are named, the pairs are not listed. */
function undecidable(differences: readonly Differences[]): Html | null {
  const found = differences.filter(({ relation }) => relation === 'undecidable')
  if (found.length === 0) return null
  const refs = listWords(found.map(({ term }) => term.ref))
  return element('p', {}, unbroken(say('briefing.undecidable', { count: found.length, refs })))
}
