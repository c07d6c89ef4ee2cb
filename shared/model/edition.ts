import * as z from 'zod'
import { findingAnswer } from './briefing.ts'
import { briefingBlock } from './briefing-block.ts'
import { blockId, briefingId, editionId } from './id.ts'
import { marking } from './marking.ts'
import { partialDate } from './partial-date.ts'
import { position } from './position.ts'
import { line, prose, stamps } from './record.ts'

/** A briefing as it was issued, by an export: what was told then stays on record, however the assessments move on. */
export const edition = z.object({
  id: editionId,
  briefing: briefingId,
  /** From 1, in the order of issue. */
  number: z.int().min(1),
  /** Who issued it; empty when the case names no analyst. */
  by: line,
  format: line,
  title: line,
  marking,
  cutOff: partialDate.nullable(),
  /** The briefing's own blocks at that moment. Empty, as are `told` and `answers`, in editions of before they were kept. */
  blocks: z.array(briefingBlock),
  /** The words of every section as its readers had them, live ones included. */
  told: z.array(z.object({ block: blockId, heading: line, text: prose })),
  /** Why findings of the check were let stand. */
  answers: z.array(findingAnswer),
  /** The assessed positions of the case at that moment. */
  positions: z.array(position),
  ...stamps,
})
export type Edition = z.infer<typeof edition>
