import * as z from 'zod'
import { instant, line } from './record.ts'

/** One command as the log keeps it: a person reads `label`, undo follows `undoOf`. */
export const transaction = z.object({
  id: z.int(),
  at: instant,
  actor: line,
  label: line,
  undoOf: z.int().nullable(),
})
export type Transaction = z.infer<typeof transaction>

/** One row of the append-only log: a record before and after, as JSON of its columns. */
export const change = z.object({
  seq: z.int(),
  tx: z.int(),
  table: z.string(),
  id: z.string(),
  op: z.enum(['insert', 'update', 'delete']),
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type Change = z.infer<typeof change>
