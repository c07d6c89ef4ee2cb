import type { MatrixColumn } from '../../../shared/contract/matrix.ts'
import type { ConflictId, ExcerptId } from '../../../shared/model/id.ts'
import { clipped } from '../../../shared/rules/sentence.ts'
import { nameOf } from '../../../shared/rules/vocabulary.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { say } from '../../say.ts'
import { element, type Html, join, joinWith } from '../html.ts'
import { canTurnPages } from '../pdf/engine.ts'
import { capitalised } from '../wording.ts'
import { captionParts, nothingShown } from './captions.ts'
import type { BriefingCell, BriefingRow } from './case-matrix.ts'
import { conflictAnchor } from './conflicts.ts'
import type { Context } from './context.ts'
import { type BlockOf, chosenRows } from './shown.ts'
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

/** Whether the matrix of a block needs a turned page: more columns than an upright one holds, and an engine that can turn. */
export const isTurned = (block: Matrix, context: Context): boolean =>
  canTurnPages(context.engine) && context.matrixOf(block).columns.length > uprightColumns

type Matrix = BlockOf<'matrix'>
type Part = { start: number; last: boolean; caption: Html; turned: boolean; isFirst: boolean }

/**
 * The matrix, on landscape pages where it needs them: terms by category, a column for each source in the order of time,
 * each party or each date, the assessed position last. More columns than a page holds are set as several tables. A cell
 * holds two lines; what is cut there stands whole in the evidence annex.
 */
export function matrixTable(block: Matrix, context: Context): Html {
  const { columns, rows } = context.matrixOf(block)
  const turned = isTurned(block, context)
  const perTable = turned ? turnedColumns : uprightColumns
  const chosen = chosenRows(block, rows)
  if (chosen.length === 0 || columns.length === 0) return nothingShown('matrix', block)
  const starts = Array.from({ length: Math.ceil(columns.length / perTable) }, (_, index) => index * perTable)
  const tables = starts.map((start, index) => {
    const shown = columns.slice(start, start + perTable)
    const isWhole = starts.length === 1
    const caption = captionParts(block, context, {
      isFirst: index === 0,
      part: isWhole ? '' : say('briefing.part', { part: index + 1, parts: starts.length }),
      more:
        !isWhole &&
        ` (${say('briefing.matrixPart', { axis: block.axis, first: start + 1, last: start + shown.length, total: columns.length })})`,
    })
    return table(
      chosen,
      shown,
      { start, last: index === starts.length - 1, caption, turned, isFirst: index === 0 },
      context,
    )
  })
  return join(
    element('p', { class: 'key' }, say('briefing.matrixKey', { axis: block.axis })),
    element('p', { class: 'key' }, stageLegend()),
    ...tables,
  )
}

function table(
  rows: readonly BriefingRow[],
  columns: readonly MatrixColumn[],
  { start, last, caption, turned, isFirst }: Part,
  context: Context,
) {
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
              { scope: 'row', class: 'term', id: isFirst ? context.anchor(`term-${row.term.ref}`) : undefined },
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
    { class: `matrix${turned ? '' : ' upright'}${isFirst ? '' : ' later'}` },
    element('caption', {}, caption),
    element('thead', {}, head),
    ...bodies,
  )
}

function columnHead(column: MatrixColumn, context: Context): Html {
  const named = context.sources.find(({ source }) => source.id === column.key)
  if (named === undefined) return element('th', { scope: 'col' }, column.title || say('briefing.noParty'))
  const date = column.date === null ? say('briefing.undated') : partialDateWords(column.date)
  return element(
    'th',
    { scope: 'col' },
    element('span', { class: 'ref' }, sourceLink(named, context), ` · ${column.grade}`),
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
  const number = context.conflictNumber(id) ?? 0
  const words = `${sign}${number}`
  return context.shows('conflict', id)
    ? element('a', { class: 'badge', href: `#${conflictAnchor(number)}` }, words)
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
        say('briefing.confidenceShort', { confidence: nameOf('confidence', confidence) }),
        position.stale ? say('briefing.stale') : null,
      ]
        .filter(words => words !== null)
        .join(' '),
    ),
  )
}
