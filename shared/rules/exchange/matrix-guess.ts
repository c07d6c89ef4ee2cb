import type { ColumnTarget, MatrixLayout, RowTarget } from '../../contract/exchange.ts'
import { partialDate } from '../../model/partial-date.ts'
import type { Sheet } from '../../model/sheet.ts'
import { foldedName } from '../same-name.ts'
import { filledCells, type Rows, readableWords, rowsOf, shownWords } from './cells.ts'
import { partyNamed, sourceBeginning, sourceTitled, termLabelled, termWithRef } from './known-names.ts'
import type { Known } from './steps.ts'
import { type FieldColumns, fieldsOfHeads, statedTerm, termOfRow } from './term-fields.ts'

/** What a guess is made by. */
export type Named = Pick<Known, 'terms' | 'sources' | 'parties'>

const mostRowsAbove = 20

/** Heads of columns that are about the work on a matrix, and no column of it. */
const aside =
  /^(?:notes?|comments?|remarks?|our (?:position|assessment|view)|assessed position|position|likelihood|confidence|open conflicts?|status|origins?|summary)$/

/** A title as exports and people write it: without a number before it, and the date and grade in brackets behind. */
const bareTitle = (head: string): string => head.replace(/^S\d+\s+/, '').replace(/\s*\([^()]*\)\s*$/, '')

const sourceOf = (head: string, { sources }: Named) =>
  sourceTitled(sources, head) ??
  sourceTitled(sources, bareTitle(head)) ??
  // A long title is often cut in a sheet.
  (bareTitle(head).length >= 12 ? sourceBeginning(sources, bareTitle(head).replace(/…$/, '')) : undefined)

const partyOf = (head: string, { parties }: Named) => partyNamed(parties, head)

const dateOf = (head: string) => partialDate.safeParse(head.trim()).data

/** How many heads are names that the case knows, or days. */
const knownHeads = (heads: Rows[number], named: Named): number =>
  heads.filter(cell => {
    const head = readableWords(cell)
    return head !== '' && (sourceOf(head, named) || partyOf(head, named) || dateOf(head) !== undefined)
  }).length

const labelsKnown = (rows: Rows, named: Named): number =>
  rows.filter(row => row.slice(0, 3).some(cell => termNamed(shownWords(cell), named) !== undefined)).length

const termNamed = (label: string, { terms }: Named) => {
  const words = label.trim()
  const [, ref = ''] = /^(T-\d{2,})\b/.exec(words) ?? []
  return termWithRef(terms, ref) ?? termLabelled(terms, words)
}

/** Rows where the terms stand in them, unless the sheet turned over fits the case better. */
const guessTermsIn = (sheet: Pick<Sheet, 'rows'>, named: Named): 'rows' | 'columns' => {
  const score = (termsIn: 'rows' | 'columns') => {
    const rows = rowsOf(sheet, termsIn)
    const heads = Math.max(0, ...rows.slice(0, mostRowsAbove).map(row => knownHeads(row, named)))
    return (
      labelsKnown(rows, named) + heads + (fieldsOfHeads(rows[guessHead(rows, named)] ?? []).name === undefined ? 0 : 1)
    )
  }
  return score('columns') > score('rows') ? 'columns' : 'rows'
}

/** The row that knows the most names; else the first of at least two cells. */
const guessHead = (rows: Rows, named: Named): number => {
  const scored = rows
    .slice(0, mostRowsAbove)
    .map((row, at) => ({ at, score: knownHeads(row, named) + Object.keys(fieldsOfHeads(row)).length }))
  const best = scored.reduce((most, one) => (one.score > most.score ? one : most), { at: -1, score: 0 })
  if (best.at >= 0) return best.at
  return Math.max(
    0,
    rows.findIndex(row => filledCells(row) > 1),
  )
}

