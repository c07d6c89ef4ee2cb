import * as z from 'zod'
import { marking, markingScheme } from './marking.ts'
import { instant, line } from './record.ts'

/** What the case says of itself: one row. */
export const caseInfo = z.object({
  name: line.min(1),
  analyst: line,
  marking: marking.min(1),
  /** A scheme of the house; null: the Traffic Light Protocol 2.0. */
  scheme: markingScheme.nullable(),
  created: instant,
})
export type CaseInfo = z.infer<typeof caseInfo>
