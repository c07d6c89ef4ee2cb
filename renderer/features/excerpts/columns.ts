import * as z from 'zod'
import type { ExcerptOrder } from '../../../shared/contract/excerpts.ts'
import { narrowestColumn, type TableColumn, widestColumn } from '../../parts/table-columns.ts'
import { say } from '../../say.ts'

export const columnNames = [
  'quote',
  'source',
  'date',
  'place',
  'tags',
  'resting',
  'comment',
  'credibility',
  'state',
  'colour',
  'author',
  'length',
  'created',
  'updated',
] as const
export type ColumnName = (typeof columnNames)[number]
export type Column = TableColumn<ColumnName>

const widths: Record<ColumnName, number> = {
  quote: 300,
  source: 160,
  date: 96,
  place: 76,
  tags: 140,
  resting: 150,
  comment: 200,
  credibility: 92,
  state: 92,
  colour: 84,
  author: 110,
  length: 72,
  created: 104,
  updated: 104,
}

/** The order that a press on a head asks for; the others have none. */
const orders: Partial<Record<ColumnName, ExcerptOrder>> = {
  source: 'source',
  date: 'date',
  place: 'place',
  credibility: 'credibility',
  colour: 'colour',
  length: 'length',
  created: 'created',
  updated: 'updated',
}
export const orderOf = (name: ColumnName): ExcerptOrder | undefined => orders[name]

export const isNumeric = (name: ColumnName): boolean => name === 'length' || name === 'place'

export const labelOf = (name: ColumnName): string => say(`excerpts.column.${name}`)
export const columnOf = (name: ColumnName): Column => ({ field: name, width: widths[name] })

export const column = z.object({
  field: z.enum(columnNames),
  width: z.number().min(narrowestColumn).max(widestColumn),
})

const narrowColumns: readonly ColumnName[] = ['quote', 'source', 'place', 'tags', 'resting']
const wideColumns: readonly ColumnName[] = [...narrowColumns, 'comment', 'state', 'credibility']

/** The window, in pixels, from which on the table has room for the wide choice. */
const wide = 1500

export const firstColumns = (): Column[] => (window.innerWidth < wide ? narrowColumns : wideColumns).map(columnOf)

export const hiddenColumns = (columns: readonly Column[]): Column[] =>
  columnNames.filter(name => !columns.some(one => one.field === name)).map(columnOf)
