import * as z from 'zod'
import { briefingBlock } from './briefing-block.ts'
import { briefingId } from './id.ts'
import { marking } from './marking.ts'
import { partialDate } from './partial-date.ts'
import { instant, line, prose, stamps } from './record.ts'

/** Why a finding of the tradecraft check may stand. `finding` is its key, which holds while the words do. */
export const findingAnswer = z.object({ finding: line, rule: line, reason: prose.min(1), by: line, at: instant })
export type FindingAnswer = z.infer<typeof findingAnswer>

/** A composed document. The cover is made of its own fields; the blocks follow in order. */
export const briefing = z.object({
  id: briefingId,
  title: line.min(1),
  subtitle: line,
  author: line,
  audience: line,
  /** Who is given it, a line each. */
  distribution: z.array(line),
  marking,
  /** The information cut-off. */
  cutOff: partialDate.nullable(),
  /** Whether sections carry numbers. */
  numbered: z.boolean(),
  /** Whether a page of contents follows the cover. */
  contents: z.boolean(),
  blocks: z.array(briefingBlock),
  answers: z.array(findingAnswer),
  ...stamps,
})
export type Briefing = z.infer<typeof briefing>
