import * as z from 'zod'
import { resemblanceId, sourceId } from './id.ts'
import { line, percent, stamps } from './record.ts'

/** `same article`: two copies or versions of one text · `relay`: two texts of which one repeats passages or reports of the other. */
export const resemblanceKind = z.enum(['same article', 'relay'])
export type ResemblanceKind = z.infer<typeof resemblanceKind>

/** Two sources that may not be independent of each other: found by the product, decided by the analyst. */
export const resemblance = z.object({
  id: resemblanceId,
  /** The one that was imported first. */
  first: sourceId,
  second: sourceId,
  kind: resemblanceKind,
  /** The share of the shorter text's words that stands in the other too, in percent. */
  likeness: percent,
  /** Why it is proposed, in one sentence. */
  reason: line,
  /** Words by which one text names the other as its origin, as they stand in it. */
  phrases: z.array(line),
  state: z.enum(['proposed', 'confirmed', 'dismissed']),
  ...stamps,
})
export type Resemblance = z.infer<typeof resemblance>
