import { type Claim, claim } from '../../model/claim.ts'
import { type Term, term } from '../../model/term.ts'
import type { TypedValue } from '../../model/typed-value.ts'
import { listFrom, listWords } from './list-words.ts'

/** A cell of a sheet of records: a number stands as a number only where fifteen digits hold it exactly. */
export type RecordCell = string | number

/** The cells of one row by the name of their column; a column that is not there is empty. */
export type RecordCells = Readonly<Record<string, RecordCell | undefined>>

/**
 * The columns of the sheet `terms`: every field of a term. Lists stand in one cell (list-words.ts). The first row of a
 * sheet holds these names; a reader finds columns by them, in any order.
 */
export const termColumns = [
  'id',
  'ref',
  'category',
  'name',
  'question',
  'value type',
  'units',
  'bases',
  'options',
  'tolerance',
  'importance',
  'sequence',
  'created',
  'updated',
] as const
export type TermColumn = (typeof termColumns)[number]

/**
 * The columns of the sheet `claims`: every field of a claim, one claim a row. The columns in {@link spokenColumns} say in
 * words what an id beside them names; they are for people and count for nothing when the id is there.
 */
export const claimColumns = [
  'id',
  'term',
  'term name',
  'source',
  'party',
  'polarity',
  'words',
  'qualifier',
  'value type',
  'low',
  'high',
  'unit',
  'value',
  'basis',
  'condition',
  'statement',
  'stage',
  'asserted by',
  'as of',
  'event date',
  'credibility',
  'credibility reason',
  'confidence',
  'rank',
  'rank reason',
  'lineage',
  'comment',
  'evidence',
  'term id',
  'source id',
  'party id',
  'lineage id',
  'created',
  'updated',
] as const
export type ClaimColumn = (typeof claimColumns)[number]

export const spokenColumns = ['term', 'term name', 'source', 'party', 'lineage'] as const satisfies ClaimColumn[]

/** What the spoken columns of a claim say. */
export type ClaimNames = { term: string; termName: string; source: string; party: string; lineage: string }

/** Spreadsheets hold fifteen digits; a number that needs more stands as text. */
const figure = (value: number): RecordCell => (Number(value.toPrecision(15)) === value ? value : String(value))

type ValueColumn = 'value type' | 'low' | 'high' | 'unit' | 'value'

const figures = ({ low, high }: { low: number; high: number }, unit: string) => ({
  low: figure(low),
  high: figure(high),
  unit,
  value: '',
})
const words = (value: string) => ({ low: '', high: '', unit: '', value })

const valueCells = (value: TypedValue | null): Record<ValueColumn, RecordCell> => {
  if (value === null) return { 'value type': '', ...words('') }
  return { 'value type': value.type, ...inner(value) }
}

const inner = (value: TypedValue): Record<Exclude<ValueColumn, 'value type'>, RecordCell> => {
  switch (value.type) {
    case 'money':
      return figures(value, value.currency)
    case 'percent':
      return figures(value, '%')
    case 'quantity':
    case 'duration':
      return figures(value, value.unit)
    case 'date':
      return words(value.date)
    case 'boolean':
      return words(value.holds ? 'yes' : 'no')
    case 'one-of':
      return words(value.option)
    case 'many-of':
      return words(listWords(value.options))
    case 'text':
    case 'clause':
      return words(value.text)
  }
}

export const termCells = (of: Term): Record<TermColumn, RecordCell> => ({
  id: of.id,
  ref: of.ref,
  category: of.category,
  name: of.name,
  question: of.question,
  'value type': of.valueType,
  units: listWords(of.units),
  bases: listWords(of.bases),
  options: listWords(of.options),
  tolerance: figure(of.tolerance),
  importance: of.importance,
  sequence: of.sequence,
  created: of.created,
  updated: of.updated,
})

export const claimCells = (of: Claim, names: ClaimNames): Record<ClaimColumn, RecordCell> => ({
  id: of.id,
  term: names.term,
  'term name': names.termName,
  source: names.source,
  party: names.party,
  polarity: of.polarity,
  words: of.raw,
  qualifier: of.qualifier,
  ...valueCells(of.value),
  basis: of.basis,
  condition: of.condition,
  statement: of.statement,
  stage: of.stage ?? '',
  'asserted by': of.assertedBy,
  'as of': of.asOf ?? '',
  'event date': of.eventDate ?? '',
  credibility: of.credibility,
  'credibility reason': of.credibilityReason,
  confidence: of.confidence ?? '',
  rank: of.rank,
  'rank reason': of.rankReason,
  lineage: names.lineage,
  comment: of.comment,
  evidence: listWords(of.evidence.map(({ excerpt, role }) => `${role} ${excerpt}`)),
  'term id': of.term,
  'source id': of.source,
  'party id': of.party ?? '',
  'lineage id': of.lineage ?? '',
  created: of.created,
  updated: of.updated,
})

