import * as z from 'zod'
import { partyId } from './id.ts'
import { line, stamps } from './record.ts'

/** An actor whose position is tracked. */
export const party = z.object({
  id: partyId,
  name: line.min(1),
  shortName: line.min(1),
  sequence: z.int().min(0),
  ...stamps,
})
export type Party = z.infer<typeof party>
