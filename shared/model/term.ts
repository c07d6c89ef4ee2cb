import * as z from 'zod'
import { termId } from './id.ts'
import { line, prose, stamps } from './record.ts'
import { valueType } from './typed-value.ts'

export const importance = z.enum(['low', 'medium', 'high'])

/** A row of the deal-terms matrix: a question that the deal answers. */
export const term = z.object({
  id: termId,
  /** `T-07`: short, unique in the case, never reused. */
  ref: z.string().regex(/^T-\d{2,}$/),
  category: line.min(1),
  name: line.min(1),
  question: prose,
  valueType,
  units: z.array(line),
  /** The vocabulary of bases: share of what, amount over what. */
  bases: z.array(line),
  /** The allowed answers of a one-of or many-of term. */
  options: z.array(line),
  /** Differences of figures up to this many percent of the larger one are not called a conflict. */
  tolerance: z.number().min(0).max(100),
  importance,
  /** The place of the row in the matrix, ascending. */
  sequence: z.int().min(0),
  ...stamps,
})
export type Term = z.infer<typeof term>