/** The column of names: so headed, else the first whose cells name terms, else the first with words. */
const withNames = (rows: Rows, head: number, fields: FieldColumns, named: Named): MatrixLayout['fields'] => {
  const found = Object.fromEntries(Object.entries(fields).filter(([, at]) => at !== undefined))
  if (fields.name !== undefined) return found
  const below = rows.slice(head + 1)
  const taken = new Set(Object.values(found))
  const free = [0, 1, 2, 3].filter(at => !taken.has(at))
  const naming = free.find(at => below.some(row => termNamed(shownWords(row[at]), named) !== undefined))
  const first = free.find(at => below.some(row => shownWords(row[at]).trim() !== ''))
  return { ...found, name: naming ?? first ?? 0 }
}

const stageHead = /\bstage$/i

const guessColumn = (head: string, before: { at: number } | undefined, named: Named): ColumnTarget => {
  const source = sourceOf(head, named)
  if (source) return { kind: 'source', id: source.id }
  const party = partyOf(head, named)
  if (party) return { kind: 'party', id: party.id }
  const date = dateOf(head)
  if (date !== undefined) return { kind: 'date', date }
  if (stageHead.test(head) && before !== undefined) return { kind: 'stage', of: before.at }
  if (head.trim() === '' || aside.test(foldedName(head))) return { kind: 'ignore' }
  return { kind: 'new source', title: head.trim().slice(0, 2_000) }
}

/** What a row is taken for unless the analyst says otherwise. */
export const guessRow = (row: Rows[number], fields: FieldColumns, named: Named): RowTarget => {
  const label = fields.name === undefined ? '' : shownWords(row[fields.name])
  const term = termOfRow(statedTerm(row, fields), named.terms) ?? termNamed(label, named)
  if (term) return { kind: 'term', id: term.id }
  return label.trim() === '' ? { kind: 'ignore' } : { kind: 'new term' }
}

/** True for a row that has a name and nothing else: it heads the rows below it as their category. */
export const isCategoryRow = (row: Rows[number], fields: FieldColumns, named: Named): boolean =>
  filledCells(row) === 1 &&
  fields.category === undefined &&
  fields.name !== undefined &&
  shownWords(row[fields.name]).trim() !== '' &&
  guessRow(row, fields, named).kind === 'new term'

/**
 * How a sheet is most likely a matrix: which way round it stands, where its heads are, and what its columns and rows
 * are of the case. Columns that nothing is known of are new sources, or new parties where another column is one.
 */
export const guessMatrix = (
  sheet: Pick<Sheet, 'rows'>,
  named: Named,
  termsIn = guessTermsIn(sheet, named),
  at?: number,
): MatrixLayout => {
  const rows = rowsOf(sheet, termsIn)
  const head = at ?? guessHead(rows, named)
  const heads = rows[head] ?? []
  const fields = withNames(rows, head, fieldsOfHeads(heads), named)
  const taken = new Set(Object.values(fields))
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const columns: MatrixLayout['columns'] = []
  for (let column = 0; column < width; column += 1) {
    if (taken.has(column)) continue
    const before = columns.findLast(({ to }) => to.kind !== 'stage' && to.kind !== 'ignore')
    columns.push({ at: column, to: guessColumn(readableWords(heads[column]), before, named) })
  }
  const isOfParties = columns.some(({ to }) => to.kind === 'party') && !columns.some(({ to }) => to.kind === 'source')
  return {
    termsIn,
    head,
    fields,
    columns: columns.map(({ at, to }) => ({
      at,
      to: isOfParties && to.kind === 'new source' ? { kind: 'new party', name: to.title } : to,
    })),
    rows: guessRows(rows, head, fields, named),
    reportedBy: null,
  }
}

/** What the rows below the head are taken for; empty ones and categories are left out. */
export const guessRows = (rows: Rows, head: number, fields: FieldColumns, named: Named): MatrixLayout['rows'] =>
  rows.flatMap((row, at): MatrixLayout['rows'] =>
    at <= head || filledCells(row) === 0 || isCategoryRow(row, fields, named)
      ? []
      : [{ at, to: guessRow(row, fields, named) }],
  )

/** True where what some column says needs a source of its own. */
export const needsReporter = ({ columns }: MatrixLayout): boolean =>
  columns.some(({ to }) => to.kind === 'party' || to.kind === 'new party' || to.kind === 'date')
