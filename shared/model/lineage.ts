import * as z from 'zod'
import { lineageId } from './id.ts'
import { line, prose, stamps } from './record.ts'

/** One origin that several claims or sources relay: corroboration counts origins, not articles. */
export const lineage = z.object({ id: lineageId, name: line.min(1), description: prose, ...stamps })
export type Lineage = z.infer<typeof lineage>
