import * as z from 'zod'
import { line } from '../model/record.ts'
import { sheet } from '../model/sheet.ts'
import { exchangeDifference } from './exchange.ts'
import { exported } from './exported.ts'
import { read, write } from './operation.ts'

const place = z.int().min(0).max(200_000)

/**
 * What a column of another register may be taken for. `rationale`: it goes into the reason of the scoring. `score`: a
 * number or word that follows from likelihood and impact there, as it does here: it is not read, and said not to be.
 */
export const registerField = z.enum([
  'ref',
  'title',
  'cause',
  'event',
  'consequence',
  'category',
  'kind',
  'owner',
  'status',
  'strategy',
  'proximity',
  'velocity',
  'strikes by',
  'next review',
  'review days',
  'contingency',
  'fallback',
  'inherent likelihood',
  'inherent impact',
  'current likelihood',
  'current impact',
  'target likelihood',
  'target impact',
  'strength',
  'scored on',
  'rationale',
  'score',
  'action',
  'action owner',
  'action due',
  'action status',
  'indicator',
])
export type RegisterField = z.infer<typeof registerField>

/** Fields with words of their own here, into which those of the other register are put. */
export const valueField = z.enum(['status', 'strategy', 'kind', 'likelihood', 'impact', 'strength', 'action status'])
export type ValueField = z.infer<typeof valueField>

/** What a word of the other register means here; empty: nothing, it is left out and said to be. */
export const valueMeaning = z.strictObject({ field: valueField, theirs: line, ours: line })
export type ValueMeaning = z.infer<typeof valueMeaning>

/** The registers whose heads are known. `general`: heads as they are usual. */
export const registerShape = z.enum(['nist-ir-8286', 'simplerisk', 'ciso-assistant', 'pmbok', 'general'])
export type RegisterShape = z.infer<typeof registerShape>

/**
 * How a sheet is a register: the row of its heads, and what each column is taken for. Texts of several columns of one
 * field are joined, in the order of this list. Columns that are not named are left out, and said to be.
 */
export const registerMapping = z.strictObject({
  shape: registerShape,
  head: place,
  columns: z.array(z.strictObject({ at: place, field: registerField })).max(1_000),
  values: z.array(valueMeaning).max(5_000),
  /** How `03/04/2025` is read; null: nobody said, so that what can be read two ways is not read. */
  dayFirst: z.boolean().nullable(),
  /** The dimension that the impact is on. */
  dimension: line,
})
export type RegisterMapping = z.infer<typeof registerMapping>

/** What is read in: a sheet as a register of risks, or the sheets that an export of this product wrote. */
export const registerPlan = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('register'), fileName: line, sheet, mapping: registerMapping }),
  z.strictObject({ kind: z.literal('records'), fileName: line, sheets: z.array(sheet).min(1).max(16) }),
])
export type RegisterPlan = z.infer<typeof registerPlan>

/** One record that reading in would make, change or leave. `risk` names another one that it belongs to, by key. */
export const registerDifference = exchangeDifference.extend({
  what: z.enum(['risk', 'assessment', 'move', 'action', 'indicator', 'review', 'criteria']),
  kind: z.enum(['new', 'changed', 'same', 'unreadable']),
})
export type RegisterDifference = z.infer<typeof registerDifference>

export const registerCounts = z.object({ new: z.int(), changed: z.int(), same: z.int(), unreadable: z.int() })
export type RegisterCounts = z.infer<typeof registerCounts>

export const registerPreview = z.object({
  counts: registerCounts,
  differences: z.array(registerDifference),
  leftOut: z.array(z.string()),
})
export type RegisterPreview = z.infer<typeof registerPreview>

export const registerFormat = z.enum(['xlsx', 'csv', 'json'])
export type RegisterFormat = z.infer<typeof registerFormat>

export const registerExchangeOperations = {
  'registerExchange.preview': read(registerPlan, registerPreview, ['risk', 'assessment', 'criteria', 'review']),
  /** Carries out every difference but those named, in one step of undo. What belongs to a risk left out is left out with it. */
  'registerExchange.apply': write(
    z.strictObject({ plan: registerPlan, without: z.array(z.string()).max(200_000) }),
    z.object({ made: z.int(), changed: z.int(), message: line }),
  ),
  /** The whole register with its past, to a file the analyst chooses. Read in again, it is the same register. */
  'registerExchange.export': write(z.strictObject({ format: registerFormat }), exported),
}
