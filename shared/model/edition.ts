import { z } from 'zod'
import { briefingId, editionId } from './id.ts'
import { position } from './position.ts'
import { line, stamps } from './record.ts'

/** A briefing as it was issued, by an export: what was told then stays on record, however the assessments move on. */
export const edition = z.object({
  id: editionId,
  briefing: briefingId,
  /** From 1, in the order of issue. */
  number: z.int().min(1),
  /** Who issued it; empty when the case names no analyst. */
  by: line,
  format: line,
  /** The assessed positions of the case at that moment. */
  positions: z.array(position),
  ...stamps,
})
export type Edition = z.infer<typeof edition>
