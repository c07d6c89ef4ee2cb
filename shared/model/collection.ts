import * as z from 'zod'
import { collectionId } from './id.ts'
import { line, stamps } from './record.ts'

/** A named heap of sources, such as those for one question. A source may be in several; `parent` makes the hierarchy. */
export const collection = z.object({
  id: collectionId,
  name: line.min(1),
  parent: collectionId.nullable(),
  /** Place in the list, from 0. */
  sequence: z.int().min(0),
  ...stamps,
})
export type Collection = z.infer<typeof collection>
