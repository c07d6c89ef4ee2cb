import type { MatrixColumn } from '../../../shared/contract/matrix.ts'
import type { ConflictId, ExcerptId } from '../../../shared/model/id.ts'
import { clipped } from '../../../shared/rules/sentence.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { say } from '../../say.ts'
import { element, type Html, join, joinWith } from '../html.ts'
import { canTurnPages } from '../pdf/engine.ts'
import { capitalised } from '../wording.ts'
import type { BriefingCell, BriefingRow } from './case-matrix.ts'
import { conflictAnchor } from './conflicts.ts'
import type { Context } from './context.ts'
import { stageGlyph, stageLegend } from './stage-glyph.ts'

/** Columns of sources that a page holds beside the terms and the position: a turned one, an upright one. */
const turnedColumns = 6
const uprightColumns = 3
/** What one line of the position's cell holds, in characters, with its citations; its second has the likelihood. */
const positionLimit = 34
/** What a sign takes of them, beyond the first. */
const signWidth = 6
/** What two lines of a cell hold, in characters, by the number of columns of sources. */
const cellLimit = (columns: number, turned: boolean): number => {
  const limits = turned ? [64, 64, 64, 46, 32, 26] : [64, 42, 26]
  return limits[columns - 1] ?? 26
}

/**
 * The matrix on landscape pages: terms by category, a column for each source in the order of time, the assessed
 * position last. More sources than a page holds are set as several tables. A cell holds two lines; what is cut there
 * stands whole in the evidence annex.
 */
export function matrixTable(categories: readonly string[], context: Context): Html {
  const { columns, rows } = context.matrix
  const perTable = canTurnPages(context.engine) ? turnedColumns : uprightColumns
  const chosen = rows.filter(({ term }) => categories.length === 0 || categories.includes(term.category))
  const starts = Array.from(
    { length: Math.max(1, Math.ceil(columns.length / perTable)) },
    (_, index) => index * perTable,
  )
  const tables = starts.map((start, index) => {
    const shown = columns.slice(start, start + perTable)
    const caption =
      starts.length === 1
        ? null
        : say('briefing.matrixPart', { first: start + 1, last: start + shown.length, total: columns.length })
    return table(chosen, shown, start, index === starts.length - 1, caption, context)
  })
  return join(
    element('p', { class: 'key' }, say('briefing.matrixKey')),
    element('p', { class: 'key' }, stageLegend()),
    ...tables,
  )
}

function table(
  rows: readonly BriefingRow[],
  columns: readonly MatrixColumn[],
  start: number,
  last: boolean,
  caption: string | null,
  context: Context,
) {
  const turned = canTurnPages(context.engine)
  const limit = cellLimit(columns.length, turned)
  const head = element(
    'tr',
    {},
    element('th', { scope: 'col', class: 'term' }, say('briefing.term')),
    ...columns.map(column => columnHead(column, context)),
    last && element('th', { scope: 'col', class: 'position' }, say('briefing.ourPosition')),
  )
  const width = columns.length + (last ? 2 : 1)
  const categories = [...new Set(rows.map(({ term }) => term.category))]
  const bodies = categories.map(category =>
    element(
      'tbody',
      {},
      element('tr', { class: 'category' }, element('th', { scope: 'rowgroup', colspan: width }, category)),
      ...rows
        .filter(({ term }) => term.category === category)
        .map(row =>
          element(
            'tr',
            {},
            element(
              'th',
              { scope: 'row', class: 'term', id: start === 0 ? `term-${row.term.ref}` : undefined },
              element('span', { class: 'ref' }, row.term.ref),
              ' ',
              row.term.name,
            ),
            ...row.cells.slice(start, start + columns.length).map(cell => cellOf(cell, limit, context)),
            last && positionCell(row, context),
          ),
        ),
    ),
  )
  return element(
    'table',
    { class: turned ? 'matrix' : 'matrix upright' },
    caption !== null && element('caption', {}, caption),
    element('thead', {}, head),
    ...bodies,
  )
}

