import * as z from 'zod'
import { partialDate } from './partial-date.ts'
import { line, percent } from './record.ts'

export const valueType = z.enum([
  'text',
  'money',
  'percent',
  'quantity',
  'date',
  'duration',
  'boolean',
  'one-of',
  'many-of',
  'clause',
])
export type ValueType = z.infer<typeof valueType>

export const durationUnit = z.enum(['hour', 'day', 'week', 'month', 'year'])

/** `at least` and `up to` leave the other end open; `about` is the document's own hedge. */
export const qualifier = z.enum(['exactly', 'about', 'at least', 'up to'])
export type Qualifier = z.infer<typeof qualifier>

const bounds = { low: z.number(), high: z.number() }

/** A value with its type. `low` and `high` are equal for a single figure. Money is in units of the currency, never thousands or millions. */
export const typedValue = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: line }),
  z.object({ type: z.literal('money'), ...bounds, currency: z.string().regex(/^[A-Z]{3}$/) }),
  z.object({ type: z.literal('percent'), low: percent, high: percent }),
  z.object({ type: z.literal('quantity'), ...bounds, unit: line }),
  z.object({ type: z.literal('date'), date: partialDate }),
  z.object({ type: z.literal('duration'), ...bounds, unit: durationUnit }),
  z.object({ type: z.literal('boolean'), holds: z.boolean() }),
  z.object({ type: z.literal('one-of'), option: line }),
  z.object({ type: z.literal('many-of'), options: z.array(line).min(1) }),
  z.object({ type: z.literal('clause'), text: z.string().max(100_000) }),
])
export type TypedValue = z.infer<typeof typedValue>

/** A value as a claim or position states it: the words, and what they were read as. */
export const statedValue = z.object({
  /** The words of the document, or of the analyst for a position. */
  raw: line,
  value: typedValue.nullable(),
  /** Share of what, amount over what: one of the term's bases, or free words; empty when not stated. */
  basis: line,
  qualifier,
  condition: line,
})
export type StatedValue = z.infer<typeof statedValue>
