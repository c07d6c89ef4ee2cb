import { countOrigins, sourceLineages } from '../../../shared/rules/corroboration.ts'
import { say } from '../../say.ts'
import { element, type Html, join } from '../html.ts'
import { tableHead } from '../table.ts'
import { listWords } from '../wording.ts'
import { nothingShown, tableCaption } from './captions.ts'
import type { BriefingRow } from './case-matrix.ts'
import type { Context } from './context.ts'
import { perBlock } from './per-block.ts'
import { type BlockOf, chosenRows } from './shown.ts'
import { unbroken } from './unbroken.ts'

type Coverage = { row: BriefingRow; giving: number; origins: number; silent: string[]; unread: string[] }

/**
 * What the case does not know: terms that no source answers, terms that rest on one origin, sources not yet read for a
 * term, and those that were read and are silent. Silence is a finding; "not yet read" is work left to do.
 */
export function gaps(block: BlockOf<'gaps'>, context: Context): Html {
  const coverage = coverageIn(block, context)
  if (coverage.length === 0) return nothingShown('gaps', block)
  const unanswered = coverage.filter(({ giving }) => giving === 0)
  const single = coverage.filter(({ giving, origins }) => giving > 0 && origins === 1)
  const unread = coverage.reduce((sum, each) => sum + each.unread.length, 0)
  const notAssessed = coverage.filter(({ row }) => row.position === null)
  const refs = (found: readonly Coverage[]) => listWords(found.map(({ row }) => row.term.ref))
  const findings = [
    unanswered.length > 0 && say('briefing.gapsUnanswered', { count: unanswered.length, refs: refs(unanswered) }),
    single.length > 0 && say('briefing.gapsSingle', { count: single.length, refs: refs(single) }),
    unread > 0 && say('briefing.gapsUnread', { count: unread }),
    notAssessed.length > 0 && say('briefing.gapsNotAssessed', { count: notAssessed.length, refs: refs(notAssessed) }),
  ].filter(sentence => sentence !== false)
  const open = openCoverage(block, context)
  if (findings.length === 0 && open.length === 0) return element('p', {}, say('briefing.noGaps'))
  return join(
    element('ul', { class: 'findings' }, ...findings.map(sentence => element('li', {}, unbroken(sentence)))),
    open.length > 0 && coverageTable(open, block, context),
  )
}

const coverageIn = perBlock((block: BlockOf<'gaps'>, context: Context): Coverage[] =>
  chosenRows(block, context.matrix.rows).map(row => coverageOf(row, context)),
)

/** The terms that lack something: an answer, a second origin, a source that speaks of them or has been read for them. */
export const openCoverage = (block: BlockOf<'gaps'>, context: Context): Coverage[] =>
  coverageIn(block, context).filter(
    ({ giving, origins, silent, unread }) => giving === 0 || origins === 1 || silent.length > 0 || unread.length > 0,
  )

function coverageOf(row: BriefingRow, context: Context): Coverage {
  const named = (state: 'silent' | 'unread') =>
    row.cells.flatMap((cell, index) => {
      // A short name of a source is the place of its column.
      return (cell?.shown.state ?? 'unread') === state ? [`S${index + 1}`] : []
    })
  const giving = row.cells.flatMap(cell =>
    cell?.shown.state === 'value' || cell?.shown.state === 'denied' ? [cell] : [],
  )
  const claims = giving
    .flatMap(cell => cell.claims.flatMap(id => context.claim(id) ?? []))
    .filter(({ polarity }) => polarity === 'asserts' || polarity === 'denies')
  return {
    row,
    giving: giving.length,
    origins: countOrigins(claims, sourceLineages(context.document.sources)),
    silent: named('silent'),
    unread: named('unread'),
  }
}

function coverageTable(coverage: readonly Coverage[], block: BlockOf<'gaps'>, context: Context): Html {
  const refs = (found: readonly string[]) => (found.length === 0 ? '–' : found.join(', '))
  const row = ({ row: { term }, giving, origins, silent, unread }: Coverage) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, element('span', { class: 'ref' }, term.ref), ' ', term.name),
      element('td', {}, giving),
      element('td', {}, origins),
      element('td', {}, refs(silent)),
      element('td', {}, refs(unread)),
    )
  const heads = ['term', 'giving', 'origins', 'silent', 'unread'] as const
  return element(
    'table',
    { class: 'coverage' },
    tableCaption(block, context),
    tableHead(...heads.map(head => say(`briefing.coverage.${head}`))),
    element('tbody', {}, ...coverage.map(row)),
  )
}
