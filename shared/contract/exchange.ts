import * as z from 'zod'
import { partyId, sourceId, termId } from '../model/id.ts'
import { partialDate } from '../model/partial-date.ts'
import { line } from '../model/record.ts'
import { sheet } from '../model/sheet.ts'
import { read, write } from './operation.ts'

const place = z.int().min(0).max(200_000)

/** What a column of a matrix is taken for. `stage`: it says the stage of what the value column at that place says. */
export const columnTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('source'), id: sourceId }),
  z.strictObject({ kind: z.literal('new source'), title: line.min(1) }),
  z.strictObject({ kind: z.literal('party'), id: partyId }),
  z.strictObject({ kind: z.literal('new party'), name: line.min(1) }),
  z.strictObject({ kind: z.literal('date'), date: partialDate }),
  z.strictObject({ kind: z.literal('stage'), of: place }),
  z.strictObject({ kind: z.literal('ignore') }),
])
export type ColumnTarget = z.infer<typeof columnTarget>

/** What a row of a matrix is taken for. */
export const rowTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('term'), id: termId }),
  z.strictObject({ kind: z.literal('new term') }),
  z.strictObject({ kind: z.literal('ignore') }),
])
export type RowTarget = z.infer<typeof rowTarget>

/** The fields of a term that a column may state. */
export const termField = z.enum([
  'ref',
  'name',
  'category',
  'question',
  'value type',
  'units',
  'bases',
  'options',
  'tolerance',
  'importance',
])
export type TermField = z.infer<typeof termField>

const fieldColumns = z.partialRecord(termField, place)

/**
 * How a sheet is a matrix. Places count from 0 in the sheet as it is read: turned over first where the terms stand in
 * columns. Columns and rows that are not named are left out, and said to be.
 */
export const matrixLayout = z.strictObject({
  termsIn: z.enum(['rows', 'columns']),
  head: place,
  fields: fieldColumns,
  columns: z.array(z.strictObject({ at: place, to: columnTarget })).max(16_384),
  rows: z.array(z.strictObject({ at: place, to: rowTarget })).max(200_000),
  /** The source of what stands under a party or a date: a source of the case, or a new one of this title. */
  reportedBy: z.union([z.strictObject({ id: sourceId }), z.strictObject({ title: line.min(1) })]).nullable(),
})
export type MatrixLayout = z.infer<typeof matrixLayout>

/** How a sheet is a list of terms: the row of heads, and the column of each field. */
export const termListLayout = z.strictObject({ head: place, fields: fieldColumns })
export type TermListLayout = z.infer<typeof termListLayout>

/**
 * What is read in, and as what: a sheet as a matrix, a sheet as a list of terms, or the sheets `terms` and `claims`
 * that an export wrote, with every field of their records.
 */
export const exchangePlan = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('matrix'), sheet, layout: matrixLayout }),
  z.strictObject({ kind: z.literal('terms'), sheet, layout: termListLayout }),
  z.strictObject({ kind: z.literal('records'), sheets: z.array(sheet).min(1).max(2) }),
])
export type ExchangePlan = z.infer<typeof exchangePlan>

/**
 * What reading in would do, one record each. `words`: it is new, kept in its words because they are no value of the
 * term's type · `unreadable`: it cannot be taken at all.
 */
export const exchangeDifference = z.object({
  /** Names the difference within its plan. */
  key: z.string(),
  what: z.enum(['term', 'claim', 'source', 'party']),
  kind: z.enum(['new', 'words', 'changed', 'same', 'unreadable']),
  /** The cell or row of the sheet: `C7`, `7`; empty for what stands for a whole column. */
  place: z.string(),
  /** What it is about: the term, and the column. */
  title: line,
  column: line,
  before: z.string(),
  after: z.string(),
  /** What the analyst should know of it, each a sentence. */
  notes: z.array(z.string()),
})
export type ExchangeDifference = z.infer<typeof exchangeDifference>

export const exchangeCounts = z.object({
  new: z.int(),
  words: z.int(),
  changed: z.int(),
  same: z.int(),
  unreadable: z.int(),
})
export type ExchangeCounts = z.infer<typeof exchangeCounts>

/** What would change; what is the same is only counted. `leftOut`: what of the sheet is not read, each a sentence. */
export const exchangePreview = z.object({
  counts: exchangeCounts,
  differences: z.array(exchangeDifference),
  leftOut: z.array(z.string()),
})
export type ExchangePreview = z.infer<typeof exchangePreview>

export const exchangeOperations = {
  'exchange.preview': read(exchangePlan, exchangePreview, ['term', 'claim', 'source', 'party', 'excerpt', 'lineage']),
  /** Carries out every difference but those named, in one step of undo. Answers how many records it made and changed. */
  'exchange.apply': write(
    z.strictObject({ plan: exchangePlan, without: z.array(z.string()).max(200_000) }),
    z.object({ made: z.int(), changed: z.int(), message: line }),
  ),
}