function columnHead(column: MatrixColumn, context: Context): Html {
  const named = context.sources.find(({ source }) => source.id === column.key)
  const date = column.date === null ? say('briefing.undated') : partialDateWords(column.date)
  return element(
    'th',
    { scope: 'col' },
    named === undefined ? null : element('span', { class: 'ref' }, sourceLink(named, context), ` · ${column.grade}`),
    element('span', { class: 'column-title' }, clipped(column.title || say('briefing.untitled'), 36)),
    element('span', { class: 'column-date' }, date),
  )
}

const sourceLink = (named: Context['sources'][number], context: Context): Html =>
  context.has('sources') ? element('a', { href: `#${named.anchor}` }, named.ref) : join(named.ref)

function cellOf(cell: BriefingCell | null, limit: number, context: Context): Html {
  if (cell === null) return element('td', { class: 'unread' }, say('briefing.unread'))
  const { state, stage, count, origins, words, unsupported } = cell.shown
  if (state === 'silent') return element('td', { class: 'silent' }, say('briefing.silent'))
  const signs = [
    stage !== null && stageGlyph(stage),
    count > 1 && element('span', { class: 'count' }, `${count}/${origins}`),
    ...cell.open.map(id => badge(id, '!', context)),
    ...cell.settled.map(id => badge(id, '=', context)),
  ].filter(sign => sign !== false)
  return element(
    'td',
    {},
    cited(
      clipped(words.join('; '), limit - signWidth * Math.max(0, signs.length - 1)),
      unsupported ? unsupportedSign() : context.citations.cite(leadingEvidence(cell, context)),
    ),
    signs.length > 0 && join(' ', element('span', { class: 'cell-signs' }, joinWith(signs, ' '))),
  )
}

const unsupportedSign = () => element('span', { class: 'flag' }, ` ${say('briefing.unsupportedSign')}`)

/** Words with their mark, which never stands alone on a line: an ellipsis before a number would let it. */
function cited(words: string, mark: Html): Html {
  const last = words.lastIndexOf(' ') + 1
  return join(words.slice(0, last), element('span', { class: 'figure' }, words.slice(last), mark))
}

/** One passage for each claim of the cell: the first that supports it. */
function leadingEvidence(cell: BriefingCell, context: Context): ExcerptId[] {
  return cell.claims.flatMap(id => {
    const evidence = context.claim(id)?.evidence ?? []
    const leading = evidence.find(({ role }) => role === 'supports') ?? evidence[0]
    return leading === undefined ? [] : [leading.excerpt]
  })
}

function badge(id: ConflictId, sign: string, context: Context): Html {
  const place = context.conflicts.findIndex(conflict => conflict.id === id)
  const words = `${sign}${place + 1}`
  return context.has('conflicts') && place >= 0
    ? element('a', { class: 'badge', href: `#${conflictAnchor(place + 1)}` }, words)
    : element('span', { class: 'badge' }, words)
}

function positionCell({ position }: BriefingRow, context: Context): Html {
  if (position === null) return element('td', { class: 'position silent' }, say('briefing.notAssessed'))
  const { likelihood, confidence, claims } = position
  const evidence = claims.flatMap(id => context.claim(id)?.evidence.slice(0, 1) ?? []).slice(0, 2)
  return element(
    'td',
    { class: 'position' },
    cited(
      clipped(position.words, positionLimit),
      position.unsupported ? unsupportedSign() : context.citations.cite(evidence.map(({ excerpt }) => excerpt)),
    ),
    element(
      'span',
      { class: 'column-date' },
      [
        likelihood === null ? null : `${capitalised(likelihood)}.`,
        say('briefing.confidenceShort', { confidence }),
        position.stale ? say('briefing.stale') : null,
      ]
        .filter(words => words !== null)
        .join(' '),
    ),
  )
}
