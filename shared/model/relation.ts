import * as z from 'zod'
import { excerptId, relationId } from './id.ts'
import { prose, stamps } from './record.ts'

/** What one passage is to another. `relays`: it repeats what the other said first. */
export const relationKind = z.enum(['supports', 'contradicts', 'explains', 'relays'])
export type RelationKind = z.infer<typeof relationKind>

/** A relation between two excerpts that has a name; it reads from `from` to `to`. */
export const relation = z.object({
  id: relationId,
  from: excerptId,
  to: excerptId,
  kind: relationKind,
  comment: prose,
  ...stamps,
})
export type Relation = z.infer<typeof relation>