/** What came of reading one row: the record, or the columns whose cells cannot be what they are to be. */
export type ReadRow<Read> =
  | { record: Read; problems: [] }
  | { record: null; problems: { column: string; cell: string }[] }

const reader = (cells: RecordCells) => {
  const text = (column: string): string => String(cells[column] ?? '')
  return {
    text,
    orNull: (column: string) => (text(column).trim() === '' ? null : text(column).trim()),
    list: (column: string) => listFrom(text(column)),
    number: (column: string) => (text(column).trim() === '' ? Number.NaN : Number(text(column))),
  }
}

const valueFrom = (cells: RecordCells): unknown => {
  const { text, orNull, list, number } = reader(cells)
  const type = orNull('value type')
  const bounds = { type, low: number('low'), high: number('high') }
  switch (type) {
    case null:
      return null
    case 'money':
      return { ...bounds, currency: text('unit') }
    case 'percent':
      return bounds
    case 'quantity':
    case 'duration':
      return { ...bounds, unit: text('unit') }
    case 'date':
      return { type, date: text('value').trim() }
    case 'boolean': {
      const said = text('value').trim().toLowerCase()
      return { type, holds: said === 'yes' ? true : said === 'no' ? false : null }
    }
    case 'one-of':
      return { type, option: text('value') }
    case 'many-of':
      return { type, options: list('value') }
    default:
      return { type, text: text('value') }
  }
}

/** The columns that a field of the record is read from, for naming what is wrong. */
const columnOf = (path: readonly PropertyKey[], columns: Readonly<Record<string, string>>): string => {
  const [field = '', inside = ''] = path.map(String)
  if (field !== 'value') return columns[field] ?? field
  if (inside === 'currency') return 'unit'
  if (inside === 'low' || inside === 'high' || inside === 'unit') return inside
  return inside === '' || inside === 'type' ? 'value type' : 'value'
}

const finish = <Read>(
  parsed:
    | { success: true; data: Read }
    | { success: false; error: { issues: readonly { path: readonly PropertyKey[] }[] } },
  columns: Readonly<Record<string, string>>,
  cells: RecordCells,
): ReadRow<Read> => {
  if (parsed.success) return { record: parsed.data, problems: [] }
  const names = [...new Set(parsed.error.issues.map(issue => columnOf(issue.path, columns)))]
  return { record: null, problems: names.map(column => ({ column, cell: String(cells[column] ?? '') })) }
}

const termFields = { valueType: 'value type' }
const claimFields = {
  raw: 'words',
  assertedBy: 'asserted by',
  asOf: 'as of',
  eventDate: 'event date',
  credibilityReason: 'credibility reason',
  rankReason: 'rank reason',
  term: 'term id',
  source: 'source id',
  party: 'party id',
  lineage: 'lineage id',
}

/** The term that {@link termCells} wrote: the same in every field (test/shared/rules/exchange/record-sheets.test.ts). */
export const termFrom = (cells: RecordCells): ReadRow<Term> => {
  const { text, list, number } = reader(cells)
  const read = {
    id: text('id'),
    ref: text('ref'),
    category: text('category'),
    name: text('name'),
    question: text('question'),
    valueType: text('value type'),
    units: list('units'),
    bases: list('bases'),
    options: list('options'),
    tolerance: number('tolerance'),
    importance: text('importance'),
    sequence: number('sequence'),
    created: text('created'),
    updated: text('updated'),
  }
  return finish(term.safeParse(read), termFields, cells)
}

/** The claim that {@link claimCells} wrote: the same in every field; its links by their ids. */
export const claimFrom = (cells: RecordCells): ReadRow<Claim> => {
  const { text, orNull, list, number } = reader(cells)
  const read = {
    id: text('id'),
    term: text('term id'),
    source: text('source id'),
    party: orNull('party id'),
    lineage: orNull('lineage id'),
    polarity: text('polarity'),
    raw: text('words'),
    qualifier: text('qualifier'),
    value: valueFrom(cells),
    basis: text('basis'),
    condition: text('condition'),
    statement: text('statement'),
    stage: orNull('stage'),
    assertedBy: text('asserted by'),
    asOf: orNull('as of'),
    eventDate: orNull('event date'),
    credibility: number('credibility'),
    credibilityReason: text('credibility reason'),
    confidence: orNull('confidence'),
    rank: text('rank'),
    rankReason: text('rank reason'),
    comment: text('comment'),
    evidence: list('evidence').map(each => {
      const [, role, excerpt] = /^(\S+)\s+(\S+)$/.exec(each) ?? []
      return { role, excerpt }
    }),
    created: text('created'),
    updated: text('updated'),
  }
  return finish(claim.safeParse(read), claimFields, cells)
}
